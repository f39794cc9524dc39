namespace Assay.Cli.Options;

/// <summary>What win rates are broken down by.</summary>
internal enum RowGrouping
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The data set the instruction comes from.</summary>
    Dataset,
}
