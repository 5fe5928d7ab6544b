using System.Text.Json;
using System.Text.Json.Serialization;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Comparing;
using Allocation.Host.Reports.Frontiers;
using Allocation.Host.Reports.Sweeps;
using Allocation.Host.Reports.Uncertain;

namespace Allocation.Host.Reports;

/// <summary>Enumerations in JSON: by name, in kebab case, never by number. Each is named here, because a program in the machine's own code cannot make converters while it runs; a test says which is missing.</summary>
internal static class EnumWords
{
    public static JsonSerializerOptions WithWord<T>(this JsonSerializerOptions options) where T : struct, Enum
    {
        options.Converters.Add(new JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }

    /// <summary>All that views hold.</summary>
    public static JsonSerializerOptions WithWords(this JsonSerializerOptions options)
    {
        Word<Proof>(); Word<ProofKind>(); Word<LevelGround>(); Word<FundKind>(); Word<ProjectKind>(); Word<ReachKind>(); Word<OutcomeKind>(); Word<Weighting>();
        Word<PlainReason>(); Word<Certainty>(); Word<EasedFigure>(); Word<Yardstick>(); Word<DifferenceKind>(); Word<Severity>();
        Word<OptionSource>(); Word<RuleKind>(); Word<BudgetState>(); Word<Drawn>(); Word<Decision>(); Word<Core>(); Word<Against>();
        return options;

        void Word<T>() where T : struct, Enum => options.WithWord<T>();
    }
}
