using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Core.Texts;
using Assay.Storage.Files;

namespace Assay.Storage.Scenarios;

/// <summary>Reads completions that somebody saved: rows with a completion and, to find the instance by, an identity or a prompt.</summary>
public static class RecordedFile
{
    private static readonly string[] CompletionColumns =
        ["completion", "prediction", "output", "response", "raw_completion", "solution", "generation", "generated_text", "model_output", "answer"];

    private static readonly string[] PromptColumns = ["prompt", "full_prompt", "input", "question", "instruction", "text"];
    private static readonly string[] IdentityColumns = ["instance_id", "example_id", "question_id", "doc_id", "id", "idx", "key"];

    /// <summary>All completions, in the order of the file.</summary>
    /// <param name="path">The file: the forms of data files.</param>
    /// <param name="completion">The column of the completion; null: the first of the usual names that is there.</param>
    /// <param name="identity">The column of the scenario's own identity; null: it has none, and prompts decide.</param>
    /// <exception cref="InputException">The file cannot be read, or has no column that it could be.</exception>
    public static IEnumerable<RecordedCompletion> Read(string path, string? completion, string? identity)
    {
        string? completionColumn = completion, promptColumn = null, identityColumn = null;
        bool isFirst = true;
        foreach (DataRow row in DataFile.Read(path, null, []))
        {
            if (isFirst)
            {
                isFirst = false;
                completionColumn ??= CompletionColumns.FirstOrDefault(row.Has) ?? throw Missing(row, path, "a completion", CompletionColumns);
                promptColumn = PromptColumns.FirstOrDefault(column => column != completionColumn && row.Has(column));
                identityColumn = identity is null ? null : row.Has(identity) ? identity : IdentityColumns.FirstOrDefault(row.Has);
                if (promptColumn is null && identityColumn is null) throw Missing(row, path, "a prompt or an identity", [.. PromptColumns, .. IdentityColumns]);
            }
            yield return new RecordedCompletion(
                row.Place,
                identityColumn is null ? null : row.Whole(identityColumn),
                promptColumn is null ? null : WellFormedText.Of(row.Whole(promptColumn), out _),
                WellFormedText.Of(row.Whole(completionColumn!), out _));
        }
    }

    private static InputException Missing(DataRow row, string path, string what, IEnumerable<string> usual) => new(
        $"{path} has no column with {what}: its columns are {string.Join(", ", row.Columns.Select(InputErrors.Quote))}; it is looked for under {string.Join(", ", usual)}, "
        + "and recorded:FILE#COLUMN names the completion's.");

    /// <summary>The file of a scenario's completions in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="scenario">
    /// The scenario's name. A file belongs to it if its path in the folder, without extensions, is the name or its end: of <c>bbh/cot/navigate</c> first
    /// <c>bbh/cot/navigate</c>, then <c>cot/navigate</c>, then <c>navigate</c>.
    /// </param>
    /// <param name="dataFile">The scenario's data file: a file of the same name belongs to it too.</param>
    /// <returns>Null where there is none.</returns>
    public static string? Find(string folder, string scenario, string dataFile)
    {
        string[] extensions = [".json", ".jsonl", ".csv", ".tsv", ".ndjson"];
        string[] parts = scenario.Split('/');
        IEnumerable<string> names = Enumerable.Range(0, parts.Length).Select(skip => Path.Combine(parts[skip..])).Append(DataFile.Stem(dataFile));
        return names.SelectMany(name => extensions.SelectMany(extension => new[] { name + extension, name + extension + ".gz" }))
            .Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
