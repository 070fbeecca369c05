using System.Text;
using Spectre.Console.Rendering;

namespace Entente.Cli;

/// <summary>Shows control characters, which steer terminals, as pictures of themselves.</summary>
/// <param name="inner">Where the text goes.</param>
/// <param name="cut">Whether to leave out the middle of lines that nobody would read: a file given where a name was meant.</param>
internal sealed class VisibleWriter(TextWriter inner, bool cut = false) : TextWriter
{
    private const int Longest = 2000;
    private const int Kept = 900;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(Visible.Of(value));

    public override void Write(string? value) => inner.Write(value is null ? null : Visible.Of(cut ? Cut(value) : value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Flush() => inner.Flush();

    private static string Cut(string text) => text.Length <= Longest ? text : string.Join('\n', text.Split('\n').Select(line =>
        line.Length <= Longest ? line : $"{line[..Kept]} … {line[^Kept..]}"));
}

/// <summary>Text that steers no terminal.</summary>
internal static class Visible
{
    // Unicode's pictures of the first 32 characters begin here.
    private const int Pictures = 0x2400;
    private const char Delete = '\u007f';
    private const char DeletePicture = '\u2421';
    private const char Unknown = '\ufffd';

    public static string Of(string text) => text.Any(Steers) ? string.Concat(text.Select((value, i) => IsLineEnd(text, i) ? value : Of(value))) : text;

    public static char Of(char value) =>
        !Steers(value) ? value
        : value < ' ' ? (char)(Pictures + value)
        : value == Delete ? DeletePicture
        : Unknown;

    // Windows ends lines with two characters.
    private static bool IsLineEnd(string text, int at) => text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';

    /// <summary>Control characters but for line feed and tab, and marks that turn the direction of what follows.</summary>
    private static bool Steers(char value) =>
        (char.IsControl(value) && value is not ('\n' or '\t')) || value is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}

/// <summary>Does the same to the text of what is drawn on a terminal, and leaves the codes that draw it.</summary>
internal sealed class VisibleText : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(renderable => new Shown(renderable));

    private sealed class Shown(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(segment =>
            segment.IsControlCode || segment.IsLineBreak || Visible.Of(segment.Text) == segment.Text ? segment : new Segment(Visible.Of(segment.Text), segment.Style));
    }
}
