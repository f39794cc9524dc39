using Assay.Core.Leaderboards;
using Assay.Core.People;
using Assay.Statistics.Correlation;
using Assay.Statistics.Resampling;

namespace Assay.Core.JudgeEvaluations;

/// <summary>
/// Whether a judge ranks models as people do: each model's win rate over the pairs that both judged, by mean preference, and the correlation of the two.
/// A model that is in every pair is the baseline and is not ranked. The interval is of the bootstrap over pairs: ranks are not smooth, so no jackknife.
/// </summary>
internal sealed class LeaderboardAgreement
{
    private readonly JudgeEvaluationOptions _options;
    private readonly int[] _models;
    private readonly Row[] _rows;

    private LeaderboardAgreement(JudgeEvaluationOptions options, int[] models, Row[] rows) => (_options, _models, _rows) = (options, models, rows);

    // A pair by the places of its models, -1 for one that is not ranked, and the two mean preferences.
    private readonly record struct Row(int First, int Second, double Judge, double People);

    /// <summary>The judge's leaderboard beside people's, and their correlations.</summary>
    public static (IReadOnlyList<ModelWinRates> Models, Figure Spearman, Figure Pearson) Of(
        VerdictSet set, IReadOnlyList<(PairVotes Judge, PairVotes People)> both, JudgeEvaluationOptions options, CancellationToken cancellation)
    {
        (JudgedPair Pair, double Judge, double People)[] named =
        [
            .. both.Select(pair => (set.Pairs[pair.People.Pair], pair.Judge.Mean, pair.People.Mean))
                .Where(static row => row.Item1.HasGenerators && !double.IsNaN(row.Item2) && !double.IsNaN(row.Item3)),
        ];
        int[] models = [.. named.SelectMany(static row => new[] { row.Pair.Generator1, row.Pair.Generator2 }).Distinct().Order()];
        bool isPairOnly = models.Length == 2;
        models = [.. models.Where(model => isPairOnly || !Array.TrueForAll(named, row => row.Pair.Generator1 == model || row.Pair.Generator2 == model))];
        Row[] rows = [.. named.Select(row => new Row(
            Array.BinarySearch(models, row.Pair.Generator1), Array.BinarySearch(models, row.Pair.Generator2), row.Judge, row.People))];
        LeaderboardAgreement agreement = new(options, models, rows);
        ModelWinRates[] winRates = agreement.WinRates(set);
        if (models.Length < 3)
        {
            Figure absent = Figure.Without(models.Length == 0 ? "the files name no models" : "a correlation of fewer than three models says nothing");
            return (winRates, absent, absent);
        }
        (Figure spearman, Figure pearson) = agreement.Correlations(cancellation);
        return (winRates, spearman, pearson);
    }

    private ModelWinRates[] WinRates(VerdictSet set)
    {
        (double[] judge, double[] people, int[] pairs) = Rates(weights: null);
        return [.. _models.Select((model, i) => new ModelWinRates(set.Generators[model], judge[i], people[i], pairs[i])).OrderByDescending(row => row.People)];
    }

    private (Figure Spearman, Figure Pearson) Correlations(CancellationToken cancellation)
    {
        double[] spearmans = new double[_options.Replicates], pearsons = new double[_options.Replicates];
        Parallel.For(0, _options.Replicates, new ParallelOptions { CancellationToken = cancellation }, replicate =>
        {
            RandomStream random = new(_options.Seed, (ulong)replicate + 1);
            int[] weights = new int[_rows.Length];
            for (int draw = 0; draw < weights.Length; draw++) weights[random.NextInt(weights.Length)]++;
            (double[] judge, double[] people, _) = Rates(weights);
            bool hasAll = !Array.Exists(judge, double.IsNaN);
            spearmans[replicate] = hasAll ? SpearmanCorrelation.Of(judge, people)?.Coefficient ?? double.NaN : double.NaN;
            pearsons[replicate] = hasAll ? PearsonCorrelation.Of(judge, people)?.Coefficient ?? double.NaN : double.NaN;
        });
        (double[] judge, double[] people, _) = Rates(weights: null);
        return (Figure(SpearmanCorrelation.Of(judge, people), spearmans), Figure(PearsonCorrelation.Of(judge, people), pearsons));

        Figure Figure(CorrelationResult? correlation, double[] replicates) => JudgeEvaluations.Figure.Of(
            correlation is null ? null : InstructionBootstrap.Describe(correlation.Coefficient, replicates, _models.Length, _options.Confidence),
            "all models have the same win rate");
    }

    private (double[] Judge, double[] People, int[] Pairs) Rates(int[]? weights)
    {
        double[] judge = new double[_models.Length], people = new double[_models.Length];
        int[] pairs = new int[_models.Length];
        for (int i = 0; i < _rows.Length; i++)
        {
            int weight = weights is null ? 1 : weights[i];
            Row row = _rows[i];
            if (row.Second >= 0)
            {
                judge[row.Second] += weight * row.Judge;
                people[row.Second] += weight * row.People;
                pairs[row.Second] += weight;
            }
            if (row.First < 0) continue;
            judge[row.First] += weight * (1 - row.Judge);
            people[row.First] += weight * (1 - row.People);
            pairs[row.First] += weight;
        }
        for (int i = 0; i < pairs.Length; i++)
        {
            judge[i] = pairs[i] == 0 ? double.NaN : judge[i] / pairs[i];
            people[i] = pairs[i] == 0 ? double.NaN : people[i] / pairs[i];
        }
        return (judge, people, pairs);
    }
}
