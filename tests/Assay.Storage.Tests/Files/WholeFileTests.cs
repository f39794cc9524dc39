using System.Diagnostics;
using Assay.Core.Errors;
using Assay.Storage.Files;

namespace Assay.Storage.Tests.Files;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_file_holds_what_was_written()
    {
        WholeFile.WriteText(_folder.PathOf("a.txt"), "é\n");
        Assert.Equal("é\n"u8.ToArray(), File.ReadAllBytes(_folder.PathOf("a.txt")));
    }

    [Fact]
    public void An_existing_file_is_replaced_whole()
    {
        string path = _folder.Write("a.txt", "something longer");
        WholeFile.WriteText(path, "new");
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void Nothing_else_is_left_behind()
    {
        WholeFile.WriteText(_folder.PathOf("a.txt"), "x");
        Assert.Equal([_folder.PathOf("a.txt")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_old_content_stays_until_all_is_written()
    {
        string path = _folder.Write("a.txt", "old");
        WholeFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(path));
        });
    }

    [Fact]
    public void A_failure_leaves_an_existing_file_as_it_was()
    {
        string path = _folder.Write("a.txt", "old");
        Assert.Throws<OperationCanceledException>(() => WholeFile.Write(path, FailHalfway));
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void A_failure_leaves_no_file_behind()
    {
        Assert.Throws<OperationCanceledException>(() => WholeFile.Write(_folder.PathOf("a.txt"), FailHalfway));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_refusal_of_the_system_leaves_no_file_behind_and_names_the_target()
    {
        string path = _folder.PathOf("a.txt");
        InputException error = Assert.Throws<InputException>(() => WholeFile.Write(path, _ => throw new IOException("No space left on device")));
        Assert.Equal((0, $"{path} could not be written: No space left on device."), (Directory.GetFileSystemEntries(_folder.Path).Length, error.Message));
    }

    [Fact]
    public void A_missing_folder_is_said_to_be_created_first() =>
        Assert.Equal(
            $"{_folder.PathOf("no", "a.txt")} cannot be written because its folder does not exist; create the folder first.",
            ErrorOf(_folder.PathOf("no", "a.txt")));

    [Fact]
    public void A_folder_is_not_overwritten() =>
        Assert.Equal($"{_folder.Path} is a folder and cannot be written as a file; name a file in it.", ErrorOf(_folder.Path));

    [Fact]
    public void An_empty_path_is_an_error_for_people() => Assert.StartsWith("No file is named", ErrorOf(""), StringComparison.Ordinal);

    [UnixFact]
    public void The_permissions_of_an_existing_file_stay()
    {
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherExecute;
        if (OperatingSystem.IsWindows()) return;
        string path = _folder.Write("a.txt", "old");
        File.SetUnixFileMode(path, Mode);
        WholeFile.WriteText(path, "new");
        Assert.Equal(Mode, File.GetUnixFileMode(path));
    }

    [UnixFact]
    public void A_link_is_followed_and_stays_a_link()
    {
        string path = _folder.Write("below/a.txt", "old");
        File.CreateSymbolicLink(_folder.PathOf("link"), "below/a.txt");
        WholeFile.WriteText(_folder.PathOf("link"), "new");
        Assert.Equal(("below/a.txt", "new"), (new FileInfo(_folder.PathOf("link")).LinkTarget, File.ReadAllText(path)));
    }

    [UnixFact]
    public void A_link_to_a_file_that_does_not_exist_creates_it()
    {
        File.CreateSymbolicLink(_folder.PathOf("link"), "new.txt");
        WholeFile.WriteText(_folder.PathOf("link"), "new");
        Assert.Equal("new", File.ReadAllText(_folder.PathOf("new.txt")));
    }

    [UnixFact("/dev/full")]
    public void A_full_device_is_named_and_stays_a_device()
    {
        string error = ErrorOf("/dev/full");
        Assert.Equal(("/dev/full could not be written: No space left on device.", true), (error, IsCharacterDevice("/dev/full")));
    }

    [UnixFact]
    public void A_device_that_takes_everything_stays_a_device()
    {
        WholeFile.WriteText("/dev/null", "x");
        Assert.True(IsCharacterDevice("/dev/null"));
    }

    [UnixFact]
    public void A_link_to_a_standard_stream_stands_for_the_stream()
    {
        File.CreateSymbolicLink(_folder.PathOf("link"), "/dev/stdout");
        Assert.True(LinkTarget.IsStandardStream(_folder.PathOf("link")));
    }

    [UnixFact]
    public void Other_files_are_no_standard_streams() => Assert.False(LinkTarget.IsStandardStream(_folder.PathOf("stdout")));

    [UnixFact("/proc/self/fd")]
    public void A_stream_that_is_open_to_a_file_is_appended_to()
    {
        using FileStream open = new(_folder.Write("a.txt", "before "), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        string stream = $"/proc/self/fd/{open.SafeFileHandle.DangerousGetHandle()}";
        WholeFile.WriteText(stream, "after");
        using StreamReader reader = new(open);
        Assert.Equal("before after", reader.ReadToEnd());
    }

    [UnixFact]
    public void A_pipe_is_written_to_as_it_is()
    {
        string pipe = _folder.PathOf("pipe");
        using (Process mkfifo = Process.Start("mkfifo", [pipe])) mkfifo.WaitForExit();
        using Process reader = Process.Start(new ProcessStartInfo("cat", [pipe]) { RedirectStandardOutput = true })!;
        WholeFile.WriteText(pipe, "through the pipe");
        Assert.Equal("through the pipe", reader.StandardOutput.ReadToEnd());
    }

    [UnprivilegedUnixFact]
    public void A_folder_that_may_not_be_written_is_an_error_for_people()
    {
        string path = _folder.PathOf("a.txt");
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string error = ErrorOf(path);
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.StartsWith($"{path} may not be written by this user; ", error, StringComparison.Ordinal);
    }

    private static bool IsCharacterDevice(string path)
    {
        using Process test = Process.Start("test", ["-c", path]);
        test.WaitForExit();
        return test.ExitCode == 0;
    }

    private static void FailHalfway(Stream stream)
    {
        stream.Write(new byte[200_000]);
        throw new OperationCanceledException();
    }

    private static string ErrorOf(string path) => Assert.Throws<InputException>(() => WholeFile.WriteText(path, "x")).Message;
}
