namespace Allocation.Host.Reports.Charts;

/// <summary>Money from one node of a column to one of the next.</summary>
internal sealed record Flow(string From, string To, double Amount);

/// <summary>Money from funds through commissions to districts: columns of nodes, bands as wide as the money, values on the nodes.</summary>
internal static class FlowChart
{
    // Names and sums stand before the first column and after the last, names alone beside the columns between, where they need the room.
    private const double Width = 960, Height = 440, NodeWidth = 14, FirstRoom = 235, LastRoom = 185, Gap = 10, Top = 10, Letter = 5.5, Between = 10;
    private static readonly string[] Colours = [Canvas.Main, Canvas.Other, Canvas.Third, Canvas.Fourth, "#5c6b00", "#4d4d4d"];

    /// <param name="id">Unique on the page.</param>
    /// <param name="title">The accessible name.</param>
    /// <param name="description">What a reader hears.</param>
    /// <param name="stages">One list of flows per step; what flows into a node flows out of it.</param>
    /// <param name="style">Direction and numbers.</param>
    public static string Draw(string id, string title, string description, IReadOnlyList<IReadOnlyList<Flow>> stages, ChartStyle style)
    {
        var columns = Columns(stages);
        var all = columns[0].Sum(n => n.Amount);
        var most = columns.Max(c => c.Count);
        var unit = (Height - ((most - 1) * Gap) - (2 * Top)) / Math.Max(all, 1e-9);
        var canvas = new Canvas(Width, Height, style);
        var place = new Dictionary<(int, string), (double X, double Y)>();
        var step = (Width - FirstRoom - LastRoom - NodeWidth) / Math.Max(1, columns.Count - 1);
        for (var c = 0; c < columns.Count; c++)
        {
            var x = FirstRoom + (c * step);
            double y = Top;
            foreach (var (name, amount) in columns[c])
            {
                place[(c, name)] = (x, y);
                y += (amount * unit) + Gap;
            }
        }
        for (var c = 0; c < stages.Count; c++)
        {
            var (outgoing, incoming) = (new Dictionary<string, double>(), new Dictionary<string, double>());
            foreach (var flow in stages[c])
            {
                var (from, to) = (place[(c, flow.From)], place[(c + 1, flow.To)]);
                double a = outgoing.GetValueOrDefault(flow.From), b = incoming.GetValueOrDefault(flow.To), thick = flow.Amount * unit;
                canvas.Band(from.X + NodeWidth, from.Y + a, to.X, to.Y + b, thick, Colour(columns[c], flow.From), $"{flow.From} ← {flow.To}: {style.Number(flow.Amount)}");
                (outgoing[flow.From], incoming[flow.To]) = (a + thick, b + thick);
            }
        }
        for (var c = 0; c < columns.Count; c++)
            foreach (var (name, amount) in columns[c])
            {
                var (x, y) = place[(c, name)];
                canvas.Bar(x, y, NodeWidth, Math.Max(1, amount * unit), Colour(columns[c], name), $"{name}: {style.Number(amount)}");
                var middle = y + (amount * unit / 2) + 4;
                var sum = $" · {style.Number(amount)}";
                if (c == columns.Count - 1) canvas.Write(x + NodeWidth + 6, middle, Beside(name, sum, LastRoom - NodeWidth), size: 12, whole: name + sum);
                else if (c == 0) canvas.Write(x - 6, middle, Beside(name, sum, FirstRoom), Anchor.End, size: 12, whole: name + sum);
                else canvas.Write(x + NodeWidth + 6, middle, Beside(name, "", step - NodeWidth), size: 12, halo: true, whole: name);
            }
        return canvas.Finish(id, title, description);
    }

    // A name beside its node, and what is said after it, within the room from this node to the next, or to the picture's edge.
    private static string Beside(string name, string after, double room) => Canvas.Shortened(name, room - Between - (after.Length * Letter), Letter) + after;

    private static List<List<(string Name, double Amount)>> Columns(IReadOnlyList<IReadOnlyList<Flow>> stages)
    {
        List<List<(string, double)>> columns = [[.. stages[0].GroupBy(f => f.From).Select(g => (g.Key, g.Sum(f => f.Amount)))]];
        foreach (var stage in stages) columns.Add([.. stage.GroupBy(f => f.To).Select(g => (g.Key, g.Sum(f => f.Amount)))]);
        return columns;
    }

    private static string Colour(List<(string Name, double Amount)> column, string name) => Colours[column.FindIndex(n => n.Name == name) % Colours.Length];
}
