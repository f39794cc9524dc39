using System.Numerics;
using System.Text.Unicode;

namespace Assay.Core.Audits.Overlap;

/// <summary>
/// Looks for the test items in documents that come in pieces, in one pass and in memory that depends on the items alone. For one thread; a file is begun, then its
/// documents in their order, and its findings are given away at its end.
/// </summary>
public sealed class OverlapScanner
{
    private const int PieceBytes = 1 << 16;
    private const int MostCarried = 3;

    private readonly OverlapIndex _index;
    private readonly (int Words, ulong Power)[] _lengths;
    private readonly int _kept;
    private readonly byte[] _input = new byte[PieceBytes + MostCarried];
    private readonly byte[] _window;
    private readonly ulong[] _sums;
    private readonly long[] _offsets;
    private readonly int _mask;
    private readonly PassageWords _line;
    private readonly PassageWords _whole;

    private FileFindings _findings;
    private long? _row;
    private long _start;
    private long _position;
    private int _carried;
    private bool _isInvalid;
    private int _lines;
    private long _lineStart;

    // The window holds normalised words with a space after each; the word that is being read begins at _wordStart.
    private int _end;
    private int _wordStart;
    private ulong _wordHash;
    private ulong _sum;
    private long _words;
    private long _wordsBefore;

    /// <summary>A scanner for the items of an index.</summary>
    public OverlapScanner(OverlapIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        _index = index;
        _findings = new FileFindings(index);
        _lengths = [.. index.Lengths.Select(static words => (words, WordHash.Power(words)))];
        _kept = index.LongestItem + 2;
        _window = new byte[_kept + (2 * PieceBytes)];
        int longest = Enumerable.Range(0, index.Items.Length).Select(index.Words).Append(1).Max();
        int ring = (int)BitOperations.RoundUpToPowerOf2((uint)longest + 1);
        (_sums, _offsets, _mask) = (new ulong[ring], new long[ring], ring - 1);
        (_line, _whole) = (new PassageWords(index.Near.MostWords), new PassageWords(index.Near.MostWords));
    }

    /// <summary>Begins a document.</summary>
    /// <param name="row">Its row in JSON Lines, from 1; null for a text file.</param>
    /// <param name="offset">Bytes of the file before it.</param>
    public void BeginDocument(long? row, long offset)
    {
        (_row, _start, _position, _carried, _isInvalid, _lines) = (row, offset, 0, 0, false, 0);
        _window[0] = ByteClass.Boundary;
        (_end, _wordStart, _wordHash) = (1, 1, WordHash.Start);
        _wordsBefore += _words + 1;
        (_sum, _words, _sums[0], _offsets[0]) = (0, 0, 0, 0);
        _line.Clear();
        _whole.Clear();
    }

    /// <summary>The next bytes of the document, in UTF-8; they may end anywhere. Bytes that are not valid UTF-8 are letters, and are reported.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            int taken = Math.Min(utf8.Length, PieceBytes);
            utf8[..taken].CopyTo(_input.AsSpan(_carried));
            utf8 = utf8[taken..];
            int length = _carried + taken, complete = CompleteCharacters(_input.AsSpan(0, length));
            Read(_input.AsSpan(0, complete));
            _input.AsSpan(complete, length - complete).CopyTo(_input);
            _carried = length - complete;
        }
    }

    /// <summary>Ends the document.</summary>
    public void EndDocument()
    {
        Read(_input.AsSpan(0, _carried));
        _end = EndWord(_end, _wordHash, _position);
        EndLine();
        if (_lines > 1) Compare(_whole, 0);
        _findings.Size += new CorpusSize(0, 1, _position, _isInvalid ? 1 : 0, 0);
    }

    /// <summary>A row without text was passed over.</summary>
    public void SkipRow() => _findings.Size += new CorpusSize(0, 0, 0, 0, 1);

    /// <summary>Ends the file.</summary>
    internal FileFindings EndFile()
    {
        FileFindings findings = _findings;
        findings.Size += new CorpusSize(1, 0, 0, 0, 0);
        (_findings, _words, _wordsBefore) = (new FileFindings(_index), 0, 0);
        return findings;
    }

    private void Read(ReadOnlySpan<byte> utf8)
    {
        if (!_isInvalid) _isInvalid = !Utf8.IsValid(utf8);
        MakeRoom(utf8.Length + 2);
        ReadOnlySpan<byte> classes = ByteClass.Table;
        byte[] window = _window;
        int end = _end;
        ulong hash = _wordHash;
        for (int i = 0; i < utf8.Length; i++)
        {
            byte normal = classes[utf8[i]];
            if (normal == ByteClass.Deleted) continue;
            int space = 1;
            if (normal == ByteClass.MayBeSpace)
            {
                space = ByteClass.SpaceLength(utf8[i..]);
                if (space == 0) normal = utf8[i];
            }
            if (normal > ByteClass.Last)
            {
                window[end++] = normal;
                hash = WordHash.Add(hash, normal);
                continue;
            }
            end = EndWord(end, hash, _position + i + space);
            hash = WordHash.Start;
            if (normal == ByteClass.LineFeed) EndLine();
            i += space - 1;
        }
        (_end, _wordHash) = (end, hash);
        _position += utf8.Length;
    }

    // Ends the word that is being read, if there is one; the next begins at a position of the document.
    private int EndWord(int end, ulong hash, long next)
    {
        if (end != _wordStart)
        {
            ulong word = WordHash.Mix(hash);
            if (_line.Count == 0) _lineStart = _offsets[_words & _mask];
            _line.Add(word);
            _whole.Add(word);
            _sum = (_sum * WordHash.Base) + word;
            _words++;
            _sums[_words & _mask] = _sum;
            foreach ((int words, ulong power) in _lengths)
            {
                if (_words < words) break;
                ulong mixed = WordHash.Mix(_sum - (_sums[(_words - words) & _mask] * power));
                if (_index.NGrams.MayHold(mixed)) Verify(mixed, words, _window.AsSpan(0, end));
            }
            _window[end++] = (byte)' ';
            _wordStart = end;
        }
        _offsets[_words & _mask] = next;
        return end;
    }

    private void Verify(ulong mixed, int words, ReadOnlySpan<byte> window)
    {
        int ngram = _index.NGrams.Find(mixed, window);
        if (ngram < 0) return;
        _findings.AddNGram(ngram, _wordsBefore + _words, PlaceOf(_words - words));
        foreach (int item in _index.Lasts[ngram])
        {
            if (_words >= _index.Words(item) && NGramTable.EndsWithWords(window, _index.Text(item))) _findings.AddExact(item, PlaceOf(_words - _index.Words(item)));
        }
    }

    // Where the word after so many of the document begins.
    private (long? Row, long Offset) PlaceOf(long wordsBefore) => (_row, _row is null ? _start + _offsets[wordsBefore & _mask] : _start);

    private void EndLine()
    {
        if (_line.Count == 0) return;
        _lines++;
        Compare(_line, _lineStart);
        _line.Clear();
    }

    private void Compare(PassageWords passage, long start)
    {
        if (passage.IsTooLong) return;
        foreach ((int item, double similarity) in _index.Near.Find(passage.Hashes)) _findings.AddNear(item, similarity, (_row, _row is null ? _start + start : _start));
    }

    private void MakeRoom(int bytes)
    {
        if (_end + bytes <= _window.Length) return;
        int dropped = _end - Math.Min(_end, _kept);
        _window.AsSpan(dropped, _end - dropped).CopyTo(_window);
        (_end, _wordStart) = (_end - dropped, _wordStart - dropped);
    }

    // Bytes before a last character whose end is still to come.
    private static int CompleteCharacters(ReadOnlySpan<byte> utf8)
    {
        for (int back = 1; back <= Math.Min(MostCarried, utf8.Length); back++)
        {
            byte value = utf8[^back];
            if ((value & 0xC0) == 0x80) continue;
            int needed = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : value >= 0xC0 ? 2 : 1;
            return needed > back ? utf8.Length - back : utf8.Length;
        }
        return utf8.Length;
    }
}
