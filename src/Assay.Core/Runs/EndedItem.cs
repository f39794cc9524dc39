using Assay.Core.Judging;

namespace Assay.Core.Runs;

/// <summary>An item that has come to its end; small, so that all of a run's fit in memory.</summary>
/// <param name="Id">The identity of the pair or the generated output.</param>
/// <param name="HasFailed">True: the model gave no answer, so a resumed run asks again. Every other end is final.</param>
public readonly record struct EndedItem(ItemId Id, bool HasFailed);
