using System.Globalization;
using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Texts;

namespace Assay.Evaluation.Verdicts;

/// <summary>
/// A field of the JSON object in an answer. Objects without the field are passed over; where several have it and do not mean the same, nothing is guessed: a
/// judge
/// that quotes the JSON of a hostile output must not give that output's verdict.
/// </summary>
internal sealed class JsonVerdict(JsonFieldReading reading)
{
    public VerdictRead Read(JudgeAnswer answer)
    {
        double? preference = null;
        string? unknown = null;
        bool hasField = false;
        foreach (JsonElement found in JsonObjects.In(answer.Text))
        {
            if (!found.TryGetProperty(reading.Field, out JsonElement said)) continue;
            hasField = true;
            if (Meaning(said) is not { } meaning) unknown ??= said.GetRawText();
            else if (preference is { } before && before != meaning)
                return VerdictRead.Unparsed($"The answer has different verdicts in the field \"{reading.Field}\".");
            else preference = meaning;
        }
        if (unknown is not null)
            return VerdictRead.Unparsed($"The field \"{reading.Field}\" says {VerdictReader.Shown(unknown)}, which is none of the verdicts.");
        if (preference is { } sure) return VerdictRead.Of(sure);
        return VerdictRead.Unparsed(hasField || answer.Text.Length > 0
            ? $"No JSON object with the field \"{reading.Field}\" is in the answer \"{VerdictReader.Shown(answer.Text)}\"."
            : "The judge's answer is empty.");
    }

    private double? Meaning(JsonElement said)
    {
        string? text = said.ValueKind switch
        {
            JsonValueKind.String => said.GetString()!.Trim(),
            JsonValueKind.Number => said.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
        if (text is null) return null;
        foreach (VerdictValue value in reading.Values)
        {
            if (string.Equals(value.Text, text, StringComparison.Ordinal)) return value.Preference;
        }
        // Labels may differ by case alone ("m", "M"), so case is forgiven only where one label is meant.
        double? near = null;
        foreach (VerdictValue value in reading.Values)
        {
            if (!string.Equals(value.Text, text, StringComparison.OrdinalIgnoreCase) && !IsSameNumber(value.Text, text)) continue;
            if (near is not null) return null;
            near = value.Preference;
        }
        return near;
    }

    private static bool IsSameNumber(string first, string second) =>
        double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out double one)
        && double.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out double other)
        && one == other;
}
