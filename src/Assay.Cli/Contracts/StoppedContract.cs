using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Cli.Contracts;

/// <summary>Why the judging of a candidate stopped before its last item.</summary>
internal sealed record StoppedContract
{
    [JsonPropertyName("rule"), AllowedValues("until_width", "until_decided"), Description("What was met.")]
    public required string Rule { get; init; }

    [JsonPropertyName("value"), Description("The width in percentage points, or the win rate in percent that is excluded.")]
    public required double Value { get; init; }

    [JsonPropertyName("after"), Description("Items, in their random order, after which the rule was met for the first time.")]
    public required int After { get; init; }

    [JsonPropertyName("items"), Description("Items of the whole set.")]
    public required int Items { get; init; }

    [JsonPropertyName("missing"), Description("Of the items looked at, those without a verdict: they count as lost and as won.")]
    public required int Missing { get; init; }

    [JsonPropertyName("mean"), Description("Mean preference of the items looked at, in percent; null where none has one.")]
    public required double? Mean { get; init; }

    [JsonPropertyName("interval"), Length(2, 2), Description("Interval for the mean preference of the whole set in percent, valid at every look.")]
    public required IReadOnlyList<double> Interval { get; init; }

    [JsonPropertyName("level"), Description("Probability with which all intervals of the candidate cover, between 0 and 1.")]
    public required double Level { get; init; }

    [JsonPropertyName("interval_method"), AllowedValues("betting_without_replacement"), Description("How the interval is made.")]
    public required string IntervalMethod { get; init; }

    [JsonPropertyName("reason"), Description("The reason in one sentence.")]
    public required string Reason { get; init; }
}
