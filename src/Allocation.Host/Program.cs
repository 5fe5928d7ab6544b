using System.CommandLine;
using Allocation.Host.Commands;

// One line per verb; each is a file in Commands.
var root = new RootCommand("Fair division of a city's budget among neighbourhood projects.")
{
    BenchCommand.Create(),
    BenchCommand.CreateChild(),
    ImportCommand.Create(),
    ElectCommand.Create(),
};
return root.Parse(args).Invoke();
