namespace Assay.Models.NGrams;

/// <summary>What an n-gram model takes for one token.</summary>
public enum TextUnit
{
    /// <summary>A run of letters, marks and digits, or one other character; the one space before it belongs to it.</summary>
    Words,

    /// <summary>One Unicode code point.</summary>
    Characters,
}
