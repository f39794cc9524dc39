using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Texts;
using Microsoft.Extensions.AI;

namespace Assay.Models.Requests;

/// <summary>Makes the request out of a model's specification and what a caller of <see cref="IChatClient"/> says.</summary>
internal static class RequestMapping
{
    private static readonly string[] Managed = ["messages", "model", "prompt", "stream", "stream_options"];

    /// <summary>Everything that decides the answer: the call's options over the model's parameters.</summary>
    /// <exception cref="InputException">A parameter is one that the request itself sets.</exception>
    /// <exception cref="NotSupportedException">The call has tools or content other than text.</exception>
    public static ModelRequest ToRequest(ModelSpecification model, IEnumerable<ChatMessage> messages, ChatOptions? options) => new()
    {
        Endpoint = EndpointName(model),
        Model = options?.ModelId ?? model.Model,
        Kind = model.Kind,
        Parameters = Checked(Parameters(model, options), model, options),
        Messages = Messages(messages, options?.Instructions),
        ResponseFormat = Format(options?.ResponseFormat),
        LogProbabilities = Property<LogProbabilityRequest>(options, LogProbabilityRequest.PropertyName),
        Repeat = options?.AdditionalProperties?.TryGetValue(ModelRequest.RepeatPropertyName, out int repeat) == true ? repeat : 0,
    };

    /// <summary>The endpoint's address with its query, names of variables in place of their values.</summary>
    public static string EndpointName(ModelSpecification model)
    {
        string address = model.Endpoint.AbsoluteUri.TrimEnd('/');
        string query = string.Join('&', model.Query.Select(static pair => $"{pair.Key}={pair.Value}"));
        return query.Length == 0 ? address : $"{address}?{query}";
    }

    private static ModelParameters Parameters(ModelSpecification model, ChatOptions? options)
    {
        ModelParameters parameters = model.Parameters;
        if (options is not null)
        {
            parameters = WithTyped(parameters, options);
            if (Property<ModelParameters>(options, ModelParameters.PropertyName) is { } call) parameters = parameters.With(call);
        }
        return parameters;
    }

    private static ModelParameters Checked(ModelParameters parameters, ModelSpecification model, ChatOptions? options)
    {
        IEnumerable<string> managed = Managed;
        if (Property<LogProbabilityRequest>(options, LogProbabilityRequest.PropertyName) is not null) managed = managed.Concat(["logprobs", "top_logprobs"]);
        if (options?.ResponseFormat is ChatResponseFormatJson) managed = managed.Append("response_format");
        if (managed.FirstOrDefault(parameters.Values.ContainsKey) is { } name)
            throw new InputException($"The model \"{model.Name}\" has the parameter \"{name}\", which every request sets by itself; take it out.");
        return parameters;
    }

    private static ModelParameters WithTyped(ModelParameters parameters, ChatOptions options)
    {
        if (options.Tools is { Count: > 0 }) throw new NotSupportedException("Tools are not supported: a measured answer is text.");
        // Newer models want max_completion_tokens; whoever set that name in the model's parameters has such a model.
        string maxTokens = parameters.Values.ContainsKey("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
        return parameters
            .WithKnown("temperature", options.Temperature)
            .WithKnown("top_p", options.TopP)
            .WithKnown("top_k", options.TopK)
            .WithKnown(maxTokens, options.MaxOutputTokens)
            .WithKnown("frequency_penalty", options.FrequencyPenalty)
            .WithKnown("presence_penalty", options.PresencePenalty)
            .WithKnown("seed", options.Seed)
            .WithKnown("stop", options.StopSequences is { Count: > 0 } stops ? stops.ToArray() : null);
    }

    private static ModelParameters WithKnown<T>(this ModelParameters parameters, string name, T value) =>
        value is null ? parameters : parameters.With(name, JsonSerializer.SerializeToElement(value));

    private static ImmutableArray<PromptMessage> Messages(IEnumerable<ChatMessage> messages, string? instructions)
    {
        ImmutableArray<PromptMessage>.Builder prompt = ImmutableArray.CreateBuilder<PromptMessage>();
        if (!string.IsNullOrEmpty(instructions)) prompt.Add(new PromptMessage("system", WellFormedText.Of(instructions, out _)));
        foreach (ChatMessage message in messages)
        {
            if (message.Contents.FirstOrDefault(content => content is not TextContent) is { } other)
                throw new NotSupportedException($"A message holds {other.GetType().Name}; only text can be sent.");
            prompt.Add(new PromptMessage(message.Role.Value, WellFormedText.Of(message.Text, out _)));
        }
        return prompt.DrainToImmutable();
    }

    private static ResponseFormat? Format(ChatResponseFormat? format) =>
        format is ChatResponseFormatJson json ? new ResponseFormat(json.SchemaName ?? "answer", json.Schema) : null;

    private static T? Property<T>(ChatOptions? options, string name) where T : class =>
        options?.AdditionalProperties?.TryGetValue(name, out T? value) == true ? value : null;
}
