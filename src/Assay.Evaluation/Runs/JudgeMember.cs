using Assay.Core.Judging;
using Assay.Core.Responses;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Prompts;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Runs;

/// <summary>One model judge, ready to be asked.</summary>
internal sealed class JudgeMember
{
    private readonly LabelImitation _imitation;

    /// <exception cref="Core.Errors.InputException">A pattern of its reading is no regular expression.</exception>
    public JudgeMember(ModelJudge definition)
    {
        Definition = definition;
        Reader = new VerdictReader(definition.Reading);
        _imitation = new LabelImitation(definition.Reading);
    }

    public ModelJudge Definition { get; }

    public VerdictReader Reader { get; }

    /// <summary>What is asked.</summary>
    /// <param name="pair">The item.</param>
    /// <param name="order">The order shown.</param>
    /// <param name="repeatNumber">The key's repeat number.</param>
    /// <param name="secret">The secret of the fences.</param>
    public Question Ask(PairToJudge pair, PresentationOrder order, int repeatNumber, ReadOnlySpan<byte> secret) => new()
    {
        Item = pair.Id,
        Model = Definition.Model,
        Messages = PromptFiller.Fill(Definition.Prompt, pair, order, secret).Messages,
        Parameters = Definition.Parameters,
        Repeat = repeatNumber,
        ResponseFormat = Definition.Reading is JsonFieldReading { Schema: { } schema } ? new ResponseFormat("verdict", schema) : null,
        LogProbabilities = Definition.Reading is LabelProbabilityReading labels ? new LogProbabilityRequest(labels.Top) : null,
        Order = order,
    };

    /// <summary>What a reader should know about the pair as this judge sees it.</summary>
    public IEnumerable<ItemNote> Notes(PairToJudge pair, ReadOnlySpan<byte> secret)
    {
        bool isGuessed = false;
        if (Definition.Prompt.IsFenced) Fence.Of(pair, secret, out isGuessed);
        List<ItemNote> notes = [];
        if (isGuessed || _imitation.IsIn(pair.Baseline.Output) || _imitation.IsIn(pair.Candidate.Output)) notes.Add(ItemNote.ImitatesJudge);
        if (!Definition.Prompt.IsFenced) notes.Add(ItemNote.Unfenced);
        return notes;
    }
}
