using System.Reflection;
using System.Xml.Linq;

namespace Entente.Scenarios.Schema;

/// <summary>What the documentation comments of the model say of its types and properties.</summary>
internal sealed class Documentation(Stream comments)
{
    private readonly Dictionary<string, string> summaries = XDocument.Load(comments)
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => InOneLine(Words(member.Element("summary"))));

    public string Of(PropertyInfo property) => Of(property.DeclaringType!, property.Name);

    public string Of(Type type, string property) => Find($"P:{type.FullName}.{property}");

    public string Of(Type type) => Find($"T:{type.FullName}");

    private string Find(string member) => summaries.TryGetValue(member, out var summary) && summary.Length > 0
        ? summary
        : throw new InvalidDataException($"The documentation of the model does not describe {member}.");

    private static string InOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Words(XNode? node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.', ':')[^1],
        XElement element => string.Concat(element.Nodes().Select(Words)),
        _ => "",
    };
}
