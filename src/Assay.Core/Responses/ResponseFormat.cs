using System.Text.Json;

namespace Assay.Core.Responses;

/// <summary>The JSON an answer must be.</summary>
/// <param name="Name">The schema's name, of letters, digits, <c>_</c> and <c>-</c>; endpoints want one.</param>
/// <param name="Schema">The JSON schema; null: any JSON object.</param>
public sealed record ResponseFormat(string Name, JsonElement? Schema);
