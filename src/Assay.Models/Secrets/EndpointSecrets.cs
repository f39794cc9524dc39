using Assay.Core.Errors;
using Assay.Core.Models;

namespace Assay.Models.Secrets;

/// <summary>What is sent to an endpoint besides the request and kept out of everything else: the key, headers and query with their variables put in.</summary>
internal sealed class EndpointSecrets
{
    private EndpointSecrets(
        string? key, IReadOnlyList<KeyValuePair<string, string>> headers, IReadOnlyList<KeyValuePair<string, string>> query, SecretText redaction)
    {
        Key = key;
        Headers = headers;
        Query = query;
        Redaction = redaction;
    }

    /// <summary>The key for <c>Authorization: Bearer</c>; null: that header is not sent.</summary>
    public string? Key { get; }

    /// <summary>Headers of every request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>Query parameters of every request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>Takes all of it out of texts.</summary>
    public SecretText Redaction { get; }

    /// <summary>Reads the variables a model names.</summary>
    /// <exception cref="InputException">One is not set.</exception>
    public static EndpointSecrets Read(ModelSpecification model, Func<string, string?> environment)
    {
        List<string> secrets = [];
        string? key = model.ApiKeyVariable is { } name ? EnvironmentText.Variable(name, $"The model \"{model.Name}\"", environment) : null;
        if (key is not null)
        {
            secrets.Add(key);
            if (key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                throw new InputException(
                    $"The environment variable {model.ApiKeyVariable} of the model \"{model.Name}\" holds characters no key has; set it to the key alone.");
            }
        }
        KeyValuePair<string, string>[] headers = [.. model.Headers.Select(pair => Expand("header", pair))];
        KeyValuePair<string, string>[] query = [.. model.Query.Select(pair => Expand("query", pair))];
        return new EndpointSecrets(key, headers, query, new SecretText(secrets));

        KeyValuePair<string, string> Expand(string kind, KeyValuePair<string, string> pair)
        {
            string owner = $"The {kind} \"{pair.Key}\" of the model \"{model.Name}\"";
            return KeyValuePair.Create(pair.Key, EnvironmentText.Expand(pair.Value, owner, environment, secrets));
        }
    }
}
