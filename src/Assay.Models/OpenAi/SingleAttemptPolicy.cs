using System.ClientModel.Primitives;

namespace Assay.Models.OpenAi;

/// <summary>In place of the package's own retries: sends once. Trying again belongs to the pipeline, which counts attempts and what they cost.</summary>
internal sealed class SingleAttemptPolicy : PipelinePolicy
{
    /// <inheritdoc/>
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessNext(message, pipeline, currentIndex);

    /// <inheritdoc/>
    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessNextAsync(message, pipeline, currentIndex);
}
