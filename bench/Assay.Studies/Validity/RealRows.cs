using Assay.Core.Errors;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;
using Assay.Storage.Calibration;

namespace Assay.Studies.Validity;

/// <summary>Coverage by resampling recorded verdicts: the rows of a model are the population, and samples are drawn from them with replacement.</summary>
internal static class RealRows
{
    private const ulong SampleSeed = 4;

    // Complete models with win rates from 2 to 70 %, each compared with the one after it.
    private static readonly string[] Chosen =
    [
        "pythia-12b-mix-sft", "falcon-40b-instruct", "OpenHermes-2.5-Mistral-7B", "claude-2", "FuseChat-Llama-3.2-3B-Instruct", "FuseChat-Gemma-2-9B-Instruct",
        "FuseChat-Qwen-2.5-7B-Instruct",
    ];

    /// <summary>The rows of one table: each chosen model but the last.</summary>
    /// <param name="folder">The folder of AlpacaEval's recorded data.</param>
    /// <param name="sampleSize">Instructions per sample.</param>
    /// <param name="plan">How many replications.</param>
    public static List<CoverageRow> Rows(string folder, int sampleSize, ValidityPlan plan)
    {
        AnnotationVocabulary vocabulary = new();
        AnnotationFileReader reader = new(vocabulary);
        PreferenceSetBuilder builder = new(vocabulary);
        foreach (string model in Chosen) builder.Add(reader.Read(Path.Combine(folder, "annotations", model, "annotations.json.gz"), CancellationToken.None));
        PreferenceSet set = builder.Build();
        InstructionDifficulties difficulties = InstructionDifficultyFile.Read(Path.Combine(folder, "instruction_difficulty.csv"));
        IReadOnlyList<GamedBaselineRow> gamed = GamedBaselineFile.Read(Path.Combine(folder, "gamed_baselines.csv"));

        List<CoverageRow> rows = [];
        for (int k = 0; k + 1 < Chosen.Length; k++)
        {
            Population population = Pair(set, Chosen[k], Chosen[k + 1], difficulties, gamed);
            rows.Add(CoverageRow.Of($"`{Chosen[k]}`", generating: null, population, sampleSize, plan, SampleSeed));
        }
        return rows;
    }

    private static Population Pair(
        PreferenceSet set, string first, string second, InstructionDifficulties difficulties, IReadOnlyList<GamedBaselineRow> gamed) =>
        new()
        {
            Models = [first, second],
            Items = [InOrder(set, first, difficulties), InOrder(set, second, difficulties)],
            Difficulties = InOrder(set.Instructions, difficulties),
            GamedRows = gamed,
        };

    private static InputException Incomplete(string model) =>
        new($"{model} was not judged on every instruction of the difficulty file; choose a complete model.");

    private static double[] InOrder(IReadOnlyList<string> instructions, InstructionDifficulties difficulties)
    {
        double[] ordered = new double[difficulties.Count];
        foreach (string instruction in instructions)
        {
            if (difficulties.TryGet(instruction, out int position, out double difficulty)) ordered[position] = difficulty;
        }
        return ordered;
    }

    /// <summary>A model's items in the order of the difficulty file, whose positions decide the folds.</summary>
    private static ItemPreference[] InOrder(PreferenceSet set, string model, InstructionDifficulties difficulties)
    {
        ItemPreference?[] ordered = new ItemPreference?[difficulties.Count];
        foreach (ItemPreference item in set.Comparisons.Single(comparison => string.Equals(comparison.Model, model, StringComparison.Ordinal)).Items)
        {
            if (item.IsJudged && difficulties.TryGet(set.Instructions[item.Instruction], out int position, out _)) ordered[position] = item;
        }
        return [.. ordered.Select(item => item ?? throw Incomplete(model))];
    }
}
