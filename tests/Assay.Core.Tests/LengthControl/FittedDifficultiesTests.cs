using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Core.Tests.Support;
using Assay.Statistics.Correlation;
using Assay.TestSupport;

namespace Assay.Core.Tests.LengthControl;

/// <summary>Difficulties fitted to the other models.</summary>
[Collection(RealDataTests.Name)]
public class FittedDifficultiesTests(AlpacaEvalData data)
{
    [Fact]
    public void Own_verdicts_move_a_models_difficulties_far_less_than_those_of_the_others()
    {
        Rows rows = Five(), changed = Five();
        for (int i = 0; i < 60; i += 2) changed.All[i] = changed.All[i] with { Preference = 1 - changed.All[i].Preference };
        double own = Distance("m"), another = Distance("n");
        Assert.InRange(own, 0, 0.1 * another);

        double Distance(string model) => Math.Sqrt(Difficulties(rows.Set, model).Zip(Difficulties(changed.Set, model), (x, y) => (x - y) * (x - y)).Average());
    }

    [Fact]
    public void They_maximise_the_penalised_likelihood_with_the_model_itself_left_out() // against steepest descent and bisection
    {
        const int Models = 4, Instructions = 3;
        double[,] length = { { 0.1, -0.3, 0.8 }, { 0.5, 0.2, -0.1 }, { -0.7, 0, 0.4 }, { 0.3, 0.9, -0.9 } },
            preference = { { 0.8, 0.1, 0.5 }, { 1, 0, 0.6 }, { 0.9, 0.3, 0.2 }, { 0.7, 0, 0.1 } };
        DenseJudgements[] models = [.. Enumerable.Range(0, Models).Select(_ => new DenseJudgements(Instructions))];
        for (int k = 0; k < Models; k++)
        {
            for (int i = 0; i < Instructions; i++) models[k].Set(i, length[k, i], preference[k, i]);
        }

        double[] q = new double[Models], l = new double[Models], g = new double[Instructions];
        for (int step = 0; step < 20_000; step++)
        {
            double[] ofG = [.. g];
            for (int k = 0; k < Models; k++)
            {
                double ofQ = 0.01 * q[k], ofL = 0.01 * l[k];
                for (int i = 0; i < Instructions; i++)
                {
                    double residual = Residual(k, i, g[i]);
                    ofQ += residual;
                    ofL += residual * length[k, i];
                    ofG[i] += residual;
                }
                q[k] -= 0.1 * ofQ;
                l[k] -= 0.1 * ofL;
            }
            for (int i = 0; i < Instructions; i++) g[i] -= 0.1 * ofG[i];
        }

        FittedDifficulties fitted = new(models);
        for (int left = 0; left < Models; left++)
        {
            double[] difficulty = fitted.LeavingOut(left);
            for (int i = 0; i < Instructions; i++)
            {
                double low = -10, high = 10;
                while (high - low > 1e-12)
                {
                    double middle = 0.5 * (low + high);
                    double slope = middle + Enumerable.Range(0, Models).Where(k => k != left).Sum(k => Residual(k, i, middle));
                    (low, high) = slope < 0 ? (middle, high) : (low, middle);
                }
                Assert.Equal(low, difficulty[i], 1e-6);
            }
        }

        double Residual(int k, int i, double difficulty) => 1 / (1 + Math.Exp(-(q[k] + l[k] * length[k, i] + difficulty))) - preference[k, i];
    }

    [Fact]
    public void An_instruction_all_models_lost_has_a_finite_difficulty()
    {
        Rows rows = Five();
        foreach (string model in (string[])["m", "n", "o", "p", "q"]) rows.Add("lost by all", model, 0, 300, 410);
        Assert.All(Difficulties(rows.Set, "m"), difficulty => Assert.InRange(difficulty, -6, 6));
        Assert.Equal(Difficulties(rows.Set, "m").Min(), Difficulties(rows.Set, "m")[^1]);
    }

    [SharedDataFact("alpaca_eval")]
    public void They_correlate_above_0_85_with_the_published_ones()
    {
        LengthControlDesign design = LengthControlDesign.For(data.Set.Comparisons, data.Set.Instructions, null, CancellationToken.None);
        Assert.All(data.Set.Comparisons, model =>
        {
            LengthControlTask task = design.Prepare(model);
            double[] published = [.. task.Instructions.Select(i => Published(data.Set.Instructions[i]))];
            Assert.InRange(PearsonCorrelation.Of([.. task.Problem.Rows.ToArray().Select(row => row.Difficulty)], published)!.Coefficient, 0.85, 1);
        });
    }

    [SharedDataFact("alpaca_eval")]
    public void Length_controlled_win_rates_come_within_1_point_of_the_calibrated_ones_on_average()
    {
        (double Fitted, double Calibrated)[] rates =
            [.. data.Fitted.Entries.Select(entry => (100 * entry.LengthControlledWinRate!.Value, 100 * data[entry.Model].LengthControlledWinRate!.Value))];
        Assert.Equal(42, rates.Length);
        Assert.InRange(rates.Average(pair => Math.Abs(pair.Fitted - pair.Calibrated)), 0, 1);
        Assert.InRange(SpearmanCorrelation.Of([.. rates.Select(pair => pair.Fitted)], [.. rates.Select(pair => pair.Calibrated)])!.Coefficient, 0.98, 1);
    }

    [SharedDataFact("alpaca_eval")]
    public void The_table_says_that_the_values_are_fitted()
    {
        Assert.All(data.Fitted.Entries, entry => Assert.Equal(LengthControlMethod.Fitted, entry.LengthControl));
        Assert.Contains(data.Fitted.Notes, note => note.Contains("(fitted)", StringComparison.Ordinal)
            && note.Contains("--instruction-difficulty", StringComparison.Ordinal));
    }

    private double Published(string instruction) =>
        data.Calibration.Difficulties.TryGet(instruction, out _, out double difficulty) ? difficulty : double.NaN;

    private static Rows Five() => new Rows().AddModel("m", 0.5).AddModel("n", -0.5).AddModel("o", 0).AddModel("p", 1).AddModel("q", -1);

    private static double[] Difficulties(PreferenceSet set, string model)
    {
        PairwiseJudgements judgements = set.Comparisons.Single(comparison => comparison.Model == model);
        LengthControlDesign design = LengthControlDesign.For(set.Comparisons, set.Instructions, null, CancellationToken.None);
        return [.. design.Prepare(judgements).Problem.Rows.ToArray().Select(row => row.Difficulty)];
    }
}
