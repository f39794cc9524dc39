using System.Collections.Immutable;
using System.Reflection;
using Assay.Cli.Output;
using Assay.Core.Errors;
using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Cli.Runs;

/// <summary>Begins a run, or goes on with the one that is there if it was asked the same.</summary>
internal static class RunStart
{
    /// <summary>This program's version, for <c>run.json</c>.</summary>
    public static string AssayVersion { get; } = typeof(RunStart).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The run in a folder to read; null where there is none.</summary>
    public static RunFolder? OpenToRead(string folder) => RunFiles.IsRun(folder) ? RunFolder.OpenToRead(folder) : null;

    /// <summary>Refuses a run that was asked something else.</summary>
    /// <exception cref="InputException">It was; says in which respect.</exception>
    public static void RefuseOther(RunDescription there, RunDescription asked, string folder)
    {
        ImmutableArray<string> differences = RunDifferences.Between(there, asked);
        if (differences.IsEmpty) return;
        throw new InputException($"{folder} was asked something else: {string.Join("; ", differences)}. Repeat its command to go on with it, or name another folder.");
    }

    /// <summary>Begins a run or goes on with it, and tells what had to be repaired.</summary>
    /// <exception cref="InputException">The run was asked something else, another process goes on with it, or the system refuses.</exception>
    public static RunFolder CreateOrGoOn(string folder, RunDescription asked, PeopleNotes notes)
    {
        if (!RunFiles.IsRun(folder)) return RunFolder.Create(folder, asked);
        RunFolder run = RunFolder.Open(folder);
        try
        {
            RefuseOther(run.Description, asked, folder);
        }
        catch
        {
            run.Dispose();
            throw;
        }
        foreach (string repair in run.Repairs) notes.Note(repair);
        return run;
    }
}
