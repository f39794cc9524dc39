using System.Globalization;
using Assay.Core.Errors;
using Assay.Statistics.Conformal;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Core.Audits.Factuality;

/// <summary>
/// Conformal factuality (Mohri and Hashimoto 2024, "Language Models with Conformal Factuality Guarantees", arXiv 2402.10978): the threshold on the scores of
/// claims that leaves an output correct with probability 1 - alpha, whatever the score is worth; a poor score removes more.
/// </summary>
public static class FactualityAudit
{
    private static readonly double[] CurveAlphas = [.. Enumerable.Range(1, 10).Select(static i => i * 5 / 100.0)];

    /// <summary>Calibrates a threshold and checks it.</summary>
    /// <param name="prompts">Prompts with their claims, each claim with its label, exchangeable with those to come.</param>
    /// <param name="score">Name of the score, for the report.</param>
    /// <param name="options">What is guaranteed.</param>
    /// <param name="cancellation">Stops between prompts.</param>
    /// <exception cref="InputException">There are too few prompts for alpha; says how many are needed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FactualityReport Run(IReadOnlyList<PromptClaims> prompts, string score, FactualityOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentNullException.ThrowIfNull(options);
        ConfidenceLevel.Check(options.Confidence);
        Calibration[] all = Score(prompts, options, cancellation);
        Calibration[] calibrating = options.Check == FactualityCheck.Split ? Calibrating(all, options) : all;
        Calibration[] checking = options.Check == FactualityCheck.Split ? [.. all.Except(calibrating)] : all;
        double[] ascending = Ascending(calibrating);
        double threshold = ConformalQuantile.Of(ascending, options.Alpha) ?? throw TooFew(ascending.Length, options.Alpha, all.Length, options);
        int correct = prompts.Count(prompt => prompt.IsCorrectAbove(PromptClaims.KeepAll, options.AcceptableShare));
        return new FactualityReport
        {
            Options = options,
            Score = score,
            Threshold = threshold,
            CalibrationPrompts = calibrating.Length,
            Prompts = all.Length,
            Claims = prompts.Sum(static prompt => prompt.Claims.Length),
            Guarantee = Guarantee(calibrating.Length, options.Alpha),
            Check = options.Check == FactualityCheck.None ? null : Outcome(ascending, checking, options.Alpha, options, threshold),
            CorrectUnfiltered = ProportionEstimate.Of(correct, all.Length, options.Confidence)!,
            Curve = [.. Curve(ascending, checking, options, cancellation)],
            Notes = [.. Notes(prompts, options)],
        };
    }

    private sealed record Calibration(PromptClaims Prompt, double RiskScore);

    private static Calibration[] Score(IReadOnlyList<PromptClaims> prompts, FactualityOptions options, CancellationToken cancellation)
    {
        Calibration[] scored = new Calibration[prompts.Count];
        for (int i = 0; i < scored.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            scored[i] = new Calibration(prompts[i], prompts[i].RiskScore(options.AcceptableShare));
        }
        return scored;
    }

    private static Calibration[] Calibrating(Calibration[] all, FactualityOptions options)
    {
        double share = options.CalibrationShare;
        if (!(share > 0 && share < 1)) throw new ArgumentOutOfRangeException(
            nameof(options), share, "The share that calibrates must lie strictly between 0 and 1.");
        Calibration[] shuffled = [.. all];
        new RandomStream(options.Seed, 0).Shuffle<Calibration>(shuffled);
        int count = (int)Math.Round(share * all.Length);
        if (count >= all.Length) throw new InputException(
            "The split leaves no prompt to check the threshold on; give more prompts, or calibrate on a smaller share.");
        return shuffled[..count];
    }

    private static double[] Ascending(Calibration[] prompts)
    {
        double[] ascending = [.. prompts.Select(static prompt => prompt.RiskScore)];
        Array.Sort(ascending);
        return ascending;
    }

    private static FactualityOutcome Outcome(double[] ascending, Calibration[] checking, double alpha, FactualityOptions options, double threshold)
    {
        bool leavesOneOut = options.Check != FactualityCheck.Split;
        double[] removed = new double[checking.Length];
        int correct = 0, emptied = 0;
        for (int i = 0; i < checking.Length; i++)
        {
            (PromptClaims prompt, double riskScore) = checking[i];
            double above = leavesOneOut ? Without(ascending, riskScore, alpha, options) : threshold;
            removed[i] = prompt.ShareRemoved(above);
            if (prompt.IsCorrectAbove(above, options.AcceptableShare)) correct++;
            if (!prompt.Claims.IsEmpty && removed[i] == 1) emptied++;
        }
        return new FactualityOutcome(ProportionEstimate.Of(correct, checking.Length, options.Confidence)!, MeanShare(removed, options.Confidence), emptied);
    }

    // A mean of shares is a share; Student's interval may leave [0, 1] where hardly anything was removed.
    private static Estimate MeanShare(double[] shares, double confidence)
    {
        Estimate mean = MeanEstimate.Of(shares, confidence)!;
        if (mean.Interval is not { } interval) return mean;
        return mean with { Interval = new ConfidenceInterval(Math.Max(0, interval.Lower), Math.Min(1, interval.Upper), confidence) };
    }

    private static double Without(double[] ascending, double own, double alpha, FactualityOptions options) =>
        ConformalQuantile.WithoutOne(ascending, Array.BinarySearch(ascending, own), alpha) ?? throw TooFew(ascending.Length - 1, alpha, ascending.Length, options);

    private static IEnumerable<FactualityCurvePoint> Curve(
        double[] ascending, Calibration[] checking, FactualityOptions options, CancellationToken cancellation)
    {
        int fewest = options.Check == FactualityCheck.Split ? ascending.Length : ascending.Length - 1;
        foreach (double alpha in CurveAlphas.Append(options.Alpha).Distinct().Order())
        {
            cancellation.ThrowIfCancellationRequested();
            if (ConformalQuantile.FewestScores(alpha) > fewest) continue;
            double threshold = ConformalQuantile.Of(ascending, alpha)!.Value;
            yield return new FactualityCurvePoint(alpha, threshold, Outcome(ascending, checking, alpha, options, threshold));
        }
    }

    // Equation (1) of theorem 4.1; no filter is worse than never correct or better than always.
    private static (double AtLeast, double AtMost) Guarantee(int count, double alpha) => (1 - alpha, Math.Min(1, 1 - alpha + 1.0 / (count + 1)));

    private static IEnumerable<string> Notes(IReadOnlyList<PromptClaims> prompts, FactualityOptions options)
    {
        int empty = prompts.Count(static prompt => prompt.Claims.IsEmpty);
        if (empty > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{empty} prompts have no claims; an output without claims counts as correct.");
        int tied = prompts.Count(static prompt => prompt.Claims.Select(static claim => claim.Score).Distinct().Count() < prompt.Claims.Length);
        if (tied > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{tied} prompts have claims of equal scores, which are kept or removed together; the guarantee holds, but more is removed.");
        }
        if (options.Check == FactualityCheck.LeaveOneOut)
        {
            yield return "Leave-one-out all but fixes its coverage by counting ranks: it shows what is removed at each alpha, and no evidence that new outputs "
                + "are like these; for that, filter newly labelled outputs, or use --split.";
        }
        if (options.Check == FactualityCheck.None) yield return "Coverage was not checked; --leave-one-out or --split does it.";
    }

    private static InputException TooFew(int count, double alpha, int all, FactualityOptions options)
    {
        int needed = ConformalQuantile.FewestScores(alpha);
        string given = options.Check switch
        {
            FactualityCheck.LeaveOneOut => $"leave-one-out calibrates on {count} of {all}",
            FactualityCheck.Split => $"the split calibrates on {count} of {all}",
            _ => $"there are {count}",
        };
        return new InputException(string.Create(
            CultureInfo.InvariantCulture,
            $"An error of {alpha} needs at least {needed} prompts to calibrate on, and {given}; label more prompts, or allow a larger error with --alpha."));
    }
}
