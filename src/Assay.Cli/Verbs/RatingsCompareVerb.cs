using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Ratings;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Tables;
using Assay.Storage.Ratings;

namespace Assay.Cli.Verbs;

/// <summary><c>assay ratings compare</c>: groups of rated things, on every score.</summary>
internal sealed class RatingsCompareVerb
{
    private readonly CommandTerminal _terminal;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "Ratings: CSV with a header, a JSON array of objects, JSON Lines, or a JSON object of columns as lists; plain or .gz.",
    };

    private readonly Option<string[]> _scores = new("--score")
    {
        HelpName = "COLUMN...",
        Description = "The columns of scores, numbers each. FILE goes before it.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _by = new("--by") { HelpName = "COLUMN", Description = "The column that names the groups to compare.", Required = true };

    private readonly Option<string?> _clusterBy = OptionFactory.Text(
        "--cluster-by", "COLUMN", "The column of what ratings share: the same person, the same rated thing. Default: rows count as independent.");

    private readonly Option<string?> _against = OptionFactory.Text(
        "--against", "GROUP", "Compare each other group with this one alone. Default: every pair of groups.");

    private readonly Option<(double Lowest, double Highest)?> _scale = RatingScale.Option();

    private readonly Option<double> _confidence = StandardOptions.ConfidenceLevel();

    private readonly Option<int> _permutations = OptionFactory.Number(
        "--permutations", "Random rearrangements of a permutation test; where there are no more, all are gone through.", 9999, "takes a whole number",
        static count => count < 99 ? "takes at least 99 (fewer say nothing at the level of 5 %)" : null);

    private readonly Option<ulong> _seed = StandardOptions.Seed();

    private readonly ResultOptions _result = new(hasCsv: true);

    private RatingsCompareVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        RatingsCompareVerb verb = new(terminal);
        VerbCommand command = new("compare", "Compares groups of rated things on every score.")
        {
            Details = "Gives each group's mean with its interval, and every pair's difference with Welch's t test and a permutation test, clustered too where "
                + "--cluster-by names what ratings share; p-values also adjusted over all scores and pairs, by Holm's and by Benjamini and Hochberg's method.",
            Examples =
            [
                new Example("One score, two tests", "assay ratings compare reviews.csv --score novelty --by author --against human"),
                new Example(
                    "Several scores, where each idea has several reviews",
                    "assay ratings compare reviews.json --score novelty excitement --by condition --cluster-by idea --scale 1:10"),
            ],
        };
        command.Arguments.Add(verb._file);
        command.AddGroup("What is computed", [verb._scores, verb._by, verb._against, verb._scale]);
        command.AddGroup("Uncertainty", [verb._clusterBy, verb._confidence, verb._permutations, verb._seed]);
        verb._result.AddTo(command);
        command.Validators.Add(verb.CheckScores);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string file = parse.GetRequiredValue(_file);
        ResultTarget target = _result.Read(parse, _terminal);
        if (target.Path is string output && Path.GetFullPath(output) == Path.GetFullPath(file)) throw new InputException(
            $"--output {output} is the input; name another file.");
        RatingColumns columns = new(parse.GetRequiredValue(_scores), parse.GetRequiredValue(_by), parse.GetValue(_clusterBy), parse.GetValue(_scale));
        RatingComparison comparison = RatingComparisonBuilder.Build(
            RatingFile.Read(file, columns, cancellation),
            new RatingOptions
            {
                Against = parse.GetValue(_against),
                Confidence = parse.GetValue(_confidence),
                Permutations = parse.GetValue(_permutations),
                Seed = parse.GetValue(_seed),
            },
            cancellation);
        cancellation.ThrowIfCancellationRequested();

        target.Write(
            console => RatingTable.Write(comparison, console), () => ContractJson.Render(comparison), comparison.Notes, () => RatingCsv.Render(comparison));
        return ExitCode.Done;
    }

    private void CheckScores(CommandResult result)
    {
        string? twice =
            (result.GetResult(_scores)?.Tokens ?? []).GroupBy(token => token.Value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null) result.AddError($"--score names '{twice}' twice");
    }
}
