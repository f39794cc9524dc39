using Assay.Core.Errors;
using Assay.Core.Outputs;
using Assay.Storage.Annotations;
using Assay.Storage.Files;

namespace Assay.Storage.Outputs;

/// <summary>
/// Reads files of outputs as AlpacaEval writes them (<c>model_outputs.json</c>): a JSON array of objects, or JSON Lines where the name ends in <c>.jsonl</c>
/// (or <c>.jsonl.gz</c>), each plain or gzip. Fields read: <c>instruction</c>, <c>output</c>, <c>generator</c> and, where present, <c>dataset</c>.
/// One row is held at a time; rows that come twice are the caller's to see.
/// </summary>
public static class OutputFile
{
    private const string Needed = "every row needs instruction, output and generator";

    private static readonly string[] Fields = ["instruction", "output", "generator", "dataset"];

    /// <summary>All rows of the file, in its order.</summary>
    /// <param name="path">A file, plain or gzip.</param>
    /// <param name="cancellation">Stops the reading between rows.</param>
    /// <exception cref="InputException">While reading: the file cannot be read, or is not of outputs; names file, row and field.</exception>
    public static IAsyncEnumerable<OutputRow> ReadAsync(string path, CancellationToken cancellation) => Read(path, cancellation).ToAsyncEnumerable();

    private static IEnumerable<OutputRow> Read(string path, CancellationToken cancellation)
    {
        using InputStream stream = new(path);
        using JsonRows rows = new(stream, path, AnnotationFileNames.IsJsonLines(path), "outputs");
        while (rows.TryNext(out ReadOnlySpan<byte> json))
        {
            cancellation.ThrowIfCancellationRequested();
            JsonRow row = JsonRow.Read(json, path, rows.Row, Fields);
            yield return new OutputRow
            {
                Instruction = row.Text("instruction", Needed),
                Output = row.Text("output", Needed),
                Generator = row.Text("generator", Needed),
                Dataset = row.OptionalText("dataset"),
                ReplacedSurrogates = row.ReplacedSurrogates,
            };
        }
    }
}
