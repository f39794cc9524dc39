namespace Assay.Storage.Tests;

/// <summary>A test of permissions, which bind neither the administrator nor Windows in this way.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnprivilegedUnixFactAttribute : FactAttribute
{
    public UnprivilegedUnixFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) Skip = "needs Unix and a user whom permissions bind";
    }
}
