using Assay.Core.LengthControl;
using Assay.Statistics.Estimation;
using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;

namespace Assay.Core.Tests.LengthControl;

public class LengthControlProblemTests
{
    [Fact]
    public void Unjudged_rows_are_no_part_of_the_cross_validation() // else a fold with many of them would count for less
    {
        LengthControlRow[] rows = Draw(60);
        for (int i = 0; i < 50; i += 5) rows[i] = rows[i] with { Preference = double.NaN };
        LengthControlRow[] judged = [.. rows.Where(row => !double.IsNaN(row.Preference))];
        CrossValidatedFit fit = new LengthControlProblem(LengthControlMethod.Minimal, rows, []).CrossValidate(out double scale)!;

        LogisticData data = new(2, [.. judged.Select(row => row.Position % 5)], 5);
        for (int i = 0; i < judged.Length; i++)
        {
            data.SetCell(i, 0, Math.Tanh(judged[i].LengthDifference / scale));
            data.SetCell(i, 1, 1);
            data.SetTarget(i, judged[i].Preference);
            data.SetWeight(i, 1);
        }
        Assert.All(CrossValidatedL1Logistic.Fit(data, fit.Grid).Scores.Zip(fit.Scores), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void The_scale_and_the_mean_prediction_are_over_all_rows()
    {
        LengthControlRow[] rows = Draw(60);
        rows[7] = rows[7] with { Preference = double.NaN, LengthDifference = 3000, Difficulty = 4 };
        LengthControlFit fit = new LengthControlProblem(LengthControlMethod.AlpacaEval2, rows, [new(0, 0.5, 0.1, 0.4), new(1, -0.5, 0.3, 0.7)]).Fit()!;
        Assert.Equal(SampleDeviation.Of([.. rows.Select(row => row.LengthDifference)]), fit.Scale);
        Assert.Equal(rows.Average(row => Logit.Probability(fit.Difficulty * row.Difficulty + fit.Constant)), fit.WinRate, 1e-14);
    }

    [Fact]
    public void Weights_of_one_are_no_weights()
    {
        LengthControlProblem problem = new(LengthControlMethod.AlpacaEval2, Draw(40), [new(0, 0.5, 0.1, 0.4)]);
        Assert.Equal(problem.Fit(), problem.Fit([.. Enumerable.Repeat(1.0, 40)]));
    }

    [Fact]
    public void A_row_without_weight_is_as_if_it_were_not_there_at_the_same_penalty()
    {
        LengthControlRow[] rows = Draw(40);
        double[] weights = [.. rows.Select((_, i) => i < 30 ? 1.0 : 0)];
        LengthControlFit weighted = new LengthControlProblem(LengthControlMethod.Minimal, rows, []).Fit(weights)!,
            without = new LengthControlProblem(LengthControlMethod.Minimal, rows[..30], []).Fit()!;
        Assert.Equal(without.Scale, weighted.Scale, 1e-10);
        Assert.Equal(without.C, weighted.C);
        Assert.Equal(without.WinRate, weighted.WinRate, 1e-12);
        Assert.Equal(without.Length, weighted.Length, 1e-10);
    }

    [Fact]
    public void Verdicts_in_one_fold_only_cannot_be_fitted() =>
        Assert.Null(new LengthControlProblem(LengthControlMethod.Minimal, [.. Draw(10).Select(row => row with { Position = 5 })], []).Fit());

    [Fact]
    public void Equal_lengths_cannot_be_fitted() =>
        Assert.Null(new LengthControlProblem(LengthControlMethod.Minimal, [.. Draw(10).Select(row => row with { LengthDifference = 5 })], []).Fit());

    private static LengthControlRow[] Draw(int count)
    {
        RandomStream random = new(4, 0);
        return [.. Enumerable.Range(0, count).Select(i => new LengthControlRow(100 * random.NextGaussian(), random.NextGaussian(), random.NextBeta(1, 2), i))];
    }
}
