using System.Text;
using Assay.Core.Errors;
using Assay.Storage.Annotations;
using Assay.Storage.Files;
using Assay.Storage.Outputs;

namespace Assay.Storage.Texts;

/// <summary>Reads texts: a file is one text, or, where it is JSON Lines, a text per row; plain or gzip.</summary>
public static class TextCorpus
{
    private static readonly string[] Fields = ["text", "contents"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The texts of a file, in its order, one at a time.</summary>
    /// <param name="path">
    /// A file; <c>.jsonl</c> (or <c>.jsonl.gz</c>) has objects with <c>text</c> (or <c>contents</c>), every other is UTF-8 text as it is.
    /// </param>
    /// <param name="cancellation">Stops the reading between texts.</param>
    /// <exception cref="InputException">While reading: the file cannot be read, or is not UTF-8; names file and row.</exception>
    public static IEnumerable<string> Read(string path, CancellationToken cancellation)
    {
        using InputStream stream = new(path);
        if (!AnnotationFileNames.IsJsonLines(path))
        {
            yield return Whole(stream, path);
            yield break;
        }
        using JsonRows rows = new(stream, path, isLines: true, "texts");
        while (TryNext(rows, path, out string? text))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return text!;
        }
    }

    private static bool TryNext(JsonRows rows, string path, out string? text)
    {
        text = null;
        if (!rows.TryNext(out ReadOnlySpan<byte> json)) return false;
        JsonRow row = JsonRow.Read(json, path, rows.Row, Fields);
        text = row.OptionalText("contents") ?? row.Text("text", "every row needs one (or \"contents\")");
        return true;
    }

    private static string Whole(Stream stream, string path)
    {
        try
        {
            using StreamReader reader = new(stream, Strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException error)
        {
            throw new InputException($"{path} is not valid UTF-8; save it in UTF-8.", error);
        }
    }
}
