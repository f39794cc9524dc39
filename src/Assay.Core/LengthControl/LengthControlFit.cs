namespace Assay.Core.LengthControl;

/// <summary>
/// The fitted regression behind a length-controlled win rate:
/// logit P(model preferred) = <see cref="Length"/> * tanh(d / <see cref="Scale"/>) + <see cref="Difficulty"/> * difficulty + <see cref="Constant"/>.
/// </summary>
/// <param name="Length">Coefficient a of the length term.</param>
/// <param name="Difficulty">Coefficient b of the instruction's difficulty; 0 where the method has no such term.</param>
/// <param name="Constant">Coefficient c: the model's quality against the baseline.</param>
/// <param name="Scale">s, the standard deviation of the length differences in code points, positive.</param>
/// <param name="C">Weight of the data against the L1 penalty, as cross-validation chose it.</param>
/// <param name="WinRate">Mean predicted preference over the model's rows with the length term at 0, in [0, 1].</param>
public sealed record LengthControlFit(double Length, double Difficulty, double Constant, double Scale, double C, double WinRate);
