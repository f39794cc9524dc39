using Assay.Core.Judging;
using Assay.Statistics.Resampling;

namespace Assay.Evaluation.Judging;

/// <summary>
/// Random numbers that belong to an item: from the run's seed, the item's identity and what they are for, so that they depend neither on the order in which
/// items are judged nor on how often a run was interrupted.
/// </summary>
internal static class ItemRandom
{
    public static RandomStream For(ulong seed, ItemId item, params ReadOnlySpan<string?> purpose)
    {
        UInt128 identity = ItemId.Of([item.ToString(), .. purpose]).Value;
        return new RandomStream(seed ^ (ulong)(identity >> 64), (ulong)identity);
    }
}
