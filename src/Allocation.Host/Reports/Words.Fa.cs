using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>Persian, with the words of the municipality: محله، منطقه، پروژه، منبع، قاعده، تخصیص، برخورداری.</summary>
internal sealed partial class PersianWords : Words
{
    public override Language Language => Language.Fa;

    public override string Heading(string scenario, string city, string year) => $"{scenario} · {city}، سال مالی {Figures.Spelled(year)}";
    public override string AmountsIn(string unit) => $"همه مبلغ‌ها به {unit} است.";
    public override string With(string name, string unit) => $"{name} ({unit})";
    public override string ProvenBest(string gap, string tolerance, Engine.ProofKind? kind) => $"بهترین تخصیص، با اثبات: هیچ تخصیصی که همه قاعده‌ها را رعایت کند عادلانه‌تر از این نیست ({GapBy(gap, kind)}، رواداری {tolerance}).";
    public override string ProvenBestWithin(string gap, string tolerance, Engine.ProofKind? kind) => $"بهترین تخصیص در رواداری {tolerance}، با اثبات: هیچ تخصیصی که همه قاعده‌ها را رعایت کند بیش از {gap} عادلانه‌تر نیست ({GapBy(gap, kind)}).";
    public override string WithinGap(string gap) => $"حداکثر {gap} تا بهترین تخصیص: هیچ تخصیصی که همه قاعده‌ها را رعایت کند بیش از این مقدار عادلانه‌تر نیست.";
    public override string StoppedWithin(string gap) => $"جستجو زودتر متوقف شد؛ حداکثر {gap} تا بهترین تخصیص: هیچ تخصیصی که همه قاعده‌ها را رعایت کند بیش از این مقدار عادلانه‌تر نیست.";
    public override string WithoutBound => "جستجو زودتر متوقف شد: این تخصیص همه قاعده‌ها را رعایت می‌کند، اما فاصله آن تا بهترین تخصیص معلوم نیست.";
    public override string SecondGoalOpen => "شاید در میان تخصیص‌های به همین اندازه عادلانه، تخصیصی با فایده بیشتر یا هزینه کمتر باشد: آن جستجو به پایان نرسید.";

    public override string Totals => "در یک نگاه";
    public override string Measure(string name, string parameter) => Bracketed("سنجه عدالت", name, parameter);
    public override string Shifted(string shift) => $"جابه‌جایی {shift}";
    public override string MeasureName(string name) => name switch
    {
        "mean" => "میانگین",
        "worst-off" => "کم‌برخوردارترین محله",
        "atkinson" => "معادل برابر اتکینسون",
        "geometric" => "میانگین هندسی",
        "shortfall" => "میانگین برخورداری تا خط معیار (کمبود)",
        "squared-shortfall" => "خط معیار منهای جذر میانگین مجذور کمبود (مجذور کمبود)",
        "worst-share" => "میانگین کم‌برخوردارترین سهم ساکنان",
        "gini-welfare" => "میانگین پس از کسر نابرابری (رفاه جینی)",
        "leximin" => "نخست کم‌برخوردارترین، سپس بعدی (لکسی‌مین)",
        "headcount" => "سهم ساکنانی که به خط معیار رسیده‌اند (شمار)",
        "threshold" => "کم‌برخوردارترین محله تا یک فاصله، و فراتر از آن مجموع (آستانه)",
        "threshold-leximin" => "نخست کم‌برخوردارترین‌ها تا یک فاصله، و فراتر از آن مجموع (لکسی‌مین آستانه‌ای)",
        "relative" => "کمترین سهمی که محله‌ها از برخورداری با همه پروژه‌هایشان دارند (نسبی)",
        _ => name,
    };
    public override string MeasureMeaning(string name) => name switch
    {
        "mean" => "فایده کل، به هر که برسد. عدالت را نمی‌بیند و معیاری است برای سنجش هزینه عدالت.",
        "worst-off" => "تنها کم‌برخوردارترین محله به شمار می‌آید و هدف دوم تکلیف بقیه را روشن می‌کند.",
        "atkinson" => "برخورداری برابری که ارزشش با برخورداری‌های کنونی یکی است: بهره محله‌های کم‌برخوردارتر وزن بیشتری دارد. با پارامتر ۱ همان میانگین هندسی است.",
        "geometric" => "برخورداری برابری که ارزشش با برخورداری‌های کنونی یکی است: یک درصد بیشتر برای هر شهروند به یک اندازه می‌ارزد، هر چه داشته باشد؛ پس بهره کم‌برخوردارترها وزن بیشتری دارد.",
        "shortfall" => "میانگین آنچه مردم تا خط معیار دارند، یعنی خط معیار منهای میانگین کمبود تا آن. اگر با خط معیار برابر شود، هیچ‌کس زیر خط نیست؛ آنچه بالاتر از خط است به شمار نمی‌آید.",
        "squared-shortfall" => "خط معیار منهای جذر میانگین مجذور کمبود تا آن: دو برابر پایین‌تر بودن چهار بار به شمار می‌آید. اگر با خط معیار برابر شود، هیچ‌کس زیر خط نیست.",
        "worst-share" => "میانگین برخورداری سهم q از ساکنان که کمترین را دارند. آن که بیش از ایشان دارد به شمار نمی‌آید.",
        "gini-welfare" => "میانگین، منهای آنچه نابرابری از آن می‌کاهد: از هر دو ساکن که به قرعه برگزیده شوند، کم‌برخوردارتر به طور میانگین همین اندازه دارد. ضریب جینی به تنهایی ممکن است بهتر شود در حالی که همه زیان کرده‌اند؛ پس گزارش می‌شود و بیشینه نمی‌شود.",
        "headcount" => "سهم ساکنانی که برخورداری محله‌شان به خط معیار می‌رسد یا از آن بالاتر است. این که دیگران چه اندازه پایین‌ترند دیده نمی‌شود؛ پس بگذارید سنجه کمبود پیش از آن بیاید.",
        "threshold" => "هر که حداکثر Δ بیش از کم‌برخوردارترین دارد، به اندازه او به شمار می‌آید؛ آنچه کسی فراتر از این دارد کامل به شمار می‌آید. با Δ = ۰ همان میانگین است و با Δ بزرگ همان کم‌برخوردارترین محله.",
        "threshold-leximin" => "نخست سنجه آستانه؛ و میان تخصیص‌هایی که به همان مقدار می‌رسند، آن که محله‌های تا فاصله Δ از کم‌برخوردارترین را مانند لکسی‌مین از پایین به بالا بهتر می‌کند. با Δ بزرگ همان لکسی‌مین است.",
        "relative" => "هر محله چه سهمی از بیشترین برخورداری ممکن خود، با همه پروژه‌هایش، دارد: کمترینِ این سهم‌ها به شمار می‌آید. محله‌ای که برایش چیزی پیشنهاد نشده برخوردار شمرده می‌شود.",
        "leximin" => "نخست آن که کمترین را دارد؛ میان تخصیص‌هایی که برای او برابرند نفر بعدی، و همین‌طور تا بالا. برخورداری‌ها در پله‌هایی به اندازه دقت سنجیده می‌شوند.",
        _ => "",
    };
    public override string MeasureFormula(string name) => name switch
    {
        "mean" => "Σωu / Σω",
        "worst-off" => "min u",
        "atkinson" => "(Σω(u+s)^(1−ε) / Σω)^(1/(1−ε)) − s;  ε = 1: exp(Σω ln(u+s) / Σω) − s",
        "shortfall" => "Σω min(u, z) / Σω = z − Σω max(0, z−u) / Σω",
        "squared-shortfall" => "z − √(Σω max(0, z−u)² / Σω)",
        "worst-share" => "بیشینه روی t از: t − Σω max(0, t−u) / (q·Σω)",
        "gini-welfare" => "میانگین·(۱ − جینی) = Σᵢ Σⱼ ωᵢωⱼ min(uᵢ, uⱼ) / (Σω)²",
        "headcount" => "Σω[u ≥ z] / Σω",
        "threshold" => "Σω max(min u, u−Δ) / Σω",
        "threshold-leximin" => "Σω max(min u, u−Δ) / Σω؛ سپس ⌊min(u, min u + Δ)/r⌋ با r = ۰٫۰۰۱ به ترتیب، مقایسه از پایین به بالا",
        "relative" => "min u/c",
        "leximin" => "⌊u/r⌋ به ترتیب، مقایسه از پایین به بالا",
        _ => "",
    };
    public override string Parameter => "پارامتر";
    public override string MeasureParameter(string name) => name switch
    {
        "atkinson" => "ε ≥ ۰: بهره محله‌های کم‌برخوردارتر چه اندازه بیشتر وزن دارد (۰ همان میانگین است؛ معمول: ۰٫۵، ۱، ۲)",
        "shortfall" or "squared-shortfall" or "headcount" => "z > ۰: خط معیار، به واحد برخورداری (۰٫۶ یعنی ۶۰٪ استانداردها)",
        "worst-share" => "۰ < q ≤ ۱: سهم ساکنان (۰٫۲ یعنی کم‌برخوردارترین یک‌پنجم؛ معمول همین است؛ ۱ همان میانگین است)",
        "threshold" => "Δ ≥ ۰: فاصله، به واحد برخورداری (۰٫۱ یعنی ۱۰ واحد درصد؛ معمول همین است)",
        "threshold-leximin" => "Δ ≥ ۰٫۰۰۱: فاصله، به واحد برخورداری (۰٫۱ یعنی ۱۰ واحد درصد؛ معمول همین است)",
        "leximin" => "r > ۰: دقت، به واحد برخورداری (۰٫۰۰۱ یعنی ۰٫۱ واحد درصد؛ معمول همین است)",
        _ => "ندارد",
    };
    public override string MeasuresHint => $"در فرمول‌ها u برخورداری محله، ω جمعیت آن (یا ۱)، s جابه‌جایی سناریو و c برخورداری محله با همه پروژه‌هایش است. کاربرد: {PersianText.Isolated("solve PATH --measure NAME --parameter X")}";
    public override string MeasuresRefused(string indices) =>
        $"این‌ها سنجه نیستند، چون ممکن است بهتر شوند در حالی که کسی زیان کرده و کسی سود نبرده است؛ بیشترشان را می‌توان با قاعده‌ای مهار کرد. در پرانتز آنچه باید به جایشان بیشینه شود: {PersianText.Isolated(indices)}";
    public override string OutcomeUnit(OutcomeKind outcome, string unit) => outcome switch
    {
        OutcomeKind.Attainment => "سهم تحقق‌یافته از استاندارد خدمات",
        OutcomeKind.Benefit => "امتیاز به ازای هر نفر",
        _ => $"{unit} به ازای هر نفر",
    };
    public override string FromTo(string before, string after) => $"از {before} به {after}";
    public override string Bound => "کران هر تخصیص ممکن";
    public override string MeanOutcome => "میانگین شهروندان";
    public override string MeanOfPlaces => "میانگین محله‌ها";
    public override string WorstOff => "کم‌برخوردارترین محله";
    public override string AllProjectsReach => "با همه پروژه‌هایش";
    public override string AllProjectsOf(string place) => $"{place} با همه پروژه‌هایش";
    public override string NoMoneyLifts(string reach) => $"{reach}؛ هیچ پولی آن را بالاتر نمی‌برد";
    public override string Gini => "نابرابری (ضریب جینی)";
    public override string Residents => "جمعیت";
    public override string Available => "منابع موجود";
    public override string Spent => "مبلغ تخصیص‌یافته";
    public override string SpentOf(string spent, string available, string share) => $"{spent} از {available} ({share})";
    public override string CityWide => "از آن برای کل شهر";
    public override string NeediestFifth => "محروم‌ترین یک‌پنجم جمعیت";
    public override string NeediestFifthGets(string money, string gain) => $"{money} از پولی که به محله‌ها می‌رسد و {gain} از بهره";
    public override string ProjectsFunded => "پروژه‌های تأمین‌شده";
    public override string CountOf(string count, string all) => $"{count} از {all}";
    public override string Engine => "روش حل";

    public override string Districts => "منطقه‌ها";
    public override string District => "منطقه";
    public override string Neighbourhoods => "محله‌ها، از محروم‌ترین";
    public override string Neighbourhood => "محله";
    public override string Deprivation => "محرومیت";
    public override string Before => "پیش";
    public override string After => "پس";
    public override string Money => "مبلغ";
    public override string PerResident => "سرانه";
    public override string Funded(string count) => $"پروژه‌های تأمین‌شده ({count})";
    public override string AndCheaperProjects(string count) => $"… و {count} پروژه دیگر که هیچ‌یک گران‌تر نیست: همه در پرونده‌هایی است که {PersianText.Isolated("--out DIR")} می‌نویسد، و در صفحه ({PersianText.Isolated("report")}، {PersianText.Isolated("serve")}).";
    public override string NotFunded(string count) => $"پروژه‌های تأمین‌نشده ({count})";
    public override string Project => "پروژه";
    public override string Place => "مکان";
    public override string AndMore(string place, string others) => $"{place} و {others} محله دیگر";
    public override string WholeCity => "کل شهر";
    public override string Sector => "کمیسیون";
    public override string Share => "سهم";
    public override string Cost => "هزینه";
    public override string PaidBy => "از محل";
    public override string CarryOver => "نیمه‌تمام";
    public override string Funds => "منابع";
    public override string Fund => "منبع";
    public override string Kind => "نوع";
    public override string KindOf(FundKind kind) => kind == FundKind.Cash ? "نقد" : "غیرنقد";
    public override string Amount => "مبلغ";
    public override string Used => "مصرف";
    public override string UsedShare => "٪ مصرف";
    public override string Rules => "قاعده‌ها";
    public override string Rule => "قاعده";
    public override string Limit => "حد";
    public override string AtLeast(string limit) => $"دست‌کم {limit}";
    public override string AtMost(string limit) => $"حداکثر {limit}";
    public override string Binds => "به حد رسیده";
    public override string Yes => "بله";
    public override string Reason => "دلیل";
    public override string Owner => "مسئول";
    public override string ReasonOf(string reason, string owner) => owner.Length == 0 ? reason : $"{reason} ({owner})";
    public override string LockedIn => "باید تأمین شود";
    public override string LockedOut => "نباید تأمین شود";
    public override string StepOf(string step, string steps) => $"گام {step} از {steps}";
    public override string LockedFrom(string choice) => $"دست‌کم {choice}";
    public override string LockedUpTo(string choice) => $"حداکثر {choice}";
    public override string FundedState(bool funded) => funded ? "تأمین شده" : "تأمین نشده";
    public override string AfterOthers => "تنها پس از پیش‌نیازها";
    public override string PrerequisiteMissing(string missing) => $"خود تأمین شده؛ {missing} پیش‌نیازش تأمین نشده";
    public override string PrerequisiteState(bool funded, string inPlan) => funded ? "با پیش‌نیازها تأمین شده" : inPlan == "۰" ? "نه خود تأمین شده و نه پیش‌نیازش" : $"خود تأمین نشده؛ {inPlan} پیش‌نیازش تأمین شده";
    public override string PerHeadAt(string amount, string place) => $"سرانه {amount} در {place}";
    public override string WithReserve(string money, string reserve) => $"{money}، از آن {reserve} ذخیره";
    public override string ProjectsCounted(string count) => $"{count} پروژه";
    public override string NoRuleBinds => "هیچ قاعده‌ای به حد خود نرسیده است.";
    public override string None => "هیچ";

    public override string Impossible => "هیچ تخصیصی ممکن نیست: هیچ انتخابی از پروژه‌ها همه قاعده‌ها را رعایت نمی‌کند.";
    public override string StoppedWithoutPlan => "پیش از یافتن تخصیص متوقف شد؛ شاید تخصیصی باشد و شاید نباشد. مهلت بیشتری بدهید.";
    public override string Refused => "وارسی، ادعای موتور حل را نپذیرفت و هیچ پاسخی چاپ نمی‌شود. این نقص نرم‌افزار است: لطفاً سناریو و این سطرها را بفرستید.";
    public override string Lie(string code, string about, string claimed, string actual) => $"{code} {PersianText.Isolated(about)}: ادعا {PersianText.Isolated(claimed)}، درست {PersianText.Isolated(actual)}";
    public override string Killed(string seconds) => $"در مهلت قطعی {seconds} ثانیه پایان داده شد، پیش از آنکه تخصیصی به دست آید.";
    public override string WroteTo(string folder) => $"نتیجه و جدول‌ها در {PersianText.Isolated(folder)} است.";
    public override string CannotWrite(string folder, string why) => $"در {PersianText.Isolated(folder)} نمی‌توان نوشت: {PersianText.Isolated(why)} جای دیگری را نام ببرید.";

    public override string CertificateAccepted(string gap, string value, string bound) =>
        $"پذیرفته شد، حداکثر {gap} کمتر از بهترین (مقدار {Figures.Spelled(value)}، کران {Figures.Spelled(bound)})";
    public override string CertificateRefused(string why) => $"پذیرفته نشد: {why}\nبه آن تکیه نکنید. اگر سناریو پس از آن تغییر کرده یا گواهی برای سنجه دیگری است، گواهی تازه‌ای بسازید: {PersianText.Isolated("solve SCENARIO --certificate FILE")}";
    public override string CertificateUnreadable(string why) => $"خوانده نشد: {why}\nپوشه سناریو و پرونده‌ای را نام ببرید که {PersianText.Isolated("solve --certificate")} نوشته است.";
    public override string CertificateWritten(string file, string gap) => $"گواهی در {PersianText.Isolated(file)} است: حداکثر {gap} کمتر از بهترین، و هر کسی می‌تواند آن را وارسی کند.";
    public override string PricesAsked => "تخصیص پیدا شد؛ اکنون قیمت‌هایی جستجو می‌شود که ارزش آن را ثابت کنند. Ctrl-C این جستجو را پایان می‌دهد و تخصیص داده می‌شود.";
    public override string CertificateRanks(string? proven, string all, bool residents) => proven is null ? "قیمت‌های آن تنها می‌گویند کم‌برخوردارترین چه‌قدر می‌تواند داشته باشد و درباره سطح‌ها چیزی نمی‌گویند." : $"بنا بر قیمت‌های آن، {proven} {(residents ? "نفر" : "محله")} از {all}، به شمارش از کم‌برخوردارترین، همان را دارند که در هر یک از عادلانه‌ترین تخصیص‌ها دارند.";
    public override string NoCertificate(bool stopped) => stopped ? $"گواهی در کار نیست: جستجوی قیمت‌ها پیش از آن که کرانی ثابت شود متوقف شد. {PersianText.Isolated("--time")} بیشتری بدهید." : "گواهی در کار نیست: قیمت‌هایی که پیدا شد کرانی را ثابت نمی‌کنند.";
    public override string NoCertificateForRules(string rules) => $"گواهی در کار نیست: قاعده‌های مربوط به برخورداری و مبلغ‌های همراه ذخیره قیمتی ندارند، و این سناریو چنین قاعده‌هایی دارد: {rules}.";
    public override string WroteInstead(string folder) => $"آنچه به‌جای نتیجه پیدا شد در {PersianText.Isolated(folder)} است؛ نتیجه‌ای در کار نیست.";
    public override string OlderCertificateRemoved(string file) => $"گواهی قدیمی {PersianText.Isolated(file)} پاک شد: این پاسخ گواهی ندارد.";
    public override string NotACertificate(string file) => $"{PersianText.Isolated(file)} از پیش هست و گواهی نیست؛ به آن دست زده نشد. نام پرونده دیگری بدهید.";
    public override string Defect(string kind, string why) => $"نقصی در نرم‌افزار: {PersianText.Isolated($"{kind}: {why}")}\nلطفاً خط فرمان، پوشه سناریو و این سطرها را بفرستید؛ {PersianText.Isolated("--trace")} محل نقص را هم می‌گوید.";

    public override string Errors(string count) => $"{count} خطا";
    public override string Warnings(string count) => $"{count} هشدار";
    public override string Fault(string message, string cure) => $"{message} {cure}";
    public override string InOrder(string scenario) => $"{PersianText.Isolated(scenario)} درست است.";
    public override string Holds(string districts, string places, string residents, string projects, string funds, string rules, string money) =>
        $"{districts} منطقه، {places} محله، {residents} نفر جمعیت، {projects} پروژه، {funds} منبع با {money}، {rules} قاعده.";

    public override string Searching => "جستجو";
    public override string Progress(string seconds, string value, string bound, string gap) => $"{seconds} ثانیه · بهترین {value} · کران {bound} · فاصله {gap}";
    public override string NoPlanYet(string seconds) => $"{seconds} ثانیه · هنوز تخصیصی یافت نشده";
    public override string NearestWhenStopped => $"با {PersianText.Isolated("Ctrl-C")} نزدیک‌ترین نشان داده می‌شود";
    public override string NoPlanAfter(string seconds, string? until) => $"در {seconds} ثانیه تخصیصی پیدا نشد و معلوم هم نیست که تخصیصی نباشد؛ جستجو "
        + (until is null ? $"ادامه دارد. با {PersianText.Isolated("Ctrl-C")} یا با محدود کردن زمان ({PersianText.Isolated("--time")}) نزدیک‌ترین تخصیص نشان داده می‌شود."
            : $"تا ثانیه {until} ادامه دارد و سپس، یا زودتر با {PersianText.Isolated("Ctrl-C")}، نزدیک‌ترین تخصیص نشان داده می‌شود.");
}
