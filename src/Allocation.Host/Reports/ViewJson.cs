using System.Text.Json.Serialization;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Comparing;
using Allocation.Host.Reports.Frontiers;
using Allocation.Host.Reports.Sweeps;
using Allocation.Host.Reports.Uncertain;

namespace Allocation.Host.Reports;

/// <summary>How views are written and read as JSON, made when the program is built: a program in the machine's own code cannot look at types while it runs.</summary>
[JsonSerializable(typeof(PlanView))]
[JsonSerializable(typeof(ImpossibleView))]
[JsonSerializable(typeof(CompareView))]
[JsonSerializable(typeof(FrontierView))]
[JsonSerializable(typeof(FrontierStepsView))]
[JsonSerializable(typeof(ProjectAnswerView))]
[JsonSerializable(typeof(ProjectsAnswerView))]
[JsonSerializable(typeof(PlaceAnswerView))]
[JsonSerializable(typeof(PlacesAnswerView))]
[JsonSerializable(typeof(RulesAnswerView))]
[JsonSerializable(typeof(SensitivityView))]
[JsonSerializable(typeof(AlternativesView))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ViewJson : JsonSerializerContext;

/// <summary>As <see cref="ViewJson"/>, apart because its projects are told by the same word.</summary>
[JsonSerializable(typeof(SweepView))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class SweepJson : JsonSerializerContext;
