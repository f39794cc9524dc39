namespace Assay.Core.Texts;

/// <summary>
/// Notices a model that gives (nearly) the same output to every instruction: its score says something about the judge and nothing about the model (Zheng et
/// al. 2024, "Cheating Automatic LLM Benchmarks: Null Models Achieve High Win Rates"). Holds 8 bytes for each output.
/// </summary>
/// <remarks>
/// Each output is reduced to its <see cref="TextSketch"/>. The commonest output is sketched by the commonest value of each minimum, and a model is constant
/// if at least 90 % of its outputs, of at least 10, are near that. An output of which a fifth is its own is still near with a probability of about 0.9.
/// </remarks>
public sealed class ConstantOutputs
{
    private const double ConstantShare = 0.9;
    private const int FewestOutputs = 10;

    private readonly List<TextSketch> _sketches = [];

    /// <summary>Outputs so far; those without a sketch do not count.</summary>
    public int Count => _sketches.Count;

    /// <summary>Whether the outputs so far are (nearly) one and the same; false for fewer than 10.</summary>
    public bool IsConstant => IsConstantFor(NearlySame, Count);

    /// <summary>Outputs that are (nearly) the commonest one. Takes time in the order of n log n.</summary>
    public int NearlySame
    {
        get
        {
            TextSketch commonest = Commonest();
            int near = 0;
            foreach (TextSketch sketch in _sketches)
            {
                if (sketch.IsNear(commonest)) near++;
            }
            return near;
        }
    }

    /// <summary>Whether a model with so many (nearly) equal outputs of so many is constant.</summary>
    public static bool IsConstantFor(int nearlySame, int count) => count >= FewestOutputs && nearlySame >= ConstantShare * count;

    /// <summary>Adds an output.</summary>
    public void Add(string output) => Add(TextSketch.Of(output));

    /// <summary>Adds an output by its sketch; passed over where it has none.</summary>
    public void Add(TextSketch output)
    {
        if (output != default) _sketches.Add(output);
    }

    private TextSketch Commonest()
    {
        ulong commonest = 0;
        ushort[] values = new ushort[_sketches.Count];
        for (int place = 0; place < TextSketch.Minima; place++)
        {
            for (int i = 0; i < values.Length; i++) values[i] = _sketches[i][place];
            Array.Sort(values);
            commonest |= (ulong)CommonestOfSorted(values) << (16 * place);
        }
        return new TextSketch(commonest);
    }

    private static ushort CommonestOfSorted(ReadOnlySpan<ushort> values)
    {
        ushort commonest = 0;
        int most = 0;
        while (!values.IsEmpty)
        {
            int others = values.IndexOfAnyExcept(values[0]);
            int count = others < 0 ? values.Length : others;
            if (count > most) (commonest, most) = (values[0], count);
            values = values[count..];
        }
        return commonest;
    }
}
