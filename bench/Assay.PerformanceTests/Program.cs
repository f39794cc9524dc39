using System.Globalization;
using Assay.PerformanceTests;
using BenchmarkDotNet.Running;

// "world FOLDER MODELS" writes a generated set of annotation files, "people FOLDER" one of people's judgements; anything else goes to BenchmarkDotNet
// ("--filter *", "--list flat").
if (args is ["world", string folder, string models])
{
    GeneratedAnnotations.Write(folder, int.Parse(models, CultureInfo.InvariantCulture));
    return 0;
}
if (args is ["people", string place])
{
    GeneratedVerdicts.Write(place);
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(GeneratedAnnotations).Assembly).Run(args);
return 0;
