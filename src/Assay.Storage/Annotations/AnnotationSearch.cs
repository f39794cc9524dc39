using Assay.Core.Errors;
using Assay.Storage.Files;

namespace Assay.Storage.Annotations;

/// <summary>Finds the annotation files among the files and folders that somebody names.</summary>
public static class AnnotationSearch
{
    private const string RunSpecification = "run.json";

    // Links are followed and hidden folders entered: what is skipped silently would be missing from a ranking silently.
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = 0 };

    /// <summary>
    /// A file stands for itself, whatever its name. A folder is searched through and through for <c>annotations.json</c> and <c>*.jsonl</c>,
    /// plain or with <c>.gz</c>; a folder that holds a <c>run.json</c> is a run and gives only its own annotations.
    /// </summary>
    /// <returns>The files in ordinal order, each once however many names or links lead to it; empty if no path is given.</returns>
    /// <exception cref="InputException">A path does not exist, a folder cannot be read, or a folder holds no annotation file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            try
            {
                if (Directory.Exists(path)) AddFolder(path, found);
                else if (Path.Exists(path)) Add(path, found);
                else throw new InputException($"{path} does not exist; check the path.");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new InputException(FileErrors.Reading(path, error), error);
            }
        }
        return [.. found.Values.Order(StringComparer.Ordinal)];
    }

    private static void Add(string path, Dictionary<string, string> found) => found.TryAdd(LinkTarget.Resolve(path), path);

    private static void AddFolder(string root, Dictionary<string, string> found)
    {
        int files = 0;
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<string> folders = new([root]);
        while (folders.TryPop(out string? folder))
        {
            if (!seen.Add(LinkTarget.Resolve(folder))) continue;
            bool isRun = File.Exists(Path.Combine(folder, RunSpecification));
            foreach (string entry in Entries(folder))
            {
                string name = Path.GetFileName(entry);
                if (Directory.Exists(entry))
                {
                    if (!isRun) folders.Push(entry);
                }
                else if (isRun ? AnnotationFileNames.IsRunAnnotations(name) : AnnotationFileNames.IsAnnotations(name))
                {
                    Add(entry, found);
                    files++;
                }
            }
        }
        if (files > 0) return;
        if (File.Exists(Path.Combine(root, RunSpecification)))
        {
            throw new InputException(
                $"{root} is a run without annotations: annotations.json or annotations.jsonl, plain or .gz, was looked for beside its run.json; "
                + "judge the run or name another folder.");
        }
        throw new InputException(
            $"{root} holds no annotation file: annotations.json or *.jsonl, plain or .gz, was looked for in it and in the folders below; "
            + "name a file or another folder.");
    }

    // Sorted, so that the name a file is found by first does not depend on the file system.
    private static string[] Entries(string folder)
    {
        try
        {
            string[] entries = Directory.GetFileSystemEntries(folder, "*", Everything);
            Array.Sort(entries, StringComparer.Ordinal);
            return entries;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(FileErrors.Reading(folder, error), error);
        }
    }
}
