namespace Assay.Core.Texts;

/// <summary>Takes a model's thinking aloud out of its answer.</summary>
public static class ThinkingText
{
    private static readonly string[] Names = ["think", "thinking", "thought", "reasoning"];

    /// <summary>
    /// The answer after the thinking: what follows the first closing <c>&lt;/think&gt;</c> (or thinking, thought, reasoning), if the text starts with the
    /// opening mark,
    /// or has no opening mark before the closing one (some templates open it in the prompt). A thinking that never closes has no answer after it: empty.
    /// Marks that stand later in the answer are the answer's own. White space around the thinking goes with it.
    /// </summary>
    public static string Strip(string text) => text[AnswerStart(text)..];

    /// <summary>Where the answer starts in the text, in UTF-16 units: 0 without thinking, the text's length where the thinking never ends.</summary>
    public static int AnswerStart(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().TrimStart();
        int lead = text.Length - trimmed.Length;
        foreach (string name in Names)
        {
            string opening = $"<{name}>";
            string closing = $"</{name}>";
            int opened = trimmed.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
            int closed = trimmed.IndexOf(closing, StringComparison.OrdinalIgnoreCase);
            if (opened == 0 && closed < 0) return text.Length;
            if (closed < 0 || (opened > 0 && opened < closed)) continue;
            ReadOnlySpan<char> answer = trimmed[(closed + closing.Length)..];
            return lead + closed + closing.Length + (answer.Length - answer.TrimStart().Length);
        }
        return 0;
    }
}
