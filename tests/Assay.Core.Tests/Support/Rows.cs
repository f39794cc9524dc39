using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Statistics.Resampling;

namespace Assay.Core.Tests.Support;

/// <summary>Annotation rows written by hand or drawn from a seed, and the preference set they make.</summary>
internal sealed class Rows
{
    public AnnotationVocabulary Vocabulary { get; } = new();

    public List<AnnotationRow> All { get; } = [];

    /// <summary>Adds one row.</summary>
    public Rows Add(
        string instruction, string model, double preference, int modelLength = 100, int baselineLength = 100, string baseline = "base",
        string? judge = "judge", ulong? hash = null, string? dataset = null)
    {
        All.Add(new AnnotationRow
        {
            Instruction = Vocabulary.Instructions.GetOrAdd(instruction),
            Dataset = dataset is null ? -1 : Vocabulary.Datasets.GetOrAdd(dataset),
            Generator1 = Vocabulary.Generators.GetOrAdd(baseline),
            Generator2 = Vocabulary.Generators.GetOrAdd(model),
            Annotator = judge is null ? -1 : Vocabulary.Annotators.GetOrAdd(judge),
            Preference = preference,
            Length1 = baselineLength,
            Length2 = modelLength,
            Output2Hash = hash ?? (ulong)All.Count,
        });
        return this;
    }

    /// <summary>
    /// Adds a model's rows on instructions 0 to <paramref name="count"/> - 1: soft verdicts with the given log-odds, a difficulty all models of one seed share,
    /// and a judge that likes length.
    /// </summary>
    public Rows AddModel(string model, double quality, int count = 60, ulong seed = 1, double verbosity = 0, string baseline = "base", string? judge = "judge")
    {
        RandomStream shared = new(seed, 0), own = new(seed, (ulong)model.Sum(letter => letter) + 1);
        for (int i = 0; i < count; i++)
        {
            double difficulty = shared.NextGaussian();
            int length = (int)(400 + 200 * verbosity + 100 * own.NextGaussian()), baselineLength = 400 + shared.NextInt(100);
            double p = 1 / (1 + Math.Exp(-(quality + difficulty + 0.005 * (length - baselineLength))));
            string dataset = i % 3 == 0 ? "every third" : "others";
            Add($"instruction {i:000}", model, own.NextBeta(4 * p, 4 - 4 * p), Math.Max(1, length), baselineLength, baseline, judge, dataset: dataset);
        }
        return this;
    }

    public PreferenceSet Set => AlpacaEvalData.Build([All], Vocabulary);

    /// <summary>A calibration for <see cref="AddModel"/>'s instructions.</summary>
    public static LengthControlCalibration Calibration(int count = 60, ulong seed = 1, int firstMissing = int.MaxValue)
    {
        RandomStream shared = new(seed, 0), gamed = new(seed, 999);
        List<(string, double)> difficulties = [];
        List<GamedBaselineRow> rows = [];
        for (int i = 0; i < count; i++)
        {
            double difficulty = shared.NextGaussian();
            shared.NextInt(100);
            if (i < firstMissing) difficulties.Add(($"instruction {i:000}", difficulty));
            rows.Add(new GamedBaselineRow(i, gamed.NextGaussian() - 1, difficulty, 0.6));
            rows.Add(new GamedBaselineRow(i, gamed.NextGaussian() + 1, difficulty, 0.3));
        }
        return new LengthControlCalibration(new InstructionDifficulties(difficulties), rows);
    }
}
