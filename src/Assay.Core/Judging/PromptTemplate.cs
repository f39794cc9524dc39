using System.Collections.Immutable;
using Assay.Core.Responses;

namespace Assay.Core.Judging;

/// <summary>
/// The messages of a judge's prompt with places for an item's texts: <c>{instruction}</c>, <c>{output_1}</c> (shown first) and <c>{output_2}</c> (shown
/// second).
/// Each place is filled once, from the template; what looks like a place in a filled-in text stays as it is.
/// </summary>
/// <param name="Messages">The messages, at least one.</param>
/// <param name="IsFenced">
/// True: texts are put between marks nobody can foresee, and the template names the mark with <c>{fence}</c>. False: the template is imported and sent
/// verbatim.
/// </param>
public sealed record PromptTemplate(ImmutableArray<PromptMessage> Messages, bool IsFenced);
