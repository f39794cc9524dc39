namespace Assay.Core.Models;

/// <summary>The next call could have passed the budget, so it was not made. What was done is kept; the run can go on with a larger budget.</summary>
public sealed class BudgetReachedException : Exception
{
    /// <param name="message">One sentence for people.</param>
    public BudgetReachedException(string message) : base(message) { }

    /// <summary>The budget in US dollars.</summary>
    public required decimal Budget { get; init; }

    /// <summary>Known to be spent so far, in US dollars.</summary>
    public required decimal Spent { get; init; }
}
