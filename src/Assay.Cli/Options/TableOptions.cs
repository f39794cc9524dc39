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

    public Option<double> ConfidenceLevel { get; } = StandardOptions.ConfidenceLevel();

    public Option<int> Bootstrap { get; } = OptionFactory.Number(
        "--bootstrap", "Resamples of the instances behind intervals of win rates, of means over scenarios, and of metrics that are no mean.",
        1000, "takes a whole number", static resamples => resamples < 100 ? "takes at least 100 resamples (fewer say nothing reliable about the ends of an interval)" : null);

    public Option<ulong> Seed { get; } = StandardOptions.Seed("Seed of the resampling: the same runs and seed give the same numbers.");

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
