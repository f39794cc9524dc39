using System.Diagnostics;
using System.Globalization;
using Assay.Core.Metrics.TextOverlap;
using Assay.PerformanceTests;
using Assay.PerformanceTests.Judging;
using BenchmarkDotNet.Running;

// What the scripts beside this project measure with; anything else goes to BenchmarkDotNet ("--filter *", "--list flat").
switch (args)
{
    // A generated set of annotation files.
    case ["world", string folder, string models]:
        GeneratedAnnotations.Write(folder, Number(models));
        return 0;
    // A generated set of people's judgements.
    case ["people", string folder]:
        GeneratedVerdicts.Write(folder);
        return 0;
    // Files of outputs: so many items of so many bytes.
    case ["outputs", string folder, string items, string bytes]:
        GeneratedOutputs.Write(folder, Number(items), Number(bytes));
        return 0;
    // Pairs of texts, a tab between, for other tools to score: so many of so many words.
    case ["texts", string path, string pairs, string words]:
        GeneratedTexts.Write(path, Number(pairs), Number(words));
        return 0;
    // One metric over such a file, on all cores: prints its mean, or the corpus' value.
    case ["rouge-l", string path]:
        Print(GeneratedTexts.Read(path).AsParallel().AsOrdered().Select(static pair => Rouge.L(pair.Gold, pair.Prediction).F1).ToArray().Average());
        return 0;
    case ["bleu", string path]:
        BleuCounts[] counts =
            [.. GeneratedTexts.Read(path).AsParallel().AsOrdered().Select(static pair => Bleu.Count([pair.Gold], pair.Prediction, BleuOptions.Corpus))];
        Print(counts.Aggregate(static (sum, one) => sum.Add(one)).Score(BleuOptions.Corpus));
        return 0;
    // A model server whose answers take so many milliseconds, until the standard input ends; keeps the bodies in a file.
    case ["serve", string milliseconds, .. string[] bodies]:
        await ServerProcess.RunAsync(TimeSpan.FromMilliseconds(Number(milliseconds)), bodies is [string file] ? file : null, Console.In, Console.Out);
        return 0;
    // Bodies to an address, so many at once: prints the seconds from the first call to the last answer.
    case ["loop", string address, string bodies, string concurrency]:
        long began = Stopwatch.GetTimestamp();
        int calls = await BareLoop.RunAsync(new Uri(address), bodies, Number(concurrency));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls} {Stopwatch.GetElapsedTime(began).TotalSeconds:0.000}"));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(GeneratedAnnotations).Assembly).Run(args);
        return 0;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static void Print(double value) => Console.WriteLine(value.ToString("0.000000", CultureInfo.InvariantCulture));
