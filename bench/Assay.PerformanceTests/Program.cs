using System.Globalization;
using Assay.PerformanceTests;
using BenchmarkDotNet.Running;

// "world FOLDER MODELS" writes a generated set of annotation files, "texts FILE PAIRS WORDS" generated pairs of texts; anything else goes to
// BenchmarkDotNet ("--filter *", "--list flat").
if (args is ["world", string folder, string models])
{
    GeneratedAnnotations.Write(folder, int.Parse(models, CultureInfo.InvariantCulture));
    return 0;
}
if (args is ["texts", string file, string pairs, string words])
{
    GeneratedTexts.Write(file, int.Parse(pairs, CultureInfo.InvariantCulture), int.Parse(words, CultureInfo.InvariantCulture));
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(GeneratedAnnotations).Assembly).Run(args);
return 0;
