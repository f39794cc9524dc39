using System.Text.Json;
using Assay.Core.People;

namespace Assay.Storage.People;

/// <summary>What a row of Assay's own annotations says of the orders a pair was shown in.</summary>
internal static class OrderCells
{
    /// <summary>The order; unknown where the field says nothing of it.</summary>
    public static ShownOrder Shown(CellRow row, int field)
    {
        ReadOnlySpan<byte> order = row.Utf8(field);
        if (order.SequenceEqual("baseline_first"u8)) return ShownOrder.Output1First;
        if (order.SequenceEqual("candidate_first"u8)) return ShownOrder.Output2First;
        return order.SequenceEqual("both"u8) ? ShownOrder.Both : ShownOrder.Unknown;
    }

    /// <summary>
    /// Whether one order prefers one output and the other order the other one, by the mean over a judge's repeats; a tie in one order and none in the other is a
    /// change too. Null without a verdict in each order.
    /// </summary>
    /// <param name="verdicts">The JSON of the row's verdicts, whose preferences are 1 to 2.</param>
    public static bool? Flips(ReadOnlySpan<byte> verdicts)
    {
        Utf8JsonReader reader = new(verdicts);
        JsonElement list = JsonElement.ParseValue(ref reader);
        if (list.ValueKind != JsonValueKind.Array) return null;
        double[] sums = [0, 0];
        int[] counts = [0, 0];
        foreach (JsonElement verdict in list.EnumerateArray())
        {
            if (verdict.ValueKind != JsonValueKind.Object || !verdict.TryGetProperty("order", out JsonElement order)) continue;
            if (!verdict.TryGetProperty("preference", out JsonElement preference) || preference.ValueKind != JsonValueKind.Number) continue;
            int place = order.ValueEquals("candidate_first") ? 1 : 0;
            sums[place] += preference.GetDouble() - 1.5;
            counts[place]++;
        }
        if (counts[0] == 0 || counts[1] == 0) return null;
        return Math.Sign(sums[0]) != Math.Sign(sums[1]);
    }
}
