using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Storage.Files;

namespace Assay.Storage.Runs;

/// <summary>How a verdict is read, in <c>run.json</c>.</summary>
internal sealed record ReadingEntry
{
    private const string LabelsKind = "label_probabilities";
    private const string JsonKind = "json_field";
    private const string PatternKind = "patterns";
    private const string RankingKind = "ranking";
    private const string ScorePairKind = "score_pair";

    public required string Kind { get; init; }

    public string[]? First { get; init; }

    public string[]? Second { get; init; }

    public int? TokenIndex { get; init; }

    public int? Top { get; init; }

    public bool? Binarized { get; init; }

    public string? Field { get; init; }

    public ValueEntry[]? Values { get; init; }

    public JsonElement? Schema { get; init; }

    public static ReadingEntry Of(VerdictReading reading) => reading switch
    {
        LabelProbabilityReading labels => new ReadingEntry
        {
            Kind = LabelsKind,
            First = [.. labels.First],
            Second = [.. labels.Second],
            TokenIndex = labels.TokenIndex,
            Top = labels.Top,
            Binarized = labels.IsBinarized,
        },
        JsonFieldReading json => new ReadingEntry { Kind = JsonKind, Field = json.Field, Values = ValuesOf(json.Values), Schema = json.Schema },
        PatternReading patterns => new ReadingEntry { Kind = PatternKind, Values = ValuesOf(patterns.Patterns) },
        RankingReading ranking => new ReadingEntry { Kind = RankingKind, First = [ranking.First], Second = [ranking.Second], Field = ranking.Field },
        ScorePairReading => new ReadingEntry { Kind = ScorePairKind },
        _ => throw new ArgumentException($"A reading of the type {reading.GetType().Name} cannot be kept.", nameof(reading)),
    };

    public VerdictReading ToReading() => Kind switch
    {
        LabelsKind => new LabelProbabilityReading
        {
            First = [.. First ?? []],
            Second = [.. Second ?? []],
            TokenIndex = TokenIndex ?? 0,
            Top = Top ?? 5,
            IsBinarized = Binarized ?? false,
        },
        JsonKind => new JsonFieldReading { Field = Field ?? "", Values = [.. ToValues()], Schema = Schema },
        PatternKind => new PatternReading { Patterns = [.. ToValues()] },
        // Runs from before the field could be named have the one there was.
        RankingKind => new RankingReading { First = First?.FirstOrDefault() ?? "", Second = Second?.FirstOrDefault() ?? "", Field = Field ?? "ordered_models" },
        ScorePairKind => new ScorePairReading(),
        _ => throw new InputException($"the judge's way of reading is \"{InputErrors.Quote(Kind)}\", which this version does not know"),
    };

    private static ValueEntry[] ValuesOf(IEnumerable<VerdictValue> values) =>
        [.. values.Select(static value => new ValueEntry(value.Text, value.Preference))];

    private IEnumerable<VerdictValue> ToValues() => (Values ?? []).Select(static value => new VerdictValue(value.Text, value.SecondPreference));
}

/// <summary>What an answer may say, and the probability that the output shown second is the better one.</summary>
internal sealed record ValueEntry(string Text, double SecondPreference);
