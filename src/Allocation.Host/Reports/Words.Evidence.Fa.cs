namespace Allocation.Host.Reports;

internal sealed partial class PersianWords
{
    public override string CityYear(string city, string year) => $"{city}، سال مالی {year}";
    public override string Chart => "نمودار";
    public override string Found => "ردیف‌های یافته‌شده:";
    public override string Synthetic(string tables) => $"این داده‌ها واقعی نیست؛ ردیف‌های ساختگی: {tables}.";
    public override string SyntheticRows(string table, string synthetic, string rows) => $"{synthetic} از {rows} {table}";
    public override string NothingSynthetic => "هیچ ردیفی از داده‌ها نشان ساختگی ندارد.";
    public override string NoDates => "داده‌ها تاریخ ندارد.";
    public override string DataOf(string date) => $"تاریخ داده‌ها {date} است.";
    public override string DataFrom(string oldest, string newest) => $"تاریخ داده‌ها از {oldest} تا {newest} است.";
    public override string TableName(string table) => table switch
    {
        "districts" => "منطقه",
        "neighbourhoods" => "محله",
        "services" => "خدمت",
        "stocks" => "موجودی خدمات",
        "needs" => "وزن نیاز",
        "projects" => "پروژه",
        "funds" => "منبع",
        _ => table,
    };
    public override string PlaceTimes(string times) => $"این {times} برابر میانگین سرانه شهر است.";
    public override string PlaceRank(string rank, string of) => rank == "۱" ? $"محروم‌ترین محله در میان {of} محله است." : $"از نظر محرومیت، رتبه {rank} در میان {of} محله را دارد (رتبه ۱ محروم‌ترین است).";
    public override string PlaceNotBehind => "پیش از هر پروژه در هیچ خدمتی از میانگین شهر عقب‌تر نیست.";
    public override string PlaceLacks(string service, string share, string city) => $"پیش از هر پروژه، بیشترین عقب‌ماندگی آن از میانگین شهر: {service}، {share} استاندارد (میانگین شهر: {city}).";
    public override string Service => "خدمت";
    public override string Standard => "استاندارد سرانه";
    public override string ServicesOf(string place) => $"هر ساکن {place} چه دارد";
    public override string Scenario => "سناریو";
    public override string Person => "نفر";
    public override string ZeroToOne => "۰ تا ۱";
    public override string NeighbourhoodsSheet => "محله‌ها";
}
