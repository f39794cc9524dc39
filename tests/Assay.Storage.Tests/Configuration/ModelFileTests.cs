using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Storage.Configuration;

namespace Assay.Storage.Tests.Configuration;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_that_can_be_said_of_a_model_is_read()
    {
        ModelSpecification model = Read("""
            # our models
            models:
              judge:
                endpoint: https://models.example/v1
                model: m-1
                kind: completions
                api_key_env: EXAMPLE_KEY
                parameters: { temperature: 0.5, max_tokens: 300, stop: ["\n", null], seed: 9007199254740993, flag: true, text: "1" }
                price: { input: 2.50, cached_input: 1.25, output: 10 }
                limits: { requests_per_minute: 500, tokens_per_minute: 100000, concurrency: 8 }
                strip_thinking: true
                headers: { X-Team: a, Authorization: "Bearer ${EXAMPLE_KEY}" }
                query: { api-version: "2024-10-21" }
                timeout_seconds: 90.5
            """)["judge"];
        ModelSpecification expected = new()
        {
            Name = "judge",
            Endpoint = new Uri("https://models.example/v1"),
            Model = "m-1",
            Kind = ModelKind.Completions,
            ApiKeyVariable = "EXAMPLE_KEY",
            Parameters = ModelParameters.Parse("""{"temperature":0.5,"max_tokens":300,"stop":["\n",null],"seed":9007199254740993,"flag":true,"text":"1"}"""),
            Price = new ModelPrice(2.50m, 10m, 1.25m),
            Limits = new ModelLimits { RequestsPerMinute = 500, TokensPerMinute = 100_000, Concurrency = 8 },
            StripThinking = true,
            Timeout = TimeSpan.FromSeconds(90.5),
        };
        expected = expected with
        {
            Headers = expected.Headers.Add("X-Team", "a").Add("Authorization", "Bearer ${EXAMPLE_KEY}"),
            Query = expected.Query.Add("api-version", "2024-10-21"),
        };
        Assert.Equal(Shape.Of(expected), Shape.Of(model));
    }

    [Fact]
    public void A_model_needs_its_endpoint_alone()
    {
        ModelSpecification model = Read("models:\n  llama3.1:8b:\n    endpoint: http://localhost:11434/v1\n")["llama3.1:8b"];
        Assert.Equal(
            Shape.Of(new ModelSpecification { Name = "llama3.1:8b", Model = "llama3.1:8b", Endpoint = new Uri("http://localhost:11434/v1") }), Shape.Of(model));
    }

    [Theory]
    [InlineData("enpoint: http://x", 3, "unknown name \"enpoint\" in a model; did you mean 'endpoint'?")]
    [InlineData("endpoint: http://x\n    tempratur: 1", 4, "unknown name \"tempratur\" in a model; a model may have endpoint, model,")]
    [InlineData("endpoint: http://x\n    limits: { concurency: 3 }", 4, "unknown name \"concurency\" in limits; did you mean 'concurrency'?")]
    [InlineData("endpoint: http://x\n    price: { input: 1, outptu: 2 }", 4, "unknown name \"outptu\" in a price; did you mean 'output'?")]
    [InlineData("endpoint: http://x\n    price: { input: 1 }", 4, "a price needs \"output\"")]
    [InlineData("endpoint: http://x\n    price:\n      input: -1\n      output: 2", 5, "\"input\" must be a number of US dollars that is not negative.")]
    [InlineData("endpoint: http://x\n    limits: { concurrency: 0 }", 4, "\"concurrency\" must be a whole number of at least 1.")]
    [InlineData("endpoint: http://x\n    strip_thinking: yes", 4, "\"strip_thinking\" must be true or false.")]
    [InlineData("endpoint: http://x\n    kind: chatt", 4, "\"kind\" must be chat or completions, not \"chatt\"; did you mean 'chat'?")]
    [InlineData("endpoint: http://x\n    timeout_seconds: soon", 4, "\"timeout_seconds\" must be a number from 0.001 to 86400.")]
    [InlineData("endpoint: http://x\n    parameters: [1]", 4, "\"parameters\" must be a mapping, of names and values.")]
    [InlineData("endpoint: http://x\n    parameters: { top_p: .nan }", 4, "this number is not finite")]
    [InlineData("model: m", 3, "a model needs \"endpoint\"; add it.")]
    [InlineData("endpoint: localhost:8000", 3, "\"endpoint\" must be an http or https address")]
    [InlineData("endpoint: ftp://x", 3, "\"endpoint\" must be an http or https address")]
    [InlineData("endpoint: http://x/v1?a=b", 3, "\"endpoint\" must end before ? or #; put parameters under \"query\".")]
    [InlineData("endpoint: http://x\n    endpoint: http://y", 4, "a name is given twice; remove one of them.")]
    [InlineData("endpoint: http://x\n   model: m", 4, "this is not YAML;")]
    [InlineData("endpoint: [", 4, "this is not YAML;")]
    [InlineData("endpoint: *other", 3, "aliases (*other) are not supported; write the value out.")]
    public void What_is_wrong_is_told_with_file_line_and_the_nearest_name(string model, int line, string expected)
    {
        string error = ErrorOf($"models:\n  a:\n    {model}\n");
        Assert.StartsWith($"{_folder.PathOf("assay.yaml")}, line {line}: {expected}", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api_key: sk-s3cret", 4)]
    [InlineData("key: sk-s3cret", 4)]
    [InlineData("Authorization: Bearer sk-s3cret", 4)]
    [InlineData("headers: { Authorization: Bearer sk-s3cret }", 4)]
    [InlineData("headers:\n      api-key: sk-s3cret", 5)]
    [InlineData("headers:\n      X-Auth-Token: 'x${KEY}sk-s3cret'", 5)]
    [InlineData("query: { subscription-key: sk-s3cret }", 4)]
    [InlineData("parameters: { api_key: sk-s3cret }", 4)]
    public void A_key_written_out_is_refused_by_its_place_and_never_repeated(string field, int line)
    {
        string error = ErrorOf($"models:\n  a:\n    endpoint: http://x\n    {field}\n");
        Assert.StartsWith($"{_folder.PathOf("assay.yaml")}, line {line}: ", error, StringComparison.Ordinal);
        Assert.Contains("api_key_env", error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api_key_env: sk-s3cret")]
    [InlineData("api_key_env: s3cret.x")]
    [InlineData("endpoint: https://me:s3cret@x/v1")]
    [InlineData("endpoint: https://x/v1?key=s3cret")]
    public void A_key_in_the_wrong_place_is_not_repeated(string field)
    {
        string error = ErrorOf($"models:\n  a:\n    {(field.StartsWith("endpoint", StringComparison.Ordinal) ? "" : "endpoint: http://x\n    ")}{field}\n");
        Assert.DoesNotContain("s3cret", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("max_tokens")]
    [InlineData("max_completion_tokens")]
    public void A_number_of_tokens_is_no_secret(string name) =>
        Assert.Equal(5, Read($"models:\n  a:\n    endpoint: http://x\n    parameters: {{ {name}: 5 }}\n")["a"].Parameters.WholeNumber(name));

    [Theory]
    [InlineData("", "is empty; see docs/models.md")]
    [InlineData("- a", "must be one YAML mapping")]
    [InlineData("modles:\n  a: b", ", line 1: unknown name \"modles\" in the file; did you mean 'models'?")]
    [InlineData("models:", ", line 1: \"models\" is missing or empty")]
    [InlineData("models:\n  a:", ", line 2: the model \"a\" says nothing; give it an endpoint.")]
    public void A_file_that_is_no_list_of_models_is_told(string yaml, string expected) => Assert.Contains(expected, ErrorOf(yaml), StringComparison.Ordinal);

    [Fact]
    public void A_file_of_brackets_is_an_error_and_no_crash() =>
        Assert.Contains("nested more than 64 deep", ErrorOf(new string('[', 100_000)), StringComparison.Ordinal);

    [Fact]
    public void A_file_in_latin1_is_named()
    {
        string path = _folder.Write("assay.yaml", [0x6d, 0xe9]);
        Assert.Equal($"{path} is not valid UTF-8; save the file in UTF-8.", Assert.Throws<InputException>(() => ModelFile.Read(path)).Message);
    }

    private IReadOnlyDictionary<string, ModelSpecification> Read(string yaml) => ModelFile.Read(_folder.Write("assay.yaml", yaml));

    private string ErrorOf(string yaml) => Assert.Throws<InputException>(() => Read(yaml)).Message;
}
