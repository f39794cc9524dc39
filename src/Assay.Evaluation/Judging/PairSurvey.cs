using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Texts;

namespace Assay.Evaluation.Judging;

/// <summary>What a run is going to judge, known before anything is asked: one pass over its items.</summary>
public sealed record PairSurvey
{
    /// <summary>Pairs to judge, identical ones too.</summary>
    public required int Pairs { get; init; }

    /// <summary>Pairs of identical outputs: ties without a call.</summary>
    public required int Identical { get; init; }

    /// <summary>Instructions skipped, by the reason.</summary>
    public required ImmutableSortedDictionary<string, int> Skipped { get; init; }

    /// <summary>Candidates that give (nearly) the same output to every instruction.</summary>
    public required ImmutableHashSet<string> ConstantGenerators { get; init; }

    /// <summary>Reads all items once.</summary>
    /// <exception cref="InputException">The items could not be read, or share no instruction.</exception>
    public static async Task<PairSurvey> ReadAsync(IAsyncEnumerable<JoinedItem> items, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        int pairs = 0, identical = 0;
        SortedDictionary<string, int> skipped = new(StringComparer.Ordinal);
        Dictionary<string, ConstantOutputs> outputs = new(StringComparer.Ordinal);
        await foreach (JoinedItem item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (item.Pair is not { } pair)
            {
                skipped[item.Skipped!.Reason] = skipped.GetValueOrDefault(item.Skipped.Reason) + 1;
                continue;
            }
            pairs++;
            if (pair.IsIdentical) identical++;
            if (!outputs.TryGetValue(pair.Candidate.Generator, out ConstantOutputs? ofGenerator))
                outputs.Add(pair.Candidate.Generator, ofGenerator = new ConstantOutputs());
            ofGenerator.Add(pair.Candidate.Output);
        }
        return new PairSurvey
        {
            Pairs = pairs,
            Identical = identical,
            Skipped = skipped.ToImmutableSortedDictionary(StringComparer.Ordinal),
            ConstantGenerators = [.. outputs.Where(static pair => pair.Value.IsConstant).Select(static pair => pair.Key)],
        };
    }
}
