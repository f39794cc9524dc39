using System.Collections.Immutable;
using Assay.Core.Responses;

namespace Assay.Evaluation.Prompts;

/// <summary>A prompt as it is sent.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Fence">The mark around the item's texts; null where the template is imported and has none.</param>
/// <param name="IsFenceGuessed">Whether a text of the item held the mark it would have had, and so got another one.</param>
public sealed record FilledPrompt(ImmutableArray<PromptMessage> Messages, string? Fence, bool IsFenceGuessed);
