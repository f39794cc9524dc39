using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Core.Tests.Responses;

public sealed class ResponseKeyTests
{
    private static readonly ModelRequest Request = new()
    {
        Endpoint = "https://api.example/v1",
        Model = "m",
        Kind = ModelKind.Chat,
        Parameters = ModelParameters.Parse("""{"temperature": 0.0, "max_tokens": 1}"""),
        Messages = [new PromptMessage("user", "Which is \"better\"?\n\u00e9\u0001")],
        LogProbabilities = new LogProbabilityRequest(5),
    };

    [Fact]
    public void A_key_is_the_hash_of_canonical_json_that_anybody_can_write()
    {
        const string canonical = """
            {"endpoint":"https://api.example/v1","kind":"chat","logprobs":5,"messages":[{"role":"user","text":"Which is \"better\"?\né\u0001"}],"model":"m",
            """ + """
            "parameters":{"max_tokens":1,"temperature":0},"repeat":0,"response_format":null,"version":1}
            """;

        Assert.Equal(canonical, ResponseKey.CanonicalText(Request));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))), ResponseKey.Of(Request).Id);
    }

    public static TheoryData<string, ModelRequest> Changes => new()
    {
        { "endpoint", Request with { Endpoint = "https://api.example/v2" } },
        { "kind", Request with { Kind = ModelKind.Completions } },
        { "logprobs", Request with { LogProbabilities = null } },
        { "logprobs", Request with { LogProbabilities = new LogProbabilityRequest(0) } },
        { "messages", Request with { Messages = [new PromptMessage("system", Request.Messages[0].Text)] } },
        { "messages", Request with { Messages = [Request.Messages[0], new PromptMessage("user", "")] } },
        { "model", Request with { Model = "M" } },
        { "parameters", Request with { Parameters = Request.Parameters.With("temperature", 1e-9) } },
        { "parameters", Request with { Parameters = ModelParameters.Empty } },
        { "repeat", Request with { Repeat = 1 } },
        { "response_format", Request with { ResponseFormat = new ResponseFormat("verdict", null) } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_part_of_a_request_changes_its_key_and_is_named(string part, ModelRequest changed)
    {
        Assert.NotEqual(ResponseKey.Of(Request), ResponseKey.Of(changed));
        Assert.Equal([part], Request.Parts.Except(changed.Parts).Select(static difference => difference.Key));
    }

    [Fact]
    public void The_order_and_the_writing_of_parameters_do_not_matter()
    {
        ModelRequest same = Request with { Parameters = ModelParameters.Parse("""{"max_tokens": 1.0, "temperature": 0e5}""") };

        Assert.Equal(ResponseKey.Of(Request), ResponseKey.Of(same));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.0", "1")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1e3", "1000")]
    [InlineData("0.10", "0.1")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("1e300", "1E+300")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("""{"b": [2, {"z": 1, "a": 2}], "a": "\u00e9\ud83d\ude00\/"}""", """{"a":"é😀/","b":[2,{"a":2,"z":1}]}""")]
    public void A_parameter_is_written_in_one_way(string written, string canonical) =>
        Assert.Equal($"{{\"p\":{canonical}}}", ModelParameters.Parse($"{{\"p\": {written}}}").ToString());

    [Fact]
    public void A_parameter_given_twice_inside_another_is_refused() =>
        Assert.Throws<ArgumentException>(() => ModelParameters.Parse("""{"p": {"a": 1, "a": 2}}""").ToString());

    [Fact]
    public void A_number_beyond_doubles_is_refused() => Assert.Throws<ArgumentException>(() => ModelParameters.Parse("""{"p": 1e999}""").ToString());

    [Fact]
    public void A_schema_is_part_of_the_key_by_its_value()
    {
        ModelRequest first = Request with { ResponseFormat = new ResponseFormat("v", Json("""{"type": "object", "required": ["a"]}""")) };
        ModelRequest same = Request with { ResponseFormat = new ResponseFormat("v", Json("""{"required": ["a"], "type": "object"}""")) };
        ModelRequest other = Request with { ResponseFormat = new ResponseFormat("v", Json("""{"type": "object", "required": ["b"]}""")) };

        Assert.Equal(ResponseKey.Of(first), ResponseKey.Of(same));
        Assert.NotEqual(ResponseKey.Of(first), ResponseKey.Of(other));
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
