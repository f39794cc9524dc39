using Assay.Core.Audits.Factuality;
using Assay.Core.Errors;
using Assay.Statistics.Resampling;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Audits;

public sealed class FactualityAuditTests
{
    private static readonly FactualityOptions Tenth = new() { Alpha = 0.1 };

    [Fact]
    public void The_risk_score_is_the_first_score_from_above_at_which_the_share_falls()
    {
        PromptClaims prompt = Prompt((5, true), (4, true), (3, false), (2, true), (1, false));
        Assert.Equal((3, 3, 1), (prompt.RiskScore(1), prompt.RiskScore(0.7), prompt.RiskScore(0.65)));
        Assert.Equal(PromptClaims.KeepAll, prompt.RiskScore(0.6));
    }

    [Fact]
    public void The_example_of_the_documentation_comes_out()
    {
        // docs/conformal-factuality.md
        PromptClaims[] prompts = [Prompt((4, true), (2, false)), Prompt((3, true)), Prompt((5, true), (1, false)), Prompt((4, false), (3, true))];
        FactualityReport report = FactualityAudit.Run(prompts, "s", new FactualityOptions { Alpha = 0.4, Check = FactualityCheck.LeaveOneOut }, default);
        Assert.Equal([2, PromptClaims.KeepAll, 1, 4], prompts.Select(static prompt => prompt.RiskScore(1)));
        Assert.Equal((2, 0.75), (report.Threshold, report.Check!.Correct.Value));
    }

    [Fact]
    public void Claims_of_one_score_are_kept_or_removed_together()
    {
        PromptClaims prompt = Prompt((2, true), (1, true), (1, false));
        Assert.Equal(1, prompt.RiskScore(1));
        Assert.Single(prompt.Above(1));
    }

    [Fact]
    public void Above_any_threshold_of_at_least_the_risk_score_an_output_is_correct() => Prop.ForAll(
        Gen.Zip(Gen.Choose(0, 6), ArbMap.Default.GeneratorFor<bool>()).ListOf().ToArbitrary(), Gen.Choose(1, 10).ToArbitrary(), Gen.Choose(-1, 7).ToArbitrary(),
        static (claims, tenth, threshold) =>
        {
            PromptClaims prompt = Prompt([.. claims.Select(static claim => ((double)claim.Item1, claim.Item2))]);
            double share = tenth / 10.0, risk = prompt.RiskScore(share);
            return threshold < risk || prompt.IsCorrectAbove(threshold, share);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void New_outputs_are_correct_as_often_as_promised()
    {
        const int Worlds = 4000;
        int correct = 0;
        for (int world = 0; world < Worlds; world++)
        {
            RandomStream random = new(3, (ulong)world);
            PromptClaims[] prompts = [.. Enumerable.Range(0, 30).Select(_ => Draw(random))];
            double threshold = FactualityAudit.Run(prompts, "s", new FactualityOptions { Alpha = 0.2, AcceptableShare = 0.8 }, default).Threshold;
            if (Draw(random).IsCorrectAbove(threshold, 0.8)) correct++;
        }
        // Between 1 - alpha and 1 - alpha + 1 / (n + 1), and above where a share recovers below the risk score; four standard errors of the simulation.
        Assert.InRange((double)correct / Worlds, 0.8 - 4 * Math.Sqrt(0.16 / Worlds), 0.87);
    }

    [Fact]
    public void A_split_checks_on_the_prompts_that_did_not_calibrate()
    {
        RandomStream random = new(1, 0);
        PromptClaims[] prompts = [.. Enumerable.Range(0, 60).Select(_ => Draw(random))];
        FactualityReport report = FactualityAudit.Run(
            prompts, "s", Tenth with { Check = FactualityCheck.Split, CalibrationShare = 0.7, Seed = 5 }, default);
        Assert.Equal((42, 18, 60), (report.CalibrationPrompts, report.Check!.Correct.Count, report.Prompts));
    }

    [Fact]
    public void Too_few_prompts_are_an_error_that_says_how_many_are_needed()
    {
        PromptClaims[] prompts = [.. Enumerable.Range(0, 9).Select(static i => Prompt((i, true)))];
        Assert.Equal(PromptClaims.KeepAll, FactualityAudit.Run(prompts, "s", Tenth, default).Threshold);
        InputException few = Assert.Throws<InputException>(
            () => FactualityAudit.Run(prompts, "s", Tenth with { Check = FactualityCheck.LeaveOneOut }, default));
        Assert.Equal(
            "An error of 0.1 needs at least 9 prompts to calibrate on, and leave-one-out calibrates on 8 of 9; label more prompts, or allow a larger error with --alpha.",
            few.Message);
    }

    [Fact]
    public void An_output_without_claims_is_correct_and_is_noted()
    {
        PromptClaims[] prompts = [.. Enumerable.Range(0, 10).Select(static _ => Prompt())];
        FactualityReport report = FactualityAudit.Run(prompts, "s", Tenth with { Check = FactualityCheck.LeaveOneOut }, default);
        Assert.Equal((PromptClaims.KeepAll, 1, 0, 0), (report.Threshold, report.Check!.Correct.Value, report.Check.Removed.Value, report.Check.Emptied));
        Assert.Contains(report.Notes, static note => note.StartsWith("10 prompts have no claims", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unlabelled_claim_cannot_calibrate() =>
        Assert.Throws<InvalidOperationException>(() => new PromptClaims("p", [new ScoredClaim("c", 1, null)]).RiskScore(1));

    private static PromptClaims Draw(RandomStream random)
    {
        int claims = 1 + random.NextInt(8);
        return Prompt([.. Enumerable.Range(0, claims).Select(_ =>
        {
            double score = random.NextGaussian();
            return (score, random.NextDouble() < 1 / (1 + Math.Exp(-1 - score)));
        })]);
    }

    private static PromptClaims Prompt(params (double Score, bool Acceptable)[] claims) =>
        new("p", [.. claims.Select(static claim => new ScoredClaim("c", claim.Score, claim.Acceptable))]);
}
