using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;

namespace Assay.Models.Budgets;

/// <summary>
/// A sum of money that a run may spend, over all its models. Before a call is made the most it can cost is set aside; afterwards it is replaced by what it
/// did cost. A call
/// whose worst case does not fit waits while others are in flight, whose real cost may leave room; when nothing is in flight any more, it is not made. Safe
/// for several calls at once.
/// </summary>
public sealed class SpendingLimit
{
    private readonly Lock _state = new();
    private readonly decimal _limit;
    private TaskCompletionSource _settled = NewSignal();
    private ISpendingJournal? _journal;
    private decimal _spent;
    private decimal _reserved;
    private int _inFlight;
    private bool _isReached;

    /// <param name="limit">The sum in US dollars; not negative.</param>
    /// <param name="spent">What was spent before, in US dollars.</param>
    public SpendingLimit(decimal limit, decimal spent = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfNegative(spent);
        _limit = limit;
        _spent = spent;
    }

    /// <summary>The sum in US dollars.</summary>
    public decimal Limit => _limit;

    /// <summary>Spent so far, in US dollars. Calls whose cost is not known count as their worst case.</summary>
    public decimal Spent
    {
        get { lock (_state) return _spent; }
    }

    /// <summary>From now on keeps every attempt in a journal, before it is sent and when it has ended.</summary>
    public void WriteTo(ISpendingJournal journal) => _journal = journal;

    /// <summary>Sets aside the most an attempt at a call can cost.</summary>
    /// <exception cref="BudgetReachedException">The call could pass the limit, or one before it could have.</exception>
    /// <exception cref="InputException">The journal could not be written; nothing is set aside.</exception>
    internal async ValueTask ReserveAsync(ResponseKey key, decimal most, CancellationToken cancellationToken)
    {
        await ReserveAsync(most, cancellationToken).ConfigureAwait(false);
        try
        {
            _journal?.Append(new SpendingEntry(key, most, null));
        }
        catch
        {
            Settle(most, 0);
            throw;
        }
    }

    /// <summary>Replaces what was set aside by what the attempt did cost.</summary>
    /// <exception cref="InputException">The journal could not be written; the next session counts the worst case.</exception>
    internal void Settle(ResponseKey key, decimal most, decimal cost)
    {
        Settle(most, cost);
        _journal?.Append(new SpendingEntry(key, null, cost));
    }

    private async ValueTask ReserveAsync(decimal most, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task settled;
            lock (_state)
            {
                // Once a call had to be left out, cheaper ones are too: a run stops at one place.
                if (_isReached) throw Reached();
                if (_spent + _reserved + most <= _limit)
                {
                    _reserved += most;
                    _inFlight++;
                    return;
                }
                if (_inFlight == 0)
                {
                    _isReached = true;
                    Wake();
                    throw Reached();
                }
                settled = _settled.Task;
            }
            await settled.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Settle(decimal most, decimal cost)
    {
        lock (_state)
        {
            _reserved -= most;
            _spent += cost;
            _inFlight--;
            Wake();
        }
    }

    private void Wake()
    {
        TaskCompletionSource settled = _settled;
        _settled = NewSignal();
        settled.SetResult();
    }

    private BudgetReachedException Reached() =>
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"The next call could pass the budget of ${_limit:0.######}; ${_spent:0.######} are spent. The run can go on with a larger --max-cost."))
        {
            Budget = _limit,
            Spent = _spent,
        };

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
