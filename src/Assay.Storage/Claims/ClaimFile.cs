using System.Text.Json;
using Assay.Core.Audits.Factuality;
using Assay.Core.Errors;
using Assay.Storage.Annotations;
using Assay.Storage.Files;
using Assay.Storage.Outputs;

namespace Assay.Storage.Claims;

/// <summary>
/// Reads outputs that were split into claims: objects with <c>prompt</c> and <c>claims</c>, as a JSON array, under <c>data</c> of one object (the form of
/// Mohri and Hashimoto's files), or as JSON Lines; each plain or gzip.
/// </summary>
public static class ClaimFile
{
    /// <summary>The labels of Mohri and Hashimoto's files that mean acceptable.</summary>
    public static IReadOnlyList<string> UsualAcceptable { get; } = ["Y", "S"];

    /// <summary>All prompts of the file, in its order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="score">The score: the field <c>SCORE-score</c> of a claim, else the field of this name. A claim's <c>noise</c> is added to it.</param>
    /// <param name="acceptable">Values of the field <c>annotation</c> that mean acceptable.</param>
    /// <param name="needsLabels">Whether every claim must say whether it is acceptable: in <c>annotation</c>, or as true or false in <c>acceptable</c>.</param>
    /// <param name="cancellation">Stops the reading between prompts.</param>
    /// <exception cref="InputException">The file cannot be read or holds something else; names file, prompt, claim and field.</exception>
    public static IReadOnlyList<PromptClaims> Read(
        string path, string score, IReadOnlyCollection<string> acceptable, bool needsLabels, CancellationToken cancellation)
    {
        ClaimReader reader = new(path, score, acceptable, needsLabels);
        List<PromptClaims> prompts = [];
        if (AnnotationFileNames.IsJsonLines(path)) ReadLines(path, reader, prompts, cancellation);
        else ReadWhole(path, reader, prompts, cancellation);
        if (prompts.Count == 0) throw new InputException($"{path} holds no prompt; nothing can be computed from it.");
        return prompts;
    }

    private static void ReadLines(string path, ClaimReader reader, List<PromptClaims> prompts, CancellationToken cancellation)
    {
        using InputStream stream = new(path);
        using JsonRows rows = new(stream, path, isLines: true, "prompts");
        while (rows.TryNext(out ReadOnlySpan<byte> json))
        {
            cancellation.ThrowIfCancellationRequested();
            using JsonDocument row = JsonDocument.Parse(json.ToArray(), new JsonDocumentOptions { MaxDepth = JsonRows.MostDepth });
            prompts.Add(reader.Prompt(row.RootElement, rows.Row));
        }
    }

    private static void ReadWhole(string path, ClaimReader reader, List<PromptClaims> prompts, CancellationToken cancellation)
    {
        using InputStream stream = new(path);
        using JsonDocument document = Parse(stream, path);
        JsonElement rows = document.RootElement;
        if (rows.ValueKind == JsonValueKind.Object && rows.TryGetProperty("data", out JsonElement data)) rows = data;
        if (rows.ValueKind != JsonValueKind.Array)
            throw new InputException($"{path} is no array of prompts; it must be one, or an object with one under \"data\", or JSON Lines named .jsonl.");
        foreach (JsonElement row in rows.EnumerateArray())
        {
            cancellation.ThrowIfCancellationRequested();
            prompts.Add(reader.Prompt(row, prompts.Count + 1));
        }
    }

    private static JsonDocument Parse(Stream stream, string path)
    {
        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException error)
        {
            throw new InputException(
                $"{path} is not JSON: line {error.LineNumber + 1} cannot be read (Python's NaN and Infinity are not JSON either); correct it or write the file again.",
                error);
        }
    }
}
