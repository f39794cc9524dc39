namespace Assay.Core.Metrics.Answers;

/// <summary>
/// What stands between two marks: the last opening mark that has a closing one after it, unless the first is asked for. Marks do not nest
/// (<see cref="BoxedAnswer"/> does).
/// </summary>
public sealed record AnswerBetweenMarks : AnswerRule
{
    /// <param name="opening">The mark before the answer, not empty; case counts.</param>
    /// <param name="closing">The mark after it, not empty; may equal the opening one.</param>
    /// <exception cref="ArgumentException">A mark is empty.</exception>
    public AnswerBetweenMarks(string opening, string closing)
    {
        ArgumentException.ThrowIfNullOrEmpty(opening);
        ArgumentException.ThrowIfNullOrEmpty(closing);
        (Opening, Closing) = (opening, closing);
    }

    /// <summary>The mark before the answer.</summary>
    public string Opening { get; }

    /// <summary>The mark after the answer.</summary>
    public string Closing { get; }

    /// <summary>Whether the first pair of marks counts, not the last.</summary>
    public bool IsFirst { get; init; }

    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        (int Start, int End)? found = null;
        for (int from = 0; NextPair(completion, from) is { } pair; from = pair.End + Closing.Length)
        {
            found = pair;
            if (IsFirst) break;
        }
        if (found is not { } place) return AnswerReading.Unread($"The marks \"{Opening}\" and \"{Closing}\" are not in the completion, one after the other.");
        return AnswerReading.Of(completion.AsSpan(place.Start, place.End - place.Start), $"Nothing stands between \"{Opening}\" and \"{Closing}\".");
    }

    // Of several opening marks before a closing one the nearest counts, unless the marks are equal and so come in pairs.
    private (int Start, int End)? NextPair(string text, int from)
    {
        int opened = text.IndexOf(Opening, from, StringComparison.Ordinal);
        if (opened < 0) return null;
        int start = opened + Opening.Length;
        int end = text.IndexOf(Closing, start, StringComparison.Ordinal);
        if (end < 0) return null;
        int nearest = text.AsSpan(start, end - start).LastIndexOf(Opening, StringComparison.Ordinal);
        return (nearest < 0 ? start : start + nearest + Opening.Length, end);
    }
}
