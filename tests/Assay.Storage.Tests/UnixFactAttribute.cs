namespace Assay.Storage.Tests;

/// <summary>A test of Unix links, devices, pipes or permissions; skipped, with the reason, where the file it needs is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute(string needed = "/dev/null")
    {
        Needed = needed;
        if (OperatingSystem.IsWindows() || !Path.Exists(needed)) Skip = $"needs Unix and {needed}";
    }

    public string Needed { get; }
}
