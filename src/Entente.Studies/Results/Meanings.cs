using System.Text.RegularExpressions;
using System.Xml.Linq;
using Entente.Observation;

namespace Entente.Studies.Results;

/// <summary>What columns mean: the documentation comments of the rows, as the compiler wrote them beside the model.</summary>
internal static partial class Meanings
{
    private static readonly Lazy<Dictionary<string, string>> Comments = new(Read);

    /// <summary>The meaning of a column of a row type.</summary>
    /// <exception cref="InvalidOperationException">The program was built without its documentation.</exception>
    public static string Of(Type row, string property) =>
        Comments.Value.TryGetValue($"P:{row.FullName}.{property}", out var meaning)
            ? meaning
            : throw new InvalidOperationException($"The program was built without the documentation of {row.Name}.{property}.");

    private static Dictionary<string, string> Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, Path.ChangeExtension(typeof(RunRow).Assembly.ManifestModule.Name, ".xml"));
        return XDocument.Load(path).Descendants("member").ToDictionary(
            member => member.Attribute("name")!.Value,
            member => Space().Replace(member.Element("summary")?.Value ?? "", " ").Trim());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
