using Assay.Core.Errors;
using Assay.Storage.Annotations;

namespace Assay.Storage.Tests.Annotations;

public sealed class AnnotationSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_stands_for_itself_whatever_its_name()
    {
        string file = _folder.Write("verdicts.txt", "[]");
        Assert.Equal([file], AnnotationSearch.Find([file]));
    }

    [Fact]
    public void A_folder_gives_the_annotation_files_below_it_in_ordinal_order()
    {
        string[] expected =
        [
            _folder.Write("B/annotations.json", "[]"), _folder.Write("a/annotations.json.gz", "[]"), _folder.Write("a/b/c/x.jsonl", ""),
            _folder.Write("a/y.jsonl.gz", ""), _folder.Write("z/.hidden/annotations.json", "[]"),
        ];
        string[] others = ["a/other.json", "a/model_outputs.json.gz", "a/annotations.json.bak", "a/my_annotations.json", "a/x.csv"];
        foreach (string other in others) _folder.Write(other, "");
        Assert.Equal(expected, AnnotationSearch.Find([_folder.Path]));
    }

    [Fact]
    public void A_run_folder_gives_only_its_own_annotations()
    {
        _folder.Write("run.json", "{}");
        _folder.Write("calls.jsonl", "");
        _folder.Write("below/annotations.json", "[]");
        string file = _folder.Write("annotations.jsonl.gz", "");
        Assert.Equal([file], AnnotationSearch.Find([_folder.Path]));
    }

    [Fact]
    public void Run_folders_are_found_below_a_folder()
    {
        _folder.Write("runs/1/run.json", "{}");
        _folder.Write("runs/1/calls.jsonl", "");
        string file = _folder.Write("runs/1/annotations.json", "[]");
        Assert.Equal([file], AnnotationSearch.Find([_folder.Path]));
    }

    [Fact]
    public void A_file_that_is_named_several_ways_comes_once()
    {
        string file = _folder.Write("a/annotations.json", "[]");
        Assert.Single(AnnotationSearch.Find([file, _folder.Path, _folder.PathOf("a"), _folder.PathOf("a", "..", "a", "annotations.json"), file]));
    }

    [UnixFact]
    public void A_file_that_links_lead_to_comes_once()
    {
        string file = _folder.Write("a/annotations.json", "[]");
        Directory.CreateSymbolicLink(_folder.PathOf("b"), _folder.PathOf("a"));
        File.CreateSymbolicLink(_folder.PathOf("link.jsonl"), file);
        Assert.Single(AnnotationSearch.Find([_folder.Path]));
    }

    [UnixFact]
    public void Links_that_lead_in_a_circle_end()
    {
        _folder.Write("a/annotations.json", "[]");
        Directory.CreateSymbolicLink(_folder.PathOf("a", "up"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.PathOf("a", "self"), _folder.PathOf("a"));
        Assert.Single(AnnotationSearch.Find([_folder.Path]));
    }

    [UnixFact]
    public void A_link_to_itself_is_named_when_it_is_asked_for()
    {
        File.CreateSymbolicLink(_folder.PathOf("loop.jsonl"), _folder.PathOf("loop.jsonl"));
        Assert.StartsWith(_folder.PathOf("loop.jsonl"), ErrorOf(_folder.PathOf("loop.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_given_order_of_paths_does_not_matter()
    {
        string[] files = [_folder.Write("a.jsonl", ""), _folder.Write("b.jsonl", "")];
        Assert.Equal(files, AnnotationSearch.Find(files.Reverse()));
    }

    [Fact]
    public void No_path_gives_no_file() => Assert.Empty(AnnotationSearch.Find([]));

    [Fact]
    public void A_missing_path_is_named() =>
        Assert.Equal($"{_folder.PathOf("no")} does not exist; check the path.", ErrorOf(_folder.PathOf("no")));

    [Fact]
    public void A_folder_without_annotations_says_what_was_looked_for()
    {
        _folder.Write("a/other.json", "[]");
        Assert.StartsWith(
            $"{_folder.Path} holds no annotation file: annotations.json or *.jsonl, plain or .gz, ", ErrorOf(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_folder_without_annotations_says_what_was_looked_for()
    {
        _folder.Write("run.json", "{}");
        _folder.Write("calls.jsonl", "");
        Assert.StartsWith(
            $"{_folder.Path} is a run without annotations: annotations.json or annotations.jsonl, ", ErrorOf(_folder.Path), StringComparison.Ordinal);
    }

    [UnprivilegedUnixFact]
    public void A_folder_that_may_not_be_read_is_named()
    {
        _folder.Write("a/annotations.json", "[]");
        string closed = Directory.CreateDirectory(_folder.PathOf("closed")).FullName;
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(closed, UnixFileMode.None);
        Assert.StartsWith($"{closed} may not be read by this user; ", ErrorOf(_folder.Path), StringComparison.Ordinal);
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string ErrorOf(string path) => Assert.Throws<InputException>(() => AnnotationSearch.Find([path])).Message;
}
