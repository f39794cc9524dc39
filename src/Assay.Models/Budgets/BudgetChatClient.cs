using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Models.Requests;
using Microsoft.Extensions.AI;

namespace Assay.Models.Budgets;

/// <summary>
/// Makes a call only if its worst case fits the budget. An attempt that may have been answered without the answer arriving counts as its worst case: it may
/// have been charged.
/// </summary>
internal sealed class BudgetChatClient(IChatClient inner, ModelSpecification model, SpendingLimit limit) : CallDecorator(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        PreparedRequest prepared = options.Prepared();
        decimal most = TokenBound.MostCost(prepared.Request, model.Price) ?? throw Unbounded();
        await limit.ReserveAsync(prepared.Key, most, cancellationToken).ConfigureAwait(false);
        decimal cost = most;
        try
        {
            ChatResponse response = await base.InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            cost = response.Answered().Response.Cost ?? most;
            return response;
        }
        catch (ModelCallException error) when (!error.MayHaveCost)
        {
            cost = 0;
            throw;
        }
        finally
        {
            limit.Settle(prepared.Key, most, cost);
        }
    }

    private InputException Unbounded() => model.Price is null
        ? new InputException($"--max-cost needs the price of the model \"{model.Name}\"; give its price in assay.yaml.")
        : new InputException($"--max-cost needs to know how long an answer of the model \"{model.Name}\" can be; give max_tokens in its parameters.");
}
