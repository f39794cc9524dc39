using System.Globalization;
using System.Text;
using Assay.Statistics.Resampling;

namespace Assay.Studies.Samples;

/// <summary>Writes the texts of the samples.</summary>
internal static class SampleTexts
{
    /// <summary>Number of instructions that can be written.</summary>
    public static int InstructionCount => SampleVocabulary.Questions.Count * SampleVocabulary.Tasks.Sum(set => set.Tasks.Count);

    /// <summary>All instructions, distinct, each with its data set; in a fixed order.</summary>
    public static IReadOnlyList<(string Dataset, string Instruction)> Instructions() =>
    [
        .. from set in SampleVocabulary.Tasks
           from task in set.Tasks
           from question in SampleVocabulary.Questions
           select (set.Dataset, string.Format(CultureInfo.InvariantCulture, question, task)),
    ];

    /// <summary>An output of exactly this many Unicode code points.</summary>
    /// <param name="length">Length in code points, at least 1.</param>
    /// <param name="random">Chooses the words.</param>
    public static string Output(int length, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        StringBuilder text = new(length + 2);
        int remaining = length;
        bool sentenceStarts = true;
        // What remains for the last word and its full stop is kept within the lengths there are words for.
        int mostAtEnd = SampleVocabulary.LastWords.Count + 1;
        for (int at = 0; remaining > mostAtEnd; at = (at + 1) % SampleVocabulary.SentencePattern.Count)
        {
            IReadOnlyList<string> choices = SampleVocabulary.SentencePattern[at];
            bool sentenceEnds = at == SampleVocabulary.SentencePattern.Count - 1;
            string word = choices[random.NextInt(choices.Count)] + (sentenceEnds ? "." : "");
            remaining -= Append(text, sentenceStarts ? Capital(word) : word);
            sentenceStarts = sentenceEnds;
        }

        int lastWord = remaining - 1 - (text.Length > 0 ? 1 : 0);
        if (lastWord <= 0) return new string('.', length);
        IReadOnlyList<string> last = SampleVocabulary.LastWords[lastWord - 1];
        string end = last[random.NextInt(last.Count)];
        Append(text, (sentenceStarts ? Capital(end) : end) + ".");
        return text.ToString();
    }

    /// <summary>Length in Unicode code points.</summary>
    public static int CodePoints(string text) => text.EnumerateRunes().Count();

    private static int Append(StringBuilder text, string word)
    {
        int before = text.Length > 0 ? 1 : 0;
        if (before > 0) text.Append(' ');
        text.Append(word);
        return before + CodePoints(word);
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
