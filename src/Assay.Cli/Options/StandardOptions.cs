using System.CommandLine;
using Assay.Cli.Progress;

namespace Assay.Cli.Options;

/// <summary>Options that several verbs have, with one wording and one range. Each call makes the option of one verb.</summary>
internal static class StandardOptions
{
    /// <summary><c>--confidence</c>, in (0, 1).</summary>
    public static Option<double> ConfidenceLevel(string description = "Level of all intervals, strictly between 0 and 1.") =>
        OptionFactory.Number("--confidence", description, 0.95, Confidence.Wanted, Confidence.Problem);

    /// <summary><c>--seed</c>.</summary>
    public static Option<ulong> Seed(string description = "Seed of everything random: the same inputs and seed give the same numbers.") =>
        OptionFactory.Number<ulong>("--seed", description, 0, "takes a whole number that is not negative", static _ => null);

    /// <summary><c>--bootstrap</c> of verbs that measure judges.</summary>
    public static Option<int> CorrelationResamples() => OptionFactory.Number(
        "--bootstrap", "Resamples of the pairs behind the intervals of correlations.", 1000, "takes a whole number",
        static resamples => resamples >= 100 ? null : "takes at least 100 resamples");

    /// <summary><c>--repeats</c> of verbs that ask models.</summary>
    public static Option<int> Repeats() => OptionFactory.Number(
        "--repeats", "Answers to each question.", 1, "takes a whole number", static repeats => repeats < 1 ? "takes a number of at least 1" : null);

    /// <summary><c>--output</c>.</summary>
    /// <param name="what">What is written: the result, the text.</param>
    public static Option<string?> Output(string what = "result") => OptionFactory.Text(
        "--output", "FILE", $"Write the {what} here, whole or not at all. Default: standard output.", "-o");

    /// <summary><c>--progress</c>.</summary>
    public static Option<ProgressKind> Progress() => OptionFactory.ChoiceWithoutDefault(
        "--progress", "Progress on standard error. Default: a bar on a terminal, nothing elsewhere.",
        ("plain", ProgressKind.Plain), ("json", ProgressKind.Json), ("none", ProgressKind.None));

    /// <summary><c>--quiet</c>.</summary>
    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Nothing on standard error but errors. Default: off." };

    /// <summary><c>--concurrency</c>; null is auto.</summary>
    public static Option<int?> Concurrency() => OptionFactory.NumberOrNone<int>(
        "--concurrency", "auto|N", "Calls of a model at once; auto grows and backs off by what the endpoint takes. Default: auto.",
        "takes auto or a whole number", static number => number < 1 ? "takes a number of at least 1" : null, absent: "auto");

    /// <summary><c>--max-cost</c>, in US dollars; null is no limit.</summary>
    public static Option<decimal?> MaxCost(string description) => OptionFactory.NumberOrNone<decimal>(
        "--max-cost", "USD", description, "takes an amount in US dollars", static most => most < 0 ? "takes an amount that is not negative" : null);

    /// <summary><c>--offline</c>.</summary>
    public static Option<bool> Offline() => new("--offline")
    {
        Description = "Answer only from what is stored, and fail on the first answer that is not there. Default: off.",
    };
}
