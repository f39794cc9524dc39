using System.Security.Cryptography;
using Assay.Core.Errors;
using Assay.Core.Runs;

namespace Assay.Cli.Runs;

/// <summary>Describes the files a run reads, so that it can tell whether it goes on with the same ones.</summary>
internal static class InputFiles
{
    /// <summary>A file with the hash of its bytes.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static Task<RunInput> DescribeAsync(string role, string path, int rows, CancellationToken cancellation) =>
        Task.Run(() => Describe(role, path, rows), cancellation);

    /// <inheritdoc cref="DescribeAsync"/>
    public static RunInput Describe(string role, string path, int rows)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
            byte[] hash = SHA256.HashData(file);
            return new RunInput(role, path, Convert.ToHexStringLower(hash), rows);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {error.Message.TrimEnd('.')}.", error);
        }
    }
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
