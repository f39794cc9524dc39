using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Storage.Configuration;

namespace Assay.Cli.Models;

/// <summary>A judge and all models it asks.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Models">Its models, by name in ordinal order; empty for controls.</param>
internal sealed record ReadyJudge(JudgeDefinition Judge, ImmutableArray<ModelSpecification> Models);

/// <summary>Turns the word after <c>--judge</c> into a judge with its models.</summary>
internal static class JudgeSource
{
    // No model can have this name: it marks the place of a model that the judge leaves open.
    private const string OpenPlace = "\0";

    /// <summary>The judge of this name, in this file, or in this folder of AlpacaEval's form.</summary>
    /// <param name="judge">What the user wrote.</param>
    /// <param name="modelName">The model for a judge that names none; null: the only one there is.</param>
    /// <param name="models">Where models come from.</param>
    /// <param name="cancellation">Stops looking for models.</param>
    /// <exception cref="InputException">There is no such judge or model, or something in a file is wrong.</exception>
    public static async Task<ReadyJudge> ResolveAsync(string judge, string? modelName, ModelSource models, CancellationToken cancellation)
    {
        if (EvaluatorFolder.IsEvaluator(judge)) return await ImportAsync(judge, modelName, models, cancellation);
        JudgeDefinition definition = JudgeFile.Read(judge, modelName ?? OpenPlace);
        if (modelName is not null && !definition.ModelNames.Contains(modelName))
        {
            throw new InputException(definition is ControlJudge
                ? $"--model {modelName} has no effect: the judge '{definition.Name}' asks no model; leave it out."
                : $"--model {modelName} has no effect: the judge '{definition.Name}' names its own ({string.Join(", ", definition.ModelNames)}); leave it out.");
        }
        if (definition.ModelNames.Contains(OpenPlace))
        {
            ModelSpecification only = await models.FindAsync(null, cancellation);
            definition = JudgeFile.Read(judge, only.Name);
        }
        List<ModelSpecification> found = [];
        foreach (string name in definition.ModelNames) found.Add(await models.FindAsync(name, cancellation));
        return new ReadyJudge(definition, [.. found]);
    }

    private static async Task<ReadyJudge> ImportAsync(string folder, string? modelName, ModelSource models, CancellationToken cancellation)
    {
        EvaluatorFolderContent content = EvaluatorFolder.Read(folder);
        if (modelName is not null) return new ReadyJudge(content.Judge with { Model = modelName }, [await models.FindAsync(modelName, cancellation)]);
        return new ReadyJudge(content.Judge, [.. content.ImpliedModels.Select(implied => models.Configured.GetValueOrDefault(implied.Name, implied))]);
    }
}
