using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Loading;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Planning;
using Assay.Reporting.Contracts;
using Assay.Reporting.Tables;

namespace Assay.Cli.Verbs;

/// <summary><c>assay plan</c>: how much must be judged to see a difference, and what a set can show.</summary>
internal sealed class PlanVerb
{
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;

    private readonly Option<double?> _difference = OptionFactory.NumberOrNone<double>(
        "--difference", "POINTS", "The true difference of two win rates that should be seen. Default: none.",
        "takes a difference in percentage points",
        static points => points is > 0 and <= 100 ? null : "takes a difference above 0 and at most 100 percentage points");

    private readonly Option<int?> _instructions = OptionFactory.NumberOrNone<int>(
        "--instructions", "N", "Instructions of a set: the smallest difference it can show. Default: none.",
        "takes a whole number", static count => count < 2 ? "takes a number of at least 2" : null);

    private readonly Option<double> _power = OptionFactory.Number(
        "--power", "Probability of seeing the difference, at least 0.5 and below 1.", 0.8,
        "takes a probability such as 0.8", static power => power is >= 0.5 and < 1 ? null : "takes a probability of at least 0.5 and below 1");

    private readonly Option<double> _confidence = StandardOptions.ConfidenceLevel("1 minus the level of the test, strictly between 0 and 1.");

    private readonly Option<string[]> _annotations = new("--annotations")
    {
        HelpName = "PILOT...",
        Description = "Judgements to learn the variance from: folders of runs, which tell of orders, repeats and costs too, or annotation files. Default: none.",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _judge = OptionFactory.Text("--judge", "JUDGE", "The judge of the pilot, where there are several. Default: the only one.");

    private readonly Option<string[]> _models = new("--models")
    {
        HelpName = "A [B]",
        Description = "Models of the pilot: two, or one against the baseline. Default: the pair that varies most.",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<double?> _deviation = OptionFactory.NumberOrNone<double>(
        "--deviation", "POINTS", "In place of a pilot: the standard deviation of an instruction's difference. Default: none.",
        "takes a standard deviation in percentage points",
        static points => points is > 0 and <= 100 ? null : "takes a standard deviation above 0 and at most 100 percentage points");

    private readonly ResultOptions _result = new();

    private PlanVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        PlanVerb verb = new(terminal, time);
        VerbCommand command = new("plan", "Says how much must be judged to see a difference, before it is spent.")
        {
            Details = "Gives the instructions, judgements and dollars of each design (orders, repeats) that a pilot can tell of, and the smallest difference a "
                + "given set can show.",
            Examples =
            [
                new Example("From a pilot run", "assay plan --difference 3 --annotations runs/pilot"),
                new Example("What can 805 instructions show?", "assay plan --instructions 805 --annotations samples/leaderboard --models hazel-70b larch-40b"),
                new Example("Without a pilot", "assay plan --difference 3 --deviation 40"),
            ],
        };
        command.AddGroup("What is asked", [verb._difference, verb._instructions, verb._power, verb._confidence]);
        command.AddGroup("The variance", [verb._annotations, verb._judge, verb._models, verb._deviation]);
        verb._result.AddTo(command);
        command.Validators.Add(verb.CheckNeeded);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        ResultTarget target = _result.Read(parse, _terminal);
        PlanOptions options = new()
        {
            Difference = parse.GetValue(_difference) / 100,
            Instructions = parse.GetValue(_instructions),
            Confidence = parse.GetValue(_confidence),
            Power = parse.GetValue(_power),
        };
        EvaluationPlan plan = parse.GetValue(_deviation) is { } deviation
            ? PlanBuilder.FromDeviation(deviation / 100, options)
            : PlanBuilder.FromPilot(await PilotAsync(parse, cancellation), options);
        target.Write(console => PlanTable.Write(plan, console), () => ContractJson.Render(plan), plan.Notes);
        return ExitCode.Done;
    }

    private async Task<PilotComponents> PilotAsync(ParseResult parse, CancellationToken cancellation)
    {
        using NoProgress progress = new(_time);
        ImmutableArray<Pilot> pilots =
            OfJudge(await PilotLoader.LoadAsync(parse.GetRequiredValue(_annotations), progress, cancellation), parse.GetValue(_judge));
        string[] models = parse.GetValue(_models) ?? [];
        if (models.Length == 0) return PlanBuilder.MostVarying(pilots);
        Pilot[] chosen = [.. models.Select(model => Find(pilots, model))];
        return PilotComponents.Of(chosen[0], chosen.Length == 1 ? null : chosen[1])
            ?? throw new InputException($"{string.Join(" and ", models)} share fewer than two judged instructions, so nothing varies; judge a few more first.");
    }

    private static ImmutableArray<Pilot> OfJudge(ImmutableArray<Pilot> pilots, string? judge)
    {
        string?[] judges = [.. pilots.Select(static pilot => pilot.Annotator).Distinct(StringComparer.Ordinal)];
        string[] names = [.. judges.Select(static name => name ?? "(unnamed)")];
        if (judge is null && judges.Length > 1) throw new InputException($"The pilot has several judges ({string.Join(", ", names)}); name one with --judge.");
        if (judge is not null && !names.Contains(judge, StringComparer.Ordinal))
        {
            string hint = NearestName.Hint(judge, names);
            throw new InputException($"The pilot has no judge '{judge}'{(hint.Length > 0 ? hint : $"; it has {string.Join(", ", names)}.")}");
        }
        ImmutableArray<Pilot> ofJudge =
            judge is null ? pilots : [.. pilots.Where(pilot => string.Equals(pilot.Annotator ?? "(unnamed)", judge, StringComparison.Ordinal))];
        string[] baselines = [.. ofJudge.Select(static pilot => pilot.Baseline).Distinct(StringComparer.Ordinal)];
        if (baselines.Length > 1) throw new InputException($"The pilot has several baselines ({string.Join(", ", baselines)}); give files of one.");
        string? twice = ofJudge.GroupBy(static pilot => pilot.Model, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1)?.Key;
        return twice is null ? ofJudge : throw new InputException($"The pilot has the model '{twice}' in several runs or files; give one of them.");
    }

    private static Pilot Find(ImmutableArray<Pilot> pilots, string model)
    {
        if (pilots.FirstOrDefault(pilot => string.Equals(pilot.Model, model, StringComparison.Ordinal)) is { } found) return found;
        string[] names = [.. pilots.Select(static pilot => pilot.Model)];
        string hint = NearestName.Hint(model, names);
        throw new InputException($"The pilot has no model '{model}'{(hint.Length > 0 ? hint : $"; it has {string.Join(", ", names)}.")}");
    }

    private void CheckNeeded(CommandResult result)
    {
        bool hasPilot = IsGiven(_annotations), hasDeviation = IsGiven(_deviation);
        if (!IsGiven(_difference) && !IsGiven(_instructions))
            result.AddError("--difference or --instructions is missing: say what should be seen, or how large the set is");
        if (hasPilot == hasDeviation)
        {
            result.AddError(hasPilot
                ? "--annotations and --deviation both say how much an instruction varies: give one of them"
                : "--annotations is missing: name a pilot, or state the standard deviation of an instruction's difference with --deviation");
        }
        foreach (Option option in new Option[] { _judge, _models })
        {
            if (IsGiven(option) && !hasPilot) result.AddError($"{option.Name} chooses from a pilot: give --annotations too");
        }
        if (result.GetResult(_models)?.Tokens.Count > 2) result.AddError("--models takes one or two models");

        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
    }
}
