using Assay.Core.Errors;
using Assay.Storage.Files;

namespace Assay.Storage.Texts;

/// <summary>Finds the files of training text among the files and folders that somebody names.</summary>
public static class CorpusSearch
{
    // Hidden files too: what is skipped silently would count as searched silently.
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    /// <summary>A file stands for itself; a folder for all files in it and in the folders below.</summary>
    /// <returns>The files in ordinal order, each once however many names or links lead to it.</returns>
    /// <exception cref="InputException">A path does not exist, a folder cannot be read, or one holds no file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            try
            {
                if (Directory.Exists(path)) AddFolder(path, found);
                else if (Path.Exists(path)) found.TryAdd(LinkTarget.Resolve(path), path);
                else throw new InputException($"{path} does not exist; check the path.");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new InputException(FileErrors.Reading(path, error), error);
            }
        }
        return [.. found.Values.Order(StringComparer.Ordinal)];
    }

    private static void AddFolder(string root, Dictionary<string, string> found)
    {
        bool isEmpty = true;
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<string> folders = new([root]);
        while (folders.TryPop(out string? folder))
        {
            if (!seen.Add(LinkTarget.Resolve(folder))) continue;
            foreach (string entry in Directory.GetFileSystemEntries(folder, "*", Everything).Order(StringComparer.Ordinal))
            {
                if (Directory.Exists(entry)) folders.Push(entry);
                else found.TryAdd(LinkTarget.Resolve(entry), entry);
                isEmpty &= Directory.Exists(entry);
            }
        }
        if (isEmpty) throw new InputException($"{root} holds no file; name a folder with training text.");
    }
}
