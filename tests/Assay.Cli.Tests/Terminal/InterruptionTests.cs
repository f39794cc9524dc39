using System.Diagnostics;
using System.Globalization;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Terminal;

/// <summary>Signals, against the built command: it reads a pipe that a test fills, so that it is busy exactly as long as the test wants.</summary>
public sealed class InterruptionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact("mkfifo", "kill")]
    public Task Ctrl_C_ends_the_work_in_order_with_exit_code_130() => SignalEndsInOrder("-INT");

    [UnixFact("mkfifo", "kill")]
    public Task A_request_to_terminate_does_the_same() => SignalEndsInOrder("-TERM");

    [UnixFact("mkfifo", "kill")]
    public async Task A_second_ctrl_c_ends_the_process_while_it_still_waits_for_its_input()
    {
        (Process process, FileStream pipe) = await StartOnPipe();
        using (process)
        await using (pipe)
        {
            await Signal(process, "-INT");
            await Signal(process, "-INT");
            Assert.Equal(ExitCode.Interrupted, await ExitCodeOf(process));
        }
    }

    private async Task SignalEndsInOrder(string signal)
    {
        (Process process, FileStream pipe) = await StartOnPipe();
        using (process)
        {
            await using (pipe)
            {
                await Signal(process, signal);
                // The command is told between rows, so it needs one more.
                await WriteRow(pipe, 2);
            }
            Assert.Equal(ExitCode.Interrupted, await ExitCodeOf(process));
            Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
            Assert.Equal("assay: interrupted; nothing was written.\n", await process.StandardError.ReadToEndAsync());
        }
    }

    private async Task<(Process Process, FileStream Pipe)> StartOnPipe()
    {
        string path = _folder.File("pipe.jsonl");
        await AssayProcess.RunOther("mkfifo", path);
        Process process = AssayProcess.Start("leaderboard", path, "--format", "json");
        // Opening waits for the reader: from here on the command is reading.
        FileStream pipe = await Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)).WaitAsync(Patience);
        await WriteRow(pipe, 1);
        return (process, pipe);
    }

    private static async Task WriteRow(FileStream pipe, int number)
    {
        await pipe.WriteAsync(System.Text.Encoding.UTF8.GetBytes(TestFolder.Row("model", $"instruction {number}", 1.5) + "\n"));
        await pipe.FlushAsync();
    }

    private static Task<string> Signal(Process process, string signal) =>
        AssayProcess.RunOther("kill", signal, process.Id.ToString(CultureInfo.InvariantCulture));

    private static async Task<int> ExitCodeOf(Process process)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
