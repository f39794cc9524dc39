using Assay.Core.Errors;
using Assay.Models.NGrams;
using Assay.Storage.Files;

namespace Assay.Cli.Models;

/// <summary>N-gram models as files.</summary>
internal static class NGramModels
{
    /// <summary>The model of a file that <c>assay lm train</c> wrote.</summary>
    /// <exception cref="InputException">There is no such file, or it is no model.</exception>
    public static NGramModel Load(string path) => InputFile.Read(path, stream => NGramModelFile.Read(stream, path));

    /// <summary>Writes a model whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(NGramModel model, string path) => WholeFile.Write(path, stream => NGramModelFile.Write(model, stream));
}
