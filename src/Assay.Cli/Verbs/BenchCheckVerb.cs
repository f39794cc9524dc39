using System.CommandLine;
using Assay.Cli.Benchmarks;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Metrics.Answers;
using Assay.Core.Scenarios;
using Assay.Evaluation.Benchmarks;

namespace Assay.Cli.Verbs;

/// <summary><c>assay bench check</c>: what a scenario would ask, and which answers it would read.</summary>
internal sealed class BenchCheckVerb
{
    private const int Shown = 3;

    private readonly CommandTerminal _terminal;
    private readonly Argument<string[]> _specs = BenchRunVerb.SpecArgument(ArgumentArity.OneOrMore);
    private readonly Option<string?> _data = BenchRunVerb.DataOption();

    private readonly Option<string?> _model = OptionFactory.Text(
        "--model", "recorded:FILE", "Recorded completions, whose answers are read. Default: none, and the rule reads the right answers themselves.");

    private readonly Option<ulong> _seed = StandardOptions.Seed("Seed of the examples that are drawn.");

    private BenchCheckVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        BenchCheckVerb verb = new(terminal);
        VerbCommand command = new("check", "Shows what a scenario asks and reads.")
        {
            Details = $"Shows {Shown} filled prompts of each scenario, their right answers, and what the rule reads. Asks no model.",
            Examples =
            [
                new Example("Three prompts", "assay bench check my.yaml"),
                new Example("And the answers in recorded completions", "assay bench check bbh/cot/navigate --data tasks --model recorded:navigate.json"),
            ],
        };
        command.Arguments.Add(verb._specs);
        command.AddGroup("What is shown", [verb._model, verb._data, verb._seed]);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        string[] models = parse.GetValue(_model) is { } model ? [model] : [];
        IReadOnlyList<RecordedModel> recorded =
            models.Length == 0 ? [] : (await ModelChoice.ReadAsync(models, () => NoModels(models[0]), cancellation)).Recorded;
        BenchmarkRequest request = new(parse.GetRequiredValue(_specs), parse.GetValue(_data), null, null, parse.GetValue(_seed), 1);
        BenchmarkPlan plan = await BenchmarkLoader.LoadAsync(request, recorded, cancellation);
        foreach (ScenarioToRun task in plan.Scenarios) Show(task, recorded.Count == 0 ? null : plan.Recorded[recorded[0].Name]);
        return ExitCode.Done;
    }

    private static ModelSource NoModels(string typed) =>
        throw new Core.Errors.InputException($"--model takes recorded:FILE here, not '{OneLine.Of(typed)}': a check asks no model.");

    private void Show(ScenarioToRun task, RecordedAnswers? recorded)
    {
        Line($"{task.Scenario.Name}: {task.Instances.Count} instances, adapter {task.Scenario.Adapter.Name}, answers read by: {task.Scenario.AnswerName}, metrics {string.Join(", ", task.Scenario.Metrics.Select(static metric => metric.Name))}");
        foreach (Instance instance in task.Instances.Take(Shown))
        {
            BenchmarkPrompt prompt = task.PromptFor(instance);
            Line("");
            Line($"--- instance {instance.Id}");
            foreach (Core.Responses.PromptMessage message in prompt.Messages)
            {
                Line($"[{message.Role}]");
                foreach (string line in message.Text.Split('\n')) Line("  " + line);
            }
            foreach (string continuation in prompt.Continuations) Line($"scored behind it: \"{continuation}\"");
            if (instance.RightAnswers.Any()) Line($"right: {string.Join(" | ", instance.RightAnswers)}{(instance.Right.IsEmpty ? "" : $" ({string.Join(", ", instance.Right.Select(Core.Metrics.Matching.ChoiceLetters.Of))})")}");
            ShowReading(task, instance, recorded, prompt);
        }
        Line("");
    }

    private void ShowReading(ScenarioToRun task, Instance instance, RecordedAnswers? recorded, BenchmarkPrompt prompt)
    {
        if (!prompt.Continuations.IsEmpty) return;
        string? completion = recorded is null ? instance.RightAnswers.FirstOrDefault() : recorded.Find(ScoredInstance.IdOf(task.Scenario.Name, recorded.Model, instance, 0))?.Text;
        if (completion is null)
        {
            Line(recorded is null ? "there is no right answer to read" : "there is no recorded completion");
            return;
        }
        AnswerReading reading = task.Scenario.Answer.Read(completion, instance.Choices);
        string from = recorded is null ? "a completion that is the right answer alone" : $"the completion \"{Reports.ItemReport.Short(completion)}\"";
        Line(reading.IsRead ? $"reads from {from}: {reading.Text}" : $"reads nothing from {from}: {reading.Reason}");
    }

    private void Line(string text) => _terminal.Out.WriteLine(OneLine.Of(text));
}
