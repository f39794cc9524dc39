using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Runs;
using Assay.Storage.Files;
using Assay.Storage.Json;

namespace Assay.Storage.Runs;

/// <summary>The names in a run folder, and the reading and writing of its <c>run.json</c>.</summary>
public static class RunFiles
{
    /// <summary>What was asked: a folder with this file is a run.</summary>
    public const string Description = "run.json";

    /// <summary>Every call, one a line.</summary>
    public const string Calls = "calls.jsonl";

    /// <summary>Every judged item, one a line.</summary>
    public const string Items = "items.jsonl";

    /// <summary>Every generated output, one a line.</summary>
    public const string Outputs = "outputs.jsonl";

    /// <summary>Every instance of a benchmark's scenarios, one a line.</summary>
    public const string Instances = "instances.jsonl";

    /// <summary>Every instruction that was skipped, one a line.</summary>
    public const string Skipped = "skipped.jsonl";

    /// <summary>What else happened, one event a line.</summary>
    public const string Events = "events.jsonl";

    /// <summary>What a budget set aside and what became of it, one entry a line.</summary>
    public const string Spending = "spending.jsonl";

    /// <summary>AlpacaEval's annotations, made from the items.</summary>
    public const string Annotations = "annotations.json";

    /// <summary>AlpacaEval's model outputs, made from the outputs.</summary>
    public const string ModelOutputs = "model_outputs.json";

    /// <summary>Results, made from the annotations.</summary>
    public const string Results = "results.json";

    internal const string Lock = "run.lock";

    /// <summary>Whether a folder is a run.</summary>
    public static bool IsRun(string folder) => File.Exists(Path.Combine(folder, Description));

    /// <summary>The runs in a folder, itself included, in ordinal order of their names; folders below are not entered.</summary>
    /// <exception cref="InputException">The folder does not exist or may not be read.</exception>
    public static IReadOnlyList<string> Find(string folder)
    {
        try
        {
            if (IsRun(folder)) return [folder];
            return [.. Directory.EnumerateDirectories(folder).Where(IsRun).Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(FileErrors.Reading(folder, error), error);
        }
    }

    /// <summary>Reads what was asked of the run in a folder.</summary>
    /// <exception cref="InputException">There is no run, it was written by a newer version, or its <c>run.json</c> is damaged.</exception>
    public static RunDescription ReadDescription(string folder)
    {
        string path = Path.Combine(folder, Description);
        if (!File.Exists(path)) throw new InputException($"{folder} is no run: there is no {Description} in it; name the folder of a run.");
        byte[] json = SmallFile.Read(path);
        SchemaVersions.Check(json, path, RunDescription.CurrentSchemaVersion);
        try
        {
            return JsonSerializer.Deserialize(json, StorageJson.Indented.RunFile)!.ToDescription();
        }
        catch (Exception error) when (error is JsonException or ArgumentException or UriFormatException or OverflowException)
        {
            throw new InputException($"{path} is not what a run's description should be: {Place(error)}; restore it from a copy.", error);
        }
        catch (InputException error)
        {
            throw new InputException($"{path} is not what a run's description should be: {error.Message}; restore it from a copy.", error);
        }
    }

    internal static void WriteDescription(string folder, RunDescription description) => WholeFile.Write(
        Path.Combine(folder, Description), stream => JsonSerializer.Serialize(stream, RunFile.Of(description), StorageJson.Indented.RunFile));

    private static string Place(Exception error) =>
        error is JsonException { LineNumber: { } line } json ? $"line {line + 1} ({json.Path ?? "$"}) cannot be read" : "a value in it is out of range";
}
