using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Allocation.Host.Reports;

/// <summary><c>result.json</c>: a <see cref="PlanView"/> in camel case, with invariant numbers and unescaped Persian. Same view, same bytes; reading gives the view back.</summary>
internal static class ResultFile
{
    public const string FileName = "result.json";

    /// <summary>How every JSON file and answer is spelled.</summary>
    internal static readonly JsonSerializerOptions Spelling = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static string Write(PlanView view) => JsonSerializer.Serialize(view, Spelling) + "\n";

    /// <summary>The view in a result file's text. Throws <see cref="JsonException"/> where the text is not one.</summary>
    public static PlanView Read(string text)
    {
        var view = JsonSerializer.Deserialize<PlanView>(text, Spelling) ?? throw new JsonException("The result is null.");
        return view.Format == PlanView.CurrentFormat ? view : throw new JsonException($"The format is '{view.Format}', not '{PlanView.CurrentFormat}'.");
    }
}
