using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Assay.TestServer;

/// <summary>A call as it came over the wire.</summary>
/// <param name="PathAndQuery">What was asked for.</param>
/// <param name="Headers">Its headers by name, in lower case.</param>
/// <param name="Body">Its body.</param>
public sealed record ReceivedCall(string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body)
{
    internal static ReceivedCall Of(HttpRequest request, JsonElement body) => new(
        $"{request.Path}{request.QueryString}",
        request.Headers.ToDictionary(static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString()),
        body.GetRawText());
}
