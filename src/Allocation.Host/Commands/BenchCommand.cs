using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Host.Benchmarks;

namespace Allocation.Host.Commands;

/// <summary><c>bench</c>: methods side by side on generated instances, each run in a process of its own, every plan scored by the same verifier.</summary>
internal static class BenchCommand
{
    private const int Done = 0, Usage = 2, Defect = 70;
    private const string Quick = "quick";

    public static Command Create()
    {
        var sizes = new Words<BenchSize>("--sizes", "60x400", "Neighbourhoods × projects, separated by commas.", Each(BenchSize.Parse));
        var shapes = new Words<InstanceShape>("--shapes", "plain", $"Any of: {string.Join(", ", InstanceShape.All.Select(s => s.Name))}; or all.", t => t == "all" ? InstanceShape.All : Each(InstanceShape.Find)(t));
        var seeds = new Words<int>("--seeds", "1", "Whole numbers.", Each(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (int?)n : null));
        var measures = new Words<BenchMeasure>("--measures", "atkinson", $"Any of: {string.Join(", ", MeasureCatalogue.Names)}; a parameter follows a colon (atkinson:2), and places after another where every place counts alike (leximin:0.01:places).", Each(BenchMeasure.Parse));
        var methods = new Words<string>("--methods", string.Join(',', BenchMethods.Names), $"Any of: {string.Join(", ", BenchMethods.Names)}.", Each(t => BenchMethods.Names.Contains(t) ? t : null));
        var limit = new Option<double>("--limit") { Description = "Seconds for each run.", DefaultValueFactory = _ => 30 };
        var threads = new Option<int>("--threads") { Description = "Threads for methods that take them.", DefaultValueFactory = _ => 2 };
        var json = new Option<string?>("--json") { Description = "Write the rows here." };
        var markdown = new Option<string?>("--markdown") { Description = "Write the tables here." };
        var svg = new Option<string?>("--svg") { Description = "Write the charts into this folder." };
        var from = new Option<string?>("--from") { Description = "Run nothing: read the rows of files that --json wrote, separated by commas, and write tables and charts of them all." };
        var quick = new Option<bool>($"--{Quick}") { Description = "60×400 in two shapes with every method, ten seconds each: under five minutes." };
        var gate = new Option<bool>("--gate") { Description = "Instead: compare plan, bound, steps, size and allocations of small runs with the baseline; exit code 70 where they differ." };
        var baseline = new Option<string>("--baseline") { Description = "The gate's baseline.", DefaultValueFactory = _ => GateRuns.Baseline };
        var update = new Option<bool>("--update") { Description = "With --gate: write the baseline anew." };
        var frontier = new Option<int?>("--frontier") { Description = "Instead: so many even levels of each measure against total benefit, by the engine and by one textbook model for each level, in this process." };
        frontier.Validators.Add(r => { if (r.GetValueOrDefault<int?>() is < 2) r.AddError("--frontier is 2 or more."); });
        var command = new Command("bench", "Compare methods on generated instances.") { sizes.Option, shapes.Option, seeds.Option, measures.Option, methods.Option, limit, threads, json, markdown, svg, from, quick, frontier, gate, baseline, update };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            if (parsed.GetValue(gate) && !parsed.GetValue(update) && !File.Exists(parsed.GetValue(baseline)))
            {
                Console.Error.WriteLine($"There is no baseline at {parsed.GetValue(baseline)}: name it with --baseline, or write one with bench --gate --update.");
                return Usage;
            }
            if (parsed.GetValue(gate)) return GateRuns.Run(parsed.GetValue(baseline)!, parsed.GetValue(update), Console.Out) ? Done : Defect;
            if (parsed.GetValue(frontier) is { } levels)
            {
                Console.Out.Write(FrontierBench.Head);
                foreach (var what in new BenchRequest { Sizes = sizes.Of(parsed), Shapes = shapes.Of(parsed), Seeds = seeds.Of(parsed), Measures = measures.Of(parsed), Methods = [""], Limit = parsed.GetValue(limit) }.Cases())
                    Console.Out.Write(FrontierBench.Markdown(what.Instance, FrontierBench.Run(Problem.For(Scenario.Create(InstanceGenerator.Make(what.Instance, what.Measure.Goal)).Value), levels, parsed.GetValue(limit))));
                return Done;
            }
            BenchFile file;
            if (parsed.GetValue(from) is { } paths) file = BenchFile.Together([.. paths.Split(',').Select(path => BenchFile.Read(File.ReadAllText(path)))]);
            else
            {
                var small = parsed.GetValue(quick);
                var request = new BenchRequest
                {
                    Sizes = sizes.Of(parsed), Seeds = seeds.Of(parsed), Measures = measures.Of(parsed), Methods = methods.Of(parsed),
                    Shapes = small ? [.. InstanceShape.All.Where(s => s.Name is "plain" or "mixed")] : shapes.Of(parsed),
                    Limit = small ? 10 : parsed.GetValue(limit), Threads = parsed.GetValue(threads),
                };
                file = Run(request, cancellation);
            }
            if (parsed.GetValue(json) is { } jsonPath) File.WriteAllText(jsonPath, file.ToJson());
            if (parsed.GetValue(markdown) is { } markdownPath) File.WriteAllText(markdownPath, BenchMarkdown.Of(file));
            if (parsed.GetValue(svg) is { } folder) BenchCharts.Write(file, folder);
            if (parsed.GetValue(markdown) is null) Console.Out.Write(BenchMarkdown.Of(file));
            return Done;
        }, CancellationToken.None));
        return command;
    }

    /// <summary>The verb that <see cref="BenchRunner"/> starts for each run; not for people.</summary>
    public static Command CreateChild()
    {
        var size = new Option<string>("--size") { Required = true };
        var shape = new Option<string>("--shape") { Required = true };
        var seed = new Option<int>("--seed") { Required = true };
        var measure = new Option<string>("--measure") { Required = true };
        var method = new Option<string>("--method") { Required = true };
        var limit = new Option<double>("--limit") { Required = true };
        var threads = new Option<int>("--threads") { Required = true };
        var report = new Option<string>("--report") { Required = true };
        var command = new Command(BenchRunner.ChildVerb, "One run of bench, in its own process.") { size, shape, seed, measure, method, limit, threads, report };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            if (BenchSize.Parse(parsed.GetValue(size)!) is not { } parsedSize || InstanceShape.Find(parsed.GetValue(shape)!) is not { } parsedShape
                || BenchMeasure.Parse(parsed.GetValue(measure)!) is not { } parsedMeasure) return Usage;
            using var writer = new StreamWriter(parsed.GetValue(report)!, append: true);
            ChildRun.Run(new(parsedSize, parsedShape, parsed.GetValue(seed), parsedMeasure, parsed.GetValue(method)!), parsed.GetValue(limit), parsed.GetValue(threads), writer);
            return Done;
        });
        return command;
    }

    private static BenchFile Run(BenchRequest request, CancellationToken cancellation)
    {
        var (total, machine) = (request.Cases().Count(), BenchMachine.Here());
        var done = 0;
        var rows = BenchRunner.Run(request, row =>
        {
            done++;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{done}/{total} {row.Instance} {row.Method}: {row.Status.ToString().ToLowerInvariant()} after {row.Seconds:0.0} s, value {row.Value:0.0000000}, gap {BenchMarkdown.Gap(row.Gap)}{(row.Verified ? "" : ", not verified")} {row.Note}"));
        }, cancellation);
        return new()
        {
            EngineVersion = typeof(Scenario).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            Machine = machine, Threads = request.Threads, Rows = rows,
        };
    }

    // A list separated by commas; every word is parsed when the command line is, so that all that are wrong are said at once.
    private sealed class Words<T>(string name, string usual, string description, Func<string, IReadOnlyList<T>?> parse)
    {
        public Option<string> Option { get; } = Made(name, usual, description, parse);

        public IReadOnlyList<T> Of(ParseResult parsed) => [.. Split(parsed.GetValue(Option)!).SelectMany(word => parse(word)!)];

        private static Option<string> Made(string name, string usual, string description, Func<string, IReadOnlyList<T>?> parse)
        {
            var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => usual };
            option.Validators.Add(result =>
            {
                foreach (var word in Split(result.GetValueOrDefault<string>())) if (parse(word) is null) result.AddError($"{name}: '{word}' is not one of those. {description}");
            });
            return option;
        }

        private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Func<string, IReadOnlyList<T>?> Each<T>(Func<string, T?> parse) where T : class => text => parse(text) is { } one ? [one] : null;
    private static Func<string, IReadOnlyList<T>?> Each<T>(Func<string, T?> parse) where T : struct => text => parse(text) is { } one ? [one] : null;
}
