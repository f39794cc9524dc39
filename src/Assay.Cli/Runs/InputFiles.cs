using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Runs;
using Assay.Storage.Files;

namespace Assay.Cli.Runs;

/// <summary>Describes the files a run reads, so that it can tell whether it goes on with the same ones.</summary>
internal static class InputFiles
{
    /// <summary>Files with the hashes of their bytes; how many rows are in them is not known yet.</summary>
    /// <exception cref="InputException">A file cannot be read.</exception>
    public static async Task<ImmutableArray<RunInput>> DescribeAsync(IEnumerable<(string Role, string Path)> files, CancellationToken cancellation) =>
    [
        .. await Task.WhenAll(files.Select(file => Task.Run(
            async () => new RunInput(file.Role, file.Path, await FileHash.OfAsync(file.Path, cancellation), Rows: 0), cancellation))),
    ];
}

/// <summary>Counts rows as they pass.</summary>
internal sealed class RowCount
{
    /// <summary>Rows that have passed.</summary>
    public int Rows { get; private set; }

    /// <summary>The rows, counted from 0 anew.</summary>
    public IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T> rows)
    {
        Rows = 0;
        return rows.Select(row =>
        {
            Rows++;
            return row;
        });
    }
}
