using System.Text;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios;

/// <summary>
/// Lays a file below another that names it under <c>include</c>: what it sets holds where the including file does not set the same. It goes
/// through the same checks, and problems in it name it.
/// </summary>
internal static class Including
{
    private const string Key = "include";

    /// <summary>Includes what a file names. Returns the text of the whole: its own, and the included one after it as a comment.</summary>
    /// <param name="root">The including file; changed.</param>
    /// <param name="text">Its text.</param>
    /// <param name="fileName">Its name; the included file is found from its folder.</param>
    /// <param name="problems">Where to report.</param>
    public static string Apply(Node root, string text, string fileName, ProblemList problems)
    {
        if ((root as SectionNode)?.Find(Key) is not { } entry
            || Values.Text(entry.Value, entry.Place, Key, problems, "the name of a parameter file") is not { } name)
            return text;
        if (name.Any(char.IsControl))
        {
            // Its name becomes part of a comment, which ends with the line.
            problems.Add(entry.Place, $"{Key} is {Shown.Line(name)}; it must be the name of a parameter file, on one line.");
            return text;
        }

        var path = Path.Combine(Path.GetDirectoryName(fileName) ?? "", name);
        var included = Within(text, name);
        var whole = included is not null;
        if (included is null && ScenarioFile.Read(path, out included) is { } unreadable)
        {
            problems.Add(entry.Place, $"{Key} is {Shown.Line(name)}: {unreadable.Message}");
            return text;
        }

        Lay(root, included, path, problems);
        return whole ? text : WithComment(text, name, included);
    }

    /// <summary>Lays a text below a file, as what it includes.</summary>
    /// <param name="root">The including file; changed.</param>
    /// <param name="included">The text.</param>
    /// <param name="path">What problems in it are to call it.</param>
    /// <param name="problems">Where to report.</param>
    public static void Lay(Node root, string included, string path, ProblemList problems)
    {
        var below = YamlTree.Read(included, mark => new Place(path, (int)mark.Line, (int)mark.Column), problems);
        switch (below)
        {
            case SectionNode section:
                if (section.Find(Key) is { } nested)
                    problems.Add(nested.Place, "a file that is included cannot include another.");
                Below((SectionNode)root, section);
                break;
            case not null and not FaultyNode:
                problems.Add(below.Place, $"the file {below.Description}; it must be a section of keys and values.");
                break;
        }
    }

    /// <summary>What was included before, where the text is a whole that ends with it as a comment; as in a manifest.</summary>
    private static string? Within(string text, string name)
    {
        var heading = $"\n# included: {name}\n";
        var start = text.LastIndexOf(heading, StringComparison.Ordinal);
        return start < 0 ? null : string.Join('\n', text[(start + heading.Length)..].TrimEnd('\n').Split('\n').Select(line => line.Length > 2 ? line[2..] : "")) + "\n";
    }

    private static void Below(SectionNode above, SectionNode below)
    {
        foreach (var entry in below.Entries)
        {
            var present = above.Find(entry.Key);
            if (present is null or { Value: TextNode { IsNothing: true } })
                above.Put(entry);
            else if (present.Value is SectionNode upper && entry.Value is SectionNode lower)
                Below(upper, lower);
        }
    }

    private static string WithComment(string text, string name, string included)
    {
        var whole = new StringBuilder(text.TrimEnd('\n')).Append("\n\n# included: ").Append(name).Append('\n');
        foreach (var line in included.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            whole.Append(line.Length > 0 ? "# " : "#").Append(line).Append('\n');
        return whole.ToString();
    }
}
