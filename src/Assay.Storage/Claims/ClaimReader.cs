using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Audits.Factuality;
using Assay.Core.Errors;
using Assay.Core.Texts;

namespace Assay.Storage.Claims;

/// <summary>Reads one prompt with its claims.</summary>
internal sealed class ClaimReader(string file, string score, IReadOnlyCollection<string> acceptable, bool needsLabels)
{
    private const string ScoreSuffix = "-score";

    /// <summary>The prompt of this object.</summary>
    /// <param name="row">An object with <c>prompt</c> and <c>claims</c>.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <exception cref="InputException">It is something else; names file, prompt, claim and field.</exception>
    public PromptClaims Prompt(JsonElement row, int number)
    {
        string place = $"{file}, prompt {number}";
        if (row.ValueKind != JsonValueKind.Object) throw new InputException($"{place} is no object; every prompt must be one, with \"prompt\" and \"claims\".");
        string prompt = Text(row, "prompt") ?? throw new InputException($"{place}: the field \"prompt\" is missing or no string; every prompt needs its text.");
        if (!row.TryGetProperty("claims", out JsonElement claims) || claims.ValueKind != JsonValueKind.Array)
            throw new InputException($"{place}: the field \"claims\" is missing or no array; give [] for an output without claims.");
        ImmutableArray<ScoredClaim>.Builder read = ImmutableArray.CreateBuilder<ScoredClaim>(claims.GetArrayLength());
        foreach (JsonElement claim in claims.EnumerateArray()) read.Add(Claim(claim, $"{place}, claim {read.Count + 1}"));
        return new PromptClaims(prompt, read.MoveToImmutable());
    }

    private ScoredClaim Claim(JsonElement claim, string place)
    {
        if (claim.ValueKind != JsonValueKind.Object) throw new InputException($"{place} is no object; every claim must be one, with a score.");
        double value = Number(claim, ScoreField(claim, place), place) + (claim.TryGetProperty("noise", out _) ? Number(claim, "noise", place) : 0);
        if (value <= PromptClaims.KeepAll) throw new InputException(
            $"{place}: its score is {value}; scores must be above {PromptClaims.KeepAll}, which stands for no threshold.");
        return new ScoredClaim(Text(claim, "subclaim") ?? Text(claim, "claim") ?? "", value, Label(claim, place));
    }

    private string ScoreField(JsonElement claim, string place)
    {
        string suffixed = score + ScoreSuffix;
        if (claim.TryGetProperty(suffixed, out _)) return suffixed;
        if (claim.TryGetProperty(score, out _)) return score;
        string[] known = [.. claim.EnumerateObject().Select(static field => field.Name).Where(IsScore).Select(static name => name[..^ScoreSuffix.Length])];
        string there = known.Length == 0 ? "it has no field that ends in -score" : $"its scores are {string.Join(", ", known)}{NearestName.Hint(score, known)}";
        throw new InputException($"{place} has no score \"{score}\" ({there}); name one of its scores with --score.");
    }

    private static bool IsScore(string field) => field.EndsWith(ScoreSuffix, StringComparison.Ordinal) && field.Length > ScoreSuffix.Length;

    private static double Number(JsonElement claim, string field, string place)
    {
        JsonElement value = claim.GetProperty(field);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)) return number;
        throw new InputException($"{place}: the field \"{field}\" must be a finite number; correct it or leave the claim out.");
    }

    private bool? Label(JsonElement claim, string place)
    {
        if (claim.TryGetProperty("acceptable", out JsonElement said) && said.ValueKind is JsonValueKind.True or JsonValueKind.False) return said.GetBoolean();
        if (Text(claim, "annotation") is string annotation) return acceptable.Contains(annotation);
        if (!needsLabels) return null;
        throw new InputException(
            $"{place} has no label: neither \"annotation\" (a text) nor \"acceptable\" (true or false); a threshold is calibrated on labelled claims only.");
    }

    private static string? Text(JsonElement row, string field) =>
        row.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String ? WellFormed(value) : null;

    private static string WellFormed(JsonElement value)
    {
        try
        {
            return WellFormedText.Of(value.GetString()!, out _);
        }
        catch (InvalidOperationException)
        {
            // .NET refuses half a surrogate pair, which Python writes; the escape then stands for itself.
            return value.GetRawText();
        }
    }
}
