using Assay.Storage.Files;
using Assay.Studies.Documents;

namespace Assay.Studies.Samples;

/// <summary>Makes <c>samples/</c> again.</summary>
internal static class SampleCommand
{
    /// <summary>Writes every file, and the table of orders into the folder's README.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="people">Says what was written.</param>
    public static void Run(Checkout checkout, TextWriter people)
    {
        long total = 0;
        foreach ((string path, byte[] content) in SampleFiles.All())
        {
            string full = Path.Combine(checkout.Samples, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            WholeFile.Write(full, stream => stream.Write(content));
            total += content.Length;
        }
        string readme = Path.Combine(checkout.Samples, "README.md");
        WholeFile.WriteText(readme, MarkedBlock.Replace(File.ReadAllText(readme), "orders", SampleOrders.Table(checkout.Samples)));
        people.WriteLine($"samples/ written, {total / 1024} KiB.");
    }
}
