using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Scenarios;
using Assay.Statistics.Resampling;

namespace Assay.Evaluation.Benchmarks;

/// <summary>The examples of a scenario: the same for all its instances, but that an instance is never an example of itself.</summary>
public sealed class FewShotExamples
{
    private readonly Instance[] _order;
    private readonly int _count;

    private FewShotExamples(Instance[] order, int count) => (_order, _count) = (order, count);

    /// <summary>Chooses the examples.</summary>
    /// <param name="fewShot">How.</param>
    /// <param name="pool">Instances to choose from.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="instances">The instances that are asked.</param>
    /// <param name="seed">The seed by which they are drawn; it has no influence where the first ones are taken.</param>
    /// <exception cref="InputException">The pool is smaller than asked.</exception>
    public static FewShotExamples Choose(FewShot fewShot, IReadOnlyList<Instance> pool, string scenario, IReadOnlyList<Instance> instances, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(fewShot);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(instances);
        Instance[] order = fewShot.Choice switch
        {
            FewShotChoice.First => [.. pool],
            FewShotChoice.Random => Shuffled([.. pool], scenario, seed),
            _ => Balanced(Shuffled([.. pool], scenario, seed)),
        };
        ILookup<string, Instance> byInput = order.ToLookup(static example => example.Input, StringComparer.Ordinal);
        int most = instances.Count == 0 ? 0 : instances.Max(instance => byInput[instance.Input].Count());
        if (order.Length - most < fewShot.Count)
        {
            string besides = most > 0 ? " besides the instance that is asked" : "";
            throw new InputException($"{scenario} asks for {fewShot.Count} examples, and the pool has {order.Length - most}{besides}; lower \"count\" or name a larger file.");
        }
        return new FewShotExamples(order, fewShot.Count);
    }

    /// <summary>The examples before an instance, in the order shown.</summary>
    public IReadOnlyList<Instance> For(Instance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return [.. _order.Where(example => !string.Equals(example.Input, instance.Input, StringComparison.Ordinal)).Take(_count)];
    }

    private static Instance[] Shuffled(Instance[] pool, string scenario, ulong seed)
    {
        UInt128 identity = ItemId.Of("few-shot", scenario).Value;
        new RandomStream(seed ^ (ulong)(identity >> 64), (ulong)identity).Shuffle(pool.AsSpan());
        return pool;
    }

    // One of each class, then a second of each: whatever the count, no class has two more than another that has any left.
    private static Instance[] Balanced(Instance[] shuffled)
    {
        Queue<Instance>[] classes = [.. shuffled.GroupBy(ClassOf, StringComparer.Ordinal).Select(static group => new Queue<Instance>(group))];
        List<Instance> order = new(shuffled.Length);
        while (order.Count < shuffled.Length)
        {
            foreach (Queue<Instance> left in classes)
            {
                if (left.TryDequeue(out Instance? example)) order.Add(example);
            }
        }
        return [.. order];
    }

    // The place where there are choices: their texts may differ in every instance.
    private static string ClassOf(Instance instance) =>
        instance.Right.IsEmpty ? string.Join('\n', instance.References) : string.Join(',', instance.Right);
}
