using Assay.Core.Errors;

namespace Assay.Core.Metrics.Reduction;

/// <summary>Reduces repeats that have several scores each: place by place, or key by key.</summary>
public static class KeyedScores
{
    /// <summary>One reduced score for each key, in the order of the first repeat.</summary>
    /// <exception cref="InputException">The repeats have unlike keys.</exception>
    public static IReadOnlyList<KeyValuePair<string, double?>> Reduce(ScoreReducer reducer, IReadOnlyList<IReadOnlyDictionary<string, double>> repeats)
    {
        if (repeats.Count == 0) return [];
        for (int i = 1; i < repeats.Count; i++)
        {
            if (!repeats[i].Keys.ToHashSet().SetEquals(repeats[0].Keys))
            {
                string own = string.Join(", ", repeats[i].Keys), first = string.Join(", ", repeats[0].Keys);
                throw new InputException($"Repeat {i + 1} has the scores {own}, but repeat 1 has {first}.");
            }
        }
        return [.. repeats[0].Keys.Select(key => KeyValuePair.Create(key, reducer.Reduce([.. repeats.Select(repeat => repeat[key])])))];
    }

    /// <summary>One reduced score for each place.</summary>
    /// <exception cref="InputException">The repeats have unlike numbers of scores.</exception>
    public static IReadOnlyList<double?> Reduce(ScoreReducer reducer, IReadOnlyList<IReadOnlyList<double>> repeats)
    {
        if (repeats.Count == 0) return [];
        for (int i = 1; i < repeats.Count; i++)
        {
            if (repeats[i].Count != repeats[0].Count)
                throw new InputException($"Repeat {i + 1} has {repeats[i].Count} scores, but repeat 1 has {repeats[0].Count}.");
        }
        return [.. Enumerable.Range(0, repeats[0].Count).Select(place => reducer.Reduce([.. repeats.Select(repeat => repeat[place])]))];
    }
}
