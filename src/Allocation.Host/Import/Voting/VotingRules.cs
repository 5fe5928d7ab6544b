namespace Allocation.Host.Import.Voting;

/// <summary>How money that equal shares leave over is spent.</summary>
internal enum Completion
{
    /// <summary>It is left.</summary>
    None,
    /// <summary>Greedily, by the same satisfaction.</summary>
    Utilitarian,
    /// <summary>Larger shares for all as long as the outcome fits.</summary>
    AddOne,
    /// <summary>Larger shares first, then greedily.</summary>
    AddOneUtilitarian,
}

/// <summary>The rules by the names of the command line.</summary>
internal static class VotingRules
{
    public static readonly IReadOnlyList<string> Rules = ["greedy", "equal-shares", "phragmen"];
    public static readonly IReadOnlyList<string> Satisfactions = ["cost", "cardinality", "points"];
    public static readonly IReadOnlyList<string> Completions = ["none", "utilitarian", "add-one", "add-one-utilitarian"];

    /// <summary>The winners in the order in which they won.</summary>
    public static IReadOnlyList<int> Run(VotingInstance instance, string rule, string satisfaction, string completion, CancellationToken cancellation = default)
    {
        var counted = (Satisfaction)Array.IndexOf([.. Satisfactions], satisfaction);
        var rest = (Completion)Array.IndexOf([.. Completions], completion);
        return rule switch
        {
            "greedy" => Greedy.Run(instance, counted),
            "phragmen" => Phragmen.Run(instance),
            _ => Completed(instance, counted, rest, cancellation),
        };
    }

    private static List<int> Completed(VotingInstance instance, Satisfaction counted, Completion completion, CancellationToken cancellation)
    {
        var won = completion is Completion.AddOne or Completion.AddOneUtilitarian ? EqualShares.AddOne(instance, counted, cancellation) : EqualShares.Run(instance, counted);
        return completion is Completion.Utilitarian or Completion.AddOneUtilitarian ? Greedy.Run(instance, counted, won) : won;
    }
}
