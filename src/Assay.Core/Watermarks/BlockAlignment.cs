namespace Assay.Core.Watermarks;

/// <summary>
/// The test statistic: the least cost of aligning any block of k tokens of a text with any k consecutive positions of the key, which runs round
/// (Kuditipudi et al. 2023, algorithm 3). Lower is more like a marked text.
/// </summary>
internal static class BlockAlignment
{
    /// <summary>Token by token, in time text × key: the cost of a block follows from that of the block before it on the same diagonal.</summary>
    /// <param name="costs">Costs by different token and position.</param>
    /// <param name="text">The text as numbers among the different tokens.</param>
    /// <param name="block">Tokens of a block, from 1 to the text's.</param>
    public static double Plain(AlignmentCosts costs, ReadOnlySpan<int> text, int block)
    {
        double least = double.PositiveInfinity;
        for (int shift = 0; shift < costs.Length; shift++)
        {
            double sum = 0;
            int entering = shift, leaving = shift;
            for (int i = 0; i < text.Length; i++)
            {
                sum += costs.Of(text[i])[entering];
                if (++entering == costs.Length) entering = 0;
                if (i < block - 1) continue;
                least = Math.Min(least, sum);
                sum -= costs.Of(text[i - block + 1])[leaving];
                if (++leaving == costs.Length) leaving = 0;
            }
        }
        return least;
    }

    /// <summary>With insertions and deletions at a price each (Levenshtein alignment, their definition 5), in time text × key × block².</summary>
    /// <param name="costs">Costs by different token and position.</param>
    /// <param name="text">The text as numbers among the different tokens.</param>
    /// <param name="block">Tokens of a block, from 1 to the text's.</param>
    /// <param name="gap">What a token or a position costs that is left out (γ).</param>
    public static double Edit(AlignmentCosts costs, ReadOnlySpan<int> text, int block, double gap)
    {
        double least = double.PositiveInfinity;
        double[] row = new double[block + 1];
        for (int start = 0; start + block <= text.Length; start++)
        {
            ReadOnlySpan<int> tokens = text.Slice(start, block);
            for (int shift = 0; shift < costs.Length; shift++) least = Math.Min(least, EditCost(costs, tokens, shift, gap, row));
        }
        return least;
    }

    private static double EditCost(AlignmentCosts costs, ReadOnlySpan<int> tokens, int shift, double gap, Span<double> row)
    {
        for (int j = 0; j < row.Length; j++) row[j] = j * gap;
        for (int i = 0; i < tokens.Length; i++)
        {
            ReadOnlySpan<double> ofToken = costs.Of(tokens[i]);
            double diagonal = row[0];
            row[0] = (i + 1) * gap;
            int position = shift;
            for (int j = 1; j < row.Length; j++)
            {
                double aligned = diagonal + ofToken[position];
                if (++position == ofToken.Length) position = 0;
                diagonal = row[j];
                row[j] = Math.Min(aligned, Math.Min(row[j], row[j - 1]) + gap);
            }
        }
        return row[^1];
    }
}
