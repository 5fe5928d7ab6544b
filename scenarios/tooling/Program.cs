using Allocation.Host.Scenarios;
using Allocation.Scenarios;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run --project scenarios/tooling -- OUTDIR    writes the generated scenarios into folders of OUTDIR, for example scenarios");
    return 2;
}
foreach (var parts in Generated.All())
{
    var folder = Path.Combine(args[0], parts.Id);
    ScenarioFolder.Write(parts, folder);
    Console.WriteLine(folder);
}
return 0;
