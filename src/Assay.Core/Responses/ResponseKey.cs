using System.Security.Cryptography;
using System.Text.Json;
using Assay.Core.Models;

namespace Assay.Core.Responses;

/// <summary>
/// The identity of a model's answer: SHA-256 of the canonical JSON of all that decides it. <see cref="Version"/> changes whenever the same request would get
/// another key, so an old store is never misread.
/// </summary>
/// <param name="Id">64 lower-case hexadecimal digits.</param>
public readonly record struct ResponseKey(string Id)
{
    /// <summary>Version of what is in a key and how it is written.</summary>
    public const int Version = 1;

    /// <summary>The key of a request.</summary>
    public static ResponseKey Of(ModelRequest request)
    {
        using CanonicalJson json = Write(request);
        return new ResponseKey(Convert.ToHexStringLower(SHA256.HashData(json.Utf8)));
    }

    /// <summary>What the key is the hash of.</summary>
    public static string CanonicalText(ModelRequest request)
    {
        using CanonicalJson json = Write(request);
        return json.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Id;

    internal static IEnumerable<KeyValuePair<string, string>> PartsOf(ModelRequest request)
    {
        foreach ((string name, Action<CanonicalJson> write) in Members(request))
        {
            using CanonicalJson json = new();
            write(json);
            yield return KeyValuePair.Create(name, json.ToString());
        }
    }

    private static CanonicalJson Write(ModelRequest request)
    {
        CanonicalJson json = new();
        json.WriteObject(Members(request));
        return json;
    }

    // In ordinal order of the names, as canonical JSON wants. Absent parts are null, so that every key has the same members.
    private static (string Name, Action<CanonicalJson> Write)[] Members(ModelRequest request) =>
    [
        ("endpoint", json => json.Write(request.Endpoint)),
        ("kind", json => json.Write(request.Kind == ModelKind.Chat ? "chat" : "completions")),
        ("logprobs", json => { if (request.LogProbabilities is { } asked) json.Write(asked.Top); else json.WriteNull(); }),
        ("messages", json => json.WriteArray(request.Messages, static (inner, message) => inner.WriteObject(
        [
            ("role", member => member.Write(message.Role)),
            ("text", member => member.Write(message.Text)),
        ]))),
        ("model", json => json.Write(request.Model)),
        ("parameters", json => json.Write(request.Parameters)),
        ("repeat", json => json.Write(request.Repeat)),
        ("response_format", json => WriteFormat(json, request.ResponseFormat)),
        ("version", json => json.Write(Version)),
    ];

    private static void WriteFormat(CanonicalJson json, ResponseFormat? format)
    {
        if (format is null)
        {
            json.WriteNull();
            return;
        }
        json.WriteObject(
        [
            ("name", member => member.Write(format.Name)),
            ("schema", member => { if (format.Schema is JsonElement schema) member.Write(schema); else member.WriteNull(); }),
        ]);
    }
}
