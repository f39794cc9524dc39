using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Storage.Json;

namespace Assay.Storage.Runs;

/// <summary>In what two runs were asked different things, as far as it decides their content.</summary>
/// <remarks>
/// Prices, limits, headers, timeouts and the variables that hold keys are left out: they decide what a run costs and whether it gets an answer, not which.
/// A file is the same if its bytes are, wherever it lies.
/// </remarks>
public static class RunDifferences
{
    /// <summary>A phrase for each difference, the run that is there first; empty where the two ask the same.</summary>
    public static ImmutableArray<string> Between(RunDescription there, RunDescription asked)
    {
        ArgumentNullException.ThrowIfNull(there);
        ArgumentNullException.ThrowIfNull(asked);
        return [.. Find(there, asked)];
    }

    private static IEnumerable<string> Find(RunDescription there, RunDescription asked)
    {
        if (there.Kind != asked.Kind)
        {
            yield return $"it is a run of {Word(there.Kind)}, not of {Word(asked.Kind)}";
            yield break;
        }
        foreach (string difference in Judges(there.Judge, asked.Judge).Concat(Models(there.Models, asked.Models)).Concat(Recorded(there.Recorded, asked.Recorded))
            .Concat(Scenarios(there.Scenarios, asked.Scenarios)).Concat(Inputs(there, asked)))
            yield return difference;
        if (there.Orders != asked.Orders) yield return $"its order is {Word(there.Orders)}, not {Word(asked.Orders)}";
        if (there.Repeats != asked.Repeats) yield return $"its repeats are {Word(there.Repeats)}, not {Word(asked.Repeats)}";
        if (there.AskAgain != asked.AskAgain) yield return $"unreadable verdicts are asked for again {Word(there.AskAgain)} times, not {Word(asked.AskAgain)}";
        if (there.Limit != asked.Limit) yield return $"its limit is {Word(there.Limit)}, not {Word(asked.Limit)}";
        if (there.SampleSeed != asked.SampleSeed) yield return $"its sample is {Word(there.SampleSeed)}, not {Word(asked.SampleSeed)}";
        if (there.Seed != asked.Seed) yield return $"its seed is {Word(there.Seed)}, not {Word(asked.Seed)}";
    }

    private static IEnumerable<string> Judges(JudgeDefinition? there, JudgeDefinition? asked)
    {
        if (there is null || asked is null) yield break;
        if (!string.Equals(there.Name, asked.Name, StringComparison.Ordinal)) yield return $"its judge is '{there.Name}', not '{asked.Name}'";
        else if (!string.Equals(Json(there), Json(asked), StringComparison.Ordinal)) yield return $"the judge '{there.Name}' was defined in another way";
    }

    private static IEnumerable<string> Models(ImmutableArray<ModelSpecification> there, ImmutableArray<ModelSpecification> asked)
    {
        foreach (ModelSpecification model in asked)
        {
            ModelSpecification? before = there.FirstOrDefault(other => string.Equals(other.Name, model.Name, StringComparison.Ordinal));
            if (before is null) yield return $"it does not ask the model '{model.Name}' but {string.Join(", ", there.Select(static other => $"'{other.Name}'"))}";
            else if (!string.Equals(Json(before), Json(model), StringComparison.Ordinal)) yield return $"the model '{model.Name}' was described in another way";
        }
    }

    private static IEnumerable<string> Recorded(ImmutableArray<RecordedModel> there, ImmutableArray<RecordedModel> asked)
    {
        foreach (RecordedModel model in asked)
        {
            RecordedModel? before = there.FirstOrDefault(other => string.Equals(other.Name, model.Name, StringComparison.Ordinal));
            if (before is null) yield return $"it has no recorded model '{model.Name}'";
            else if (!string.Equals(before.Column, model.Column, StringComparison.Ordinal)) yield return $"the recorded model '{model.Name}' takes another column";
        }
        foreach (RecordedModel model in there.Where(model => !asked.Any(other => string.Equals(other.Name, model.Name, StringComparison.Ordinal))))
            yield return $"it has the recorded model '{model.Name}'";
    }

    private static IEnumerable<string> Scenarios(ImmutableArray<ScenarioSource> there, ImmutableArray<ScenarioSource> asked)
    {
        foreach (ScenarioSource source in asked)
        {
            ScenarioSource? before = there.FirstOrDefault(other => other.Scenarios.SequenceEqual(source.Scenarios, StringComparer.Ordinal));
            if (before is null) yield return $"it does not ask the scenarios of {source.Name}";
            else if (!string.Equals(before.Text, source.Text, StringComparison.Ordinal)) yield return $"the scenario file {source.Name} has changed since";
        }
        foreach (ScenarioSource source in there.Where(source => !asked.Any(other => other.Scenarios.SequenceEqual(source.Scenarios, StringComparer.Ordinal))))
            yield return $"it asks the scenarios of {source.Name} too";
    }

    private static IEnumerable<string> Inputs(RunDescription there, RunDescription asked)
    {
        foreach (string role in asked.Inputs.Select(static input => input.Role).Distinct(StringComparer.Ordinal))
        {
            RunInput[] before = [.. there.Inputs.Where(input => string.Equals(input.Role, role, StringComparison.Ordinal))];
            RunInput[] now = [.. asked.Inputs.Where(input => string.Equals(input.Role, role, StringComparison.Ordinal))];
            if (before.Length != now.Length)
            {
                yield return $"it reads {Word(before.Length)} files of {role}, not {Word(now.Length)}";
                continue;
            }
            for (int i = 0; i < now.Length; i++)
            {
                if (string.Equals(before[i].Sha256, now[i].Sha256, StringComparison.Ordinal)) continue;
                yield return string.Equals(before[i].Path, now[i].Path, StringComparison.Ordinal)
                    ? $"the {role} file {now[i].Path} has changed since"
                    : $"its {role} file is {before[i].Path}, not {now[i].Path}";
            }
        }
    }

    private static string Json(JudgeDefinition judge) => JsonSerializer.Serialize(JudgeEntry.Of(judge), StorageJson.Lines.JudgeEntry);

    private static string Json(ModelSpecification model) => JsonSerializer.Serialize(
        ModelEntry.Of(model with { Price = null, Limits = ModelLimits.None, Headers = model.Headers.Clear(), Timeout = null, ApiKeyVariable = null }),
        StorageJson.Lines.ModelEntry);

    private static string Word(RunKind kind) => kind switch
    {
        RunKind.Judge => "judgements",
        RunKind.Generate => "outputs",
        _ => "scenarios",
    };

    private static string Word(OrderPolicy orders) => orders.ToString().ToLowerInvariant();

    private static string Word(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "none";
}
