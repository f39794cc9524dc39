using Assay.Core.Responses;
using Assay.Storage.Tests.Runs;

namespace Assay.Storage.Tests.Responses;

/// <summary>What every <see cref="IResponseStore"/> must do.</summary>
public abstract class ResponseStoreContract
{
    protected abstract IResponseStore Store { get; }

    [Fact]
    public async Task An_answer_is_found_as_it_was_added()
    {
        StoredResponse response = Answer(1);
        await Store.AddAsync(response, default);
        Assert.Equal(Shape.Of(response), Shape.Of(await Store.FindAsync(response.Key, default)));
    }

    [Fact]
    public async Task What_was_not_added_is_not_found() => Assert.Null(await Store.FindAsync(Answer(1).Key, default));

    [Fact]
    public async Task An_answer_with_nothing_but_its_text_is_found_as_it_was_added()
    {
        StoredResponse response = new() { Key = Answer(1).Key, Text = "" };
        await Store.AddAsync(response, default);
        Assert.Equal(Shape.Of(response), Shape.Of(await Store.FindAsync(response.Key, default)));
    }

    [Fact]
    public async Task The_first_answer_of_a_key_is_kept()
    {
        await Store.AddAsync(Answer(1), default);
        await Store.AddAsync(Answer(1) with { Text = "another" }, default);
        Assert.Equal(Answer(1).Text, (await Store.FindAsync(Answer(1).Key, default))!.Text);
    }

    [Fact]
    public async Task Texts_of_a_megabyte_go_through_unharmed()
    {
        string text = string.Concat(Enumerable.Repeat("\0é漢\U0001F600\n\u2028\"\\", 100_000));
        await Store.AddAsync(Answer(1) with { Text = text }, default);
        Assert.Equal(text, (await Store.FindAsync(Answer(1).Key, default))!.Text);
    }

    [Fact]
    public async Task Many_at_once_lose_nothing()
    {
        await Parallel.ForAsync(0, 500, async (i, cancellation) =>
        {
            await Store.AddAsync(Answer(i), cancellation);
            Assert.Equal(Answer(i).Text, (await Store.FindAsync(Answer(i).Key, cancellation))!.Text);
        });
        for (int i = 0; i < 500; i++) Assert.Equal(Answer(i).Text, (await Store.FindAsync(Answer(i).Key, default))!.Text);
    }

    [Fact]
    public async Task The_secret_is_32_bytes_and_stays_the_same()
    {
        byte[] secret = (await Store.GetFenceSecretAsync(default)).ToArray();
        Assert.Equal(32, secret.Length);
        Assert.Contains(secret, unit => unit != 0);
        Assert.Equal(secret, (await Store.GetFenceSecretAsync(default)).ToArray());
    }

    [Fact]
    public async Task A_key_that_is_no_hash_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.FindAsync(new ResponseKey("../x"), default));

    internal static StoredResponse Answer(int number) =>
        RunRecords.Response(ResponseKey.Of(RunRecords.Request(RunRecords.Numbered(number))), RunRecords.Numbered(number));
}
