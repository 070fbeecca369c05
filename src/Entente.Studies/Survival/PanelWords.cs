using System.Globalization;

namespace Entente.Studies.Survival;

/// <summary>Words and numbers as tables have them, whatever their case.</summary>
internal static class PanelWords
{
    private static readonly string[] BlankWords =
        ["", "na", "n/a", "n.a.", "<na>", "#n/a", "null", "(null)", "nan", "nat", "-", "--", "–", "—", ".", "0000-00-00", "0000-00-00 00:00:00"];
    private static readonly string[] OngoingWords =
        ["present", "ongoing", "on-going", "on going", "current", "currently", "now", "today", "to date", "active", "still active", "alive", "open", "continuing", "continues", "in force"];
    private static readonly string[] YesWords = ["true", "t", "yes", "y", "ended", "end", "event", "terminated", "dissolved", "dead", "died"];
    private static readonly string[] NoWords = ["false", "f", "no", "n", "censored", "cens"];

    /// <summary>Whether a field is empty, or what programs write in its place.</summary>
    public static bool IsBlank(string text) => BlankWords.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a field says that there is nothing to say. In a column of groups, none may well be one.</summary>
    public static bool IsNothing(string text) => IsBlank(text) || text.Equals("none", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a field says that an alliance goes on.</summary>
    public static bool IsOngoing(string text) => OngoingWords.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a field says yes or no; null where it says neither.</summary>
    public static bool? YesOrNo(string text) =>
        YesWords.Contains(text, StringComparer.OrdinalIgnoreCase) ? true
        : NoWords.Contains(text, StringComparer.OrdinalIgnoreCase) || IsOngoing(text) ? false
        : Number(text, decimalComma: true) switch { 1 => true, 0 => false, _ => null };

    /// <summary>A number with a decimal point or, where it may have one, a decimal comma; null where a text is none.</summary>
    public static double? Number(string text, bool decimalComma)
    {
        var written = text.Replace('−', '-');
        if (decimalComma && !written.Contains('.', StringComparison.Ordinal))
            written = written.Replace(',', '.');
        return double.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;
    }

    /// <summary>A text in small letters and without space: the same for texts that look nearly alike.</summary>
    public static string Alike(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();

    /// <summary>A heading in small letters and digits alone.</summary>
    public static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
