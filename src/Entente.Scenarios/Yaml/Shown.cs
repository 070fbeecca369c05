using System.Globalization;
using System.Text;

namespace Entente.Scenarios.Yaml;

/// <summary>How values appear in messages.</summary>
internal static class Shown
{
    private const int LongestText = 60;

    /// <summary>A text on one line, cut where it is long, with control characters and broken surrogates made visible.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= LongestText)
                return line.Append("...").ToString();
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else
                line.Append(rune);
        }

        return line.ToString();
    }

    /// <summary>A number in its shortest exact form; 1/12 and the like as fractions.</summary>
    public static string Number(double value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var inverse = Math.Round(1 / value);
        return text.Length > 8 && Math.Abs(inverse) is > 1 and < 1000 && 1 / inverse == value
            ? $"1/{inverse.ToString(CultureInfo.InvariantCulture)}"
            : text;
    }

    /// <summary>Words in a row: a, b or c.</summary>
    public static string Either(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";
}
