using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Assay.TestSupport;

/// <summary>
/// Compares a text with the file <c>Approved/CLASS.TEST.EXTENSION</c> beside the test. Where they differ the new text is left in a
/// <c>.received</c> file, which is to be read, and moved over the approved one if it is right. Line ends do not matter.
/// </summary>
public static class Approved
{
    /// <summary>Fails unless <paramref name="actual"/> is the approved text.</summary>
    /// <param name="actual">The text to compare.</param>
    /// <param name="extension">Extension of the approved file, without the dot.</param>
    /// <param name="testFile">Path of the calling test's file.</param>
    /// <param name="test">Name of the calling test.</param>
    /// <param name="variant">Tells the cases of one theory apart; part of the file's name.</param>
    public static void Verify(
        string actual, string extension = "txt", string? variant = null, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        string name = $"{Path.GetFileNameWithoutExtension(testFile)}.{test}{(variant is null ? "" : "." + variant)}";
        string folder = Path.Combine(Path.GetDirectoryName(SourceFile(testFile))!, "Approved");
        string approvedPath = Path.Combine(folder, $"{name}.{extension}");
        string receivedPath = Path.Combine(folder, $"{name}.received.{extension}");
        string received = Normalise(actual);
        string? approved = File.Exists(approvedPath) ? Normalise(File.ReadAllText(approvedPath)) : null;
        if (string.Equals(received, approved, StringComparison.Ordinal))
        {
            File.Delete(receivedPath);
            return;
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(receivedPath, received);
        string difference = approved is null ? "There is no approved text yet." : FirstDifference(approved, received);
        throw new XunitException(
            $"{difference}\nIf the new text is right: mv '{receivedPath}' '{approvedPath}'\nTo compare: diff '{approvedPath}' '{receivedPath}'");
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n");

    private static string FirstDifference(string approved, string received)
    {
        string[] before = approved.Split('\n');
        string[] after = received.Split('\n');
        int line = 0;
        while (line < before.Length && line < after.Length && string.Equals(before[line], after[line], StringComparison.Ordinal)) line++;
        return $"Line {line + 1} differs.\napproved: {before.ElementAtOrDefault(line) ?? "(end)"}\nreceived: {after.ElementAtOrDefault(line) ?? "(end)"}";
    }

    // A deterministic build writes the checkout's root as "/_/" into the paths that the compiler hands to the caller.
    internal static string SourceFile(string testFile) =>
        testFile.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(SharedData.RepositoryRoot, testFile[3..]) : testFile;
}
