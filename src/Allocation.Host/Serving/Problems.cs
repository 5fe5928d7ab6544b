using System.Text.Json;
using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Allocation.Host.Serving;

/// <summary>A fault as answers hold it: where it stands (file, line and column from 1; table, row from 1 and field), what it is about, and its words in both languages.</summary>
internal sealed record FaultAnswer(string Code, Severity Severity, string File, int Line, int Column, string Table, int? Row, string Field, string Value, Text Message, Text Cure)
{
    public static IReadOnlyList<FaultAnswer> Of(IEnumerable<PlacedFault> faults) => [.. faults.Select(f => new FaultAnswer(f.Fault.Code, f.Fault.Severity, f.File, f.Line, f.Column,
        f.Fault.Subject.Table, f.Fault.Subject.Row >= 0 ? f.Fault.Subject.Row + 1 : null, f.Fault.Subject.Field, f.Fault.Value, f.Fault.Message, f.Fault.Cure))];
}

/// <summary>Errors as problem+json (RFC 9457): a title in both languages, and the same faults that <c>check</c> prints.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, Text title, IEnumerable<PlacedFault>? faults = null) => TypedResults.Problem(
        title: title.En, statusCode: status, extensions: new Dictionary<string, object?> { ["titles"] = title, ["faults"] = FaultAnswer.Of(faults ?? []) });

    /// <summary>A request that cannot be read is the asker's: its own status, and where it stops making sense.</summary>
    public static int StatusOf(Exception exception) => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    /// <inheritdoc cref="StatusOf"/>
    public static void Explain(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
    {
        if (context.Exception is not BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad) return;
        var title = Reports.Words.Both(w => w.BadBody((bad.InnerException as JsonException)?.Path ?? "$"));
        context.ProblemDetails.Title = title.En;
        context.ProblemDetails.Extensions["titles"] = title;
    };

    public static ProblemHttpResult NotHere() => Of(StatusCodes.Status404NotFound, Reports.Words.Both(w => w.NotHere));
}
