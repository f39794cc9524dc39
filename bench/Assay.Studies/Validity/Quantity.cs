namespace Assay.Studies.Validity;

/// <summary>What is estimated of the first two models of a population.</summary>
internal enum Quantity
{
    /// <summary>Win rate of the first.</summary>
    WinRate,

    /// <summary>Length-controlled win rate of the first.</summary>
    LengthControlled,

    /// <summary>Win rate of the first minus that of the second.</summary>
    WinRateDifference,

    /// <summary>Length-controlled win rate of the first minus that of the second.</summary>
    LengthControlledDifference,
}
