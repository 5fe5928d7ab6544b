namespace Allocation.Host.Reports;

internal sealed partial class PersianWords
{
    public override string LanguageName => "فارسی";
    public override string OnThisPage => "در این صفحه";
    public override string ToContents => "↑ فهرست صفحه";
    public override string AllRows(string count) => $"همه {count} ردیف";
    public override string FindPlace => "بخشی از نام محله را بنویسید و محله را برگزینید: آنچه می‌گیرد و دلیل آن زیر جدول باز می‌شود. نشانی آن را می‌توان برای دیگران فرستاد.";
    public override string Fairer(string option, string other, string value, string otherValue, string by) => $"{option} عادلانه‌تر از {other} است: {value} در برابر {otherValue}، یعنی {by} بیشتر.";
    public override string PercentagePoints(string points) => $"{points} واحد درصد";
    public override string OnlyLose(string places) => $"هیچ محله‌ای سود نمی‌برد؛ بیشترین زیان: {places}.";
    public override string EquallyFair(string option, string other, string value) => $"{option} و {other} به یک اندازه عادلانه‌اند: {value}.";
    public override string MostGain(string places) => $"بیشترین سود را می‌برد: {places}.";
    public override string MostLose(string places) => $"هزینه آن را محله‌هایی می‌دهند که زیان می‌کنند؛ بیشترین زیان: {places}.";
    public override string SkipToContent => "رفتن به متن";
    public override string Sentences(string measure, string before, string after, string spent, string unit, string funded, string projects, string? neediest, string placed) =>
        $"{measure} از {before} به {after} می‌رسد. با {spent} {unit}، {funded} پروژه از {projects} پروژه تأمین می‌شود. {(neediest is null ? "" : $"محروم‌ترین یک‌پنجم جمعیت {neediest} از پول را می‌گیرد و ")}{placed} از کل پول به محله‌ای مشخص می‌رسد.";
    public override string NoDeprivation => "داده‌ها نمی‌گوید کدام محله محروم‌تر است؛ پس در اینجا درباره محروم‌ترین‌ها چیزی گفته نمی‌شود.";
    public override string MoneyByPlaceTitle => "سرانه مبلغ به تفکیک محله";
    public override string MoneyByPlaceText => "برای هر محله یک میله؛ خط‌چین میانگین شهر است.";
    public override string OutcomeLine(string unit) => $"پیش و پس: {unit}، بدون هیچ پروژه و با این تخصیص.";
    public override string TableOfChart => "همین رقم‌ها در جدول";
    public override string DownloadCsv => "دریافت CSV";
    public override string Find => "جستجو";
    public override string MoneyPerResidentTitle => "سرانه مبلغ هر محله، از محروم‌ترین";
    public override string MoneyPerResidentText => "برای هر محله یک میله، از محروم‌ترین تا برخوردارترین؛ خط‌چین میانگین شهر است.";
    public override string NeediestFinding(string share) => $"محروم‌ترین یک‌پنجم جمعیت {share} از پولی را می‌گیرد که به محله‌ها می‌رسد.";
    public override string CityMean => "میانگین شهر";
    public override string BeforeAfterTitle => "چه چیزی برای هر محله تغییر می‌کند";
    public override string BeforeAfterFinding(string before, string after) => $"کم‌برخوردارترین محله در {before} بود و پس از این تخصیص هیچ محله‌ای پایین‌تر از {after} نمی‌ماند.";
    public override string ConcentrationTitle => "جمعیت از محروم‌ترین، و سهم آن از پول";
    public override string ConcentrationText => "منحنی بالاتر از قطر یعنی محروم‌ترها بیش از سهم جمعیتی خود می‌گیرند.";
    public override string PeopleNeediestFirst => "جمعیت، از محروم‌ترین (٪)";
    public override string ShareOfMoney => "سهم از پول (٪)";
    public override string EqualShares => "سرانه برابر";
    public override string MapTitle => "محله‌ها به تفکیک منطقه";
    public override string MapText => "برای هر محله یک خانه هم‌اندازه؛ هر چه تیره‌تر، سرانه بیشتر. شماره هر خانه در جدول زیر به نام محله می‌رسد.";
    public override string More(string name) => $"{name}: بیشتر";
    public override string Fewer(string name) => $"{name}: کمتر";
    public override string PrintedIsOpen => "تنها آنچه اینجا باز است چاپ می‌شود: پیش از چاپ، بخش یا همه ردیف‌های جدولی را که می‌خواهید باز کنید.";
    public override string RowsPrinted(string shown, string all) => $"{shown} ردیف نخست از {all} ردیف چاپ شده است.";
    public override string Tile => "خانه";
    public override string Range(string from, string to) => $"{from} تا {to}";
    public override string FlowTitle => "از منبع به کمیسیون و منطقه";
    public override string FlowText => "پهنای هر نوار به اندازه پول است. آنچه به همه شهر یکسان می‌رسد به نسبت جمعیت میان منطقه‌ها پخش شده است.";
    public override string OtherFunds(string count) => $"{count} منبع دیگر";
    public override string FlowFrom => "از";
    public override string FlowTo => "به";
    public override string FundedPart => "سهم تأمین‌شده از هزینه";
    public override string Projects => "پروژه‌ها";
    public override string RulesText => "قاعده‌ای که به حد خود رسیده، جا برای عدالت بیشتر را بسته است؛ مگر آنکه خود قاعده تغییر کند.";
    public override string NeighbourhoodsTitle => "محله من";
    public override string PlaceSentence(string name, string residents, string before, string after, string money, string unit, string perResident) =>
        $"{name} {residents} نفر جمعیت دارد و برخورداری آن از {before} به {after} می‌رسد. {money} {unit} به این محله می‌رسد؛ سرانه {perResident} {unit}.";
    public override string ProjectsIn(string place) => $"پروژه‌هایی که به {place} می‌رسند";
    public override string CityProjects(string count) => $"{count} پروژه تأمین‌شده نیز به همه شهر خدمت می‌دهد.";
    public override string EachProvenBest(string gap, string tolerance) => $"هر گزینه، با اثبات، بهترین است: هیچ تخصیصی که قاعده‌های همان گزینه را رعایت کند با سنجه آن عادلانه‌تر نیست (فاصله تضمین‌شده حداکثر {gap}، رواداری {tolerance}).";
    public override string NeediestGet(string options) => $"از پولی که به محله‌ها می‌رسد محروم‌ترین یک‌پنجم جمعیت این سهم را می‌گیرد: {options}.";
    public override string PlacedText => "پولی به محله می‌رسد که پروژه‌اش تنها به همان محله خدمت می‌دهد، یا سهم ساکنان آن از پروژه‌ای است که به منطقه یا به همه محله‌ها خدمت می‌دهد. باقی پول برای کل شهر است و در هیچ محله‌ای شمرده نمی‌شود.";
    public override string OptionsTitle => "گزینه‌ها در کنار هم";
    public override string Option(string number) => $"گزینه {number}";
    public override string AllOf(string option) => $"همه چیز درباره {option}";
    public override string Figure => "رقم";
    public override string MeasureUsed => "سنجه بیشینه‌شده";
    public override string NeediestShare => "سهم محروم‌ترین یک‌پنجم از پول";
    public override string ProofTitle => "اثبات";
    public override string ChangeTitle(string from, string to) => $"از {from} به {to}: چه کسی سود می‌برد و چه کسی زیان";
    public override string ChangeFinding(string gaining, string gainingResidents, string losing, string losingResidents) =>
        $"{gaining} محله با {gainingResidents} نفر جمعیت سود می‌برند و {losing} محله با {losingResidents} نفر جمعیت زیان.";
    public override string ChangedProjects => "پروژه‌هایی که تصمیم دیگری گرفته‌اند";
    public override string AboutTitle => "این پاسخ چگونه به دست آمد";
    public override string AboutSentence(string scenario, string hash, string version, string engine) =>
        $"سناریو {PersianText.Isolated(scenario)}، اثر انگشت {PersianText.Isolated($"SHA-256 {hash}")}؛ نسخه نرم‌افزار {PersianText.Isolated(version)}، روش {PersianText.Isolated(engine)}.";
    public override string AboutMethod => "این تخصیص با بهینه‌سازی ریاضی و زیر قاعده‌های اعلام‌شده به دست آمده است. سپس همه قاعده‌ها، مبلغ‌ها، برخورداری‌ها و سنجه عدالت تنها از روی سناریو و خود تخصیص دوباره حساب شده‌اند؛ با برنامه‌ای که هیچ بخش مشترکی با جستجو ندارد. تصمیم با شورا است؛ نرم‌افزار نشان می‌دهد بهترین تخصیص زیر این قاعده‌ها کدام است.";
    public override string AnnexTitle => "پیوست عدالت";
    public override string AnnexPurpose => "هدف و سنجه";
    public override string AnnexPurposeText(string measure, string outcome) => $"هدف، تخصیص عادلانه بودجه میان محله‌ها است. آنچه سنجیده می‌شود برخورداری هر محله است: {outcome}. این تخصیص {measure} را بیشینه می‌کند.";
    public override string AnnexAnswer => "تخصیص و اثر آن";
    public override string AnnexIndexText => "محرومیت نمایه‌ای پیوسته میان ۰ و ۱ است. هیچ خطی محله‌های محروم را از دیگر محله‌ها جدا نمی‌کند: نمایه ترتیب جدول‌ها را می‌سازد و آنچه بیشینه می‌شود برخورداری همه مردم است.";
    public override string AnnexUndecided => "آنچه مدل تصمیم نگرفته است";
    public override string AnnexUndecidedText => "قاعده‌ها، الزام‌ها و سنجه تصمیم انسان‌ها است. این الزام‌ها از پیش با دلیل و مسئول تعیین شده‌اند:";
    public override string AnnexNoLocks => "هیچ پروژه‌ای از پیش الزامی یا ممنوع نشده است.";
    public override IReadOnlyList<string> AnnexSignatures => ["تهیه‌کننده", "بررسی‌کننده", "از سوی شورا"];
    public override string CannotRead(string file, string why) => $"{PersianText.Isolated(file)} نتیجه‌ای نیست که خوانده شود: {PersianText.Isolated(why)}";
}
