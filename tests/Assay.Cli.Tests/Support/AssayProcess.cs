using System.Diagnostics;

namespace Assay.Cli.Tests.Support;

/// <summary>The built command as a process of its own.</summary>
internal static class AssayProcess
{
    /// <summary>
    /// The folder of the executable: the command's own, since that of the tests leaves out what ASP.NET brings to the tests and not to the command.
    /// </summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Assay.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));

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

    /// <summary>Starts the command in a folder, with environment variables of its own added.</summary>
    public static Process StartIn(string folder, IReadOnlyDictionary<string, string> variables, params string[] args) =>
        Launch(Path.Combine(Folder, OperatingSystem.IsWindows() ? "assay.exe" : "assay"), args, folder, variables);

    private static Process Launch(string program, string[] args, string folder = "", IReadOnlyDictionary<string, string>? variables = null)
    {
        ProcessStartInfo start = new(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
