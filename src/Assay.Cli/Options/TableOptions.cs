using System.CommandLine;
using Assay.Core.Scenarios;

namespace Assay.Cli.Options;

/// <summary>The options by which tables of benchmarks are made. One object per verb.</summary>
internal sealed class TableOptions
{
    public Option<string[]> Metrics { get; } = new("--metric")
    {
        HelpName = "NAME...",
        Description = "Metrics to show. Default: all that the scenarios measure.",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<double> ConfidenceLevel { get; } = OptionFactory.Number(
        "--confidence", "Level of all intervals, strictly between 0 and 1.", 0.95, Confidence.Wanted, Confidence.Problem);

    public Option<int> Bootstrap { get; } = OptionFactory.Number(
        "--bootstrap", "Resamples of the instances behind intervals of win rates, of means over scenarios, and of metrics that are no mean.",
        1000, "takes a whole number", static resamples => resamples < 100 ? "takes at least 100 resamples (fewer say nothing reliable about the ends of an interval)" : null);

    public Option<ulong> Seed { get; } = OptionFactory.Number<ulong>(
        "--seed", "Seed of the resampling: the same runs and seed give the same numbers.", 0, "takes a whole number that is not negative", static _ => null);

    public Option<bool> WithoutGroups { get; } = new("--no-groups") { Description = "Leave out the figures of groups. Default: they are shown." };

    /// <summary>What the user asked for.</summary>
    public BenchmarkTableOptions Read(ParseResult parse) => new()
    {
        Metrics = parse.GetValue(Metrics) ?? [],
        Confidence = parse.GetValue(ConfidenceLevel),
        Resamples = parse.GetValue(Bootstrap),
        Seed = parse.GetValue(Seed),
        WithGroups = !parse.GetValue(WithoutGroups),
    };
}
