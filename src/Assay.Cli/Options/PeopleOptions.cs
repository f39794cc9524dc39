using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Core.Clusters;
using Assay.Core.Errors;

namespace Assay.Cli.Options;

/// <summary>Options about people's judgements: their files, what is in them, and how judgements depend on each other. One object per verb.</summary>
/// <param name="comparesPairs">Whether the verb is <c>compare</c>, which takes people or judges and not both.</param>
internal sealed class PeopleOptions(bool comparesPairs)
{
    private static readonly (string Word, ClusterUnit Unit)[] Units =
        [("annotator", ClusterUnit.Annotator), ("item", ClusterUnit.Item), ("dataset", ClusterUnit.Dataset)];

    private readonly HumanFileOptions _columns = new();

    /// <summary>Files of people's judgements.</summary>
    public Option<string[]> Human { get; } = new("--human")
    {
        HelpName = "FILE...",
        Description = "People's judgements: cross-annotations, PandaLM's test set, or CSV and JSON with named columns. "
            + (comparesPairs ? "They stand where a judge's would, instead of PATH. Default: none."
                : "Without PATH they are ranked as a judge's; beside PATH they correct the judges' win rates (prediction-powered). Default: none."),
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<ClusterUnit[]> ClusterBy { get; } = new("--cluster-by")
    {
        HelpName = "annotator|item|dataset",
        Description = "What judgements share that makes them depend on each other; two, with a comma between, are two-way. Default: judgements are independent.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = static result => [.. result.Tokens.SelectMany(token => token.Value.Split(',')).Select(word => Unit(word, result))],
    };

    public Option<ClusterInterval> Interval { get; } = OptionFactory.Choice(
        "--cluster-interval", "How clustered intervals of win rates are made: student-t (sandwich, G - 1 degrees of freedom) or wild-bootstrap.",
        ClusterInterval.StudentT, ("student-t", ClusterInterval.StudentT), ("wild-bootstrap", ClusterInterval.WildBootstrap));

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(VerbCommand verb)
    {
        ClusterBy.CompletionSources.Clear();
        ClusterBy.CompletionSources.Add([.. Units.Select(unit => unit.Word)]);
        verb.AddGroup("People", [Human, _columns.Columns, _columns.Values, ClusterBy, Interval]);
        verb.Validators.Add(Check);
    }

    /// <summary>Whether files of people were named.</summary>
    public bool AreGiven(CommandResult result) => result.GetResult(Human) is not null;

    /// <summary>What the user asked for.</summary>
    /// <exception cref="InputException">Columns or values are not of their form.</exception>
    public PeopleRequest Read(ParseResult parse) => new()
    {
        Files = parse.GetValue(Human) ?? [],
        Columns = _columns.ReadColumns(parse),
        Clustering = parse.GetValue(ClusterBy) is { Length: > 0 } units ? new Clustering(units, parse.GetValue(Interval)) : null,
    };

    private void Check(CommandResult result)
    {
        ClusterUnit[] units = result.GetResult(ClusterBy)?.GetValueOrDefault<ClusterUnit[]>() ?? [];
        if (units.Length > 2) result.AddError("--cluster-by takes one of annotator, item, dataset, or two of them");
        else if (units.Length == 2 && units[0] == units[1]) result.AddError("--cluster-by names the same twice; name two different ones");
        bool chosen = result.GetResult(Interval) is { Implicit: false };
        if (chosen && units.Length == 0) result.AddError("--cluster-interval goes with --cluster-by, which is missing");
        else if (chosen && units.Length == 2 && result.GetValue(Interval) == ClusterInterval.WildBootstrap)
            result.AddError("--cluster-interval wild-bootstrap takes one kind of clusters; name one with --cluster-by, or take student-t");
    }

    private static ClusterUnit Unit(string word, ArgumentResult result)
    {
        foreach ((string name, ClusterUnit unit) in Units)
        {
            if (string.Equals(name, word.Trim(), StringComparison.OrdinalIgnoreCase)) return unit;
        }
        result.AddError($"--cluster-by takes one of annotator, item, dataset, or two of them with a comma between, not '{word}'{NearestName.Hint(word, Units.Select(unit => unit.Word))}");
        return default;
    }
}
