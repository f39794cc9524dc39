using System.Diagnostics;

namespace Assay.Cli.Tests.Support;

/// <summary>The built command as a process of its own.</summary>
internal static class AssayProcess
{
    /// <summary>The folder of the executable.</summary>
    public static string Folder => AppContext.BaseDirectory;

    /// <summary>Starts the command with its streams redirected.</summary>
    public static Process Start(params string[] args) => Launch(Path.Combine(Folder, OperatingSystem.IsWindows() ? "assay.exe" : "assay"), args);

    /// <summary>Runs another program to its end and gives its standard output; its standard error is that of the tests.</summary>
    public static async Task<string> RunOther(string program, params string[] args)
    {
        using Process process = Launch(program, args);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await error}");
        return output;
    }

    private static Process Launch(string program, string[] args)
    {
        ProcessStartInfo start = new(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        return Process.Start(start)!;
    }
}
