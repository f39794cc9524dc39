using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Models.OpenAi;
using Assay.Models.Pipeline;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.OpenAi;

public sealed class CertificateTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_refused_in_one_sentence()
    {
        using X509Certificate2 certificate = SelfSigned();
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Certificate = certificate });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Equal(ModelFailure.Certificate, error.Failure);
        Assert.Contains("SSL_CERT_FILE", error.Message);
        Assert.False(error.IsWorthRetrying);
    }

    [Fact]
    public async Task The_authorities_of_SSL_CERT_FILE_are_trusted()
    {
        using X509Certificate2 certificate = SelfSigned();
        await File.WriteAllTextAsync(_file, certificate.ExportCertificatePem());
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Certificate = certificate });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options(environment: name => name == "SSL_CERT_FILE" ? _file : null));

        Assert.NotEmpty((await client.AskAsync("q")).Text);
    }

    [Fact]
    public void A_certificate_file_that_is_not_there_is_named()
    {
        ModelSpecification model = new() { Name = "m", Endpoint = new Uri("https://model.example/v1"), Model = "m" };

        ModelPipelineOptions options = Calls.Options(environment: static name => name == "SSL_CERT_FILE" ? "/no/such.pem" : null);

        InputException error = Assert.Throws<InputException>(() => ModelPipeline.Create(model, options));

        Assert.Contains("/no/such.pem", error.Message);
    }

    [Theory]
    [InlineData("https://model.example/v1", true)]
    [InlineData("http://localhost:8000/v1", false)]
    [InlineData("http://127.0.0.1:11434/v1", false)]
    public void The_proxy_of_the_environment_is_used_except_for_this_machine(string endpoint, bool usesProxy)
    {
        using SocketsHttpHandler handler = HttpTransport.CreateHandler(new Uri(endpoint), static _ => null);

        // No proxy of its own: the runtime's default is the one of the environment's variables.
        Assert.Equal((usesProxy, (IWebProxy?)null), (handler.UseProxy, handler.Proxy));
    }

    private static X509Certificate2 SelfSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
