using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

/// <summary>Certificates and proxies, through the whole command.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_one_sentence_and_exit_code_2()
    {
        using X509Certificate2 certificate = SelfSigned();
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Certificate = certificate });
        CommandRun run = await scene.Run(scene.WritePair(30));
        Assert.Equal((ExitCode.UsageOrInput, 0), (run.ExitCode, scene.Server.CallCount));
        string sentence = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.StartsWith($"assay: The certificate of judge-model at {scene.Server.Endpoint.Authority} is not trusted (", sentence, StringComparison.Ordinal);
        Assert.Contains("set SSL_CERT_FILE to a PEM file with its authority", sentence, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task With_its_authority_in_SSL_CERT_FILE_the_same_command_goes_on()
    {
        using X509Certificate2 certificate = SelfSigned();
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Certificate = certificate });
        string[] judge = scene.WritePair(5);
        Assert.Equal(ExitCode.UsageOrInput, (await RunProcess(scene, judge)).ExitCode);
        scene.Variables = scene.Variables.Add("SSL_CERT_FILE", scene.Write("authority.pem", certificate.ExportCertificatePem()));
        (int exitCode, string error) = await RunProcess(scene, judge);
        Assert.True(exitCode == ExitCode.Done, error);
        Assert.Equal(10, scene.Server.CallCount);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_TLS_is_said_to_be_so()
    {
        await using RunScene scene = await RunScene.StartAsync();
        scene.Write("assay.yaml", (await File.ReadAllTextAsync(scene.File("assay.yaml"))).Replace("http://", "https://", StringComparison.Ordinal));
        CommandRun run = await scene.Run(scene.WritePair(3));
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("defect", run.Error, StringComparison.Ordinal);
    }

    // The test server stands for the proxy: it is sent what is meant for a host that there is not, and answers in its place.
    [UnixFact]
    public async Task Calls_go_through_the_proxy_of_HTTP_PROXY()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = BehindProxy(scene);
        (int exitCode, string error) = await RunProcess(scene, judge);
        Assert.True(exitCode == ExitCode.Done, error);
        Assert.Equal(10, scene.Server.CallCount);
    }

    [UnixFact]
    public async Task A_host_of_NO_PROXY_is_asked_itself()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = BehindProxy(scene);
        scene.Variables = scene.Variables.Add("NO_PROXY", "model.invalid").Add("no_proxy", "model.invalid");
        (int exitCode, string error) = await RunProcess(scene, judge);
        Assert.Equal((ExitCode.UsageOrInput, 0), (exitCode, scene.Server.CallCount));
        Assert.Contains("judge-model at model.invalid cannot be reached", error, StringComparison.Ordinal);
    }

    private static string[] BehindProxy(RunScene scene)
    {
        string[] judge = scene.WritePair(5);
        scene.Write("assay.yaml", File.ReadAllText(scene.File("assay.yaml")).Replace(scene.Server.Endpoint.AbsoluteUri, "http://model.invalid/v1", StringComparison.Ordinal));
        string proxy = $"http://{scene.Server.Endpoint.Authority}";
        scene.Variables = scene.Variables.Add("HTTP_PROXY", proxy).Add("http_proxy", proxy);
        return judge;
    }

    private static async Task<(int ExitCode, string Error)> RunProcess(RunScene scene, string[] args)
    {
        using Process process = AssayProcess.StartIn(scene.Folder, scene.Variables, args);
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
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
