using SkiaSharp;

namespace Entente.Studies.Charts;

/// <summary>Text broken into lines of a picture.</summary>
internal static class Captions
{
    /// <summary>
    /// Names of panels or lines, broken into two lines and cut where they are too long for one. All get as many lines, so that what they name stands in line.
    /// </summary>
    /// <param name="names">The names.</param>
    /// <param name="width">How wide a line may be.</param>
    /// <param name="size">Size of the letters.</param>
    /// <param name="bold">Whether they are bold.</param>
    public static string[] Of(IReadOnlyList<string> names, float width, float size, bool bold = true)
    {
        const int Most = 2;
        using var font = Typefaces.Font(size, bold);
        var lines = ShortNames.Of(names, name => Lines(name, font, width).Count <= Most).Select(name => Lines(name, font, width)).ToArray();
        var most = lines.Max(of => of.Count);
        return [.. lines.Select(of => string.Join('\n', of.Concat(Enumerable.Repeat(" ", most - of.Count))))];
    }

    /// <summary>Lines no wider than a width, broken between words, else after hyphens and points, else anywhere.</summary>
    public static List<string> Lines(string text, SKFont font, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width)
                lines[^1] += $" {word}";
            else
                lines.AddRange(Pieces(word, font, width));
        }

        return lines;
    }

    private static IEnumerable<string> Pieces(string word, SKFont font, float width)
    {
        while (font.MeasureText(word) > width && word.Length > 1)
        {
            var fitting = Enumerable.Range(1, word.Length - 1).Last(length => length == 1 || font.MeasureText(word[..length]) <= width);
            var after = word.LastIndexOfAny(['-', '.'], fitting - 1) + 1;
            var length = after > fitting / 3 ? after : fitting;
            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }
}
