namespace Assay.Core.Responses;

/// <summary>One message of a prompt.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c>, or another role the endpoint knows; a plain completion's prompt is one <c>user</c>
/// message.</param>
/// <param name="Text">The text as it is sent.</param>
public readonly record struct PromptMessage(string Role, string Text);
