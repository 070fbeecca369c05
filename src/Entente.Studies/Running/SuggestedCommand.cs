namespace Entente.Studies.Running;

/// <summary>Commands that people are told to type: each names the program as it is called, and can be pasted into a shell.</summary>
public static class SuggestedCommand
{
    /// <summary>What people type: the name of the program's file.</summary>
    public const string Program = "entente-cli";

    private const string Plain = "-_./=:+,%@";

    /// <summary>A command of the program.</summary>
    /// <param name="words">Its words, as the program is to read them.</param>
    public static string Of(params IEnumerable<string> words) => string.Join(' ', words.Prepend(Program).Select(Quoted));

    /// <summary>A word of a command line, in quotes where a shell (POSIX) would read more into it.</summary>
    public static string Quoted(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
