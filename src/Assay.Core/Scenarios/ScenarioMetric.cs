using Assay.Core.Metrics.Reduction;

namespace Assay.Core.Scenarios;

/// <summary>Something that is measured.</summary>
public abstract record ScenarioMetric
{
    private protected ScenarioMetric() { }

    /// <summary>Its name in scenario files and results: <c>exact_match</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is of HELM's seven kinds.</summary>
    public required MetricKind Kind { get; init; }

    /// <summary>Whether more is better; null where neither is: it says nothing of which model is better.</summary>
    public bool? HigherIsBetter { get; init; }

    /// <summary>Whether it is a proportion, shown in percent.</summary>
    public bool IsProportion { get; init; } = true;
}

/// <summary>A measure with a value for each instance; a cell is the mean.</summary>
public sealed record InstanceMetric : ScenarioMetric
{
    /// <summary>The name under which its values are kept with instances: its own, or that of the metric whose repeats it reduces in another way.</summary>
    public string ScoreName { get => field ?? Name; init; }

    /// <summary>How the values of an instance's repeats become one; null: as the scenario says.</summary>
    public ScoreReducer? Reducer { get; init; }

    /// <summary>The value for one completion; null where it does not apply to it.</summary>
    public required Func<ReadCompletion, double?> Score { get; init; }
}

/// <summary>A measure of all instances together, which is no mean; its standard error comes from resampling instances.</summary>
public sealed record CorpusMetric : ScenarioMetric
{
    /// <summary>
    /// What it keeps of one completion, whose text is not kept with instances: numbers by name, which stand among the instance's scores. Nothing by default.
    /// </summary>
    public Func<ReadCompletion, IEnumerable<KeyValuePair<string, double>>> Keep { get; init; } = static _ => [];

    /// <summary>
    /// Looks at the instances once, and gives what computes the value of a sample of them, by their places: one drawn twice counts twice. Null: it has no
    /// value.
    /// </summary>
    public required Func<IReadOnlyList<ScoredInstance>, Func<IReadOnlyList<int>, double?>> Prepare { get; init; }

    /// <summary>Whether an instance is one of those the value is of; all by default.</summary>
    public Func<Instance, bool> AppliesTo { get; init; } = static _ => true;

    /// <summary>Why there may be no value, one sentence.</summary>
    public required string ReasonIfAbsent { get; init; }
}

/// <summary>HELM's kinds of metrics (Liang et al., "Holistic Evaluation of Language Models", TMLR 2023, section 4).</summary>
public enum MetricKind
{
    /// <summary>Is it right?</summary>
    Accuracy,

    /// <summary>Does it know how sure to be?</summary>
    Calibration,

    /// <summary>Does it stay right when the form changes?</summary>
    Robustness,

    /// <summary>Does it stay right when people change?</summary>
    Fairness,

    /// <summary>Does it favour groups?</summary>
    Bias,

    /// <summary>Is it toxic?</summary>
    Toxicity,

    /// <summary>What does it take?</summary>
    Efficiency,
}
