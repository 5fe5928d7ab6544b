namespace Allocation.Host.Reports;

internal sealed partial class PersianWords
{
    public override string PageNumber => "صفحه ";
    public override string AnnexReached => "جمعیت زیر پوشش";
    public override string AnnexReachedText(string residents, string places, string paid, string paidResidents, string better, string betterResidents) =>
        $"شهر {residents} نفر جمعیت در {places} محله دارد. پول این تخصیص به {paid} محله با {paidResidents} نفر جمعیت می‌رسد و برخورداری {better} محله با {betterResidents} نفر جمعیت بالا می‌رود.";
    public override string AnnexNotReached(string places, string residents) => $"محله‌هایی که از این تخصیص بهره‌ای نمی‌برند ({residents} نفر): {places}.";
    public override string AnnexAmounts => "مبلغ هر منطقه و محله، سرانه، نقد و غیرنقد";
    public override string AnnexFundKinds => "نقد و غیرنقد";
    public override string AnnexShares => "سهم محله‌های کم‌برخوردار و نمایه پشت آن";
    public override string AnnexSensitivity => "هر خطی میان محروم و غیرمحروم چه می‌گوید";
    public override string AnnexSensitivityText => "سنجه عدالت هیچ خطی به کار نمی‌برد؛ قاعده‌ای که خطی دارد، با دلیلش در فهرست قاعده‌ها آمده است. جدول نشان می‌دهد پاسخ این پرسش که «کم‌برخوردارها چه می‌گیرند» چه اندازه به جای خط بستگی دارد. محله‌ای که روی مرز است به نسبت جمعیت تقسیم می‌شود؛ ردیف آخر محله‌ها را به جای نمایه، بر پایه برخورداری پیشین آن‌ها مرتب می‌کند. سهم‌ها در اینجا از پولی است که به محله‌ها می‌رسد؛ قاعده‌ای که سهمی را تعیین می‌کند پولی را می‌شمارد که در خود آن آمده است.";
    public override string NeedGroup => "گروه";
    public override string NeediestPart(string part) => $"محروم‌ترین {part} جمعیت";
    public override string DeprivedAtLeast(string line) => $"محله‌های با محرومیت {line} و بیشتر";
    public override string LeastServedFifth => "یک‌پنجم جمعیت با کمترین برخورداری پیشین";
    public override string ShareOfResidents => "سهم از جمعیت";
    public override string NeedMoney => "سهم از پول";
    public override string TimesMean => "چند برابر میانگین شهر";
    public override string AnnexKinds => "نوع محرومیت";
    public override string AnnexKindsText => "همه رقم‌ها پیش از هر پروژه و بر پایه میانگین محله است. در دو ستون آخر هر محله یک بار شمرده می‌شود: زیر خدمتی که در آن بیش از همه از میانگین شهر عقب بوده است.";
    public override string PlacesWhereWorst => "محله‌هایی که بیش از همه در این خدمت عقب‌اند";
    public override string BelowStandard => "جمعیت پایین‌تر از استاندارد";
    public override string BelowHalf => "جمعیت پایین‌تر از نیم استاندارد";
    public override string AnnexStandards => "فاصله تا استانداردها، پیش و پس";
    public override string AnnexStandardsCity => "میانگین شهروندان";
    public override string AnnexStandardsDistricts => "منطقه‌ها: سهمی از هر استاندارد که ساکنان به‌طور میانگین دارند، پیش ← پس";
    public override string AnnexStandardsText => "بیش از ۱۰۰٪ یعنی ساکنان به‌طور میانگین بیش از استاندارد دارند؛ با این همه شاید محله‌هایی در آن منطقه کمبود داشته باشند. آنچه از استاندارد بیشتر است در سنجه عدالت به شمار نمی‌آید.";
    public override string OfStandard(string when) => $"{when}، ٪ استاندارد";
    public override string Arrow(string before, string after) => $"{before} ← {after}";
    public override string AnnexNoServices(string outcome) => $"این سناریو خدمات را با استاندارد نمی‌سنجد؛ آنچه به شمار می‌آید: {outcome}.";
    public override string AnnexIndices => "شاخص‌ها";
    public override string Concentration => "شاخص تمرکز (کمتر از صفر: محروم‌ترها بیشتر دارند)";
    public override string IndicesText => "ضریب جینی صفر است اگر همه یکسان داشته باشند و به یک نزدیک می‌شود اگر یک محله همه را داشته باشد. شاخص نمی‌گوید چه اندازه هست؛ آن را کنار میانگین و کم‌برخوردارترین محله بخوانید.";
    public override string LorenzTitle => "منحنی لورنز برخورداری";
    public override string LorenzText => "مردم به ترتیب برخورداری محله خود چیده شده‌اند، کمترین نخست؛ هر چه منحنی به قطر نزدیک‌تر، برابرتر. منحنی نمی‌گوید چه کسی کجا ایستاده است؛ جدول‌های بالا این را می‌گویند.";
    public override string PeopleWorstFirst => "جمعیت، از کم‌برخوردارترین (٪)";
    public override string ShareOfOutcome => "سهم از کل برخورداری (٪)";
    public override string EqualOutcomes => "برابر برای همه";
    public override string AnnexLocks => "الزام‌ها، با دلیل و مسئول";
    public override string AnnexPeopleDecided => "فهرست پروژه‌ها، هزینه و دستاورد آن‌ها، استانداردها، نمایه محرومیت، منابع و سنجه عدالت به مدل داده شده است.";
    public override string AnnexRulesGiven => "این قاعده‌ها نیز چنین است؛ قاعده‌ای که به حد خود رسیده مشخص شده است:";
    public override string AnnexOutside => "مدل از آنچه در این داده‌ها نیست خبر ندارد: پروژه‌هایی که کسی پیشنهاد نکرده، کیفیت خدمات، این که درون هر محله چه کسی بهره می‌برد، و سال‌های پس از این. تصویب، تغییر یا رد این تخصیص تصمیم شورا است.";
    public override string AnnexMethod => "روش";
    public override string AnnexNoCertificate => "پرونده گواهی پیوست نشده است. تخصیص، پول و قاعده‌ها و مقدار سنجه آن را کدی جدا از حل‌کننده از نو حساب کرده است؛ کران را نه.";
    public override string AnnexCertificate(string file, string hash) => $"گواهی این تخصیص، که هر کس می‌تواند بدون موتور این نرم‌افزار بررسی کند: {PersianText.Isolated(file)}، {PersianText.Isolated($"SHA-256 {hash}")}.";
    public override string AnnexOtherCertificate(string file, string hash) => $"{PersianText.Isolated(file)} ({PersianText.Isolated($"SHA-256 {hash}")}) گواهی تخصیص یا سناریوی دیگری است و درباره این تخصیص چیزی نمی‌گوید.";
    public override string AnnexData => "داده‌ها";
    public override string AnnexSignatureLine => "نام، تاریخ و امضا";
    public override string WrotePage(string file) => $"{PersianText.Isolated(file)} نوشته شد.";
    public override string NoBrowser(string file) => $"مرورگر Chromium، Chrome یا Edge پیدا نشد و PDF نوشته نشد: {PersianText.Isolated(file)} را در مرورگر باز و چاپ کنید.";
    public override string BrowserFailed(string browser, string why) => $"{PersianText.Isolated(browser)} پرونده PDF را ننوشت: {PersianText.Isolated(why)}";
}
