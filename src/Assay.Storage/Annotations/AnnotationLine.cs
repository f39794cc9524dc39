using System.Text.Json.Serialization;
using Assay.Core.Judging;

namespace Assay.Storage.Annotations;

/// <summary>A row of the <c>annotations.json</c> that Assay writes.</summary>
internal sealed record AnnotationLine
{
    private const string BothOrders = "both";

    public required string Instruction { get; init; }

    [JsonPropertyName("output_1")]
    public required string Output1 { get; init; }

    [JsonPropertyName("generator_1")]
    public required string Generator1 { get; init; }

    public string? Dataset { get; init; }

    [JsonPropertyName("output_2")]
    public required string Output2 { get; init; }

    [JsonPropertyName("generator_2")]
    public required string Generator2 { get; init; }

    public required string Annotator { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? Preference { get; init; }

    public required string Id { get; init; }

    public required Outcome Outcome { get; init; }

    public string? Reason { get; init; }

    public string? Order { get; init; }

    public required AnnotationVerdict[] Verdicts { get; init; }

    public ItemNote[]? Notes { get; init; }

    public static AnnotationLine Of(JudgedItem item) => new()
    {
        Instruction = item.Pair.Instruction,
        Output1 = item.Pair.Baseline.Output,
        Generator1 = item.Pair.Baseline.Generator,
        Dataset = item.Pair.Dataset,
        Output2 = item.Pair.Candidate.Output,
        Generator2 = item.Pair.Candidate.Generator,
        Annotator = item.Annotator,
        Preference = item.Preference + 1,
        Id = item.Pair.Id.ToString(),
        Outcome = item.Outcome,
        Reason = item.Reason,
        Order = OrderShown(item),
        Verdicts = [.. item.Verdicts.Select(AnnotationVerdict.Of)],
        Notes = item.Notes.IsEmpty ? null : [.. item.Notes],
    };

    private static string? OrderShown(JudgedItem item)
    {
        PresentationOrder[] orders = [.. item.Verdicts.Select(static verdict => verdict.Order).Distinct()];
        return orders.Length switch
        {
            0 => null,
            1 => AnnotationVerdict.NameOf(orders[0]),
            _ => BothOrders,
        };
    }
}

/// <summary>A verdict in a row of annotations; its preference is on the row's scale.</summary>
internal sealed record AnnotationVerdict(
    string Judge, string Order, int Repeat, Outcome Outcome, double? Preference, int Asked, string? Reason, bool? Flipped, string? Key)
{
    public static AnnotationVerdict Of(Verdict verdict) => new(
        verdict.Judge, NameOf(verdict.Order), verdict.Repeat, verdict.Outcome, verdict.Preference + 1, verdict.Asked, verdict.Reason,
        verdict.IsFlipped ? true : null, verdict.Key?.Id);

    public static string NameOf(PresentationOrder order) => order == PresentationOrder.BaselineFirst ? "baseline_first" : "candidate_first";
}
