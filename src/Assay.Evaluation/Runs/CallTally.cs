using Assay.Core.Runs;

namespace Assay.Evaluation.Runs;

/// <summary>Counts the calls of a session; safe from several calls at once.</summary>
internal sealed class CallTally
{
    private readonly Lock _lock = new();
    private Spending _spending = Spending.None;

    public Spending Spending
    {
        get
        {
            lock (_lock) return _spending;
        }
    }

    public void Add(CallRecord call)
    {
        lock (_lock) _spending = _spending.With(call);
    }
}
