using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Benchmarks;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Reporting.Contracts;
using Assay.Reporting.Tables;

namespace Assay.Cli.Verbs;

/// <summary><c>assay bench compare</c>: two models on the instances they share.</summary>
internal sealed class BenchCompareVerb
{
    private readonly CommandTerminal _terminal;
    private readonly Argument<string[]> _folders = new("DIR") { Description = "Folders of runs, or folders that hold runs.", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string[]> _models = new("--models")
    {
        HelpName = "A B",
        Description = "The two models, as the runs name them. DIR goes before it.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _metric = OptionFactory.Text("--metric", "NAME", "The metric that is compared. Default: the main one of each scenario.");

    private readonly Option<double> _confidence = StandardOptions.ConfidenceLevel();

    private readonly ResultOptions _result = new();

    private BenchCompareVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        BenchCompareVerb verb = new(terminal);
        VerbCommand command = new("compare", "Tests two models on the instances they share.")
        {
            Details = "For every scenario the difference over the instances both have a score for, paired, clustered where the scenario says so, with its p-value, adjusted by "
                + "Holm's method over the scenarios; and the mean difference over all.",
            Examples = [new Example("Compare two models of a run", "assay bench compare runs/bbh --models a b")],
        };
        command.Arguments.Add(verb._folders);
        command.AddGroup("What is compared", [verb._models, verb._metric, verb._confidence]);
        verb._result.AddTo(command);
        command.Validators.Add(verb.CheckModels);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        ResultTarget target = _result.Read(parse, _terminal);
        BenchmarkData data = await BenchmarkFolder.ReadAsync(parse.GetRequiredValue(_folders), cancellation);
        string[] models = [.. parse.GetRequiredValue(_models).Select(name => Known(name, data.Models))];
        BenchmarkComparison comparison = BenchmarkComparisonBuilder.Build(
            data.Scenarios, data.Instances, models[0], models[1], parse.GetValue(_metric), parse.GetValue(_confidence));
        target.Write(console => BenchmarkComparisonText.Write(comparison, console), () => ContractJson.Render(comparison), comparison.Notes);
        return ExitCode.Done;
    }

    private static string Known(string name, IReadOnlyList<string> models)
    {
        if (models.Contains(name, StringComparer.Ordinal)) return name;
        string hint = NearestName.Hint(name, models);
        throw new InputException($"The runs have no model '{name}'{(hint.Length > 0 ? hint : $"; their models are {string.Join(", ", models)}.")}");
    }

    private void CheckModels(CommandResult result)
    {
        IReadOnlyList<Token> tokens = result.GetResult(_models)?.Tokens ?? [];
        if (tokens.Count is > 0 and not 2) result.AddError($"--models takes two models, not {tokens.Count}");
        else if (tokens.Count == 2 && tokens[0].Value == tokens[1].Value) result.AddError($"--models names '{tokens[0].Value}' twice");
    }
}
