using Spectre.Console;
using Spectre.Console.Rendering;

namespace Assay.Reporting.Tables;

/// <summary>
/// Lines of plain text that were fitted to the console already. Written as they are: measuring and wrapping them again, as the general table does,
/// would cost a short command a good part of its time.
/// </summary>
internal sealed class TextLines : Renderable
{
    private readonly List<Segment> _segments = [];

    /// <summary>Adds text to the current line; it must hold no line break and be safe to display.</summary>
    public TextLines Append(string text, Style? style = null)
    {
        if (text.Length > 0) _segments.Add(new Segment(text, style ?? Style.Plain));
        return this;
    }

    /// <summary>Ends the current line.</summary>
    public TextLines EndLine()
    {
        _segments.Add(Segment.LineBreak);
        return this;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => _segments;
}
