namespace Assay.Core.Scenarios;

/// <summary>Examples that stand before the question.</summary>
/// <param name="Data">Where they come from; null: the scenario's own data, without the instance that is asked.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Choice">How they are chosen.</param>
/// <param name="Answer">The template of an example's answer; <c>{answer}</c> is its right answer (its letter with joint choices).</param>
public sealed record FewShot(ScenarioData? Data, int Count, FewShotChoice Choice, string Answer);

/// <summary>How examples are chosen from the pool.</summary>
public enum FewShotChoice
{
    /// <summary>The first ones, in the order of the pool: for a file of examples written to be shown.</summary>
    First,

    /// <summary>Drawn by seed, the same for all instances of the scenario but for the instance itself.</summary>
    Random,

    /// <summary>Drawn by seed, with the right answers of the pool as evenly as they can be.</summary>
    Balanced,
}
