using System.Text.RegularExpressions;
using System.Xml.Linq;
using Entente.Studies.Charts;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>The charts, each within the page itself and under its own title, with what is to be seen in words.</summary>
internal static partial class PictureSection
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement? Of(IReadOnlyList<Picture> pictures) => pictures.Count == 0 ? null : Tag("section",
        With("id", "pictures"),
        Tag("h2", "Pictures"),
        pictures.Select((picture, i) => Tag("figure",
            Tag("div", Class("scroll"), With("role", "region"), With("tabindex", "0"), With("aria-labelledby", $"picture-{i + 1}-title"),
                Inline(picture, $"picture-{i + 1}")),
            Tag("figcaption", picture.Description))));

    /// <summary>A picture that keeps to itself: its identifiers begin with its name, and it fits the width it is given.</summary>
    private static XElement Inline(Picture picture, string name)
    {
        var svg = XDocument.Parse(picture.Svg, LoadOptions.PreserveWhitespace).Root!;
        foreach (var attribute in svg.DescendantsAndSelf().Attributes().Where(a => !a.IsNamespaceDeclaration).ToList())
            attribute.Value = attribute.Name.LocalName switch
            {
                "id" => $"{name}-{attribute.Value}",
                "href" when attribute.Value.StartsWith('#') => $"#{name}-{attribute.Value[1..]}",
                _ => Own(attribute.Value, name),
            };
        foreach (var style in svg.Descendants(Svg + "style"))
            style.Value = Own(style.Value, name);

        if (svg.Attribute("viewBox") is null)
            svg.SetAttributeValue("viewBox", $"0 0 {Length(svg, "width")} {Length(svg, "height")}");
        svg.SetAttributeValue("width", null);
        svg.SetAttributeValue("height", null);
        svg.Elements(Svg + "title").Concat(svg.Elements(Svg + "desc")).Remove();
        svg.AddFirst(
            new XElement(Svg + "title", With("id", $"{name}-title"), Clean(picture.Title)),
            new XElement(Svg + "desc", With("id", $"{name}-description"), Clean(picture.Description)));
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-labelledby", $"{name}-title");
        svg.SetAttributeValue("aria-describedby", $"{name}-description");
        svg.SetAttributeValue("aria-label", null);
        return svg;
    }

    private static string Own(string value, string name) => Reference().Replace(value, $"url(#{name}-$1)");

    private static string Length(XElement svg, string side) => Digits().Match(svg.Attribute(side)?.Value ?? "100").Value;

    [GeneratedRegex(@"url\(\s*[""']?#([^""')]+)[""']?\s*\)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[0-9.]+")]
    private static partial Regex Digits();
}
