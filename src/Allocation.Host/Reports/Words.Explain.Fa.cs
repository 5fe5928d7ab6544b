using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

internal sealed partial class PersianWords
{
    public override string Quoted(string name) => $"«{name.Replace('«', '‹').Replace('»', '›')}»";
    public override string NotKnown => "در زمان داده‌شده معلوم نشد";
    public override string Between(string least, string most) => $"بین {least} و {most}";
    public override string AndOthers(string names, string others) => $"{names} و {others} مورد دیگر";
    public override string AndMoreRows(string count) => $"… و {count} مورد دیگر (همه با {PersianText.Isolated("--format json")})";
    public override string AnswerWithin(string? gap, string? basis) =>
        $"تخصیصی که درباره آن پرسیده شد {(gap is null ? "با اثبات بهترین است" : $"حداکثر {gap} با بهترین فاصله دارد")}{(basis is null ? "" : $" (پشتوانه: {basis})")}؛ هر تخصیص دیگری که در اینجا آمده دوباره حل و وارسی شده است.";
    public override string AnswerWithoutBound => "فاصله تخصیصی که درباره آن پرسیده شد تا بهترین معلوم نیست.";
    public override string FinerThanSearch(string open) => $"برخی تفاوت‌ها در اینجا کوچک‌تر از {open} است، فاصله‌ای که جستجوی این تخصیص به آن بسنده کرد: جستجو با رواداری کمتر درباره آن‌ها بیشتر می‌گوید.";
    public override string ProjectsThatChange => "پروژه‌هایی که تغییر می‌کنند";
    public override string PlacesThatChange => "چه محله‌ای سود می‌کند و چه محله‌ای زیان، به ازای هر نفر";
    public override string MoneyNow => "مبلغ اکنون";
    public override string MoneyThen => "مبلغ پس از تغییر";
    public override string OutcomeNow => "اکنون";
    public override string OutcomeThen => "پس از تغییر";
    public override string ChangeColumn => "تفاوت";
    public override string InPoints(string column) => $"{column}، واحد درصد";
    public override string PerResidentNow => "سرانه اکنون";
    public override string PerResidentThen => "سرانه پس از تغییر";
    public override string MeasureThen(string now, string then, string atMost) => $"سنجه عدالت اکنون {now} است و پس از تغییر {then}؛ در آن حالت هیچ تخصیصی از {atMost} بالاتر نمی‌رود.";
    public override string NoSuchProject(string id, string? nearest) =>
        nearest is null ? $"هیچ پروژه‌ای با شناسه یا نام {Quoted(PersianText.Isolated(id))} نیست. فهرست آن‌ها در جدول‌های سناریوست." : $"هیچ پروژه‌ای با شناسه یا نام {Quoted(PersianText.Isolated(id))} نیست. آیا منظورتان {PersianText.Isolated(nearest)} است؟";
    public override string NoSuchPlace(string id, string? nearest) =>
        nearest is null ? $"هیچ محله‌ای با شناسه یا نام {Quoted(PersianText.Isolated(id))} نیست. فهرست آن‌ها در جدول‌های سناریوست." : $"هیچ محله‌ای با شناسه یا نام {Quoted(PersianText.Isolated(id))} نیست. آیا منظورتان {PersianText.Isolated(nearest)} است؟";
    public override string SeveralNamed(string name, IReadOnlyList<string> ids) =>
        $"نام {Figures.Whole(ids.Count)} تا {Quoted(PersianText.Isolated(name))} است. شناسه یکی را بدهید: {string.Join("، ", ids.Select(PersianText.Isolated))}.";
    public override string ResultOfOther(string folder) => $"نتیجه‌ای که در {PersianText.Isolated(folder)} است از پرونده‌های سناریوی دیگری است: دوباره با {PersianText.Isolated("--out")} حل کنید.";
    public override string ResultNoPlan(string folder) => $"تخصیصی که در {PersianText.Isolated(folder)} است با این سناریو جور نیست.";

    public override string DecidedByLock(string name, bool funded, string rule, string reason) =>
        $"{name} در تخصیص {Is(funded)}، چون الزام {Quoted(rule)} چنین می‌گوید{(reason.Length == 0 ? "." : $": {reason.TrimEnd('.')}.")}";
    public override string DecidedByRules(string name, bool funded) => funded
        ? $"{name} در تخصیص است، چون بدون آن هیچ تخصیصی نیست که همه قاعده‌ها را رعایت کند."
        : $"{name} در تخصیص نیست، چون با آن هیچ تخصیصی نیست که همه قاعده‌ها را رعایت کند.";
    public override string DecidedByFairness(string name, bool funded, string loss) => funded
        ? $"{name} در تخصیص است، چون به هزینه‌اش می‌ارزد: بدون آن، پول هر گونه تقسیم شود، عدالت کمتر می‌شود؛ در بهترین حالت {loss}."
        : $"{name} در تخصیص نیست، چون پول آن در جای دیگری سودمندتر است: با آن، بقیه پول هر گونه تقسیم شود، عدالت کمتر می‌شود؛ در بهترین حالت {loss}.";
    public override string DecidedEvenly(string name, bool funded) => funded
        ? $"{name} در تخصیص است، اما می‌توان کنارش گذاشت: تخصیصی بدون آن هست که به همین اندازه عادلانه است."
        : $"{name} در تخصیص نیست، اما می‌تواند باشد: تخصیصی با آن هست که به همین اندازه عادلانه است.";
    public override string NotDecided(string name, bool funded, string? loss) =>
        $"{name} در تخصیص {Is(funded)}. {(loss is null ? "در زمان داده‌شده معلوم نشد که اگر جز این باشد چه می‌شود." : $"اگر جز این باشد، عدالت {loss} کمتر می‌شود؛ در زمان داده‌شده معلوم نشد که اصلاً کمتر می‌شود یا نه.")}";
    public override string LockCosts(bool funded, string gain) => $"اگر این الزام برداشته و پروژه {Turned(funded)} شود، تخصیص {gain} عادلانه‌تر می‌شود.";
    public override string LockAgrees(bool funded, string loss) => $"این الزام در اینجا هزینه‌ای ندارد: اگر پروژه {Turned(funded)} شود، عدالت در بهترین حالت {loss} کمتر می‌شود.";
    public override string LockEven(bool funded) => $"این الزام تفاوتی نمی‌سازد: اگر پروژه {Turned(funded)} شود، عادلانه‌ترین تخصیص به همین اندازه عادلانه است.";
    public override string LockNotKnown(bool funded) => $"اگر این الزام برداشته و پروژه {Turned(funded)} شود، در زمان داده‌شده معلوم نشد که تخصیص عادلانه‌تر می‌شود یا نه.";
    public override string LockOpen(bool funded, string gain, string loss) =>
        $"اگر این الزام برداشته و پروژه {Turned(funded)} شود، تخصیص حداکثر {gain} عادلانه‌تر و حداکثر {loss} ناعادلانه‌تر می‌شود؛ زمان داده‌شده برای دانستن آن کافی نبود.";
    public override string WhoGainsAndLoses(bool funded, string gaining, string gainingResidents, string losing, string losingResidents) =>
        $"{(funded ? "بدون آن" : "با آن")}، {PlacesOf(gaining, gainingResidents, "سود می‌کند")} و {PlacesOf(losing, losingResidents, "زیان می‌کند")}.";
    public override string OtherProjects(string entering, string leaving, string growing, string shrinking)
    {
        var said = new[] { (Names: entering, Does: "وارد می‌شود"), (Names: leaving, Does: "کنار می‌رود"), (Names: growing, Does: "پول بیشتری می‌گیرد"), (Names: shrinking, Does: "پول کمتری می‌گیرد") }
            .Where(c => c.Names.Length > 0).Select(c => $"{c.Names} {c.Does}").ToArray();
        return said.Length == 0 ? "هیچ پروژه دیگری تغییر نمی‌کند." : $"از پروژه‌های دیگر {string.Join("؛ ", said)}.";
    }
    public override string ManyOfThem(string count) => $"{count} پروژه";
    public override string LeastExtra(string amount, string fund) => $"با {amount} بیشتر در {Quoted(fund)} می‌تواند بیاید بی‌آنکه چیزی کنار برود.";
    public override string FitsWithoutMore => "پول باقی‌مانده برای آن کافی است، بی‌آنکه چیزی کنار برود.";
    public override string NoMoneyHelps(string rules) => $"پول بیشتر هم آن را در کنار پروژه‌های تأمین‌شده جا نمی‌دهد، چون {rules} رعایت نمی‌شود.";
    public override string NoFundAlone => "هیچ منبعی به‌تنهایی، هر اندازه هم بزرگ، آن را در کنار پروژه‌های تأمین‌شده جا نمی‌دهد.";
    public override string DecidingRules => "آنچه تصمیم می‌گیرد";
    public override string CannotHoldWith => "با آن، این‌ها با هم شدنی نیستند";
    public override string CannotHoldWithout => "بدون آن، این‌ها با هم شدنی نیستند";
    public override string ForcedIn => "عادلانه‌ترین تخصیص با آن";
    public override string ForcedOut => "عادلانه‌ترین تخصیص بدون آن";
    public override string ExtraHead => "پولی که آن را جا می‌دهد، بی‌آنکه چیزی کنار برود";
    public override string MoreNeeded => "مبلغ بیشتر لازم";
    public override string NotByThisAlone => "نه تنها با این منبع";
    public override string BreaksHead => "قاعده‌هایی که در کنار پروژه‌های تأمین‌شده رعایت نمی‌شود";

    public override string PlaceGets(string name, string residents, string? deprivation, string reaches, string money, string perResident, string city) =>
        $"برخورداری {name} (جمعیت {residents} نفر{(deprivation is null ? "" : $"، محرومیت {deprivation}")}) {reaches} می‌رسد: {money} برای آن هزینه می‌شود، به هر نفر {perResident} (در کل شهر {city}).";
    public override string OutcomeGoes(OutcomeKind outcome, string before, string after, string unit) =>
        $"از {before} به {after} {(outcome == OutcomeKind.Attainment ? "استاندارد خدمات" : OutcomeUnit(outcome, unit))}";
    public override string PlaceReach(string reach, string funded, string candidates, string average, string mean) =>
        $"از {candidates} پروژه‌ای که این محله را در بر می‌گیرد {funded} پروژه تأمین شده است؛ با همه آن‌ها برخورداری‌اش حداکثر {reach} می‌شد. {average} {mean} است.";
    public override string NothingReaches(string name) => $"هشدار: هیچ‌کس پروژه‌ای پیشنهاد نداده است که {name} را در بر بگیرد.";
    public override string RedFlag(string name, string services) => $"هشدار: ساکنان {name} این‌ها را کم دارند و هیچ‌کس پروژه‌ای برای آن پیشنهاد نداده است: {services}.";
    public override string AmongAlike(string alike, string rank, string all) => $"در میان این محله و {alike} محله‌ای که محرومیتشان به آن نزدیک‌تر است، از نظر سرانه مبلغ رتبه {rank} از {all} را دارد (رتبه ۱ بیشترین است).";
    public override string NeedsHead => "نیازهای محله، به نسبت استاندارد";
    public override string ServiceColumn => "خدمت";
    public override string MissingColumn => "کمبود امروز";
    public override string CandidatesColumn => "پروژه پیشنهادی";
    public override string NoCandidate => "هیچ (!)";
    public override string ReachingHead => "پروژه‌هایی که این محله را در بر می‌گیرد";
    public override string InPlanColumn => "در تخصیص";
    public override string MoneyHere => "مبلغ در این محله";
    public override string AddsColumn => "به‌تنهایی می‌افزاید";
    public override string AskAboutProject => $"چرایی هر کدام: {PersianText.Isolated("explain project SCENARIO ID")}";
    public override string RulesHere => "قاعده‌هایی که به سقف رسیده‌اند و راه پول بیشتر را می‌بندند";
    public override string RulesBringing => "قاعده‌هایی که پول به اینجا می‌آورند: درست در حد کف خود رعایت شده‌اند";
    public override string AlikeHead => "این محله و محله‌هایی با محرومیت نزدیک به آن";
    public override string PlacesSentence(string places, string without, string? unanswered, string inPlaces) => unanswered is null ? (without == "۰" ? $"همه {places} محله چیزی می‌گیرند." : $"از {places} محله، {without} محله چیزی نمی‌گیرد.") :
        (without == "۰" ? $"همه {places} محله چیزی می‌گیرند؛ " : $"از {places} محله، {without} محله چیزی نمی‌گیرد؛ ")
        + (unanswered == "۰" ? "هر نیاز دست‌کم یک پروژه پیشنهادی دارد." : $"برای {unanswered} نیاز در {inPlaces} محله هیچ‌کس پروژه‌ای پیشنهاد نداده است.");
    public override string UnansweredHead => "هشدار: نیازهایی که هیچ پروژه پیشنهادی ندارند";
    public override string AnythingAtAll => "هیچ پروژه‌ای";
    public override string ReachColumn => "حداکثر ممکن";
    public override string FundedOfColumn => "تأمین‌شده";

    public override string NoRulesAtAll => "این سناریو هیچ قاعده‌ای ندارد.";
    public override string DearestOpen(string known, string dearer) => $"معلوم نیست کدام قاعده یا الزام بیش از همه از عدالت می‌کاهد. این‌ها بی‌گمان می‌کاهند: {known}. این‌ها شاید بیش از نخستینِ آن‌ها بکاهند: {dearer}.";
    public override string DearestRule(string rule, string gain, string reason) => $"پرهزینه‌ترین قاعده {Quoted(rule)} است: بدون آن عادلانه‌ترین تخصیص {gain} عادلانه‌تر می‌شد.{(reason.Length == 0 ? "" : $" این قاعده دلیلی دارد: {reason.TrimEnd('.')}.")}";
    public override string NoRuleCosts => "هیچ قاعده یا الزامی به‌تنهایی از عدالت نمی‌کاهد: بدون هر یک از آن‌ها نیز عادلانه‌ترین تخصیص به همین اندازه عادلانه است.";
    public override string NoRuleKnownToCost(string? atMost) => $"معلوم نشد که قاعده یا الزامی از عدالت بکاهد؛ {(atMost is null ? "زمان داده‌شده برای دانستن هزینه آن‌ها کافی نبود." : $"هیچ‌کدام به‌تنهایی بیش از {atMost} از آن نمی‌کاهد.")}";
    public override string LocksHoldOpen(string locks, string money, string share) => $"{locks} الزام دست‌کم {money} را نگه می‌دارد، {share} از کل مبلغ؛ در زمان داده‌شده معلوم نشد که این کار چه اندازه از عدالت می‌کاهد.";
    public override string LocksHold(string locks, string money, string share, string? gain) => $"{locks} الزام دست‌کم {money} را نگه می‌دارد، {share} از کل مبلغ؛ بدون {(locks == "۱" ? "آن" : "هیچ‌یک از آن‌ها")} عادلانه‌ترین تخصیص {(gain is null ? "به همین اندازه عادلانه می‌بود" : $"{gain} عادلانه‌تر می‌شد")}.";
    public override string NothingGained => "هیچ";
    public override string WorthOpen(string known, string better) => $"معلوم نیست پول بیشتر در کدام منبع سودمندتر است. این‌ها بی‌گمان عادلانه‌ترین تخصیص را عادلانه‌تر می‌کند: {known}. این‌ها شاید بیش از نخستینِ آن‌ها سودمند باشد: {better}.";
    public override string WorthKnown(string fund, string more, string gain) => $"{more} بیشتر در {Quoted(fund)} ({gain})";
    public override string WorthMost(string fund, string more, string gain, string? enough) => $"پول بیشتر در {Quoted(fund)} بیش از همه سودمند است: با {more} بیشتر، عادلانه‌ترین تخصیص {gain} عادلانه‌تر می‌شود{(enough is null ? "" : $" و {enough} برای آن کافی است")}.";
    public override string RuleCostsHead => "قاعده‌ها و الزام‌ها، پرهزینه‌ترین نخست";
    public override string FundWorthsHead => "یک درصد بیشتر در هر منبع";
    public override string FairerIsOf(string value, string points) => $"«۱٪ عادلانه‌تر» یعنی ۱٪ از {value} تخصیص، که {points} واحد درصد است.";
    public override string FairerWithout => "عادلانه‌تر بدون آن";
    public override string FairerWith => "عادلانه‌تر با آن";
    public override string WouldGain => "محله‌های سودبر";
    public override string WouldLose => "محله‌های زیان‌بر";
    public override string MoreInIt => "مبلغ بیشتر";
    public override string EnoughForIt => "از آن کافی است";
    public override string PlanWithoutRule(string rule) => $"عادلانه‌ترین تخصیص بدون {Quoted(rule)}";

    public override string ProjectsSentence(string all, string inside, string outside, string certain, string fairness) =>
        $"از {all} پروژه {inside} پروژه در تخصیص است و {outside} پروژه نیست. {(certain == "۰" ? "" : $"تکلیف {certain} پروژه را الزام‌ها و قاعده‌ها روشن می‌کند. ")}{(fairness == "۰" ? "" : $"تکلیف {(fairness == all ? "همه" : $"{fairness} پروژه")} را عدالت روشن می‌کند: اگر جای بودن و نبودن هر کدام عوض شود، هر تخصیصی ناعادلانه‌تر است.")}".TrimEnd();
    public override string ProjectsLeft(string swing, string open) =>
        (swing == "۰" ? (open == "۰" ? "هیچ پروژه‌ای نیست که بودن و نبودنش یکسان باشد" : "پروژه‌ای که بودن و نبودنش یکسان باشد یافت نشد") : $"بودن و نبودن {swing} پروژه یکسان است") + (open == "۰" ? "؛ چیزی نامعلوم نماند." : $"؛ {open} پروژه در زمان داده‌شده معلوم نشد.");
    public override string ProjectsLeaning(string inside, string outside) =>
        $"تنها به حکم قیمت‌ها {inside} پروژه در تخصیص است و {outside} پروژه نیست: عوض کردن آن بیش از آنچه می‌آورد می‌برد، ولی این هنوز اثبات نیست.";
    public override string LeaningHead => "تنها به حکم قیمت‌ها؛ نخست آن‌هایی که به تغییر نزدیک‌ترند";
    public override string TurnedPrice => "برآورد نخست";
    public override string EitherWay => "بودن و نبودنش یکسان است";
    public override string NotDecidedHead => "در زمان داده‌شده معلوم نشد";
    public override string InByFairness => "در تخصیص؛ نخست آن‌هایی که به کنار رفتن نزدیک‌ترند";
    public override string OutByFairness => "بیرون از تخصیص؛ نخست آن‌هایی که به وارد شدن نزدیک‌ترند";
    public override string ByLocksAndRules => "قطعی، به حکم الزام‌ها و قاعده‌ها";
    public override string TurnedLoses => "زیان عوض کردن آن";
    public override string NoPlanSo => "تخصیصی نیست";

    private static string PlacesOf(string count, string residents, string does) => count == "۰" ? $"هیچ محله‌ای {does.Replace("می‌کند", "نمی‌کند", StringComparison.Ordinal)}" : $"{count} محله (با {residents} نفر جمعیت) {does}";
    private static string Is(bool funded) => funded ? "است" : "نیست";
    private static string Turned(bool funded) => funded ? "کنار گذاشته" : "وارد";
}
