using System.Collections.Immutable;
using Assay.Core.Models;

namespace Assay.Core.Judging;

/// <summary>A judge: who is asked, with which prompt, and how the verdict is read. One of the records of this folder.</summary>
public abstract record JudgeDefinition
{
    private protected JudgeDefinition() { }

    /// <summary>Its name: the <c>annotator</c> of annotations.</summary>
    public required string Name { get; init; }

    /// <summary>The orders it is meant for; null: the command's own default.</summary>
    public OrderPolicy? Orders { get; init; }

    /// <summary>Names of the models it needs, each once; empty for controls.</summary>
    public abstract ImmutableSortedSet<string> ModelNames { get; }
}

/// <summary>A judge that asks one model: soft (log-probabilities of labels), verdict (JSON schema) or imported (AlpacaEval's evaluators).</summary>
public sealed record ModelJudge : JudgeDefinition
{
    /// <summary>Name of the model (see <see cref="ModelSpecification.Name"/>).</summary>
    public required string Model { get; init; }

    /// <summary>The prompt.</summary>
    public required PromptTemplate Prompt { get; init; }

    /// <summary>How its answer is read.</summary>
    public required VerdictReading Reading { get; init; }

    /// <summary>Parameters of every call, over the model's own.</summary>
    public ModelParameters Parameters { get; init; } = ModelParameters.Empty;

    /// <inheritdoc/>
    public override ImmutableSortedSet<string> ModelNames => [Model];
}

/// <summary>Simulated annotators (Dubois et al. 2023, "AlpacaFarm"): a member drawn for each item, and its label flipped with some probability.</summary>
public sealed record PoolJudge : JudgeDefinition
{
    /// <summary>The members, each as likely; at least one.</summary>
    public required ImmutableArray<ModelJudge> Members { get; init; }

    /// <summary>Probability, in [0, 1], that a label (which of the two is better) is flipped.</summary>
    public double FlipProbability
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(FlipProbability), value, "A probability must be from 0 to 1.");
    }

    /// <inheritdoc/>
    public override ImmutableSortedSet<string> ModelNames => [.. Members.Select(member => member.Model)];
}

/// <summary>All members judge every item.</summary>
public sealed record PanelJudge : JudgeDefinition
{
    /// <summary>The members; at least one, each with a name of its own.</summary>
    public required ImmutableArray<ModelJudge> Members { get; init; }

    /// <summary>How their preferences become one.</summary>
    public required PanelRule Rule { get; init; }

    /// <inheritdoc/>
    public override ImmutableSortedSet<string> ModelNames => [.. Members.Select(member => member.Model)];
}

/// <summary>How the preferences of a panel become one. Members without a verdict do not count; where none has one, the item has none.</summary>
public enum PanelRule
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>1 or 0 by whether more members are above or below 0.5; 0.5 where equally many are.</summary>
    Majority,
}

/// <summary>A judge that needs no model: what a real judge must be better than.</summary>
public sealed record ControlJudge : JudgeDefinition
{
    /// <summary>Its rule.</summary>
    public required ControlRule Rule { get; init; }

    /// <inheritdoc/>
    public override ImmutableSortedSet<string> ModelNames => [];
}

/// <summary>What a control prefers.</summary>
public enum ControlRule
{
    /// <summary>The output with more Unicode code points; equal lengths are a tie.</summary>
    Longest,

    /// <summary>The output with fewer Unicode code points; equal lengths are a tie.</summary>
    Shortest,

    /// <summary>The output shown first.</summary>
    First,

    /// <summary>Either with probability one half, from the run's seed and the identity of item, order and repeat.</summary>
    Random,
}
