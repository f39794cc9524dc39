using System.Buffers;
using System.Text.RegularExpressions;

namespace Assay.Evaluation.Prompts;

/// <summary>Finds a label that is named as the answer: "Verdict: m", "the better output is M", "Output (m) is better".</summary>
internal sealed class NamedLabel
{
    private const string Words = "answer|verdict|judgement|judgment|preference|preferred|winner|better|best|choice";
    private const string Things = "output|response|answer|model|option|completion";

    // What follows one of the words is read no further than this, so that no text makes the search slow.
    private const int Window = 100;

    private static readonly SearchValues<string> Starts =
        SearchValues.Create([.. $"{Words}|{Things}".Split('|').Distinct()], StringComparison.OrdinalIgnoreCase);

    private readonly Regex? _named;

    /// <param name="labels">The labels, each in its own case; the words around them may be in any.</param>
    public NamedLabel(IEnumerable<string> labels)
    {
        string[] known = [.. labels.Select(static label => label.Trim()).Where(static label => label.Length > 0).Distinct(StringComparer.Ordinal)];
        if (known.Length == 0) return;
        string label = $@"[\s""'`*(\[]*{OneOf(known)}[""'`*)\]]*";
        string answered = $@"(?i:(?:{Words})(?:\s+(?:{Things}))?\s*(?:is|:|=))\s*(?i:(?:{Things})\s)?{label}(?![\p{{L}}\p{{N}}])";
        string praised = $@"(?i:(?:{Things}))\s{label}\s+(?i:is\s+(?:the\s+)?(?:better|best|preferred|winner))";
        _named = new Regex($@"\A(?:{answered}|{praised})", RegexOptions.CultureInvariant);
    }

    /// <summary>Whether a label is named as the answer.</summary>
    public bool IsIn(string output)
    {
        if (_named is null) return false;
        int at = 0;
        while (at < output.Length)
        {
            int found = output.AsSpan(at).IndexOfAny(Starts);
            if (found < 0) return false;
            at += found;
            bool isWord = at == 0 || !char.IsLetterOrDigit(output[at - 1]);
            if (isWord && _named.IsMatch(output.AsSpan(at, Math.Min(Window, output.Length - at)))) return true;
            at++;
        }
        return false;
    }

    /// <summary>An expression for any of the texts, longer ones first.</summary>
    public static string OneOf(IEnumerable<string> texts) =>
        $"(?:{string.Join('|', texts.OrderByDescending(static text => text.Length).Select(Regex.Escape))})";
}
