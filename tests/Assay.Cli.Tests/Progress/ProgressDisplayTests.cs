using System.Text.Json;
using Assay.Cli.Progress;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Progress;

public sealed class ProgressDisplayTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Plain_lines_come_at_the_start_then_once_per_second_then_at_the_end()
    {
        string text = Shown(ProgressKind.Plain, new TestTerminal(), steps: 8, TimeSpan.FromMilliseconds(400));
        Assert.Equal("assay: reading: 0 of 8 files\nassay: reading: 3 of 8 files\nassay: reading: 6 of 8 files\nassay: reading: 8 of 8 files\n", text);
    }

    [Fact]
    public void Json_lines_parse_and_name_the_stage()
    {
        string text = Shown(ProgressKind.Json, new TestTerminal(), steps: 2, TimeSpan.FromSeconds(2));
        string[] states = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line).ToString())];
        Assert.Equal(["""{"stage":"read","done":0,"total":2}""", """{"stage":"read","done":1,"total":2}""", """{"stage":"read","done":2,"total":2}"""], states);
    }

    [Fact]
    public void A_stage_of_unknown_length_has_no_numbers()
    {
        TestTerminal terminal = new();
        using ProgressDisplay display = ProgressDisplay.Create(ProgressKind.Json, quiet: false, terminal.ToCommandTerminal(), _time);
        display.Begin(ProgressStage.Computing, 0);
        Assert.Equal("""{"stage":"compute","done":null,"total":null}""" + "\n", terminal.Error.ToString());
    }

    [Fact]
    public void A_bar_is_drawn_over_itself_and_cleared()
    {
        string text = Shown(ProgressKind.Automatic, new TestTerminal { ErrorIsTerminal = true }, steps: 2, TimeSpan.FromSeconds(1));
        Assert.Equal(
            "\rreading [........................] 0 of 2 files\e[K"
            + "\rreading [############............] 1 of 2 files\e[K"
            + "\rreading [########################] 2 of 2 files\e[K"
            + "\r\e[K",
            text);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void There_is_no_bar_without_a_terminal_that_can_redraw(bool terminal, bool dumb) =>
        Assert.Equal("", Shown(ProgressKind.Automatic, new TestTerminal { ErrorIsTerminal = terminal, IsDumb = dumb }, steps: 2, TimeSpan.FromSeconds(1)));

    [Fact]
    public void Progress_none_shows_nothing_on_a_terminal() =>
        Assert.Equal("", Shown(ProgressKind.None, new TestTerminal { ErrorIsTerminal = true }, steps: 2, TimeSpan.FromSeconds(1)));

    [Fact]
    public void Steps_of_several_threads_are_all_counted()
    {
        TestTerminal terminal = new();
        using (ProgressDisplay display = ProgressDisplay.Create(ProgressKind.Plain, quiet: false, terminal.ToCommandTerminal(), _time))
        {
            display.Begin(ProgressStage.Reading, 1000);
            Parallel.For(0, 1000, _ => display.Advance());
        }
        Assert.EndsWith("assay: reading: 1000 of 1000 files\n", terminal.Error.ToString(), StringComparison.Ordinal);
    }

    private string Shown(ProgressKind kind, TestTerminal terminal, int steps, TimeSpan timePerStep)
    {
        using (ProgressDisplay display = ProgressDisplay.Create(kind, quiet: false, terminal.ToCommandTerminal(), _time))
        {
            display.Begin(ProgressStage.Reading, steps);
            for (int i = 0; i < steps; i++)
            {
                _time.Advance(timePerStep);
                display.Advance();
            }
        }
        return terminal.Error.ToString()!;
    }
}
