using Assay.Core.Errors;
using Assay.Core.People;
using Assay.Storage.People;

namespace Assay.Storage.Tests.People;

/// <summary>Verdicts read from texts in a folder of their own, and joined.</summary>
internal static class ReadVerdicts
{
    public static VerdictSet OfPeople(string text, string name = "people.json", VerdictColumns? columns = null) => All([(name, text)], [], columns);

    public static string ErrorOf(string text, string name = "people.json", VerdictColumns? columns = null) =>
        Assert.Throws<InputException>(() => OfPeople(text, name, columns)).Message;

    public static VerdictSet All(
        IReadOnlyList<(string Name, string Text)> people, IReadOnlyList<(string Name, string Text)> judges, VerdictColumns? columns = null)
    {
        using TemporaryFolder folder = new();
        return Files([.. people.Select(file => folder.Write(file.Name, file.Text))], [.. judges.Select(file => folder.Write(file.Name, file.Text))], columns);
    }

    public static VerdictSet Files(IEnumerable<string> people, IEnumerable<string> judges, VerdictColumns? columns = null)
    {
        VerdictVocabulary vocabulary = new();
        VerdictFileReader reader = new(vocabulary, columns ?? VerdictColumns.Usual);
        VerdictSetBuilder builder = new(vocabulary);
        foreach (string path in people) builder.Add(reader.Read(path, VerdictSource.People, CancellationToken.None), VerdictSource.People);
        foreach (string path in judges) builder.Add(reader.Read(path, VerdictSource.Judge, CancellationToken.None), VerdictSource.Judge);
        return builder.Build();
    }

    public static string Row(
        string preference, string annotator = "\"ann\"", string instruction = "i", string output1 = "a", string output2 = "bb", string more = "") =>
        $$"""{"instruction": "{{instruction}}", "output_1": "{{output1}}", "output_2": "{{output2}}", "annotator": {{annotator}}, "preference": {{preference}}{{more}}}""";
}
