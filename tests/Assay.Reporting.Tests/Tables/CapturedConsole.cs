using System.Globalization;
using Spectre.Console;

namespace Assay.Reporting.Tests.Tables;

/// <summary>What a console without colours and of a fixed width shows.</summary>
internal static class CapturedConsole
{
    public static string Show(int width, Action<IAnsiConsole> write)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        write(console);
        return text.ToString();
    }
}
