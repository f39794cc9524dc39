using Assay.Core.Models;

namespace Assay.Models.Discovery;

/// <summary>A model that was found without being configured.</summary>
/// <param name="Model">How to ask it.</param>
/// <param name="FoundBy">What gave it away, a phrase to print: <c>the environment variable OPENAI_API_KEY</c>.</param>
public sealed record DiscoveredModel(ModelSpecification Model, string FoundBy);
