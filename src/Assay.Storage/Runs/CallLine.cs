using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Storage.Responses;

namespace Assay.Storage.Runs;

/// <summary>A line of <c>calls.jsonl</c>.</summary>
internal sealed record CallLine
{
    public required string Item { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Model { get; init; }

    public PresentationOrder? Order { get; init; }

    public required bool FromStore { get; init; }

    public required RequestLine Request { get; init; }

    public ResponseLine? Response { get; init; }

    public FailureLine? Failure { get; init; }

    public static CallLine Of(CallRecord record) => new()
    {
        Item = record.Item.ToString(),
        Key = record.Key.Id,
        At = record.At,
        Model = record.Model,
        Order = record.Order,
        FromStore = record.IsFromStore,
        Request = RequestLine.Of(record.Request),
        Response = record.Response is { } response ? ResponseLine.Of(response) : null,
        Failure = record.Failure is { } failure ? new FailureLine(failure.Failure, failure.Message, failure.StatusCode, failure.Attempts) : null,
    };

    public CallRecord ToRecord() => new()
    {
        Item = ItemId.TryParse(Item, out ItemId item) ? item : throw new InputException($"\"{Files.InputErrors.Quote(Item)}\" is no item's identity."),
        Key = new ResponseKey(Key),
        At = At,
        Model = Model,
        Order = Order,
        IsFromStore = FromStore,
        Request = Request.ToRequest(),
        Response = Response?.ToResponse(),
        Failure = Failure is { } failure ? new CallFailure(failure.Kind, failure.Message, failure.Status, failure.Attempts) : null,
    };
}

/// <summary>What was asked.</summary>
internal sealed record RequestLine
{
    public required string Endpoint { get; init; }

    public required string Model { get; init; }

    public required ModelKind Kind { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Parameters { get; init; }

    public required MessageLine[] Messages { get; init; }

    public FormatLine? ResponseFormat { get; init; }

    public int? Logprobs { get; init; }

    public required int Repeat { get; init; }

    public static RequestLine Of(ModelRequest request) => new()
    {
        Endpoint = request.Endpoint,
        Model = request.Model,
        Kind = request.Kind,
        Parameters = request.Parameters.Values,
        Messages = [.. request.Messages.Select(static message => new MessageLine(message.Role, message.Text))],
        ResponseFormat = request.ResponseFormat is { } format ? new FormatLine(format.Name, format.Schema) : null,
        Logprobs = request.LogProbabilities?.Top,
        Repeat = request.Repeat,
    };

    public ModelRequest ToRequest() => new()
    {
        Endpoint = Endpoint,
        Model = Model,
        Kind = Kind,
        Parameters = ParametersOf(Parameters),
        Messages = [.. Messages.Select(static message => new PromptMessage(message.Role, message.Text))],
        ResponseFormat = ResponseFormat is { } format ? new ResponseFormat(format.Name, format.Schema) : null,
        LogProbabilities = Logprobs is { } top ? new LogProbabilityRequest(top) : null,
        Repeat = Repeat,
    };

    public static ModelParameters ParametersOf(IReadOnlyDictionary<string, JsonElement> values) =>
        values.Aggregate(ModelParameters.Empty, static (parameters, member) => parameters.With(member.Key, member.Value));
}

/// <summary>A message of a prompt.</summary>
internal sealed record MessageLine(string Role, string Text);

/// <summary>The JSON an answer must be.</summary>
internal sealed record FormatLine(string Name, JsonElement? Schema);

/// <summary>Why a call failed.</summary>
internal sealed record FailureLine(ModelFailure Kind, string Message, int? Status, int Attempts);
