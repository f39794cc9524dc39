using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Storage.Json;
using Assay.Storage.Runs;

namespace Assay.Storage.Annotations;

/// <summary>
/// Writes the judged items of a run as AlpacaEval's <c>annotations.json</c>, with fields of our own behind AlpacaEval's: identity, outcome, the order shown,
/// every verdict, notes.
/// </summary>
public static class AnnotationWriter
{
    /// <summary>
    /// Writes all items in the order of their identities, so that the same verdicts give the same bytes in whatever order they came. Preferences are 1
    /// (output_1, the baseline's, is better) to 2, 1.5 for a tie, null where there is none. Whole or not at all; one item is in memory at a time.
    /// </summary>
    /// <param name="path">The file, replaced if it is there.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Stops; the file then keeps its content.</param>
    /// <param name="seen">Is given every item that is written, for whoever would read them all again.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="InputException">The system refuses, or the run's log cannot be read.</exception>
    public static int Write(string path, RunFolder run, CancellationToken cancellation, Action<JudgedItem>? seen = null) => JsonArrayFile.Write(
        path,
        run.ReadItemsByIdentityAsync(cancellation).ToBlockingEnumerable(cancellation).Select(item =>
        {
            seen?.Invoke(item);
            return AnnotationLine.Of(item);
        }),
        StorageJson.Lines.AnnotationLine,
        cancellation);
}
