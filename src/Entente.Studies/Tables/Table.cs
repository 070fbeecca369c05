using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Entente.Scenarios;

namespace Entente.Studies.Tables;

/// <summary>A line of a table.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Fields">Its fields, as many as the table has columns.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Fields);

/// <summary>
/// A table as text: the names of its columns, and below them a row a line. Lines above the names that begin with # are comments; below them a # is a
/// character like any other. Empty lines, and those of separators alone, are left out; so is the space around a field.
/// </summary>
public sealed class Table
{
    private const int Sampled = 50;
    private const int LongestShown = 60;

    private static readonly (string Name, char Character)[] Separators = [("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("pipe", '|'), ("space", ' ')];

    /// <summary>The separators that are tried; a space is one only where it is named.</summary>
    private static readonly char[] Tried = [',', ';', '\t', '|'];

    private Table(string file, IReadOnlyList<string> headings, int headingLine, char separator, IReadOnlyList<TableRow> rows) =>
        (File, Headings, HeadingLine, Separator, Rows) = (file, headings, headingLine, separator, rows);

    /// <summary>What the file is called.</summary>
    public string File { get; }
    /// <summary>The names of its columns; some may be empty, or the same.</summary>
    public IReadOnlyList<string> Headings { get; }
    /// <summary>The line on which they stand.</summary>
    public int HeadingLine { get; }
    /// <summary>What separates fields.</summary>
    public char Separator { get; }
    /// <summary>Whether numbers may have a decimal comma: not where a comma separates fields.</summary>
    public bool DecimalComma => Separator != ',';
    /// <summary>The rows, in the order of the file.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Reads a table from its text; null where there is none.</summary>
    /// <param name="text">The text, lines separated by line feeds.</param>
    /// <param name="file">What the file is called.</param>
    /// <param name="separator">What separates fields, by its name or itself; found out if left out.</param>
    /// <param name="problems">Gets everything that is wrong with it.</param>
    public static Table? Read(string text, string file, string? separator, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var named = separator is null ? null : Named(separator);
        if (separator is not null && named is null)
        {
            problems.Add(new Problem("--separator", 0, 0, $"{Shown(separator)} is not a separator; it must be comma, semicolon, tab, pipe, space or another single character, no letter, digit or quotation mark."));
            return null;
        }

        var (above, start) = (0, 0);
        for (; LineAt(text, start) is { } line && (line.AsSpan().Trim().IsEmpty || line[0] == '#' || (above == 0 && Declared(line) is not null)); above++)
        {
            named ??= above == 0 ? Declared(line) : null;
            start += line.Length + 1;
        }

        text = text[Math.Min(start, text.Length)..];
        var found = named ?? Likeliest(text);
        var rows = new List<TableRow>();
        string[]? headings = null;
        var headingLine = 0;
        foreach (var (line, fields) in Records(text, found, (line, message) => problems.Add(new Problem(file, above + line, 1, message))))
        {
            if (Array.TrueForAll(fields, field => field.Length == 0))
                continue;
            if (headings is null)
                (headings, headingLine) = (fields, above + line);
            else if (Fitted(fields, headings.Length) is { } fitted)
                rows.Add(new TableRow(above + line, fitted));
            else
                problems.Add(new Problem(file, above + line, 1, Unfit(fields, headings.Length)));
        }

        if (headings is not null)
            return new Table(file, headings, headingLine, found, rows);
        problems.Add(new Problem(file, 0, 0, above == 0
            ? "is empty; it must begin with a line that names its columns."
            : "has nothing but comments; below them it must have a line that names its columns."));
        return null;
    }

    /// <summary>A text as messages show it: on one line, cut where it is long.</summary>
    public static string Shown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestShown ? line : $"{line[..LongestShown]}...";
    }

    /// <summary>The names of the columns as messages list them.</summary>
    public string Columns() => string.Join(", ", Headings.Where(heading => heading.Length > 0).Select(Shown));

    /// <summary>The name of a separator in words.</summary>
    public static string NameOf(char separator) => Separators.FirstOrDefault(known => known.Character == separator).Name ?? separator.ToString();

    private static char? Named(string separator) => Separators.FirstOrDefault(known => known.Name.Equals(separator, StringComparison.OrdinalIgnoreCase)) switch
    {
        { Name: not null } known => known.Character,
        _ => separator switch
        {
            "\\t" => '\t',
            [not ('"' or '\n' or '\r') and var one] when !char.IsLetterOrDigit(one) => one,
            _ => null,
        },
    };

    /// <summary>What Excel's first line <c>sep=;</c> says.</summary>
    private static char? Declared(string line) => line.TrimEnd() is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var one] ? one : line == "sep=\t" ? '\t' : null;

    private static string? LineAt(string text, int start) => start >= text.Length ? null : text.IndexOf('\n', start) is >= 0 and var end ? text[start..end] : text[start..];

    /// <summary>The separator by which most of the first lines have as many fields as the heading, and of several the one that makes most of them; a comma where there is one column.</summary>
    private static char Likeliest(string text)
    {
        var beginning = text.Length <= 1 << 16 ? text : text[..(1 << 16)];
        return Tried.Select(separator =>
        {
            var records = Records(beginning, separator, (_, _) => { }).Take(Sampled).Select(record => record.Fields).ToArray();
            var columns = records is [var heading, ..] ? heading.Length : 0;
            return (separator, columns, fit: columns < 2 ? 0 : records.Count(fields => Fitted(fields, columns) is not null));
        }).MaxBy(tried => (tried.fit, tried.columns)).separator;
    }

    private static IEnumerable<(int Line, string[] Fields)> Records(string text, char separator, Action<int, string> fault)
    {
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            CacheFields = true,
            Delimiter = separator.ToString(),
            TrimOptions = TrimOptions.Trim,
            WhiteSpaceChars = separator == ' ' ? [] : [' '],
            BadDataFound = bad => fault(
                bad.Context.Parser!.RawRow - (bad.Field.StartsWith('"') ? bad.Field.Count(letter => letter == '\n') : 0),
                bad.Field.StartsWith('"') && bad.Field.Count(letter => letter == '"') % 2 == 1
                    ? "a quotation mark is opened in this line and never closed."
                    : "a quotation mark stands inside a field; it must be doubled, and the field be in quotation marks."),
        });
        while (csv.Read())
        {
            var raw = csv.RawRecord.AsSpan();
            yield return (csv.RawRow - (raw.EndsWith("\n") ? raw[..^1] : raw).Count('\n'), Array.ConvertAll(csv.Record!, Clean));
        }
    }

    /// <summary>A field without the space around it, and without marks that nobody sees.</summary>
    private static string Clean(string field) => field.Trim().Trim('\uFEFF', '\u200B', '\u200E', '\u200F').Trim();

    /// <summary>The fields, as many as there are columns: empty ones behind them are what a separator at the end of a line makes. Null where they do not fit.</summary>
    private static string[]? Fitted(string[] fields, int columns) =>
        fields.Length == columns ? fields : fields.Length > columns && Array.TrueForAll(fields[columns..], field => field.Length == 0) ? fields[..columns] : null;

    private static string Unfit(string[] fields, int columns) => string.Create(
        CultureInfo.InvariantCulture, $"the line has {fields.Length} field{(fields.Length == 1 ? "" : "s")}; it must have {columns}, as many as there are columns.")
        + (fields[0].StartsWith('#') ? " Comments may stand above the names of the columns only." : "");
}
