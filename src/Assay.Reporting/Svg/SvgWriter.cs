using System.Text;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Svg;

/// <summary>
/// Writes one SVG document element by element, indented, lines ended by a line feed. Whatever text it is given becomes text:
/// markup is escaped, and what XML cannot hold or a reader cannot see is replaced (<see cref="DisplayText.Clean"/>).
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; every <see cref="Open"/> needs its <see cref="Close"/>.</summary>
    public SvgWriter Open(string element, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(element, attributes);
        _text.Append(">\n");
        _open.Push(element);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public SvgWriter Close()
    {
        string element = _open.Pop();
        Indent();
        _text.Append("</").Append(element).Append(">\n");
        return this;
    }

    /// <summary>An element without content.</summary>
    public SvgWriter Empty(string element, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(element, attributes);
        _text.Append("/>\n");
        return this;
    }

    /// <summary>An element that holds one text.</summary>
    public SvgWriter Text(string element, string content, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(element, attributes);
        _text.Append('>');
        Escape(content);
        _text.Append("</").Append(element).Append(">\n");
        return this;
    }

    /// <summary>A style sheet of our own making, written as it is.</summary>
    public SvgWriter Style(string css)
    {
        Indent();
        _text.Append("<style>\n").Append(css);
        Indent();
        _text.Append("</style>\n");
        return this;
    }

    /// <summary>The document so far; whole once every element is closed.</summary>
    public override string ToString() => _text.ToString();

    private void Start(string element, ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Indent();
        _text.Append('<').Append(element);
        foreach ((string name, SvgValue value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"");
            Escape(value.Text);
            _text.Append('"');
        }
    }

    private void Indent() => _text.Append(' ', 2 * _open.Count);

    private void Escape(string text)
    {
        foreach (char c in DisplayText.Clean(text))
        {
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                _ => _text.Append(c),
            };
        }
    }
}
