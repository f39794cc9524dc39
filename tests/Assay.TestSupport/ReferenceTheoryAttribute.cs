using Xunit;

namespace Assay.TestSupport;

/// <summary>A theory over the entries of <c>../shared/reference</c>; skipped, with the reason, where the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the theory where there are no reference values.</summary>
    public ReferenceTheoryAttribute()
    {
        if (!Directory.Exists(SharedData.ReferenceFolder)) Skip = "needs the reference values in ../shared/reference";
    }
}
