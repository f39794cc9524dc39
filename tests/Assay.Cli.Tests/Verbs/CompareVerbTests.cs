using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class CompareVerbTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public CompareVerbTests() => _folder.WriteThreeModels();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_models_give_exit_code_0_and_json_that_parses()
    {
        CommandRun run = await CommandRun.Of("compare", _folder.Path, "--models", "strong", "weak", "--format", "json", "--quiet");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Out);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Fact]
    public async Task A_table_names_the_models()
    {
        CommandRun run = await CommandRun.Of("compare", _folder.Path, "--models", "strong", "--models", "weak");
        Assert.All(["strong", "weak"], model => Assert.Contains(model, run.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'--models' is required")]
    [InlineData("--models names only 'strong'", "--models", "strong")]
    [InlineData("--models names 'weak' twice", "--models", "weak", "strong", "weak")]
    [InlineData("There is no option '--fromat'; did you mean '--format'?", "--models", "strong", "weak", "--fromat", "json")]
    [InlineData("--format takes one of table, json, not 'csv'", "--models", "strong", "weak", "--format", "csv")]
    [InlineData("--method bradley-terry gives each model one strength and tests no pairs", "--models", "strong", "weak", "--method", "bradley-terry")]
    [InlineData("There is no option '--plot'", "--models", "strong", "weak", "--plot", "x.svg")]
    public async Task A_wrong_list_of_models_or_option_is_a_usage_error(string message, params string[] args)
    {
        CommandRun run = await CommandRun.Of(["compare", _folder.Path, .. args]);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stron", "did you mean 'strong'?")]
    [InlineData("nothing-like-it", "a leaderboard of the same files lists them.")]
    public async Task A_model_that_no_file_judges_is_named_with_what_to_do(string model, string hint)
    {
        CommandRun run = await CommandRun.Of("compare", _folder.Path, "--models", "weak", model);
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Equal($"assay: The annotations have no model '{model}'; {hint}\n", run.Error);
    }

    [Fact]
    public async Task A_path_after_the_models_is_told_where_it_goes()
    {
        CommandRun run = await CommandRun.Of("compare", "--models", "strong", "weak", _folder.Path);
        Assert.Contains("PATH is missing: name the annotation files, or folders that hold them, before --models.", run.Error, StringComparison.Ordinal);
    }
}
