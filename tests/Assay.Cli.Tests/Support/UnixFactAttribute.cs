namespace Assay.Cli.Tests.Support;

/// <summary>A test that needs a Unix system and programs on it; skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute(params string[] programs)
    {
        if (OperatingSystem.IsWindows()) Skip = "needs Unix signals and pipes";
        else if (programs.FirstOrDefault(program => !IsInstalled(program)) is string absent) Skip = $"needs {absent}";
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
