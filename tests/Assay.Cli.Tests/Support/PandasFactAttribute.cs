using System.Diagnostics;

namespace Assay.Cli.Tests.Support;

/// <summary>A test that needs a Python with pandas; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PandasFactAttribute : FactAttribute
{
    public PandasFactAttribute()
    {
        if (Python is null) Skip = "needs Python with pandas";
    }

    /// <summary>The first Python that has pandas; the system's own may be another than the one that is found first.</summary>
    public static string? Python { get; } = Array.Find(["python3", "/usr/bin/python3"], HasPandas);

    private static bool HasPandas(string python)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import pandas"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
