using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Assay.Core.Errors;

namespace Assay.Models.OpenAi;

/// <summary>
/// The connection to an endpoint. Proxies come from <c>HTTP_PROXY</c>, <c>HTTPS_PROXY</c>, <c>ALL_PROXY</c> and <c>NO_PROXY</c> as the runtime reads them,
/// except that
/// this machine itself is never asked through a proxy. <c>SSL_CERT_FILE</c> names a PEM file of the authorities to trust.
/// </summary>
internal static class HttpTransport
{
    private const string CertificateVariable = "SSL_CERT_FILE";

    /// <summary>A client for one endpoint; whoever asked for it disposes of it.</summary>
    /// <exception cref="InputException">The certificate file cannot be read.</exception>
    public static HttpClient Create(Uri endpoint, Func<string, string?> environment) =>
        new(CreateHandler(endpoint, environment), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    internal static SocketsHttpHandler CreateHandler(Uri endpoint, Func<string, string?> environment)
    {
        SocketsHttpHandler handler = new()
        {
            UseProxy = !endpoint.IsLoopback,
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        if (endpoint.Scheme == Uri.UriSchemeHttps && environment(CertificateVariable) is { Length: > 0 } file)
            handler.SslOptions.CertificateChainPolicy = Trusting(file);
        return handler;
    }

    private static X509ChainPolicy Trusting(string file)
    {
        X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InputException($"{CertificateVariable} names {file}, which cannot be read as certificates in PEM; correct or unset it.", error);
        }
        return policy;
    }
}
