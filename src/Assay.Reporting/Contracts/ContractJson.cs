using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Core.Comparisons;
using Assay.Core.Leaderboards;

namespace Assay.Reporting.Contracts;

/// <summary>
/// The JSON that other programs read: names and order fixed by <see cref="ContractSchemas"/>, percent from 0 to 100, null for the unknown,
/// indented, UTF-8 without a byte order mark, lines ended by a line feed, the last one too.
/// </summary>
public static class ContractJson
{
    /// <summary>Text that people can read too: letters of every script and apostrophes stand as they are; control characters are escaped.</summary>
    internal static ContractContext Context { get; } = new(new JsonSerializerOptions(ContractContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });

    /// <summary>The leaderboard as JSON text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(Leaderboard leaderboard)
    {
        ArgumentNullException.ThrowIfNull(leaderboard);
        return JsonSerializer.Serialize(leaderboard.ToContract(), Context.LeaderboardContract) + "\n";
    }

    /// <summary>The comparison as JSON text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(ModelComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return JsonSerializer.Serialize(comparison.ToContract(), Context.ComparisonContract) + "\n";
    }
}
