using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Core.Audits.Factuality;

namespace Assay.Reporting.Documents;

/// <summary>
/// Filtered outputs as JSON Lines: <c>prompt</c>, <c>claims</c> (the words of those kept, in their order) and <c>removed</c> (how many were not).
/// </summary>
public static class FilteredClaims
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line per prompt, in their order.</summary>
    public static string Render(IReadOnlyList<PromptClaims> prompts, FactualityThreshold threshold)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentNullException.ThrowIfNull(threshold);
        using MemoryStream stream = new();
        foreach (PromptClaims prompt in prompts)
        {
            using (Utf8JsonWriter json = new(stream, Options)) Write(json, prompt, threshold.Value);
            stream.WriteByte((byte)'\n');
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter json, PromptClaims prompt, double threshold)
    {
        ScoredClaim[] kept = [.. prompt.Above(threshold)];
        json.WriteStartObject();
        json.WriteString("prompt", prompt.Prompt);
        json.WriteStartArray("claims");
        foreach (ScoredClaim claim in kept) json.WriteStringValue(claim.Text);
        json.WriteEndArray();
        json.WriteNumber("removed", prompt.Claims.Length - kept.Length);
        json.WriteEndObject();
    }
}
