using Assay.Statistics.Resampling;

namespace Assay.Core.Metrics.Perturbations;

/// <summary>HELM's <c>typos</c>: each English letter becomes, with a probability, a neighbour on an American keyboard; case and everything else stay.</summary>
public sealed record TypoPerturbation : Perturbation
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <param name="probability">For each letter, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside [0, 1].</exception>
    public TypoPerturbation(double probability)
    {
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability must lie in [0, 1].");
        Probability = probability;
    }

    /// <summary>The probability of a typo at each letter.</summary>
    public double Probability { get; }

    /// <inheritdoc/>
    public override string Name => "typos";

    /// <inheritdoc/>
    public override string Apply(string text, RandomStream random) => string.Create(text.Length, (text, random), (typed, state) =>
    {
        for (int i = 0; i < typed.Length; i++)
        {
            char letter = state.text[i];
            typed[i] = letter;
            if (!char.IsAsciiLetter(letter) || state.random.NextDouble() >= Probability) continue;
            string neighbours = Neighbours(char.ToLowerInvariant(letter));
            char neighbour = neighbours[state.random.NextInt(neighbours.Length)];
            typed[i] = char.IsUpper(letter) ? char.ToUpperInvariant(neighbour) : neighbour;
        }
    });

    // A row is shifted by less than a key against the one above it: a key touches the two beside it, two above and two below.
    private static string Neighbours(char letter)
    {
        int row = Array.FindIndex(Rows, keys => keys.Contains(letter, StringComparison.Ordinal));
        int column = Rows[row].IndexOf(letter, StringComparison.Ordinal);
        (int Row, int Column)[] around =
            [(row, column - 1), (row, column + 1), (row - 1, column), (row - 1, column + 1), (row + 1, column - 1), (row + 1, column)];
        return string.Concat(around.Where(static key => key.Row is >= 0 and < 3 && key.Column >= 0 && key.Column < Rows[key.Row].Length)
            .Select(static key => Rows[key.Row][key.Column]));
    }
}
