namespace Assay.Core.People;

/// <summary>Which output an annotator was shown first.</summary>
public enum ShownOrder
{
    /// <summary>The file does not say.</summary>
    Unknown,

    /// <summary>output_1.</summary>
    Output1First,

    /// <summary>output_2.</summary>
    Output2First,

    /// <summary>Both orders were asked, and the preference is their mean.</summary>
    Both,
}
