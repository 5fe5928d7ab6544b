using System.Text.Json.Serialization;

namespace Allocation.Host.Benchmarks;

/// <summary>How files of the bench are written and read as JSON, made when the program is built.</summary>
[JsonSerializable(typeof(BenchFile))]
[JsonSerializable(typeof(GateEntry[]))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class BenchJson : JsonSerializerContext;

/// <summary>As <see cref="BenchJson"/>, for what children and parents say to each other.</summary>
[JsonSerializable(typeof(ChildLine))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ChildJson : JsonSerializerContext;
