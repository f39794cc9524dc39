using Assay.Core.Errors;

namespace Assay.Cli.Output;

/// <summary>Where a result and its plot go.</summary>
internal static class PlotDestination
{
    /// <summary>Finds out before any work whether both can be written, and are two files.</summary>
    /// <exception cref="InputException">They cannot, or are one.</exception>
    public static void Check(string? outputPath, string? plotPath)
    {
        ResultWriter.Check("--output", outputPath);
        ResultWriter.Check("--plot", plotPath);
        if (plotPath is null) return;
        bool isSvg = plotPath.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
        bool isOutput = outputPath is not null && Path.GetFullPath(outputPath) == Path.GetFullPath(plotPath);
        if (!isSvg) throw new InputException($"--plot writes SVG; name a file that ends in .svg, not {plotPath}.");
        if (isOutput) throw new InputException("--output and --plot name the same file; name two.");
    }
}
