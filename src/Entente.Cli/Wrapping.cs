using Spectre.Console;

namespace Entente.Cli;

/// <summary>Breaks text into lines.</summary>
internal static class Wrapping
{
    private const int Widest = 80;

    /// <summary>Writes a paragraph, in lines that are comfortable to read.</summary>
    public static void Say(this IAnsiConsole console, string text, Style? style = null)
    {
        foreach (var line in Lines(text, Math.Min(console.Profile.Width, Widest)))
            console.WriteLine(line, style ?? Style.Plain);
    }

    /// <summary>Lines of at most so many characters, broken between words; a longer word has a line of its own. At least one line.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
