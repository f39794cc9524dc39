using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Scenarios;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Benchmarks;

/// <summary>The recorded completions of a model, found for the instances they are to.</summary>
public sealed class RecordedAnswers
{
    private readonly Dictionary<ItemId, RecordedCompletion> _byItem = [];

    /// <param name="model">The model's name in the run.</param>
    public RecordedAnswers(string model) => Model = model;

    /// <summary>The model's name in the run.</summary>
    public string Model { get; }

    /// <summary>Whether there is a completion for an item.</summary>
    public bool Has(ItemId item) => _byItem.ContainsKey(item);

    /// <summary>The completion for an item; null where there is none.</summary>
    public RecordedCompletion? Find(ItemId item) => _byItem.GetValueOrDefault(item);

    /// <summary>The model, ready to be asked.</summary>
    public IChatClient CreateClient() => new RecordedChatClient(Model, _byItem);

    /// <summary>Finds the completions of one file for the instances of one scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="instances">Its instances.</param>
    /// <param name="repeats">Repeats that are asked for.</param>
    /// <param name="file">The file, for errors.</param>
    /// <param name="completions">What is in it.</param>
    /// <returns>How the two fit.</returns>
    /// <exception cref="InputException">None of the completions is to an instance of the scenario.</exception>
    public RecordedFit Add(Scenario scenario, IReadOnlyList<Instance> instances, int repeats, string file, IReadOnlyList<RecordedCompletion> completions)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(instances);
        ArgumentNullException.ThrowIfNull(completions);
        bool byIdentity = scenario.Data.Id is not null && completions.All(static completion => completion.Identity is not null);
        RecordedMatching matching = new(scenario, instances, byIdentity);
        Dictionary<string, List<RecordedCompletion>> found = new(StringComparer.Ordinal);
        int strange = 0;
        foreach (RecordedCompletion completion in completions)
        {
            if (matching.Find(completion) is not { } key)
            {
                strange++;
                continue;
            }
            if (!found.TryGetValue(key, out List<RecordedCompletion>? same)) found.Add(key, same = []);
            same.Add(completion);
        }
        if (found.Count == 0)
        {
            throw new InputException(completions.Count == 0
                ? $"{file} holds no completions."
                : $"{file} is of another scenario: none of its {completions.Count} completions is to an instance of {scenario.Name}; name the file of this scenario.");
        }
        int missing = 0;
        foreach (IGrouping<string, Instance> alike in instances.GroupBy(matching.KeyOf, StringComparer.Ordinal))
        {
            // Instances of one text cannot be told apart by it: each has the completion at its place among them.
            Instance[] members = [.. alike];
            for (int i = 0; i < members.Length; i++)
            {
                for (int repeat = 0; repeat < repeats; repeat++)
                {
                    int place = repeat * members.Length + i;
                    if (!found.TryGetValue(alike.Key, out List<RecordedCompletion>? given) || place >= given.Count) missing++;
                    else _byItem[ScoredInstance.IdOf(scenario.Name, Model, members[i], repeat)] = given[place];
                }
            }
        }
        return new RecordedFit(completions.Count, strange, missing);
    }
}

/// <summary>How a recorded file fits a scenario.</summary>
/// <param name="Completions">Completions in the file.</param>
/// <param name="Strange">Those that are to no instance of the scenario.</param>
/// <param name="Missing">Instances, each with each repeat, without a completion.</param>
public readonly record struct RecordedFit(int Completions, int Strange, int Missing);
