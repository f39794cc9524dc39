using System.Buffers;
using System.Text.Json;
using Assay.Core.Audits.Overlap;
using Assay.Core.Errors;
using Assay.Storage.Annotations;
using Assay.Storage.Files;

namespace Assay.Storage.Texts;

/// <summary>
/// Reads a file of training text, plain or gzip, into a scanner: <c>.jsonl</c> is a document a row (<c>contents</c>, else <c>text</c>), every other file is one.
/// Memory follows the longest row; a text file is read in pieces.
/// </summary>
public static class CorpusFile
{
    private const int PieceBytes = 1 << 16;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    /// <summary>Reads the file to its end. Rows that are no JSON object with a text are passed over and counted.</summary>
    /// <exception cref="InputException">The file cannot be read, or all its rows had to be passed over.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; seen between pieces and between rows.</exception>
    public static void Scan(string path, OverlapScanner scanner, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scanner);
        using InputStream stream = new(path);
        using JsonChunks chunks = new(stream, path, PieceBytes);
        if (AnnotationFileNames.IsJsonLines(path)) Rows(chunks, path, scanner, cancellation);
        else Text(chunks, scanner, cancellation);
    }

    private static void Text(JsonChunks chunks, OverlapScanner scanner, CancellationToken cancellation)
    {
        scanner.BeginDocument(row: null, offset: 0);
        while (chunks.Fill())
        {
            cancellation.ThrowIfCancellationRequested();
            scanner.Append(chunks.Unread);
            chunks.Advance(chunks.Unread.Length);
        }
        scanner.EndDocument();
    }

    private static void Rows(JsonChunks chunks, string path, OverlapScanner scanner, CancellationToken cancellation)
    {
        long row = 0, texts = 0, skipped = 0, offset = 0;
        for (bool more = true; more;)
        {
            cancellation.ThrowIfCancellationRequested();
            int length = ToLineFeed(chunks, out more);
            ReadOnlySpan<byte> line = chunks.Unread[..length];
            ReadOnlySpan<byte> json = (offset == 0 && line.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r"u8);
            row++;
            if (!json.IsEmpty)
            {
                if (TryAppend(json, row, offset, scanner)) texts++;
                else skipped++;
            }
            int taken = more ? length + 1 : length;
            chunks.Advance(taken);
            offset += taken;
        }
        if (texts == 0 && skipped > 0)
        {
            throw new InputException($"{path} holds no row with a text: every row of JSON Lines needs \"text\" (or \"contents\"); rename the file if it is plain text.");
        }
        for (; skipped > 0; skipped--) scanner.SkipRow();
    }

    private static int ToLineFeed(JsonChunks chunks, out bool isEnded)
    {
        int searched = 0;
        while (true)
        {
            int at = chunks.Unread[searched..].IndexOf((byte)'\n');
            isEnded = at >= 0;
            if (isEnded) return searched + at;
            searched = chunks.Unread.Length;
            if (!chunks.Fill()) return searched;
        }
    }

    private static bool TryAppend(ReadOnlySpan<byte> json, long row, long offset, OverlapScanner scanner)
    {
        if (!TryFind(json, out Range text, out bool isEscaped)) return false;
        ReadOnlySpan<byte> raw = json[text];
        byte[]? unescaped = isEscaped ? ArrayPool<byte>.Shared.Rent(raw.Length) : null;
        if (unescaped is not null) raw = unescaped.AsSpan(0, JsonText.Unescape(raw, unescaped));
        scanner.BeginDocument(row, offset);
        scanner.Append(raw);
        scanner.EndDocument();
        if (unescaped is not null) ArrayPool<byte>.Shared.Return(unescaped);
        return true;
    }

    // The value of "contents", else of "text", between its quotation marks.
    private static bool TryFind(ReadOnlySpan<byte> json, out Range text, out bool isEscaped)
    {
        (text, isEscaped) = (default, false);
        bool isFound = false, isContents = false;
        try
        {
            Utf8JsonReader reader = new(json, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool names = reader.ValueTextEquals("contents"u8), mayBeText = names || (!isContents && reader.ValueTextEquals("text"u8));
                reader.Read();
                if (mayBeText && reader.TokenType == JsonTokenType.String)
                {
                    int start = (int)reader.TokenStartIndex + 1;
                    (text, isEscaped, isFound, isContents) = (start..(start + reader.ValueSpan.Length), reader.ValueIsEscaped, true, names);
                }
                reader.Skip();
            }
            return isFound && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
