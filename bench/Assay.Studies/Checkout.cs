using Assay.Core.Errors;

namespace Assay.Studies;

/// <summary>Where the studies read and write: the checkout they are run in.</summary>
/// <param name="Root">The folder that holds <c>Assay.slnx</c>.</param>
internal sealed record Checkout(string Root)
{
    /// <summary>The folder of the samples.</summary>
    public string Samples => Path.Combine(Root, "samples");

    /// <summary>The page with the measured validity.</summary>
    public string ValidityPage => Path.Combine(Root, "docs", "validity.md");

    /// <summary>The page on confidence sequences.</summary>
    public string SequencesPage => Path.Combine(Root, "docs", "confidence-sequences.md");

    /// <summary>The page on simulated annotators.</summary>
    public string AnnotatorsPage => Path.Combine(Root, "docs", "simulated-annotators.md");

    /// <summary>The page with the measured coverage of clustered errors.</summary>
    public string ClusteredErrorsPage => Path.Combine(Root, "docs", "clustered-errors.md");

    /// <summary>The page with the measured coverage of prediction-powered win rates.</summary>
    public string PredictionPoweredPage => Path.Combine(Root, "docs", "prediction-powered.md");

    /// <summary>The page on the audit of calibration.</summary>
    public string CalibrationPage => Path.Combine(Root, "docs", "calibration-audit.md");

    /// <summary>PandaLM's recorded judgements beside the checkout; may not exist.</summary>
    public string PandaLm => Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "pandalm"));

    /// <summary>Recorded AlpacaEval data beside the checkout; may not exist.</summary>
    public string AlpacaEval => Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "alpaca_eval"));

    /// <summary>The nearest checkout at or above a folder.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static Checkout Above(string folder)
    {
        for (DirectoryInfo? candidate = new(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "Assay.slnx"))) return new Checkout(candidate.FullName);
        }
        throw new InputException($"{folder} is not in a checkout: no folder at or above it holds Assay.slnx; change to one.");
    }
}
