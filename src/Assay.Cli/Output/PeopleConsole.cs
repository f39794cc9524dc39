using Spectre.Console;

namespace Assay.Cli.Output;

/// <summary>Spectre's console over a writer, told everything and left to find out nothing: no look at the environment, no colours by surprise.</summary>
internal static class PeopleConsole
{
    /// <summary>A console of a width, in columns, with or without colours.</summary>
    public static IAnsiConsole Create(TextWriter writer, int width, bool color)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
