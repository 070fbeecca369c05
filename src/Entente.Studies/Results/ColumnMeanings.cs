using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using Entente.Observation;

namespace Entente.Studies.Results;

/// <summary>What the columns of results mean: the documentation comments of the rows, which the build leaves beside the program.</summary>
public sealed class ColumnMeanings
{
    private readonly string file;
    private readonly Dictionary<string, string> summaries;

    private ColumnMeanings(string file, Dictionary<string, string> summaries) => (this.file, this.summaries) = (file, summaries);

    /// <summary>The meanings that belong to this program.</summary>
    /// <exception cref="InvalidOperationException">They are not beside the program, or spoilt.</exception>
    public static ColumnMeanings OfThisProgram() =>
        Read(Path.Combine(AppContext.BaseDirectory, $"{typeof(RunRow).Assembly.GetName().Name}.xml"));

    /// <summary>The meanings in a file that the compiler made of documentation comments.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="InvalidOperationException">There is no such file, or it is spoilt.</exception>
    public static ColumnMeanings Read(string file)
    {
        try
        {
            var summaries = XDocument.Load(file).Descendants("member")
                .ToDictionary(member => (string)member.Attribute("name")!, member => Text(member.Element("summary")));
            return new ColumnMeanings(file, summaries);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or XmlException)
        {
            throw new InvalidOperationException(
                $"The meanings of the columns cannot be read, so the program was not built whole: {cause.Message}", cause);
        }
    }

    /// <summary>The meaning of a column.</summary>
    /// <param name="column">A property of a row.</param>
    /// <exception cref="InvalidOperationException">The file does not know it.</exception>
    public string Of(PropertyInfo column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var meaning = summaries.GetValueOrDefault($"P:{column.DeclaringType!.FullName}.{column.Name}", "");
        return meaning.Length > 0
            ? meaning
            : throw new InvalidOperationException($"{file} does not say what {column.DeclaringType.Name}.{column.Name} means.");
    }

    private static string Text(XElement? summary) =>
        string.Join(' ', (summary?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
