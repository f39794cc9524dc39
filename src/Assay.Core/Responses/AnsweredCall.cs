namespace Assay.Core.Responses;

/// <summary>What a model's pipeline tells about an answer besides its text: what was asked, what came, and whether it was paid for now.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Response">What came; its text is the stored one, thinking included.</param>
/// <param name="IsFromStore">True: nothing was sent and nothing paid.</param>
public sealed record AnsweredCall(ModelRequest Request, StoredResponse Response, bool IsFromStore)
{
    /// <summary>The name under which it travels in <c>ChatResponse.AdditionalProperties</c>.</summary>
    public const string PropertyName = "assay.call";
}
