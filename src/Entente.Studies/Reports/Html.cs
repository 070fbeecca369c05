using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Entente.Studies.Reports;

/// <summary>Builds pages that are HTML and well-formed XML at once. All text is escaped; nothing is ever written as it came.</summary>
internal static class Html
{
    /// <summary>How every page begins.</summary>
    public const string Opening = "<!DOCTYPE html>\n<!-- Report of a result of Entente -->\n";

    private static readonly HashSet<string> Void = ["br", "hr", "img", "meta"];

    /// <summary>Elements that begin a line in the source, so that people can read it.</summary>
    private static readonly HashSet<string> Lines =
    [
        "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "footer", "aside", "h1", "h2", "h3", "h4", "p",
        "ul", "ol", "li", "dl", "dt", "dd", "div", "figure", "figcaption", "details", "summary", "pre", "table", "caption", "thead",
        "tbody", "tr", "svg",
    ];

    /// <summary>An element. Texts, elements, attributes and sequences of them may be its content.</summary>
    public static XElement Tag(string name, params object?[] content)
    {
        var element = new XElement(name, content.Select(Clean));

        // A browser takes <p/> for the beginning of a paragraph.
        if (element.IsEmpty && !Void.Contains(name))
            element.Value = "";
        return element;
    }

    public static XAttribute With(string name, string value) => new(name, Clean(value));

    public static XAttribute Class(string name) => With("class", name);

    /// <summary>The source of a page.</summary>
    public static string Page(XElement html)
    {
        foreach (var element in html.Descendants().Where(element => Lines.Contains(element.Name.LocalName) && !InPicture(element)).ToList())
            element.AddBeforeSelf("\n");
        var text = new StringBuilder(Opening);
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None };
        using (var writer = XmlWriter.Create(text, settings))
            html.WriteTo(writer);
        return text.Append('\n').ToString();
    }

    /// <summary>The text with what no page may hold, such as control characters, made visible.</summary>
    public static string Clean(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return clean.ToString();
    }

    private static object? Clean(object? content) => content switch
    {
        string text => Clean(text),
        IEnumerable<object?> several => several.Select(Clean),
        _ => content,
    };

    private static bool InPicture(XElement element) => element.Parent?.AncestorsAndSelf().Any(e => e.Name.LocalName == "svg") == true;
}
