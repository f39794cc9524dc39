namespace Assay.Evaluation.Gate;

/// <summary>What a gate can ask about.</summary>
public enum GateField
{
    /// <summary><c>win_rate</c>, in percent.</summary>
    WinRate,

    /// <summary><c>length_controlled_win_rate</c>, in percent.</summary>
    LengthControlledWinRate,

    /// <summary><c>parsed</c>: share of the items to be judged that have a preference, in percent.</summary>
    Parsed,

    /// <summary><c>flips</c>: share of verdicts that flip with the order, in percent.</summary>
    Flips,

    /// <summary><c>cost</c>: what the run cost, in US dollars.</summary>
    Cost,
}
