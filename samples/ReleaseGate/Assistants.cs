using Microsoft.Extensions.AI;

namespace ReleaseGate;

/// <summary>
/// The assistants that are compared: any <see cref="IChatClient"/>. Here they are scripted, so that this test needs no network; yours call your product.
/// </summary>
internal static class Assistants
{
    /// <summary>About to be released: names the place to look for seven questions in ten.</summary>
    public static IChatClient Release { get; } = new ScriptedClient(static question => Answer("Sure.", question, helps: Number(question) % 10 < 7));

    /// <summary>Out now: names it for half of them.</summary>
    public static IChatClient Out { get; } = new ScriptedClient(static question => Answer("Hello.", question, helps: Number(question) % 2 == 0));

    /// <summary>A release that nobody should get.</summary>
    public static IChatClient Broken { get; } = new ScriptedClient(static question => $"I cannot help with \"{question}\" at the moment.");

    private static string Answer(string greeting, string question, bool helps) => helps
        ? $"{greeting} Open Settings > Option {Number(question)} and change it there."
        : $"{greeting} Please have a look at the manual, in chapter {Number(question)}.";

    private static int Number(string question) => Array.IndexOf(Questions.All, question);
}
