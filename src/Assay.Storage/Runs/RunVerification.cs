using Assay.Core.Errors;

namespace Assay.Storage.Runs;

/// <summary>Something that is not as it should be in a run folder.</summary>
/// <param name="File">The file's name in the folder.</param>
/// <param name="Line">The line, from 1; null where it is the file as a whole.</param>
/// <param name="Text">What, one sentence.</param>
public sealed record RunFinding(string File, long? Line, string Text);

/// <summary>What verifying a run gave.</summary>
/// <param name="Findings">Everything found wrong, in the order of the files; empty: the run is consistent.</param>
/// <param name="Calls">Whole lines of calls.</param>
/// <param name="Items">Items that have ended.</param>
/// <param name="Outputs">Outputs that were generated.</param>
/// <param name="Instances">Instances of scenarios that have ended, each for every model and repeat.</param>
public sealed record RunVerification(IReadOnlyList<RunFinding> Findings, long Calls, long Items, long Outputs, long Instances)
{
    /// <summary>
    /// Reads a whole run and proves it consistent: every line is a record, the indices agree with the logs, keys and identities are what they are the hash of,
    /// verdicts name calls that are there, and <c>annotations.json</c>, where it is, has as many rows as there are items.
    /// </summary>
    /// <param name="folder">The run; nothing in it is changed.</param>
    /// <param name="cancellation">Stops between lines.</param>
    /// <exception cref="InputException">There is no run, it is of a newer version, or a file cannot be read.</exception>
    public static RunVerification Of(string folder, CancellationToken cancellation)
    {
        RunFiles.ReadDescription(folder);
        RunVerifier verifier = new(folder, cancellation);
        return verifier.Verify();
    }
}
