using Assay.Core.Errors;
using Assay.Core.Runs;
using Assay.Storage.Json;
using Assay.Storage.Runs;

namespace Assay.Storage.Outputs;

/// <summary>Writes the outputs of a generating run as AlpacaEval's <c>model_outputs.json</c>.</summary>
public static class ModelOutputWriter
{
    /// <summary>Writes all outputs there are, in the order of their identities; one that failed has none and is left out. Whole or not at all.</summary>
    /// <param name="path">The file, replaced if it is there.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Stops; the file then keeps its content.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="InputException">The system refuses, or the run's log cannot be read.</exception>
    public static int Write(string path, RunFolder run, CancellationToken cancellation) => JsonArrayFile.Write(
        path,
        run.ReadOutputsByIdentityAsync(cancellation).ToBlockingEnumerable(cancellation)
            .Where(static output => output.Output is not null).Select(ModelOutputLine.Of),
        StorageJson.Lines.ModelOutputLine,
        cancellation);
}

/// <summary>A row of <c>model_outputs.json</c>.</summary>
internal sealed record ModelOutputLine(
    string? Dataset, string Instruction, string Output, string Generator, GenerationOutcome Outcome, string? Reason, int? ReplacedSurrogates)
{
    public static ModelOutputLine Of(GeneratedOutput output)
    {
        int replaced = output.Instruction.ReplacedSurrogates + output.ReplacedSurrogates;
        return new ModelOutputLine(
            output.Instruction.Dataset, output.Instruction.Instruction, output.Output!, output.Generator, output.Outcome, output.Reason, replaced > 0 ? replaced : null);
    }
}
