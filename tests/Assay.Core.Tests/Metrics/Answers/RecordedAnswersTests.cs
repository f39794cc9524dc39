using System.IO.Compression;
using System.Text.Json;
using Assay.Core.Metrics.Answers;
using Assay.Core.Metrics.Matching;
using Assay.TestSupport;

namespace Assay.Core.Tests.Metrics.Answers;

/// <summary>Published results come out of the recorded completions, item by item.</summary>
public sealed class RecordedAnswersTests
{
    [SharedDataFact("bbh")]
    public void All_forty_pairs_of_task_and_mode_have_their_published_accuracy()
    {
        using JsonDocument published = JsonDocument.Parse(File.ReadAllBytes(SharedData.Data("bbh", "published_accuracy.json")));
        int pairs = 0;
        foreach (string mode in new[] { "direct", "cot" })
        {
            AnswerRule rule = mode == "cot" ? new AnswerAfterPhrase("answer is ") { DropsFinalStop = true } : new WholeAnswer();
            double sum = 0;
            foreach (string path in Directory.GetFiles(SharedData.Data("bbh", "code-davinci-002", mode)).Order())
            {
                string task = Path.GetFileName(path).Replace(".json.gz", "", StringComparison.Ordinal);
                using JsonDocument recorded = Read(path);
                double accuracy = 100 * recorded.RootElement.GetProperty("outputs").EnumerateArray().Average(row =>
                    rule.Read(row.GetProperty("prediction").GetString()!).Text is { } answer
                        && TextMatch.Exact(row.GetProperty("target").GetString()!, answer) ? 1.0 : 0);
                Assert.Equal(published.RootElement.GetProperty(task).GetProperty(mode).GetDouble(), accuracy, 1e-9);
                sum += accuracy;
                pairs++;
            }
            Assert.Equal(mode == "cot" ? 76.3381 : 52.4036, sum / 20, 5e-5);
        }
        Assert.Equal(40, pairs);
    }

    [SharedDataFact("gsm8k")]
    public void All_recorded_verdicts_on_gsm8k_follow()
    {
        AnswerChain said = new(new AnswerAfterPhrase("A:"), new LastNumberAnswer());
        AnswerChain wanted = new(new AnswerAfterPhrase("####"), new LastNumberAnswer());
        Dictionary<string, string> targets = [];
        foreach (string line in File.ReadLines(SharedData.Data("gsm8k", "test.jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            targets[row.RootElement.GetProperty("question").GetString()!] = wanted.Read(row.RootElement.GetProperty("answer").GetString()!).Text!;
        }
        (int agree, int correctSmall, int correctLarge) = (0, 0, 0);
        using StreamReader lines = new(new GZipStream(File.OpenRead(SharedData.Data("gsm8k", "example_model_solutions.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument row = JsonDocument.Parse(line);
            bool small = Agrees("6b_finetuning", ref correctSmall), large = Agrees("175b_verification", ref correctLarge);
            agree += (small ? 1 : 0) + (large ? 1 : 0);

            bool Agrees(string model, ref int correct)
            {
                JsonElement solution = row.RootElement.GetProperty(model);
                bool isCorrect = said.Read(solution.GetProperty("solution").GetString()!).Text == targets[row.RootElement.GetProperty("question").GetString()!];
                if (isCorrect) correct++;
                return isCorrect == solution.GetProperty("is_correct").GetBoolean();
            }
        }
        Assert.Equal((2638, 286, 742), (agree, correctSmall, correctLarge));
    }

    private static JsonDocument Read(string path)
    {
        using GZipStream stream = new(File.OpenRead(path), CompressionMode.Decompress);
        return JsonDocument.Parse(stream);
    }
}
