using System.Text;

namespace Assay.TestServer;

/// <summary>Decides which calls go wrong, from the prompt and how often it came: the same whatever order the calls come in.</summary>
/// <param name="Decide">The fault of the n-th call (from 0) of a prompt.</param>
public sealed record FaultPlan(Func<string, int, Fault> Decide)
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new((_, _) => Fault.None);

    /// <summary>Every call goes wrong in this way.</summary>
    public static FaultPlan Always(Fault fault) => new((_, _) => fault);

    /// <summary>The first calls of each prompt go wrong in these ways, the later ones not.</summary>
    public static FaultPlan First(params Fault[] faults) => new((_, call) => call < faults.Length ? faults[call] : Fault.None);

    /// <summary>
    /// A share of all calls goes wrong, each in one of the ways given, each as likely; a prompt has at most so many faults one after another, then a right
    /// answer.
    /// </summary>
    /// <param name="share">In [0, 1].</param>
    /// <param name="seed">Another seed, other calls.</param>
    /// <param name="mostInARow">Faults one after another of one prompt, at most.</param>
    /// <param name="faults">At least one.</param>
    public static FaultPlan Share(double share, int seed, int mostInARow, params Fault[] faults) => new((prompt, call) =>
    {
        if (call % (mostInARow + 1) == mostInARow) return Fault.None;
        ulong hash = Hash($"{seed}\n{call}\n{prompt}");
        double uniform = (hash >> 11) * (1.0 / (1UL << 53));
        return uniform < share ? faults[(int)(uniform / share * faults.Length)] : Fault.None;
    });

    internal static ulong Hash(string text) => BitConverter.ToUInt64(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
