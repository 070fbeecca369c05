using System.Text;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios;

/// <summary>The bytes of a scenario file, before anybody looks at what they mean.</summary>
internal static class ScenarioFile
{
    private const int LargestBytes = 1 << 20;

    private const string TooLarge = "the file is larger than 1 MB; a scenario is a page or two.";

    /// <summary>Reads a file as text. Returns what keeps it from being read, or null.</summary>
    public static Problem? Read(string path, out string text)
    {
        text = "";
        byte[] bytes;
        if (path.AsSpan().Trim().IsEmpty)
            return At("the path of the file", "it is empty; name a file, such as scenarios/telco-disruption.yaml.");
        try
        {
            if (Directory.Exists(path))
                return At(path, DirectoryGiven(path));
            if (!File.Exists(path))
                return At(path, Missing(path));
            // Not the length but the reading decides: a device or a pipe has none.
            using var stream = File.OpenRead(path);
            bytes = new byte[LargestBytes + 1];
            bytes = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return At(path, $"the file cannot be read: {Shown.Line(fault.Message)}");
        }

        return bytes.Length > LargestBytes ? At(path, TooLarge) : Decode(bytes, path, out text);
    }

    /// <summary>What keeps a text from being read as YAML, or null: its size, or characters that no text has.</summary>
    public static Problem? Unreadable(string text, string file)
    {
        if (text.Length > LargestBytes)
            return At(file, TooLarge);
        var (line, column) = (1, 0);
        foreach (var character in text)
        {
            column++;
            if (character == '\n')
                (line, column) = (line + 1, 0);
            else if (char.IsControl(character) && character is not ('\t' or '\r' or '\u0085'))
                return new Problem(file, line, column, $"there is a control character here (\\u{(int)character:X4}); a scenario is plain text.");
        }

        return null;
    }

    /// <summary>Why there is nothing to read in a text.</summary>
    public static string Nothing(string text) => text.AsSpan().Trim().IsEmpty
        ? "the file is empty; a scenario has at least name, question, seed, replications and arms."
        : "there is nothing in the file but comments; a scenario has at least name, question, seed, replications and arms.";

    private static Problem? Decode(byte[] bytes, string path, out string text)
    {
        text = "";
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return At(path, "the file is encoded in UTF-16; save it as UTF-8.");
        ReadOnlySpan<byte> content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        if (content.Contains((byte)0))
            return At(path, "this is not a text file; a scenario is YAML, encoded in UTF-8.");
        var (line, column) = (1, 1);
        for (var rest = content; !rest.IsEmpty;)
        {
            var status = Rune.DecodeFromUtf8(rest, out var rune, out var length);
            if (status != System.Buffers.OperationStatus.Done)
                return new Problem(path, line, column, "there is a character here that is not UTF-8; save the file as UTF-8.");
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            rest = rest[length..];
        }

        text = Encoding.UTF8.GetString(content);
        return null;
    }

    /// <summary>Says that a file is not there, and which one near may be meant: beside it, or of the delivered scenarios.</summary>
    private static string Missing(string path)
    {
        var name = Path.GetFileName(path);
        var near = Nearest(name, Path.GetDirectoryName(path) ?? "") ?? Nearest(name, "scenarios");
        return Values.Ask("there is no such file", near);
    }

    private static string? Nearest(string name, string directory) =>
        Suggestions.Nearest(name, ScenariosIn(directory)) is { } near ? Path.Combine(directory, near) : null;

    private static IEnumerable<string> ScenariosIn(string directory)
    {
        var full = Path.GetFullPath(directory is "" ? "." : directory);
        return Directory.Exists(full)
            ? Directory.EnumerateFiles(full, "*.yaml").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)
            : [];
    }

    private static string DirectoryGiven(string path) => ScenariosIn(path).FirstOrDefault() is { } first
        ? $"this is a directory; name a scenario file in it, such as {Path.Combine(path, first)}."
        : "this is a directory, and there is no scenario (.yaml) in it.";

    private static Problem At(string file, string message) => new(file, 0, 0, message);
}
