namespace Assay.Core.People;

/// <summary>
/// Two outputs to one instruction that people or judges compared, without their texts: the item of agreement. Numbers refer to a
/// <see cref="VerdictVocabulary"/>, or to the lists of a <see cref="VerdictSet"/> where the pair is in one.
/// </summary>
/// <remarks>
/// The identity of a pair is its instruction, its two outputs and, where they are named, the models that wrote them: equal texts of different models are
/// different items, as in PandaLM's test set. A file that shows the two the other way round tells of the same pair.
/// </remarks>
public readonly record struct JudgedPair
{
    /// <summary>The instruction's number.</summary>
    public required int Instruction { get; init; }

    /// <summary>The data set's number, or -1 where none is named.</summary>
    public int Dataset { get; init; } = -1;

    /// <summary>The number of the model that wrote output_1, or -1 where none is named.</summary>
    public int Generator1 { get; init; } = -1;

    /// <summary>The number of the model that wrote output_2, or -1 where none is named.</summary>
    public int Generator2 { get; init; } = -1;

    /// <summary>A hash of output_1; 0 where the file holds no outputs.</summary>
    public ulong Output1Hash { get; init; }

    /// <summary>A hash of output_2; 0 where the file holds no outputs.</summary>
    public ulong Output2Hash { get; init; }

    /// <summary>Length of output_1 in Unicode code points; -1 where the file holds no outputs.</summary>
    public int Length1 { get; init; } = -1;

    /// <summary>Length of output_2 in Unicode code points; -1 where the file holds no outputs.</summary>
    public int Length2 { get; init; } = -1;

    /// <summary>Whether output_1 holds a list; false where the file holds no outputs.</summary>
    public bool HasList1 { get; init; }

    /// <summary>Whether output_2 holds a list; false where the file holds no outputs.</summary>
    public bool HasList2 { get; init; }

    /// <summary>A pair of which only the instruction is known.</summary>
    public JudgedPair() { }

    /// <summary>Whether the outputs were in the file, so that lengths and lists are known.</summary>
    public bool HasOutputs => Length1 >= 0 && Length2 >= 0;

    /// <summary>Whether both models are named.</summary>
    public bool HasGenerators => Generator1 >= 0 && Generator2 >= 0;

    /// <summary>The same pair with its sides exchanged.</summary>
    public JudgedPair Swapped() => this with
    {
        Generator1 = Generator2,
        Generator2 = Generator1,
        Output1Hash = Output2Hash,
        Output2Hash = Output1Hash,
        Length1 = Length2,
        Length2 = Length1,
        HasList1 = HasList2,
        HasList2 = HasList1,
    };
}
