using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>A comparison of chosen models as the JSON contract writes it: their leaderboard, and every pair.</summary>
[Description("Chosen models side by side, every pair tested. Rates are in percent, 0 to 100; differences in percentage points; null means unknown.")]
internal sealed record ComparisonContract : LeaderboardContract
{
    [JsonConstructor]
    public ComparisonContract() { }

    [SetsRequiredMembers]
    public ComparisonContract(LeaderboardContract board, IReadOnlyList<PairContract> comparisons) : base(board) => Comparisons = comparisons;

    [JsonPropertyName("comparisons"), JsonPropertyOrder(BehindModels), Description("Every pair of the chosen models, in the order they were named.")]
    public required IReadOnlyList<PairContract> Comparisons { get; init; }
}
