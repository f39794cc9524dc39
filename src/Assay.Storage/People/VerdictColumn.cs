namespace Assay.Storage.People;

/// <summary>What a column of a file of verdicts can mean.</summary>
public enum VerdictColumn
{
    /// <summary>The instruction's text.</summary>
    Instruction,

    /// <summary>What names the item where the instruction's text does not; goes before it.</summary>
    Item,

    /// <summary>The first output.</summary>
    Output1,

    /// <summary>The second output.</summary>
    Output2,

    /// <summary>The model that wrote the first output.</summary>
    Generator1,

    /// <summary>The model that wrote the second output.</summary>
    Generator2,

    /// <summary>The person or judge.</summary>
    Annotator,

    /// <summary>The verdict.</summary>
    Preference,

    /// <summary>The data set.</summary>
    Dataset,
}
