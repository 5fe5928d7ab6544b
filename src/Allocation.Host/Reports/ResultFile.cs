using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Allocation.Host.Reports;

/// <summary><c>result.json</c>: a <see cref="PlanView"/> in camel case, with invariant numbers and unescaped Persian. Same view, same bytes; reading gives the view back.</summary>
internal static class ResultFile
{
    public const string FileName = "result.json";

    /// <summary>How every JSON file and answer is spelled.</summary>
    internal static readonly JsonSerializerOptions Spelling = new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(new ViewJson(), new SweepJson()),
    }.WithWords();

    public static string Write(PlanView view) => Text(view);

    /// <summary>Any view as a file or an answer holds it.</summary>
    public static string Text<T>(T view) => JsonSerializer.Serialize(view, Of<T>()) + "\n";

    /// <summary>A view in a text. Throws <see cref="JsonException"/> where the text is not one.</summary>
    public static T View<T>(string text) => JsonSerializer.Deserialize(text, Of<T>()) ?? throw new JsonException("The text holds nothing.");

    private static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Spelling.GetTypeInfo(typeof(T));

    /// <summary>The view in a result file's text. Throws <see cref="JsonException"/> where the text is not one.</summary>
    public static PlanView Read(string text)
    {
        var view = View<PlanView>(text);
        return view.Format == PlanView.CurrentFormat ? view : throw new JsonException($"The format is '{view.Format}', not '{PlanView.CurrentFormat}'.");
    }
}
