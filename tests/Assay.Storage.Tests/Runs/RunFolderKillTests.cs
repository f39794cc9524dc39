using Assay.Storage.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Storage.Tests.Runs;

/// <summary>A kill leaves a file cut at some byte: a line that was being written is not whole, and its index entry is not there or not whole.</summary>
public class RunFolderKillTests
{
    [Fact]
    public async Task Cut_at_every_byte_of_the_last_two_lines_the_whole_lines_remain_and_the_run_goes_on()
    {
        using TemporaryFolder folder = new();
        byte[] items = await WriteRun(folder.PathOf("whole"), 4);
        int[] ends = [.. Enumerable.Range(0, items.Length).Where(i => items[i] == '\n').Select(i => i + 1)];
        for (int length = ends[1]; length <= items.Length; length++)
        {
            string run = Copy(folder, length);
            await File.WriteAllBytesAsync(Path.Combine(run, RunFiles.Items), items[..length]);
            int whole = ends.Count(end => end <= length);
            await CheckGoesOn(run, whole, isTorn: !ends.Contains(length));
            Directory.Delete(run, recursive: true);
        }
    }

    [Fact]
    public async Task Cut_at_every_byte_the_index_is_completed()
    {
        using TemporaryFolder folder = new();
        await WriteRun(folder.PathOf("whole"), 4);
        string whole = Path.Combine(folder.PathOf("whole"), RunFiles.Items + ".index");
        byte[] index = await File.ReadAllBytesAsync(whole);
        for (int length = 0; length <= index.Length; length += 5)
        {
            string run = Copy(folder, length);
            await File.WriteAllBytesAsync(Path.Combine(run, RunFiles.Items + ".index"), index[..length]);
            await CheckGoesOn(run, 4, isTorn: false);
            Assert.Equal(index, (await File.ReadAllBytesAsync(Path.Combine(run, RunFiles.Items + ".index")))[..index.Length]);
        }
    }

    [Fact]
    public void Cut_at_any_byte_of_log_and_index_no_record_is_invented() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<PositiveInt>().Two().ToArbitrary(),
        cut =>
        {
            using TemporaryFolder folder = new();
            byte[] items = WriteRun(folder.PathOf("whole"), 6).GetAwaiter().GetResult();
            byte[] index = File.ReadAllBytes(Path.Combine(folder.PathOf("whole"), RunFiles.Items + ".index"));
            string run = Copy(folder, 0);
            int length = cut.Item1.Get * 31 % (items.Length + 1);
            File.WriteAllBytes(Path.Combine(run, RunFiles.Items), items[..length]);
            File.WriteAllBytes(Path.Combine(run, RunFiles.Items + ".index"), index[..(cut.Item2.Get * 7 % (index.Length + 1))]);
            int whole = items[..length].Count(unit => unit == '\n');
            CheckGoesOn(run, whole, isTorn: length > 0 && items[length - 1] != '\n').GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public async Task A_reader_passes_over_a_torn_line_and_leaves_it()
    {
        using TemporaryFolder folder = new();
        byte[] items = await WriteRun(folder.PathOf("run"), 3);
        await File.WriteAllBytesAsync(folder.PathOf("run", RunFiles.Items), items[..^4]);
        await using RunFolder reader = RunFolder.OpenToRead(folder.PathOf("run"));
        Assert.Equal(2, await reader.ReadItemsAsync(default).CountAsync());
        Assert.Equal(items.Length - 4, new FileInfo(folder.PathOf("run", RunFiles.Items)).Length);
        Assert.Contains(RunVerification.Of(folder.PathOf("run"), default).Findings, finding => finding.Text.Contains("half-written", StringComparison.Ordinal));
    }

    private static async Task CheckGoesOn(string run, int whole, bool isTorn)
    {
        await using (RunFolder again = RunFolder.Open(run))
        {
            Assert.Equal(Enumerable.Range(0, whole).Select(RunRecords.Numbered), await again.ReadItemsAsync(default).Select(item =>
                item.Pair.Instruction).ToListAsync());
            Assert.Equal(isTorn ? 1 : 0, again.Repairs.Length);
            Assert.Equal(whole, await again.ReadEndedAsync(default).CountAsync());
            await again.AppendAsync(RunRecords.Item("after"), default);
        }
        await using RunFolder last = RunFolder.OpenToRead(run);
        Assert.Equal("after", (await last.ReadItemsAsync(default).LastAsync()).Pair.Instruction);
        Assert.Equal(whole + 1, await last.ReadItemsAsync(default).CountAsync());
    }

    private static async Task<byte[]> WriteRun(string path, int items)
    {
        await using (RunFolder run = RunFolder.Create(path, RunRecords.Description))
        {
            for (int i = 0; i < items; i++) await run.AppendAsync(RunRecords.Item(RunRecords.Numbered(i)) with { Verdicts = [] }, default);
        }
        return await File.ReadAllBytesAsync(Path.Combine(path, RunFiles.Items));
    }

    private static string Copy(TemporaryFolder folder, int number)
    {
        string copy = folder.PathOf(RunRecords.Numbered(number));
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.EnumerateFiles(folder.PathOf("whole"))) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        return copy;
    }
}
