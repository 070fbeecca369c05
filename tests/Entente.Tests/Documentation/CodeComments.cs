using System.Reflection;
using System.Xml.Linq;

namespace Entente.Tests.Documentation;

/// <summary>What the documentation comments of the model say of its types and properties.</summary>
internal static class CodeComments
{
    private static readonly Dictionary<string, string> Summaries = XDocument
        .Load(Path.ChangeExtension(typeof(Settings.Setting).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => AsMarkdown(member.Element("summary")));

    public static string Of(Type type) => Summaries.GetValueOrDefault($"T:{type.FullName}", "");

    public static string Of(PropertyInfo property) =>
        Summaries.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}", "");

    public static string Of(FieldInfo field) => Summaries.GetValueOrDefault($"F:{field.DeclaringType!.FullName}.{field.Name}", "");

    private static string AsMarkdown(XElement? summary) =>
        summary is null ? "" : string.Join(' ', string.Concat(summary.Nodes().Select(AsMarkdown)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string AsMarkdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.', ':')[^1]}`",
        XElement element => $"`{element.Value}`",
        _ => "",
    };
}
