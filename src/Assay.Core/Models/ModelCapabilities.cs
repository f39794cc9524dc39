namespace Assay.Core.Models;

/// <summary>What an endpoint was seen to support, by one small call for each question.</summary>
public sealed record ModelCapabilities
{
    /// <summary>The model asked.</summary>
    public required ModelSpecification Model { get; init; }

    /// <summary>Whether it answers at all.</summary>
    public required Capability Answers { get; init; }

    /// <summary>Log-probabilities of its own answer, with alternatives: what a soft judge needs.</summary>
    public required Capability LogProbabilities { get; init; }

    /// <summary>Answers held to a JSON schema: what a verdict judge uses.</summary>
    public required Capability JsonSchema { get; init; }

    /// <summary>Log-probabilities of a given text (<c>echo</c> of plain completions): what audits need.</summary>
    public required Capability Echo { get; init; }

    /// <summary>Most alternatives to a token it gave when asked for 20; null where there were none.</summary>
    public int? TopAlternatives { get; init; }

    /// <summary>What the calls of this check cost together in US dollars; null where the price or the usage is unknown.</summary>
    public decimal? Cost { get; init; }
}

/// <summary>Whether something is supported, and how we know.</summary>
/// <param name="IsSupported">Null: not known, because the call failed for another reason or was not made.</param>
/// <param name="Reason">One phrase: what the endpoint did or said, without secrets.</param>
public sealed record Capability(bool? IsSupported, string Reason);
