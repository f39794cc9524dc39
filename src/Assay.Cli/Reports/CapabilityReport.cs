using Assay.Cli.Output;
using Assay.Core.Models;

namespace Assay.Cli.Reports;

/// <summary>What an endpoint supports, as a text for people.</summary>
internal static class CapabilityReport
{
    /// <summary>Writes a block for one model.</summary>
    public static void Write(ModelCapabilities found, TextWriter writer)
    {
        writer.WriteLine(OneLine.Of($"{found.Model.Name}: {found.Model.Model} at {found.Model.Endpoint}"));
        Line(writer, "answers", found.Answers);
        Line(writer, "log-probabilities", found.LogProbabilities);
        Line(writer, "JSON schema", found.JsonSchema);
        Line(writer, "echo", found.Echo);
        Line(writer, "price", found.Model.Price is { } price
            ? $"{SpendingText.Dollars(price.Input)} input, {(price.CachedInput is { } cached ? $"{SpendingText.Dollars(cached)} cached input, " : "")}{SpendingText.Dollars(price.Output)} output, per million tokens"
            : "not in assay.yaml");
        if (found.Cost is { } cost) Line(writer, "this check", SpendingText.Dollars(cost));
    }

    private static void Line(TextWriter writer, string name, Capability capability) => Line(writer, name, capability.IsSupported switch
    {
        true => $"yes: {capability.Reason}",
        false => $"no: {capability.Reason}",
        null => $"unknown: {capability.Reason}",
    });

    private static void Line(TextWriter writer, string name, string value) => writer.WriteLine(OneLine.Of($"  {name,-18} {value}"));
}
