namespace Assay.Storage.People;

/// <summary>What stands in a field of a row.</summary>
internal enum CellKind
{
    /// <summary>Nothing: the field is not there.</summary>
    Missing,

    /// <summary>JSON's null, or an empty cell of CSV.</summary>
    Null,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A number, or true or false.</summary>
    Literal,

    /// <summary>An object or array, as its JSON.</summary>
    Nested,
}
