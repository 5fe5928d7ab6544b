using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Microsoft.AspNetCore.Http;

namespace Allocation.Host.Serving;

/// <summary>How requests and answers of the page are read and written as JSON, made when the program is built.</summary>
[JsonSerializable(typeof(IEnumerable<ScenarioAnswer>))]
[JsonSerializable(typeof(ScenarioAnswer))]
[JsonSerializable(typeof(JobAnswer))]
[JsonSerializable(typeof(SseItem<JobAnswer>))]
[JsonSerializable(typeof(SavedAnswer))]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(ChangeRequest))]
[JsonSerializable(typeof(WhyRequest))]
[JsonSerializable(typeof(Text))]
[JsonSerializable(typeof(IFormFileCollection))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(IReadOnlyList<FaultAnswer>))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ServingJson : JsonSerializerContext;

/// <summary>Enumerations that only requests and answers hold.</summary>
internal static class ServingWords
{
    public static JsonSerializerOptions WithServingWords(this JsonSerializerOptions options) => options.WithWord<JobKind>().WithWord<JobState>().WithWord<Question>();
}
