using System.Text;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>Where the program writes: with colours where somebody looks on and has not asked for none, as plain text elsewhere.</summary>
internal static class Screen
{
    /// <summary>As wide as a terminal is at least; what goes to a file or another program does not depend on any terminal.</summary>
    private const int PlainWidth = 80;

    private static SteadyWriter output = new(TextWriter.Null);
    private static SteadyWriter error = new(TextWriter.Null);

    // What a command has left on disk: said on the error stream where the output cannot say it.
    private static string left = "";

    // https://no-color.org: set, and not to nothing.
    private static bool Colourless =>
        Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>Whether the error stream takes plain lines only.</summary>
    public static bool ErrorIsPlain => Console.IsErrorRedirected || Colourless;

    /// <summary>
    /// Makes the program write the same bytes under every locale, and no codes to a terminal that wants none. What cannot be written stops no work,
    /// and what a user wrote is shown and does not steer the terminal.
    /// </summary>
    public static void Prepare()
    {
        // The framework sets terminals up by codes of its own, and goes by this alone.
        if (Colourless)
            Environment.SetEnvironmentVariable("TERM", "dumb");
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        (output, error) = (new SteadyWriter(Console.Out), new SteadyWriter(Console.Error));
        Console.SetOut(new VisibleWriter(output));
        Console.SetError(new VisibleWriter(error, cut: true));
    }

    /// <summary>Says where results are.</summary>
    public static void Left(string sentence)
    {
        left = $" {sentence}";
        Console.Out.WriteLine(sentence);
    }

    /// <summary>Whether all output was written; says on the error stream why not.</summary>
    public static bool WasWritten()
    {
        if (output.Fault is not { } fault)
            return true;
        Console.Error.WriteLine($"The output cannot be written: {fault.TrimEnd('.')}.{left}");
        return false;
    }

    /// <summary>Shows a cursor that a progress bar has hidden.</summary>
    public static void ShowCursor() => error.Write("\e[?25h");

    public static IAnsiConsole Output() => Create(Console.Out, output, Console.IsOutputRedirected);

    public static IAnsiConsole Error() => Create(Console.Error, error, Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter visible, TextWriter raw, bool redirected)
    {
        var plain = redirected || Colourless;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = plain ? new AnsiConsoleOutput(visible) : new Terminal(raw),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
            console.Profile.Width = PlainWidth;
        if (!plain)
            console.Pipeline.Attach(new VisibleText());
        return console;
    }

    /// <summary>The terminal, which takes codes.</summary>
    private sealed class Terminal(TextWriter writer) : IAnsiConsoleOutput
    {
        private readonly AnsiConsoleOutput size = new(Console.Out);

        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => size.Width;

        public int Height => size.Height;

        public void SetEncoding(Encoding encoding)
        {
            // It is UTF-8 already.
        }
    }
}
