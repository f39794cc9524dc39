using Assay.Core.Simulation;

namespace Assay.Studies.Samples;

/// <summary>
/// The world behind <c>samples/</c>: a judge with a strong liking for length, and twelve models whose verbosity has little to do with their quality.
/// </summary>
internal static class SampleWorld
{
    /// <summary>The seed of everything random in the samples.</summary>
    public const ulong Seed = 5;

    /// <summary>The baseline's name in the files.</summary>
    public const string Baseline = "oak-reference";

    private static readonly (string Name, double TrueWinRate, double Verbosity)[] Chosen =
    [
        ("hazel-70b", 0.80, -0.50), ("larch-40b", 0.72, -0.25), ("elder-34b", 0.64, -0.70),
        ("cedar-20b", 0.56, 0.10), ("iris-9b", 0.49, -0.35), ("juniper-13b", 0.42, 0.90),
        ("alder-8b", 0.35, 0.00), ("foxglove-8b", 0.28, 0.60), ("dogwood-7b", 0.22, -0.55),
        ("bramble-3b", 0.16, 0.70), ("gorse-2b", 0.11, -0.30), ("kelp-1b", 0.07, 0.35),
    ];

    /// <summary>Makes the world.</summary>
    public static (SimulatedWorld World, IReadOnlyList<SimulatedModel> Models) Create()
    {
        SimulatedInstructions instructions = SimulatedInstructions.Draw(SampleTexts.InstructionCount, new BaselineLengths(4.6, 0.4), Seed);
        SimulatedWorld world = new(instructions, new SimulatedJudge { Name = "simulated_judge", LengthBias = -2, Concentration = 0.6, TieShare = 0.04 }, Seed);
        SimulatedModel Model(string name, double verbosity) =>
            new() { Name = name, Quality = 0, DifficultySlope = 1, Verbosity = verbosity, LengthSpread = 0.55 };
        return (world, [.. Chosen.Select(chosen => world.WithTrueWinRate(Model(chosen.Name, chosen.Verbosity), chosen.TrueWinRate))]);
    }
}
