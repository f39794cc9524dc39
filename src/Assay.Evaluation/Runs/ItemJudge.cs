using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Assay.Core.Judging;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Verdicts;
using Assay.Statistics.Resampling;

namespace Assay.Evaluation.Runs;

/// <summary>Judges one item at a time: which members, orders and repeats, and what comes of their verdicts. Safe for several items at once.</summary>
internal sealed class ItemJudge
{
    private readonly JudgeRunOptions _options;
    private readonly ImmutableArray<JudgeMember> _members;

    /// <exception cref="Core.Errors.InputException">A pattern of the judge is no regular expression.</exception>
    public ItemJudge(JudgeRunOptions options)
    {
        _options = options;
        _members = options.Judge switch
        {
            ModelJudge single => [new JudgeMember(single)],
            PoolJudge pool => [.. pool.Members.Select(static member => new JudgeMember(member))],
            PanelJudge panel => [.. panel.Members.Select(static member => new JudgeMember(member))],
            _ => [],
        };
    }

    /// <summary>Judges an item; its verdicts are in the order of members, repeats and orders, whatever the order of the answers.</summary>
    public async Task<JudgedItem> JudgeAsync(PairToJudge pair, IAnswerSource answers, CancellationToken cancellation)
    {
        ImmutableArray<JudgeMember> members = MembersOf(pair);
        SortedSet<ItemNote> notes = [.. members.SelectMany(member => member.Notes(pair, _options.FenceSecret.Span))];
        if (pair.Baseline.ReplacedSurrogates + pair.Candidate.ReplacedSurrogates > 0) notes.Add(ItemNote.ReplacedSurrogates);
        if (_options.ConstantGenerators.Contains(pair.Candidate.Generator)) notes.Add(ItemNote.ConstantOutput);
        if (pair.IsIdentical) return Ended(pair, [], Outcome.Tie, 0.5, null, notes);

        PresentationOrder[] orders = OrdersOf(pair);
        StrongBox<int> replaced = new();
        Verdict[] verdicts = _options.Judge is ControlJudge control
            ? [.. Questions(orders).Select(asked => Control(control, pair, asked.Order, asked.Repeat))]
            : await Task.WhenAll(
                from member in members
                from asked in Questions(orders)
                select AskAsync(member, pair, asked.Order, asked.Repeat, answers, replaced, cancellation)).ConfigureAwait(false);
        if (replaced.Value > 0) notes.Add(ItemNote.ReplacedSurrogates);
        if (verdicts.Any(static verdict => verdict.IsFlipped)) notes.Add(ItemNote.LabelFlipped);

        double? preference = ItemPreference.Of(verdicts, orders.Length, _options.Judge is PanelJudge panel ? panel.Rule : PanelRule.Mean);
        if (preference is { } known) return Ended(pair, verdicts, known == 0.5 ? Outcome.Tie : Outcome.Judged, known, null, notes);
        Verdict worst = ItemPreference.Worst(verdicts);
        return Ended(pair, verdicts, worst.Outcome, null, worst.Reason, notes);
    }

    /// <summary>What is asked of an item if every verdict can be read at once; nothing for identical outputs and controls.</summary>
    public IEnumerable<(JudgeMember Member, Question Question)> FirstQuestions(PairToJudge pair)
    {
        if (pair.IsIdentical) yield break;
        foreach (JudgeMember member in MembersOf(pair))
        {
            foreach ((int repeat, PresentationOrder order) in Questions(OrdersOf(pair)))
                yield return (member, member.Ask(pair, order, RepeatNumber.Of(repeat, 0), _options.FenceSecret.Span));
        }
    }

    private JudgedItem Ended(PairToJudge pair, Verdict[] verdicts, Outcome outcome, double? preference, string? reason, IEnumerable<ItemNote> notes) => new()
    {
        Pair = pair,
        Annotator = _options.Judge.Name,
        Verdicts = [.. verdicts],
        Outcome = outcome,
        Preference = preference,
        Reason = reason,
        Notes = [.. notes],
    };

    private ImmutableArray<JudgeMember> MembersOf(PairToJudge pair) =>
        _options.Judge is PoolJudge ? [_members[ItemRandom.For(_options.Seed, pair.Id, "member").NextInt(_members.Length)]] : _members;

    private PresentationOrder[] OrdersOf(PairToJudge pair) => _options.OrdersInForce switch
    {
        OrderPolicy.Both => [PresentationOrder.BaselineFirst, PresentationOrder.CandidateFirst],
        OrderPolicy.Random when ItemRandom.For(_options.Seed, pair.Id, "order").NextInt(2) == 1 => [PresentationOrder.CandidateFirst],
        _ => [PresentationOrder.BaselineFirst],
    };

    private IEnumerable<(int Repeat, PresentationOrder Order)> Questions(PresentationOrder[] orders)
    {
        for (int repeat = 0; repeat < _options.Repeats; repeat++)
        {
            foreach (PresentationOrder order in orders) yield return (repeat, order);
        }
    }

    private Verdict Control(ControlJudge control, PairToJudge pair, PresentationOrder order, int repeat)
    {
        double preference = ControlVerdicts.Of(control.Rule, pair, order, repeat, _options.Seed);
        return new Verdict
        {
            Judge = control.Name,
            Order = order,
            Repeat = repeat,
            Outcome = preference == 0.5 ? Outcome.Tie : Outcome.Judged,
            Preference = preference,
        };
    }

    private async Task<Verdict> AskAsync(
        JudgeMember member, PairToJudge pair, PresentationOrder order, int repeat, IAnswerSource answers, StrongBox<int> replaced, CancellationToken cancellation)
    {
        Verdict verdict = new()
        {
            Judge = member.Definition.Name,
            Order = order,
            Repeat = repeat,
            Outcome = Outcome.Failed,
            Reason = "The judge was not asked.",
        };
        for (int again = 0; again <= _options.AskAgain; again++)
        {
            Question question = member.Ask(pair, order, RepeatNumber.Of(repeat, again), _options.FenceSecret.Span);
            if (await answers.AskAsync(question, cancellation).ConfigureAwait(false) is not { } answer) return verdict;
            verdict = verdict with { Asked = again + 1 };
            if (answer.Answer is not { } said) return verdict with { Outcome = Outcome.Failed, Reason = answer.Failure?.Message };
            if (said.ReplacedSurrogates > 0) Interlocked.Increment(ref replaced.Value);
            VerdictRead read = member.Reader.Read(said);
            verdict = verdict with { Key = answer.Key, Outcome = read.Outcome, Reason = read.Reason };
            if (read.SecondPreference is { } second) return Decided(verdict, pair, second);
            if (read.Outcome != Outcome.Unparsed) return verdict;
        }
        return verdict;
    }

    private Verdict Decided(Verdict verdict, PairToJudge pair, double secondPreference)
    {
        double preference = verdict.Order == PresentationOrder.BaselineFirst ? secondPreference : 1 - secondPreference;
        bool isFlipped = preference != 0.5 && _options.Judge is PoolJudge { FlipProbability: > 0 } pool && IsFlipped(pool, pair, verdict);
        return verdict with { Preference = isFlipped ? 1 - preference : preference, IsFlipped = isFlipped };
    }

    private bool IsFlipped(PoolJudge pool, PairToJudge pair, Verdict verdict)
    {
        RandomStream random = ItemRandom.For(_options.Seed, pair.Id, "flip", verdict.Order.ToString(), verdict.Repeat.ToString(CultureInfo.InvariantCulture));
        return random.NextDouble() < pool.FlipProbability;
    }
}
