using System.Globalization;
using System.Text;
using Entente.Scenarios;

namespace Entente.Studies.Tables;

/// <summary>
/// The text of a table that somebody brings: a file, a pipe or standard input, in UTF-8 unless a byte-order mark or the user says otherwise. Nothing is
/// guessed: bytes that are no text in its encoding are refused with their place.
/// </summary>
public static class TableFile
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    private const int LargestMegabytes = 256;

    private static readonly (byte[] Beginning, string Message)[] OtherFiles =
    [
        ([0x50, 0x4B, 3, 4], "is an Excel workbook, or another zip file. Save the sheet as CSV (UTF-8) and name that file."),
        ([0xD0, 0xCF, 0x11, 0xE0], "is an old Excel workbook. Save the sheet as CSV (UTF-8) and name that file."),
        ([0x1F, 0x8B], "is compressed. Unpack it first, such as with gunzip."),
        ("PAR1"u8.ToArray(), "is a Parquet file. Save the table as CSV and name that file."),
        ("%PDF"u8.ToArray(), "is a PDF. Save the table as CSV and name that file."),
        ("<stata_dta>"u8.ToArray(), "is a Stata file. Save the table as CSV (in Stata: export delimited) and name that file."),
        ("$FL2"u8.ToArray(), "is an SPSS file. Save the table as CSV (in SPSS: save translate) and name that file."),
    ];

    /// <summary>What a table is called in messages.</summary>
    /// <param name="path">Its path as it was named.</param>
    public static string NameOf(string path) => path == StandardInput ? "standard input" : path;

    /// <summary>Reads a table as text. Returns what keeps it from being read, or null.</summary>
    /// <param name="path">The file, or <see cref="StandardInput"/>.</param>
    /// <param name="encoding">The name of its encoding, where it has no byte-order mark; UTF-8 if left out.</param>
    /// <param name="text">Its text, without byte-order mark, lines separated by line feeds.</param>
    public static Problem? Read(string path, string? encoding, out string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        text = "";
        var file = NameOf(path);
        if (encoding is not null && Named(encoding) is null)
            return new Problem("--encoding", 0, 0, $"{Table.Shown(encoding)} is not an encoding known here; it must be utf-8, utf-16, latin1, windows-1252 or another code page such as windows-1250.");
        if (path.AsSpan().Trim().IsEmpty)
            return new Problem("the path of the table", 0, 0, "is empty; name a CSV file, or - for standard input.");
        if (Directory.Exists(path))
            return At(file, Folder(path));
        try
        {
            using var stream = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            return Bytes(stream, file, out var bytes) ?? Decode(bytes, file, encoding, out text);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            return At(file, $"there is no such file.{(Near(path) is { } near ? $" Did you mean {near}?" : "")}");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return At(file, $"cannot be read: {Table.Shown(cause.Message).TrimEnd('.')}.");
        }
    }

    /// <summary>An encoding that refuses what it does not know, by its name; null where there is none of that name.</summary>
    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Folder(string path)
    {
        if (File.Exists(Path.Combine(path, "manifest.json")))
            return $"is a folder with a result. To read its alliances: export {path} --survival, then survival {Path.Combine(path, "csv", "survival.csv")}.";
        var first = Entries(path).FirstOrDefault();
        return $"is a folder; name a CSV file{(first is null ? "" : $" in it, such as {Path.Combine(path, first)}")}.";
    }

    private static string? Near(string path) =>
        Suggestions.Nearest(Path.GetFileName(path), Entries(Path.GetDirectoryName(path) ?? "")) is { } near ? Path.Combine(Path.GetDirectoryName(path) ?? "", near) : null;

    private static IEnumerable<string> Entries(string directory)
    {
        try
        {
            return [.. Directory.EnumerateFiles(directory is "" ? "." : directory, "*.csv").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static Problem? Bytes(Stream stream, string file, out byte[] bytes)
    {
        using var all = new MemoryStream();
        var part = new byte[1 << 16];
        bytes = [];
        // Not the length but the reading decides: a device or a pipe has none.
        for (int count; (count = stream.Read(part)) > 0;)
        {
            all.Write(part, 0, count);
            if (all.Length > LargestMegabytes << 20)
                return At(file, string.Create(CultureInfo.InvariantCulture, $"is larger than {LargestMegabytes} MB, the most that is read. Keep only the columns that are needed."));
            if (all.Length == count && part.AsSpan(0, count).Count((byte)0) == count)
                return At(file, "is not a text file: it begins with nothing but zeros.");
        }

        bytes = all.ToArray();
        return null;
    }

    private static Problem? Decode(byte[] bytes, string file, string? named, out string text)
    {
        text = "";
        if (OtherFiles.FirstOrDefault(other => bytes.AsSpan().StartsWith(other.Beginning)).Message is { } message)
            return At(file, message);
        var (encoding, mark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
            [0xFF, 0xFE, 0, 0, ..] => ("utf-32", 4),
            [0xFF, 0xFE, ..] => ("utf-16", 2),
            [0xFE, 0xFF, ..] => ("utf-16BE", 2),
            _ => (named ?? "utf-8", 0),
        };
        if (mark == 0 && named is null && bytes.AsSpan().Contains((byte)0))
            return At(file, Wide(bytes) is { } wide ? $"is encoded in UTF-16 without a byte-order mark. Save it as UTF-8, or say --encoding {wide}." : "is not a text file; a table is text, encoded in UTF-8.");
        string read;
        try
        {
            read = Named(encoding)!.GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException fault)
        {
            var (line, column) = Place(bytes.AsSpan(mark, Math.Clamp(fault.Index, 0, bytes.Length - mark)));
            return encoding == "utf-8"
                ? new Problem(file, line, column, "there is a character here that is not UTF-8. Save the file as UTF-8, or say what it is encoded in, such as --encoding windows-1252.")
                : At(file, $"is not encoded in {encoding}; save it as UTF-8.");
        }

        // A control-Z is what old systems end files with.
        read = read.TrimStart('\uFEFF').TrimEnd('\u001A').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (Controls(read, file) is { } control)
            return control;
        text = read;
        return null;
    }

    private static Problem? Controls(string text, string file)
    {
        var (line, column) = (1, 0);
        foreach (var character in text)
        {
            column++;
            if (character == '\n')
                (line, column) = (line + 1, 0);
            else if (char.IsControl(character) && character is not '\t')
            {
                return new Problem(file, line, column, string.Create(CultureInfo.InvariantCulture, $"there is a control character here (\\u{(int)character:X4}); a table is plain text.")
                    + (character is >= '\u0080' ? " Say what it is encoded in, such as --encoding windows-1252." : ""));
            }
        }

        return null;
    }

    /// <summary>Which of the two kinds of UTF-16 bytes may be: Latin letters have a zero beside each.</summary>
    private static string? Wide(byte[] bytes)
    {
        if (bytes.Length % 2 != 0)
            return null;
        var beginning = bytes.AsSpan(0, Math.Min(bytes.Length, 1000));
        var (even, odd) = (0, 0);
        for (var i = 0; i < beginning.Length; i += 2)
            (even, odd) = (even + (beginning[i] == 0 ? 1 : 0), odd + (beginning[i + 1] == 0 ? 1 : 0));
        return (even, odd) switch
        {
            (0, > 0) when odd > beginning.Length / 4 => "utf-16",
            ( > 0, 0) when even > beginning.Length / 4 => "utf-16BE",
            _ => null,
        };
    }

    private static (int Line, int Column) Place(ReadOnlySpan<byte> before)
    {
        var last = before.LastIndexOfAny((byte)'\n', (byte)'\r');
        var lines = before.Count((byte)'\n') + before.Count((byte)'\r') - before.Count("\r\n"u8);
        return (lines + 1, Encoding.UTF8.GetCharCount(before[(last + 1)..]) + 1);
    }

    private static Problem At(string file, string message) => new(file, 0, 0, message);
}
