namespace Assay.Core.Metrics.Answers;

/// <summary>
/// The content of the last LaTeX <c>\boxed{...}</c> or <c>\fbox{...}</c> whose braces close, as MATH (Hendrycks and others 2021) reads its solutions.
/// </summary>
public sealed record BoxedAnswer : AnswerRule
{
    private static readonly string[] Commands = ["\\boxed", "\\fbox"];

    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        int search = completion.Length;
        while (search > 0)
        {
            int at = Commands.Max(command => completion.LastIndexOf(command, search - 1, StringComparison.Ordinal));
            if (at < 0) break;
            int brace = completion.IndexOf('{', at);
            if (brace >= 0 && completion.AsSpan(at + 1, brace - at - 1).Trim() is "boxed" or "fbox" && End(completion, brace) is { } end)
                return AnswerReading.Of(completion.AsSpan(brace + 1, end - brace - 1), "The box is empty.");
            search = at;
        }
        return AnswerReading.Unread("There is no \\boxed{...} in the completion.");
    }

    private static int? End(string text, int brace)
    {
        int depth = 0;
        for (int i = brace; i < text.Length; i++)
        {
            // An escaped brace is a character of the answer.
            if (text[i] == '\\') i++;
            else if (text[i] == '{') depth++;
            else if (text[i] == '}' && --depth == 0) return i;
        }
        return null;
    }
}
