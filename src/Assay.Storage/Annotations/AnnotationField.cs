namespace Assay.Storage.Annotations;

/// <summary>The fields of an annotation that are read; all others are skipped.</summary>
internal enum AnnotationField
{
    /// <summary>A field that is not read.</summary>
    Other,

    /// <summary>The instruction both outputs answer.</summary>
    Instruction,

    /// <summary>The first output.</summary>
    Output1,

    /// <summary>The second output.</summary>
    Output2,

    /// <summary>The model that wrote the first output.</summary>
    Generator1,

    /// <summary>The model that wrote the second output.</summary>
    Generator2,

    /// <summary>The verdict.</summary>
    Preference,

    /// <summary>The data set of the instruction.</summary>
    Dataset,

    /// <summary>The judge.</summary>
    Annotator,

    /// <summary>What the run that judged it noted: an array of names.</summary>
    Notes,
}

/// <summary>The names of <see cref="AnnotationField"/> in AlpacaEval's files.</summary>
internal static class AnnotationFields
{
    /// <summary>The fields without which a row says nothing, in the order in which their absence is reported.</summary>
    public static ReadOnlySpan<AnnotationField> Required =>
    [
        AnnotationField.Instruction, AnnotationField.Output1, AnnotationField.Output2,
        AnnotationField.Generator1, AnnotationField.Generator2, AnnotationField.Preference,
    ];

    /// <summary>The field of this unescaped name.</summary>
    public static AnnotationField Parse(ReadOnlySpan<byte> name) => name.Length switch
    {
        5 when name.SequenceEqual("notes"u8) => AnnotationField.Notes,
        7 when name.SequenceEqual("dataset"u8) => AnnotationField.Dataset,
        8 when name.SequenceEqual("output_1"u8) => AnnotationField.Output1,
        8 when name.SequenceEqual("output_2"u8) => AnnotationField.Output2,
        9 when name.SequenceEqual("annotator"u8) => AnnotationField.Annotator,
        10 when name.SequenceEqual("preference"u8) => AnnotationField.Preference,
        11 when name.SequenceEqual("instruction"u8) => AnnotationField.Instruction,
        11 when name.SequenceEqual("generator_1"u8) => AnnotationField.Generator1,
        11 when name.SequenceEqual("generator_2"u8) => AnnotationField.Generator2,
        _ => AnnotationField.Other,
    };

    /// <summary>The name in the file; empty for <see cref="AnnotationField.Other"/>.</summary>
    public static string Name(this AnnotationField field) => field switch
    {
        AnnotationField.Instruction => "instruction",
        AnnotationField.Output1 => "output_1",
        AnnotationField.Output2 => "output_2",
        AnnotationField.Generator1 => "generator_1",
        AnnotationField.Generator2 => "generator_2",
        AnnotationField.Preference => "preference",
        AnnotationField.Dataset => "dataset",
        AnnotationField.Annotator => "annotator",
        AnnotationField.Notes => "notes",
        _ => "",
    };
}
