using Assay.Core.Errors;

namespace Assay.Storage.Configuration;

/// <summary>Reads the families of models from <c>assay.yaml</c>: under <c>families</c>, the family of each model and judge by its name.</summary>
public static class FamilyFile
{
    /// <summary>The families of a file, by name of model or judge; empty where it names none.</summary>
    /// <exception cref="InputException">The file cannot be read, or something in it is wrong; names the file and the line.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path) =>
        YamlFile.Read(path).Allow("the file", ModelFile.TopNames).Pairs("families").ToDictionary(StringComparer.Ordinal);
}
