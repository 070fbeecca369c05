using System.Text;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>Where the program writes: with colours where somebody looks on and has not asked for none, as plain text elsewhere.</summary>
internal static class Screen
{
    /// <summary>As wide as a terminal is at least; what goes to a file or another program does not depend on any terminal.</summary>
    private const int PlainWidth = 80;

    // https://no-color.org: set, and not to nothing.
    private static bool Colourless =>
        Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>Whether the error stream takes plain lines only.</summary>
    public static bool ErrorIsPlain => Console.IsErrorRedirected || Colourless;

    /// <summary>Makes the program write the same bytes under every locale, and no codes to a terminal that wants none.</summary>
    public static void Prepare()
    {
        // The framework sets terminals up by codes of its own, and goes by this alone.
        if (Colourless)
            Environment.SetEnvironmentVariable("TERM", "dumb");
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }

    public static IAnsiConsole Output() => Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error() => Create(Console.Error, Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var plain = redirected || Colourless;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
