using System.Globalization;
using Assay.Evaluation.Runs;

namespace Assay.Cli.Reports;

/// <summary>What calls came to, in words.</summary>
internal static class SpendingText
{
    /// <summary>One line: "calls: 120 sent, 3 from the store, 1 failed; 31,204 input and 120 output tokens; $0.0123".</summary>
    public static string Of(Spending spending)
    {
        List<string> parts = [Text($"calls: {spending.Sent} sent, {spending.FromStore} from the store, {spending.Failed} failed")];
        if (spending.Sent > 0)
        {
            parts.Add(Text($"{Count(spending.Tokens.Input)} input and {Count(spending.Tokens.Output)} output tokens"));
            parts.Add(spending.Cost is { } cost ? Dollars(cost) : Text($"cost unknown for {spending.WithoutCost} of them ({Dollars(spending.KnownCost)} known)"));
        }
        return string.Join("; ", parts);
    }

    /// <summary>An amount: "$0.0123".</summary>
    public static string Dollars(decimal amount) => Text($"${amount:0.00####}");

    /// <summary>A count, or that it is unknown.</summary>
    public static string Count(long? count) => count is { } known ? known.ToString("#,0", CultureInfo.InvariantCulture) : "unknown";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
