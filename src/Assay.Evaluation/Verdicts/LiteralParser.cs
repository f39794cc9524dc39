using System.Globalization;
using System.Text;

namespace Assay.Evaluation.Verdicts;

/// <summary>
/// Reads what is the same in JSON and in Python's literals: lists, tuples, dictionaries with text keys, texts in either quotes, numbers, true, false and none.
/// Numbers are doubles. A hostile text costs linear time and bounded depth.
/// </summary>
internal sealed class LiteralParser
{
    private const int MostDepth = 32;
    private readonly string _text;
    private int _at;

    private LiteralParser(string text) => _text = text;

    /// <summary>The value that is the whole text; false where it is none.</summary>
    public static bool TryParse(string text, out object? value)
    {
        LiteralParser parser = new(text);
        bool isValue = parser.TryValue(0, out value);
        parser.SkipSpace();
        return isValue && parser._at == text.Length;
    }

    private bool TryValue(int depth, out object? value)
    {
        value = null;
        SkipSpace();
        if (depth > MostDepth || _at >= _text.Length) return false;
        switch (_text[_at])
        {
            case '[':
                return TryList(']', depth, out value);
            case '(':
                return TryList(')', depth, out value);
            case '{':
                return TryDictionary(depth, out value);
            case '"' or '\'':
                bool isText = TryText(out string text);
                value = text;
                return isText;
            default:
                return TryWord(out value);
        }
    }

    private bool TryList(char close, int depth, out object? value)
    {
        List<object?> items = [];
        value = items;
        _at++;
        while (true)
        {
            if (TrySkip(close)) return true;
            if (!TryValue(depth + 1, out object? item)) return false;
            items.Add(item);
            if (!TrySkip(',') && !IsNext(close)) return false;
        }
    }

    private bool TryDictionary(int depth, out object? value)
    {
        Dictionary<string, object?> members = new(StringComparer.Ordinal);
        value = members;
        _at++;
        while (true)
        {
            if (TrySkip('}')) return true;
            SkipSpace();
            if (!TryText(out string name) || !TrySkip(':') || !TryValue(depth + 1, out object? member)) return false;
            members[name] = member;
            if (!TrySkip(',') && !IsNext('}')) return false;
        }
    }

    private bool TryText(out string text)
    {
        text = "";
        if (_at >= _text.Length || _text[_at] is not ('"' or '\'')) return false;
        char quote = _text[_at++];
        StringBuilder read = new();
        while (_at < _text.Length)
        {
            char character = _text[_at++];
            if (character == quote)
            {
                text = read.ToString();
                return true;
            }
            if (character == '\n') return false;
            if (character == '\\' && _at < _text.Length) character = Unescape(_text[_at++]);
            read.Append(character);
        }
        return false;
    }

    private static char Unescape(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        _ => escaped,
    };

    private bool TryWord(out object? value)
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '+' or '-' or '.')) _at++;
        ReadOnlySpan<char> word = _text.AsSpan(start, _at - start);
        value = word switch
        {
            "true" or "True" => true,
            "false" or "False" => false,
            _ => null,
        };
        if (value is not null || word is "null" or "None") return true;
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) return false;
        value = number;
        return true;
    }

    private bool TrySkip(char expected)
    {
        if (!IsNext(expected)) return false;
        _at++;
        return true;
    }

    private bool IsNext(char expected)
    {
        SkipSpace();
        return _at < _text.Length && _text[_at] == expected;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
