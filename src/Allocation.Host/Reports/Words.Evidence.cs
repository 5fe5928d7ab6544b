namespace Allocation.Host.Reports;

// Where figures come from, what a place lacks, and what stands around charts.
internal abstract partial class Words
{
    public abstract string CityYear(string city, string year);
    public abstract string Chart { get; }
    public abstract string Found { get; }
    public abstract string Synthetic(string tables);
    public abstract string SyntheticRows(string table, string synthetic, string rows);
    public abstract string NothingSynthetic { get; }
    public abstract string NoDates { get; }
    public abstract string DataOf(string date);
    public abstract string DataFrom(string oldest, string newest);
    public abstract string TableName(string table);
    public abstract string PlaceTimes(string times);
    public abstract string PlaceRank(string rank, string of);
    public abstract string PlaceNotBehind { get; }
    public abstract string PlaceLacks(string service, string share, string city);
    public abstract string Service { get; }
    public abstract string Standard { get; }
    public abstract string ServicesOf(string place);
    public abstract string Scenario { get; }
    public abstract string Person { get; }
    public abstract string ZeroToOne { get; }
    public abstract string NeighbourhoodsSheet { get; }
}
