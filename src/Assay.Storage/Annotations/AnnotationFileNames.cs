namespace Assay.Storage.Annotations;

/// <summary>What a file's name says about annotations.</summary>
internal static class AnnotationFileNames
{
    /// <summary>The name of AlpacaEval's annotation files.</summary>
    public const string AlpacaEval = "annotations.json";

    private const string GzipExtension = ".gz";
    private const string JsonLinesExtension = ".jsonl";

    /// <summary>True for <c>.jsonl</c> and <c>.jsonl.gz</c>.</summary>
    public static bool IsJsonLines(string path) => WithoutGzip(path).EndsWith(JsonLinesExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for <c>annotations.json</c> and <c>*.jsonl</c>, plain or with <c>.gz</c>.</summary>
    public static bool IsAnnotations(string fileName) => IsJsonLines(fileName) || WithoutGzip(fileName) == AlpacaEval;

    /// <summary>True for the <c>annotations.json</c> or <c>annotations.jsonl</c> of a run folder, plain or with <c>.gz</c>.</summary>
    public static bool IsRunAnnotations(string fileName) => WithoutGzip(fileName) is AlpacaEval or "annotations.jsonl";

    private static string WithoutGzip(string path) =>
        path.EndsWith(GzipExtension, StringComparison.OrdinalIgnoreCase) ? path[..^GzipExtension.Length] : path;
}
