using System.Numerics;

namespace Assay.Evaluation.Judging;

/// <summary>
/// Notices a model that gives (nearly) the same output to every instruction: its score says something about the judge and nothing about the model (Zheng et
/// al. 2024, "Cheating
/// Automatic LLM Benchmarks: Null Models Achieve High Win Rates"). Holds 8 bytes for each output.
/// </summary>
/// <remarks>
/// Each output is reduced to 64 bits that change little where a text changes little (Charikar 2002, "Similarity Estimation Techniques from Rounding
/// Algorithms", over hashed runs of
/// three words). A model is constant if at least 90 % of its outputs, of at least 10, lie within 10 bits of the bitwise majority of all. Unrelated texts
/// differ in about 32 bits.
/// </remarks>
public sealed class ConstantOutputs
{
    private const int NearBits = 10;
    private const double ConstantShare = 0.9;
    private const int FewestOutputs = 10;
    private const int WordsTogether = 3;

    private readonly List<ulong> _prints = [];
    private BitVotes _votes;

    /// <summary>Whether the outputs so far are (nearly) one and the same; false for fewer than 10.</summary>
    public bool IsConstant
    {
        get
        {
            if (_prints.Count < FewestOutputs) return false;
            ulong majority = _votes.Majority;
            return _prints.Count(print => BitOperations.PopCount(print ^ majority) <= NearBits) >= ConstantShare * _prints.Count;
        }
    }

    /// <summary>Adds an output.</summary>
    public void Add(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ulong print = Print(output);
        _prints.Add(print);
        _votes.Add(print);
    }

    private static ulong Print(string output)
    {
        BitVotes votes = new();
        ulong before = 0, last = 0;
        int words = 0;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(output))
        {
            ulong hash = Hash(word);
            words++;
            if (words >= WordsTogether) votes.Add(Mix(Mix(Mix(before + 1) ^ Mix(last + 2)) ^ hash));
            (before, last) = (last, hash);
        }
        if (words < WordsTogether) votes.Add(Mix(Mix(before + 1) ^ last));
        return votes.Majority;
    }

    // FNV-1a over the lower-case UTF-16 units: fixed, so that a note does not depend on the process.
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char character in word) hash = (hash ^ char.ToLowerInvariant(character)) * 1099511628211;
        return hash;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private ref struct WordEnumerator(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly WordEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            ReadOnlySpan<char> trimmed = _rest.TrimStart();
            if (trimmed.IsEmpty) return false;
            int end = 0;
            while (end < trimmed.Length && !char.IsWhiteSpace(trimmed[end])) end++;
            Current = trimmed[..end];
            _rest = trimmed[end..];
            return true;
        }
    }
}
