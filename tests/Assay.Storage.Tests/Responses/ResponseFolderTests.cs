using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Responses;
using Assay.Storage.Responses;

namespace Assay.Storage.Tests.Responses;

public sealed class ResponseFolderTests : ResponseStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ResponseFolder _store;

    public ResponseFolderTests() => _store = Open();

    protected override IResponseStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_store_opened_to_be_read_answers_and_is_left_as_it_is()
    {
        string path = _folder.PathOf("read");
        StoredResponse response = Runs.RunRecords.Response(ResponseKey.Of(Runs.RunRecords.Request("q")));
        using (ResponseFolder store = ResponseFolder.Open(path, TimeProvider.System)) await store.AddAsync(response, default);
        string[] before = Directory.GetFiles(path);
        using ResponseFolder read = ResponseFolder.OpenToRead(path, TimeProvider.System)!;
        Assert.NotNull(await read.FindAsync(response.Key, default));
        Assert.Equal(32, (await read.GetFenceSecretAsync(default)).Length);
        await Assert.ThrowsAsync<InvalidOperationException>(() => read.AddAsync(response, default).AsTask());
        Assert.Equal(before.Order(), Directory.GetFiles(path).Order());
    }

    [Fact]
    public void A_store_that_is_not_there_is_not_made_to_be_read()
    {
        Assert.Null(ResponseFolder.OpenToRead(_folder.PathOf("none"), TimeProvider.System));
        Assert.False(Directory.Exists(_folder.PathOf("none")));
    }

    [Fact]
    public async Task Answers_are_there_when_the_store_is_opened_again()
    {
        for (int i = 0; i < 20; i++) await _store.AddAsync(Answer(i), default);
        await _store.DisposeAsync();
        await using ResponseFolder again = Open();
        Assert.Equal(20, again.Count);
        Assert.Equal(Shape.Of(Answer(7)), Shape.Of(await again.FindAsync(Answer(7).Key, default)));
    }

    [Fact]
    public async Task A_store_reads_what_another_adds_while_both_are_open()
    {
        await using ResponseFolder other = Open();
        await _store.AddAsync(Answer(1), default);
        await other.AddAsync(Answer(2), default);
        _store.Refresh();
        other.Refresh();
        Assert.Equal(Answer(2).Text, (await _store.FindAsync(Answer(2).Key, default))!.Text);
        Assert.Equal(Answer(1).Text, (await other.FindAsync(Answer(1).Key, default))!.Text);
    }

    [Fact]
    public async Task What_another_adds_is_seen_without_asking_once_a_second_has_passed()
    {
        SteppedTime time = new();
        await using ResponseFolder patient = ResponseFolder.Open(_folder.PathOf("store"), time);
        await _store.AddAsync(Answer(1), default);
        Assert.Null(await patient.FindAsync(Answer(1).Key, default));
        time.Seconds += 2;
        Assert.NotNull(await patient.FindAsync(Answer(1).Key, default));
    }

    [Fact]
    public async Task Writers_at_once_write_to_segments_of_their_own_and_nothing_is_lost()
    {
        await using ResponseFolder second = Open();
        await using ResponseFolder third = Open();
        ResponseFolder[] stores = [_store, second, third];
        await Parallel.ForAsync(0, 300, async (i, cancellation) => await stores[i % 3].AddAsync(Answer(i), cancellation));
        Assert.Equal(3, Directory.GetFiles(_folder.PathOf("store"), "responses-*.jsonl").Length);
        await using ResponseFolder reader = Open();
        Assert.Equal(300, reader.Count);
    }

    [Fact]
    public async Task A_segment_whose_process_has_ended_is_taken_over()
    {
        for (int i = 0; i < 5; i++)
        {
            await using ResponseFolder store = Open();
            await store.AddAsync(Answer(i), default);
        }
        Assert.Single(Directory.GetFiles(_folder.PathOf("store"), "responses-*.jsonl"));
    }

    [Fact]
    public async Task Cut_at_every_byte_of_the_last_line_the_whole_answers_remain_and_the_lost_one_can_be_added_again()
    {
        for (int i = 0; i < 3; i++) await _store.AddAsync(new StoredResponse { Key = Answer(i).Key, Text = Answer(i).Text }, default);
        await _store.DisposeAsync();
        string segment = Assert.Single(Directory.GetFiles(_folder.PathOf("store"), "responses-*.jsonl"));
        byte[] whole = await File.ReadAllBytesAsync(segment);
        int lastLine = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (int length = lastLine; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(segment, whole[..length]);
            await using ResponseFolder again = Open();
            Assert.Equal(2, again.Count);
            Assert.Null(await again.FindAsync(Answer(2).Key, default));
            await again.AddAsync(new StoredResponse { Key = Answer(2).Key, Text = Answer(2).Text }, default);
            Assert.Equal(length == lastLine ? 0 : 1, again.Repairs.Length);
            Assert.Equal(whole, await File.ReadAllBytesAsync(segment));
        }
    }

    [Fact]
    public async Task An_answer_that_was_overwritten_is_asked_again_and_then_kept()
    {
        await _store.AddAsync(Answer(1), default);
        await _store.DisposeAsync();
        string segment = Assert.Single(Directory.GetFiles(_folder.PathOf("store"), "responses-*.jsonl"));
        byte[] bytes = await File.ReadAllBytesAsync(segment);
        bytes.AsSpan(0, 20).Fill((byte)'x');
        await File.WriteAllBytesAsync(segment, bytes);
        await using (ResponseFolder again = Open())
        {
            Assert.Null(await again.FindAsync(Answer(1).Key, default));
            await again.AddAsync(Answer(1), default);
        }
        await using ResponseFolder last = Open();
        Assert.Equal(Answer(1).Text, (await last.FindAsync(Answer(1).Key, default))!.Text);
    }

    [Fact]
    public async Task The_secret_is_shared_by_all_who_open_the_folder()
    {
        byte[][] secrets = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            await using ResponseFolder store = Open();
            return (await store.GetFenceSecretAsync(default)).ToArray();
        })));
        Assert.All(secrets, secret => Assert.Equal(secrets[0], secret));
        Assert.Empty(Directory.GetFiles(_folder.PathOf("store"), "*.tmp"));
    }

    [UnixFact]
    public async Task The_secret_can_be_read_by_its_owner_alone()
    {
        await _store.GetFenceSecretAsync(default);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.PathOf("store", "fence.secret")));
        }
    }

    [Fact]
    public async Task The_secret_is_in_no_other_file()
    {
        string secret = Convert.ToHexString((await _store.GetFenceSecretAsync(default)).Span);
        await _store.AddAsync(Answer(1), default);
        foreach (string file in Directory.EnumerateFiles(_folder.PathOf("store")).Where(file => !file.EndsWith("fence.secret", StringComparison.Ordinal)))
        {
            if (file.EndsWith(".lock", StringComparison.Ordinal)) continue;
            Assert.DoesNotContain(secret, Convert.ToHexString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_damaged_secret_is_named()
    {
        await File.WriteAllBytesAsync(_folder.PathOf("store", "fence.secret"), [1, 2, 3]);
        InputException error = await Assert.ThrowsAsync<InputException>(async () => await _store.GetFenceSecretAsync(default));
        Assert.Contains("fence.secret has 3 bytes where 32 were expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_other_files_is_not_made_a_store()
    {
        string path = Path.GetDirectoryName(_folder.Write(Path.Combine("home", "thesis.tex"), "x"))!;
        Assert.Contains("holds other files", Assert.Throws<InputException>(() =>
            ResponseFolder.Open(path, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_a_newer_version_is_said_to_be_one()
    {
        string path = _folder.Write(Path.Combine("new", "store.json"), """{"schema_version": 2}""");
        InputException error = Assert.Throws<InputException>(() => ResponseFolder.Open(Path.GetDirectoryName(path)!, TimeProvider.System));
        Assert.StartsWith($"{path} was written by a newer Assay (schema_version 2;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_the_store_is_the_documented_json()
    {
        await _store.AddAsync(Answer(1), default);
        string line = Assert.Single(await File.ReadAllLinesAsync(_folder.PathOf("store", "responses-0001.jsonl")));
        using JsonDocument json = JsonDocument.Parse(line);
        Assert.Equal(
            ["key", "text", "finish_reason", "refusal", "reasoning", "logprobs", "usage", "cost_usd", "answered_by", "latency_ms", "attempts"],
            json.RootElement.EnumerateObject().Select(member => member.Name));
    }

    private ResponseFolder Open() => ResponseFolder.Open(_folder.PathOf("store"), TimeProvider.System);

    private sealed class SteppedTime : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
