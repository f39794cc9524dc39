using Assay.Core.Audits.Calibration;
using Assay.Core.Errors;
using Assay.Storage.Files;

namespace Assay.Storage.Confidences;

/// <summary>Reads a table of phrases: CSV with the columns <c>phrase</c> and <c>probability</c>, in [0, 1]; plain or gzip.</summary>
public static class PhraseFile
{
    /// <summary>The table.</summary>
    /// <exception cref="InputException">The file cannot be read, lacks a column or rows, or holds an empty phrase, one twice, or a number outside [0, 1].</exception>
    public static ConfidencePhrases Read(string path) => CsvTable.Read(path, table =>
    {
        (int phrase, int probability) = (table.Column("phrase"), table.Column("probability"));
        List<(string, double)> phrases = [];
        while (table.Next()) phrases.Add((table.Text(phrase), table.Proportion(probability)));
        try
        {
            return new ConfidencePhrases(phrases);
        }
        catch (ArgumentException error)
        {
            throw new InputException($"{path} is no table of phrases: {error.Message.Split(" (Parameter", 2)[0]} Correct the rows.", error);
        }
    });
}
