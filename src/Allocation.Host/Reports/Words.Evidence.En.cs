namespace Allocation.Host.Reports;

internal sealed partial class EnglishWords
{
    public override string CityYear(string city, string year) => $"{city}, fiscal year {year}";
    public override string Chart => "Chart";
    public override string Found => "Rows found:";
    public override string Synthetic(string tables) => $"Not real data: synthetic rows are {tables}.";
    public override string SyntheticRows(string table, string synthetic, string rows) => $"{synthetic} of {rows} {table}";
    public override string NothingSynthetic => "No row of the data is marked as synthetic.";
    public override string NoDates => "The data state no date.";
    public override string DataOf(string date) => $"The data are of {date}.";
    public override string DataFrom(string oldest, string newest) => $"The data are from {oldest} to {newest}.";
    public override string TableName(string table) => table == "stocks" ? "service stocks" : table;
    public override string PlaceTimes(string times) => $"That is {times} times the city's mean per resident.";
    public override string PlaceRank(string rank, string of) => rank == "1" ? $"It is the most deprived of {of} neighbourhoods." : $"By deprivation it is number {rank} of {of}, counted from the neediest.";
    public override string PlaceNotBehind => "Before any project it is behind the city in no service.";
    public override string PlaceLacks(string service, string share, string city) => $"Furthest behind the city before any project: {service}, {share} of the standard (city: {city}).";
    public override string Service => "Service";
    public override string Standard => "Standard per resident";
    public override string ServicesOf(string place) => $"What a resident of {place} has";
    public override string Scenario => "Scenario";
    public override string Person => "person";
    public override string ZeroToOne => "0 … 1";
    public override string NeighbourhoodsSheet => "Neighbourhoods";
}
