using System.Runtime.CompilerServices;
using Xunit;

namespace Assay.TestSupport;

/// <summary>
/// Holds the code of a page and the code that a test compiles and runs together. In the test it stands between the comments <c>// NAME begins</c> and
/// <c>// NAME ends</c>; in the page, without the indentation, in a block of C#.
/// </summary>
public static class DocumentedCode
{
    /// <summary>Fails unless the page shows the code of the calling test's file, to the character.</summary>
    /// <param name="page">The page's path from the repository's root.</param>
    /// <param name="name">The name in the comments.</param>
    /// <param name="testFile">Path of the calling test's file.</param>
    public static void IsShownIn(string page, string name = "example", [CallerFilePath] string testFile = "")
    {
        string[] lines = Read(Approved.SourceFile(testFile)).Split('\n');
        int begin = Array.FindIndex(lines, line => line.Trim() == $"// {name} begins"), end = Array.FindIndex(lines, line => line.Trim() == $"// {name} ends");
        Assert.True(begin >= 0 && end > begin, $"{testFile} has no code between '// {name} begins' and '// {name} ends'.");
        int indentation = lines[begin].Length - lines[begin].TrimStart().Length;
        IEnumerable<string> code = lines[(begin + 1)..end].Select(line => line.Length > indentation ? line[indentation..] : "");
        Assert.Contains($"```csharp\n{string.Join('\n', code)}\n```", Read(Path.Combine(SharedData.RepositoryRoot, page)), StringComparison.Ordinal);
    }

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
