using System.Collections.Immutable;
using System.Text;
using Assay.Core.Judging;
using Assay.Core.Responses;
using Assay.Core.Texts;

namespace Assay.Evaluation.Prompts;

/// <summary>Puts an item's texts into a judge's prompt.</summary>
public static class PromptFiller
{
    private const string Instruction = "{instruction}", First = "{output_1}", Second = "{output_2}", Mark = "{fence}";

    /// <summary>
    /// The template with its places filled, each once and from the template alone: a filled-in text is never searched for places. In our own templates a text
    /// stands on lines of its own between <c>[MARK begin]</c> and <c>[MARK end]</c>, MARK being what <c>{fence}</c> gives; in imported ones
    /// (<see cref="PromptTemplate.IsFenced"/> false) it stands as it is, and <c>{fence}</c> is no place.
    /// </summary>
    /// <param name="template">The judge's prompt.</param>
    /// <param name="pair">The item. Lone surrogates in its texts become U+FFFD; everything else, NUL too, goes through.</param>
    /// <param name="order">Which output is shown first.</param>
    /// <param name="secret">The secret of the fences (<see cref="IResponseStore.GetFenceSecretAsync"/>); not used by imported templates.</param>
    /// <exception cref="ArgumentException">The template is ours and the secret is shorter than 16 bytes.</exception>
    public static FilledPrompt Fill(PromptTemplate template, PairToJudge pair, PresentationOrder order, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(pair);
        if (template.IsFenced && secret.Length < 16) throw new ArgumentException("A fence needs a secret of at least 16 bytes.", nameof(secret));
        bool isGuessed = false;
        string? mark = template.IsFenced ? Fence.Of(pair, secret, out isGuessed) : null;
        bool candidateFirst = order == PresentationOrder.CandidateFirst;
        (string first, string second) = candidateFirst ? (pair.Candidate.Output, pair.Baseline.Output) : (pair.Baseline.Output, pair.Candidate.Output);
        ImmutableArray<PromptMessage> messages =
        [
            .. template.Messages.Select(message => message with { Text = FillText(message.Text, pair.Instruction, first, second, mark) }),
        ];
        return new FilledPrompt(messages, mark, isGuessed);
    }

    private static string FillText(string template, string instruction, string first, string second, string? mark)
    {
        StringBuilder filled = new(template.Length + instruction.Length + first.Length + second.Length);
        int done = 0;
        while (done < template.Length)
        {
            int brace = template.IndexOf('{', done);
            if (brace < 0) break;
            filled.Append(template, done, brace - done);
            ReadOnlySpan<char> rest = template.AsSpan(brace);
            if (rest.StartsWith(Instruction, StringComparison.Ordinal)) done = Put(instruction, brace + Instruction.Length);
            else if (rest.StartsWith(First, StringComparison.Ordinal)) done = Put(first, brace + First.Length);
            else if (rest.StartsWith(Second, StringComparison.Ordinal)) done = Put(second, brace + Second.Length);
            else if (mark is not null && rest.StartsWith(Mark, StringComparison.Ordinal))
            {
                filled.Append(mark);
                done = brace + Mark.Length;
            }
            else
            {
                filled.Append('{');
                done = brace + 1;
            }
        }
        return filled.Append(template, done, template.Length - done).ToString();

        int Put(string text, int next)
        {
            string wellFormed = WellFormedText.Of(text, out _);
            if (mark is null) filled.Append(wellFormed);
            else filled.Append('[').Append(mark).Append(" begin]\n").Append(wellFormed).Append("\n[").Append(mark).Append(" end]");
            return next;
        }
    }
}
