namespace Assay.Core.Simulation;

/// <summary>A model whose quality and habits are known because they were chosen.</summary>
/// <remarks>All effects are against the baseline, in logits of the probability that the model's output is preferred.</remarks>
public sealed record SimulatedModel
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Log-odds of being preferred on an instruction of difficulty 0 by a judge who sees no difference in length; finite.</summary>
    public required double Quality
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Quality), value, "A quality must be finite.");
    }

    /// <summary>What one unit of difficulty adds to the log-odds; finite. The baseline's is 0.</summary>
    public double DifficultySlope
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(DifficultySlope), value, "A slope must be finite.");
    }

    /// <summary>Mean of log(length of the model's output / length of the baseline's output): 0 is as long as the baseline, 0.7 twice as long; finite.</summary>
    public double Verbosity
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Verbosity), value, "A verbosity must be finite.");
    }

    /// <summary>Standard deviation of the same log ratio over instructions; finite, 0 or more.</summary>
    public double LengthSpread
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(LengthSpread), value, "A spread must be finite and not negative.");
    }

    /// <summary>Log-odds of being preferred on an instruction, the length aside.</summary>
    /// <param name="difficulty">The instruction's difficulty in logits.</param>
    public double LogOdds(double difficulty) => Quality + DifficultySlope * difficulty;
}
