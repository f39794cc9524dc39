using System.Text;
using Assay.Statistics.Resampling;

namespace Assay.Core.Metrics.Perturbations;

/// <summary>HELM's <c>extra_space</c>: every space becomes so many.</summary>
public sealed record ExtraSpacePerturbation : Perturbation
{
    /// <param name="spaces">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1.</exception>
    public ExtraSpacePerturbation(int spaces)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(spaces, 1);
        Spaces = spaces;
    }

    /// <summary>How many spaces stand for one.</summary>
    public int Spaces { get; }

    /// <inheritdoc/>
    public override string Name => "extra_space";

    /// <inheritdoc/>
    public override string Apply(string text, RandomStream random) => text.Replace(" ", new string(' ', Spaces), StringComparison.Ordinal);
}

/// <summary>HELM's <c>space</c>: every run of spaces becomes one of a random length from 1 to the most.</summary>
public sealed record SpacePerturbation : Perturbation
{
    /// <param name="most">The longest run, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public SpacePerturbation(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        Most = most;
    }

    /// <summary>The longest run.</summary>
    public int Most { get; }

    /// <inheritdoc/>
    public override string Name => "space";

    /// <inheritdoc/>
    public override string Apply(string text, RandomStream random)
    {
        StringBuilder spaced = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ') spaced.Append(text[i]);
            else if (i == 0 || text[i - 1] != ' ') spaced.Append(' ', 1 + random.NextInt(Most));
        }
        return spaced.ToString();
    }
}

/// <summary>HELM's <c>suffix</c>: a comma and a phrase after the text.</summary>
/// <param name="Suffix">The phrase.</param>
public sealed record SuffixPerturbation(string Suffix) : Perturbation
{
    /// <inheritdoc/>
    public override string Name => "suffix";

    /// <inheritdoc/>
    public override string Apply(string text, RandomStream random) => $"{text}, {Suffix}";
}
