using Assay.Core.Errors;
using Assay.Core.Responses;
using Assay.Core.Runs;

namespace Assay.Storage.Runs;

/// <summary>A line of <c>spending.jsonl</c>.</summary>
internal sealed record SpendingLine(string Key, decimal? MostUsd, decimal? CostUsd)
{
    public static SpendingLine Of(SpendingEntry entry) => new(entry.Key.Id, entry.Most, entry.Cost);

    /// <exception cref="InputException">The line is no entry.</exception>
    public SpendingEntry ToEntry() => Key.Length == 64 && MostUsd is null != CostUsd is null
        ? new SpendingEntry(new ResponseKey(Key), MostUsd, CostUsd)
        : throw new InputException("An entry has a key and one amount.");
}
