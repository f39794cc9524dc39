using Assay.Core.LengthControl;
using Assay.Core.Simulation;

namespace Assay.Studies.Validity;

/// <summary>How strongly verdicts follow what length control models, and how sure the judge is.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="DifficultySlope">Difficulty slope of the first model; the other models' are near it.</param>
internal sealed record StudySignals(SimulatedJudge Judge, double DifficultySlope)
{
    /// <summary>
    /// About what AlpacaEval 2's published coefficients and verdicts show: a judge who likes length and is mostly sure, difficulties that matter.
    /// </summary>
    public static StudySignals Strong { get; } =
        new(new SimulatedJudge { Name = "judge", LengthBias = -1.5, Concentration = 0.3, TieShare = 0.02 }, DifficultySlope: 1.4);

    /// <summary>Hardly anything to find, and hard verdicts: cross-validation then often chooses a strong penalty.</summary>
    public static StudySignals Faint { get; } = new(new SimulatedJudge { Name = "judge", LengthBias = -0.3 }, DifficultySlope: 0.3);
}

/// <summary>The simulated worlds of the study.</summary>
internal sealed class StudyWorld
{
    /// <summary>True win rate of the second model, in log-odds below the first.</summary>
    public const double Gap = 0.4;

    /// <summary>Models in the world of the method that fits difficulties.</summary>
    public const int FittedModels = 8;

    /// <summary>Mean log ratio of the second model's length to the baseline's; the first model's is 0.</summary>
    public const double VerbosityOfSecond = 0.3;

    // Numbers no model of a study has.
    private const int GamedNumber = 1000;

    private static readonly BaselineLengths Lengths = new(7.3, 0.6);

    private readonly SimulatedWorld _world;
    private readonly double _slope;

    /// <param name="signals">The judge and the weight of difficulties.</param>
    /// <param name="instructionCount">Number of instructions.</param>
    /// <param name="seed">Seed of everything in the world.</param>
    public StudyWorld(StudySignals signals, int instructionCount, ulong seed)
    {
        _world = new SimulatedWorld(SimulatedInstructions.Draw(instructionCount, Lengths, seed), signals.Judge, seed);
        _slope = signals.DifficultySlope;
    }

    /// <summary>Regularisation rows, two for each of a sample's number of instructions; a world of their own, the same for every sample.</summary>
    /// <param name="signals">The judge.</param>
    /// <param name="sampleSize">Instructions in a sample.</param>
    /// <param name="seed">Seed of that world.</param>
    public static IReadOnlyList<GamedBaselineRow> GamedRows(StudySignals signals, int sampleSize, ulong seed) =>
        SimulatedCalibration.GamedRows(new StudyWorld(signals, sampleSize, seed)._world, GamedNumber);

    /// <summary>Two models: the first of this true win rate and about the baseline's length, the second a little worse and more verbose.</summary>
    /// <param name="trueWinRate">True win rate of the first, in (0, 1).</param>
    public IReadOnlyList<SimulatedModel> Pair(double trueWinRate)
    {
        double odds = trueWinRate / (1 - trueWinRate) * Math.Exp(-Gap);
        return
        [
            Model("first", trueWinRate, _slope, verbosity: 0),
            Model("second", odds / (1 + odds), 0.8 * _slope, VerbosityOfSecond),
        ];
    }

    /// <summary>The two models of <see cref="Pair"/> among others, with win rates from 10 to 80 %, to which difficulties can be fitted.</summary>
    /// <param name="trueWinRate">True win rate of the first, in (0, 1).</param>
    public IReadOnlyList<SimulatedModel> Crowd(double trueWinRate) =>
    [
        .. Pair(trueWinRate),
        .. Enumerable.Range(0, FittedModels - 2).Select(k => Model($"other {k}", 0.1 + 0.14 * k, (0.7 + 0.1 * (k % 3)) * _slope, verbosity: -0.4 + 0.2 * k)),
    ];

    /// <summary>Two models that differ in nothing but their verdicts, and in their verbosity if one is given.</summary>
    /// <param name="trueWinRate">True win rate of both, in (0, 1).</param>
    /// <param name="verbosityOfSecond">Mean log ratio of the second's length to the baseline's; the first's is 0.</param>
    public IReadOnlyList<SimulatedModel> Twins(double trueWinRate, double verbosityOfSecond) =>
        [Model("first", trueWinRate, _slope, verbosity: 0), Model("second", trueWinRate, _slope, verbosity: verbosityOfSecond)];

    /// <summary>The world's verdicts on models.</summary>
    /// <param name="models">The models.</param>
    /// <param name="gamedRows">Regularisation rows; null to analyse without calibration.</param>
    public Population Population(IReadOnlyList<SimulatedModel> models, IReadOnlyList<GamedBaselineRow>? gamedRows) =>
        Validity.Population.Of(_world, models, gamedRows);

    /// <summary>The generating value of every <see cref="Quantity"/> for the first two models.</summary>
    public double[] Generating(IReadOnlyList<SimulatedModel> models)
    {
        double first = _world.TrueWinRate(models[0]), second = _world.TrueWinRate(models[1]);
        double firstRaw = _world.ExpectedRawWinRate(models[0], 0), secondRaw = _world.ExpectedRawWinRate(models[1], 1);
        return [firstRaw, first, firstRaw - secondRaw, first - second];
    }

    private SimulatedModel Model(string name, double trueWinRate, double slope, double verbosity) =>
        _world.WithTrueWinRate(
            new SimulatedModel { Name = name, Quality = 0, DifficultySlope = slope, Verbosity = verbosity, LengthSpread = 0.5 }, trueWinRate);
}
