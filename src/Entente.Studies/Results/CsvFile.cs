using System.Globalization;
using System.Text;

namespace Entente.Studies.Results;

/// <summary>
/// Comma-separated values as RFC 4180 has them: UTF-8, a line ends with CR and LF. Numbers have a point and as many
/// digits as it takes to read the same number back; what is not there is an empty field, an empty text a pair of quotes. Whatever the program writes
/// as CSV it writes with this.
/// A text that a spreadsheet would take for a formula, because it begins with = + - @, a tab or a carriage return and is no number, has an apostrophe
/// before it, and so has one that begins with apostrophes before such a character: who takes the first apostrophe away has the text back.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");
    private static readonly System.Buffers.SearchValues<char> Formula = System.Buffers.SearchValues.Create("=+-@\t\r");

    private readonly TextWriter writer;
    private bool begun;

    public CsvFile(string path)
        : this(new StreamWriter(new FileStream(path, FileMode.CreateNew), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16))
    {
    }

    private CsvFile(TextWriter writer) => this.writer = writer;

    /// <summary>Lines of fields as one text.</summary>
    public static string Of(IEnumerable<IEnumerable<string?>> lines)
    {
        using var text = new StringWriter();
        using var file = new CsvFile(text);
        foreach (var line in lines)
        {
            foreach (var field in line)
                file.Add(field);
            file.EndLine();
        }

        return text.ToString();
    }

    /// <summary>A number as a field; nothing where there is none, or it has no end.</summary>
    public static string? Field(double number) => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null;

    public void Add(string? text)
    {
        Separate();
        if (text is null)
            return;
        text = Inert(text);
        if (text.Length > 0 && !text.AsSpan().ContainsAny(Special))
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }

    public void Add(double number) => Format(number);

    public void Add(int number) => Format(number);

    public void Add(long number) => Format(number);

    public void Add(int? number)
    {
        if (number is { } there)
            Format(there);
        else
            Separate();
    }

    public void Add(bool value)
    {
        Separate();
        writer.Write(value ? "true" : "false");
    }

    /// <summary>Adds a value of a column.</summary>
    public void Add(Array values, int row)
    {
        switch (values)
        {
            case double[] numbers:
                Add(numbers[row]);
                break;
            case int[] wholes:
                Add(wholes[row]);
                break;
            case int?[] gaps:
                Add(gaps[row]);
                break;
            case bool[] flags:
                Add(flags[row]);
                break;
            case string?[] texts:
                Add(texts[row]);
                break;
            default:
                throw new ArgumentException($"No field holds a {values.GetType().GetElementType()!.Name}.", nameof(values));
        }
    }

    public void EndLine()
    {
        writer.Write("\r\n");
        begun = false;
    }

    /// <summary>Makes sure that all of it is on the disk.</summary>
    public void Finish()
    {
        writer.Flush();
        ((writer as StreamWriter)?.BaseStream as FileStream)?.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        try
        {
            writer.Dispose();
        }
        catch (IOException)
        {
            // What could not be written to an unfinished file is thrown away with it.
        }
    }

    private static string Inert(string text) =>
        text.AsSpan().TrimStart('\'') is [var first, ..] && Formula.Contains(first)
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text;

    private void Format<T>(T number)
        where T : ISpanFormattable
    {
        Span<char> digits = stackalloc char[32];
        Separate();
        number.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
    }

    private void Separate()
    {
        if (begun)
            writer.Write(',');
        begun = true;
    }
}
