using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Core.Simulation;

namespace Assay.Studies.Validity;

/// <summary>
/// Verdicts on models over a finite population of instructions, from which samples are drawn with replacement. An instruction keeps its fold of the
/// cross-validation in every sample, so that the estimator is one function of what is drawn.
/// </summary>
internal sealed class Population
{
    private const string JudgeName = "judge";

    /// <summary>The models' names.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Per model one item for each instruction, in one order.</summary>
    public required IReadOnlyList<ItemPreference[]> Items { get; init; }

    /// <summary>Difficulty of each instruction, for the published length control; empty where the sample is to be analysed without calibration.</summary>
    public required double[] Difficulties { get; init; }

    /// <summary>The regularisation rows of the published length control: the same for every sample; empty without calibration.</summary>
    public required IReadOnlyList<GamedBaselineRow> GamedRows { get; init; }

    /// <summary>True if samples are analysed with the published length control's calibration.</summary>
    public bool IsCalibrated => Difficulties.Length > 0;

    /// <summary>Number of instructions.</summary>
    public int Count => Items[0].Length;

    /// <summary>The population of a simulated world.</summary>
    /// <param name="world">The world.</param>
    /// <param name="models">Its models.</param>
    /// <param name="gamedRows">Regularisation rows; null to analyse without calibration.</param>
    public static Population Of(SimulatedWorld world, IReadOnlyList<SimulatedModel> models, IReadOnlyList<GamedBaselineRow>? gamedRows) => new()
    {
        Models = [.. models.Select(model => model.Name)],
        Items = [.. models.Select((model, number) => world.Verdicts(model, number).ToItems())],
        Difficulties = gamedRows is null ? [] : world.Instructions.Difficulties.ToArray(),
        GamedRows = gamedRows ?? [],
    };

    /// <summary>Every instruction once.</summary>
    public int[] Everything() => [.. Enumerable.Range(0, Count)];

    /// <summary>A sample as if read from files: each draw is an instruction of its own.</summary>
    /// <param name="drawn">Indices of the instructions drawn; one may occur several times.</param>
    public PreferenceSet Sample(int[] drawn)
    {
        IEnumerable<PairwiseJudgements> comparisons = Models.Select((model, k) => new PairwiseJudgements
        {
            Model = model,
            Baseline = SimulatedWorld.Baseline,
            Annotator = JudgeName,
            Items = Draw(Items[k], drawn),
        });
        return new PreferenceSet
        {
            Instructions = [.. drawn.Select((_, i) => SimulatedInstructions.Text(i))],
            Datasets = [],
            Comparisons = [.. comparisons.OrderBy(comparison => comparison.Model, StringComparer.Ordinal)],
        };
    }

    /// <summary>The calibration of a sample, or null without: each draw stands at a place of the difficulty file that has its fold.</summary>
    /// <param name="drawn">Indices of the instructions drawn.</param>
    public LengthControlCalibration? Calibration(int[] drawn)
    {
        if (!IsCalibrated) return null;
        const int folds = LengthControlProblem.FoldCount;
        List<int>[] byFold = [.. Enumerable.Range(0, folds).Select(fold => Enumerable.Range(0, drawn.Length).Where(i => drawn[i] % folds == fold).ToList())];
        int longest = byFold.Max(draws => draws.Count);
        List<(string, double)> rows = new(longest * folds);
        for (int place = 0; place < longest * folds; place++)
        {
            List<int> draws = byFold[place % folds];
            // Where a fold has fewer draws than another, an instruction that nobody was judged on keeps its place.
            rows.Add(place / folds < draws.Count
                ? (SimulatedInstructions.Text(draws[place / folds]), Difficulties[drawn[draws[place / folds]]])
                : ($"unused place {place}", 0));
        }
        return new LengthControlCalibration(new InstructionDifficulties(rows), GamedRows);
    }

    private static ItemPreference[] Draw(ItemPreference[] items, int[] drawn)
    {
        ItemPreference[] sample = new ItemPreference[drawn.Length];
        for (int i = 0; i < sample.Length; i++) sample[i] = items[drawn[i]] with { Instruction = i, OutputHash = (ulong)i + 1 };
        return sample;
    }
}
