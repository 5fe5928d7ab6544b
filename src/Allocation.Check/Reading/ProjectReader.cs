using Allocation.Check.Meaning;

namespace Allocation.Check.Reading;

/// <summary>Puts projects together from their tables.</summary>
internal static class ProjectReader
{
    private const int UsualSteps = 100;

    public static Project[] Read(Func<string, List<Row>> table, Place[] places, Dictionary<string, int> placeAt, Dictionary<string, int> serviceAt)
    {
        var levels = table("levels").ToLookup(r => r.Id("project"), StringComparer.Ordinal);
        var outputs = table("outputs").ToLookup(r => r.Id("project"), StringComparer.Ordinal);
        var reach = table("reach").ToLookup(r => r.Id("project"), StringComparer.Ordinal);
        var spread = new Spread(places);
        return [.. table("projects").Select(One)];

        Project One(Row r)
        {
            var id = r.Id("id");
            var kind = r.Word("kind", "whole");
            if (kind is not ("whole" or "phased" or "divisible")) throw new UnreadableException($"{r.Where}: kind {kind}");
            var divisible = kind == "divisible";
            var steps = divisible ? r.SmallIf("steps") ?? UsualSteps : 1;
            Level[] own = kind == "phased"
                ? [.. levels[id].OrderBy(l => l.Small("level")).Select((l, i) => l.Small("level") == i + 1
                    ? new Level(l.Whole("cost"), l.DecimalOr("benefit", 0), Outputs(outputs[id].Where(o => o.Small("level") == i + 1)))
                    : throw new UnreadableException($"{l.Where}: levels are not 1, 2, …"))]
                : [new Level(r.Whole("cost"), r.DecimalOr("benefit", 0), Outputs(outputs[id]))];
            if (steps < 1 || own.Length == 0 || (divisible && own[0].Cost % steps != 0)) throw new UnreadableException($"{r.Where}: steps do not fit");
            var shares = Reached(reach[id]);
            var site = shares.Length == 0 ? -1 : shares.MaxBy(s => s.Millionths).Place;
            var least = divisible ? Math.Max(1, r.ShareIf("least") is { } share ? Steps.AtLeast(share, steps) : 1) : 1;
            return new Project(id, r.Id("sector"), r.Yes("carry_over"), divisible, steps, least, divisible ? steps : own.Length, own, shares, site);
        }

        (string, decimal)[] Outputs(IEnumerable<Row> rows) => [.. rows.Select(o => (serviceAt.ContainsKey(o.Id("service")) ? o.Id("service") : throw new UnreadableException($"{o.Where}: unknown service"), o.Decimal("amount")))];

        (int Place, int Millionths)[] Reached(IEnumerable<Row> rows)
        {
            var sums = new SortedDictionary<int, int>();
            foreach (var row in rows)
            {
                var millionths = (int)(row.Share("share") * City.Million);
                var place = row.Id("place");
                (int Place, int Millionths)[] shares = place switch
                {
                    "city" => [],
                    "*" => spread.Everywhere(millionths),
                    _ when place.StartsWith("district:", StringComparison.Ordinal) => spread.OverDistrict(place["district:".Length..].Trim(), millionths),
                    _ => [(CityReader.Look(placeAt, row, "place"), millionths)],
                };
                foreach (var share in shares) sums[share.Place] = sums.GetValueOrDefault(share.Place) + share.Millionths;
            }
            return [.. sums.Where(s => s.Value > 0).Select(s => (Place: s.Key, Millionths: s.Value))];
        }
    }
}
