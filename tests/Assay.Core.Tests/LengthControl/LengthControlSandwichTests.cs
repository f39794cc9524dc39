using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Core.Tests.Support;
using Assay.Statistics.Estimation;
using Assay.Statistics.Regression;
using Assay.TestSupport;

namespace Assay.Core.Tests.LengthControl;

/// <summary>The sandwich estimate against what it approximates: a row's weight moved a little, and the instructions resampled.</summary>
[Collection(RealDataTests.Name)]
public class LengthControlSandwichTests(AlpacaEvalData data)
{
    [SharedDataFact("alpaca_eval")]
    public void An_influence_is_what_a_little_more_weight_on_its_row_does_to_the_estimate()
    {
        foreach (string model in (string[])["vicuna-7b", "FuseChat-Llama-3.2-3B-Instruct", "phi-2"])
        {
            LengthControlProblem problem = data.Problem(model);
            LengthControlFit fit = problem.Fit()!;
            double[] influences = LengthControlSandwich.Influences(problem, fit)!;
            foreach (int row in (int[])[0, 11, 205, 444, 791]) AssertDerivative(problem, fit, data.Calibration.GamedBaselines, row, influences);
        }
    }

    [Fact]
    public void Influences_are_derivatives_without_a_difficulty_term_and_with_unjudged_rows_too()
    {
        Rows rows =
            new Rows().AddModel("m", 0.4, verbosity: 0.3).Add("instruction x", "m", double.NaN, 900, 300).Add("instruction y", "m", double.NaN, 200, 300);
        PairwiseJudgements model = rows.Set.Comparisons.Single();
        LengthControlProblem problem = LengthControlDesign.For([model], rows.Set.Instructions, null, CancellationToken.None).Prepare(model).Problem;
        LengthControlFit fit = problem.Fit()!;
        double[] influences = LengthControlSandwich.Influences(problem, fit)!;
        foreach (int row in (int[])[0, 30, 60, 61]) AssertDerivative(problem, fit, [], row, influences);
    }

    [SharedDataFact("alpaca_eval")]
    public void Influences_add_up_to_zero() => Assert.All(data.Set.Comparisons, model =>
    {
        LengthControlProblem problem = data.Problem(model.Model);
        Assert.Equal(0, LengthControlSandwich.Influences(problem, problem.Fit()!)!.Sum(), 1e-13);
    });

    [SharedDataFact("alpaca_eval")]
    public void Standard_errors_are_within_10_percent_of_the_bootstrap()
    {
        PreferenceSet two = data.Set with { Comparisons = [data.Judgements("vicuna-7b"), data.Judgements("claude-2.1")] };
        Leaderboard resampled = LeaderboardBuilder.Build(two, new LeaderboardOptions { Calibration = data.Calibration, Bootstrap = 120 });
        Assert.All(resampled.Entries, entry =>
        {
            Assert.Equal("bootstrap", entry.LengthControlledIntervalMethod);
            Assert.InRange(data[entry.Model].LengthControlledWinRate!.StandardError!.Value / entry.LengthControlledWinRate!.StandardError!.Value, 0.9, 1.1);
        });
    }

    [SharedDataFact("alpaca_eval")]
    public void The_published_codes_spread_of_predictions_is_far_too_small() => Assert.All(data.Leaderboard.Entries, entry =>
    {
        LengthControlProblem problem = data.Problem(entry.Model);
        LengthControlFit fit = problem.Fit()!;
        double[] predictions = [.. problem.Rows.ToArray().Select(row => Logit.Probability(fit.Difficulty * row.Difficulty + fit.Constant))];
        Assert.InRange(MeanEstimate.Of(predictions, 0.95)!.StandardError!.Value / entry.LengthControlledWinRate!.StandardError!.Value, 0.2, 0.6);
    });

    [Fact]
    public void Without_a_coefficient_there_are_no_influences()
    {
        PairwiseJudgements model = new Rows().AddModel("m", 0).Set.Comparisons.Single();
        LengthControlProblem problem =
            LengthControlDesign.For([model], [.. Enumerable.Range(0, 60).Select(i => $"{i}")], null, CancellationToken.None).Prepare(model).Problem;
        Assert.Null(LengthControlSandwich.Influences(problem, new LengthControlFit(0, 0, 0, 100, 1e-4, 0.5)));
    }

    /// <summary>Central difference at the fit's own C, the weights' sum held at n.</summary>
    private static void AssertDerivative(
        LengthControlProblem problem, LengthControlFit fit, IReadOnlyList<GamedBaselineRow> gamed, int row, double[] influences)
    {
        const double Step = 1e-3;
        double derivative = (Refit(problem, fit.C, gamed, Weights(Step)) - Refit(problem, fit.C, gamed, Weights(-Step))) / (2 * Step);
        double size = Math.Sqrt(influences.Average(influence => influence * influence));
        Assert.Equal(derivative, influences[row], 1e-4 * Math.Max(size, Math.Abs(derivative)));

        double[] Weights(double step)
        {
            int n = problem.Rows.Length;
            double[] weights = [.. Enumerable.Repeat(1 - step / n, n)];
            weights[row] += step;
            return weights;
        }
    }

    /// <summary>The estimate at a given C with given weights, written out: scale, regression, mean prediction.</summary>
    private static double Refit(LengthControlProblem problem, double c, IReadOnlyList<GamedBaselineRow> gamed, double[] weights)
    {
        LengthControlRow[] rows = problem.Rows.ToArray();
        double scale = SampleDeviation.Of([.. rows.Select(row => row.LengthDifference)], weights);
        LogisticData regression = new(3, new int[rows.Length + gamed.Count], 1);
        for (int i = 0; i < rows.Length; i++)
        {
            regression.SetCell(i, 0, Math.Tanh(rows[i].LengthDifference / scale));
            if (problem.Method != LengthControlMethod.Minimal) regression.SetCell(i, 1, rows[i].Difficulty);
            regression.SetCell(i, 2, 1);
            regression.SetTarget(i, double.IsNaN(rows[i].Preference) ? 0 : rows[i].Preference);
            regression.SetWeight(i, double.IsNaN(rows[i].Preference) ? 0 : weights[i]);
        }
        for (int i = 0; i < gamed.Count; i++)
        {
            regression.SetCell(rows.Length + i, 0, Math.Tanh(gamed[i].StandardisedLengthDifference));
            regression.SetCell(rows.Length + i, 1, gamed[i].Difficulty);
            regression.SetTarget(rows.Length + i, gamed[i].Preference);
            regression.SetWeight(rows.Length + i, 0.1);
        }
        double[] b = L1LogisticRegression.Fit(regression, c);
        return rows.Select((row, i) => weights[i] / weights.Sum() * Logit.Probability(b[1] * row.Difficulty + b[2])).Sum();
    }
}
