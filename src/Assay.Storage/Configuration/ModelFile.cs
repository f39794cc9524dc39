using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Storage.Files;

namespace Assay.Storage.Configuration;

/// <summary>
/// Reads <c>assay.yaml</c>: under <c>models</c>, each model by the name the user gives it. Keys are never in it, only names of environment variables; a key
/// that is written out is refused with a sentence that does not repeat it.
/// </summary>
public static partial class ModelFile
{
    /// <summary>The file looked for in the working folder.</summary>
    public const string DefaultName = "assay.yaml";

    /// <summary>What may stand at the top of the file.</summary>
    internal static readonly string[] TopNames = ["models", "families"];

    private const double MostTimeoutSeconds = 86_400;

    private static readonly string[] Fields =
    [
        "endpoint", "model", "kind", "api_key_env", "parameters", "price", "limits", "strip_thinking", "headers", "query", "timeout_seconds",
    ];

    private static readonly string[] KeyFields = ["api_key", "apikey", "api-key", "key", "token", "authorization", "Authorization", "secret", "password"];

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName { get; }

    /// <summary>The models of a file, by name.</summary>
    /// <exception cref="InputException">The file cannot be read, or something in it is wrong; names the file and the line, and the nearest name for an unknown
    /// one.</exception>
    public static IReadOnlyDictionary<string, ModelSpecification> Read(string path)
    {
        YamlMap file = YamlFile.Read(path).Allow("the file", TopNames);
        YamlMap models = file.Map("models") ?? throw file.ErrorAt("models", "\"models\" is missing or empty; name at least one model under it");
        return models.Names.ToDictionary(static name => name, name => ReadModel(name, models), StringComparer.Ordinal);
    }

    private static ModelSpecification ReadModel(string name, YamlMap models)
    {
        YamlMap map = models.Map(name) ?? throw models.ErrorAt(name, $"the model \"{InputErrors.Quote(name)}\" says nothing; give it an endpoint");
        foreach (string field in map.Names.Where(static field => KeyFields.Contains(field, StringComparer.Ordinal))) throw map.Secret(field);
        map.Allow("a model", Fields);
        ModelSpecification model = new()
        {
            Name = name,
            Endpoint = Endpoint(map),
            Model = map.Text("model") is { Length: > 0 } known ? known : name,
            Kind = map.Word("kind", "chat", "completions") == "completions" ? ModelKind.Completions : ModelKind.Chat,
            ApiKeyVariable = KeyVariable(map),
            Parameters = map.Parameters("parameters"),
            Price = Price(map),
            Limits = Limits(map),
            StripThinking = map.Flag("strip_thinking") ?? false,
            Timeout = map.Number("timeout_seconds", 0.001, MostTimeoutSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        return model with { Headers = model.Headers.SetItems(map.Pairs("headers")), Query = model.Query.SetItems(map.Pairs("query")) };
    }

    private static Uri Endpoint(YamlMap map)
    {
        string text = map.RequiredText("endpoint", "a model");
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint) || endpoint.Scheme is not ("http" or "https") || endpoint.Host.Length == 0)
        {
            throw map.ErrorAt("endpoint", "\"endpoint\" must be an http or https address such as https://api.openai.com/v1");
        }
        if (endpoint.UserInfo.Length > 0) throw map.ErrorAt("endpoint", "\"endpoint\" must not hold a user name or password; name a variable in api_key_env");
        if (endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            throw map.ErrorAt("endpoint", "\"endpoint\" must end before ? or #; put parameters under \"query\"");
        }
        return endpoint;
    }

    // Somebody who puts the key itself here must not find it in the error either.
    private static string? KeyVariable(YamlMap map)
    {
        if (map.Text("api_key_env") is not { } name) return null;
        if (VariableName.IsMatch(name)) return name;
        throw map.ErrorAt("api_key_env", "\"api_key_env\" must be the name of an environment variable (letters, digits and _), not the key itself");
    }

    private static ModelPrice? Price(YamlMap model)
    {
        if (model.Map("price") is not { } map) return null;
        map.Allow("a price", "input", "cached_input", "output");
        decimal input = map.Money("input") ?? throw map.ErrorAt("input", "a price needs \"input\", in US dollars per million tokens");
        decimal output = map.Money("output") ?? throw map.ErrorAt("output", "a price needs \"output\", in US dollars per million tokens");
        return new ModelPrice(input, output, map.Money("cached_input"));
    }

    private static ModelLimits Limits(YamlMap model)
    {
        if (model.Map("limits") is not { } map) return ModelLimits.None;
        map.Allow("limits", "requests_per_minute", "tokens_per_minute", "concurrency");
        return new ModelLimits
        {
            RequestsPerMinute = map.Whole("requests_per_minute", 1, int.MaxValue),
            TokensPerMinute = map.Whole("tokens_per_minute", 1, int.MaxValue),
            Concurrency = map.Whole("concurrency", 1, int.MaxValue),
        };
    }
}
