namespace Assay.Studies.Sequences;

/// <summary>Intervals for the mean of a finite population while its items are drawn without replacement.</summary>
internal interface ISequence
{
    /// <summary>Draws an item and gives the interval after it, within all earlier ones.</summary>
    (double Lower, double Upper) Add(double value);
}
