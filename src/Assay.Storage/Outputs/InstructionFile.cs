using Assay.Core.Errors;
using Assay.Core.Outputs;
using Assay.Storage.Annotations;
using Assay.Storage.Files;

namespace Assay.Storage.Outputs;

/// <summary>
/// Reads files of instructions: a JSON array of objects with <c>instruction</c> and, where present, <c>dataset</c>, or JSON Lines where the name ends in
/// <c>.jsonl</c> (or <c>.jsonl.gz</c>), each plain or gzip. A file of outputs is one too: its other fields are passed over.
/// </summary>
public static class InstructionFile
{
    private static readonly string[] Fields = ["instruction", "dataset"];

    /// <summary>All rows of the file, in its order.</summary>
    /// <param name="path">A file, plain or gzip.</param>
    /// <param name="cancellation">Stops the reading between rows.</param>
    /// <exception cref="InputException">While reading: the file cannot be read, or is not of instructions; names file, row and field.</exception>
    public static IAsyncEnumerable<InstructionRow> ReadAsync(string path, CancellationToken cancellation) => Read(path, cancellation).ToAsyncEnumerable();

    private static IEnumerable<InstructionRow> Read(string path, CancellationToken cancellation)
    {
        using InputStream stream = new(path);
        using JsonRows rows = new(stream, path, AnnotationFileNames.IsJsonLines(path), "instructions");
        while (rows.TryNext(out ReadOnlySpan<byte> json))
        {
            cancellation.ThrowIfCancellationRequested();
            JsonRow row = JsonRow.Read(json, path, rows.Row, Fields);
            yield return new InstructionRow
            {
                Instruction = row.Text("instruction", "every row needs one"),
                Dataset = row.OptionalText("dataset"),
                ReplacedSurrogates = row.ReplacedSurrogates,
            };
        }
    }
}
