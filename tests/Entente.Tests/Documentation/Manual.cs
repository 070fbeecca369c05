using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Entente.Tests.Documentation;

/// <summary>
/// The pages of the project. What stands in a page between the comments <c>figure: NAME</c> and <c>/figure</c>, within a sentence or
/// as lines of its own, is made by code or by a command; the first word of a name is the group of figures that are made together.
/// With ENTENTE_UPDATE=1 in the environment what is made is written; without, it must already be there.
/// </summary>
internal static partial class Manual
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All pages with figures, by their path from the root.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        ["README.md", "results/README.md", .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Select(page => $"docs/{Path.GetFileName(page)}").Order(StringComparer.Ordinal)];

    private static bool Updating => System.Environment.GetEnvironmentVariable("ENTENTE_UPDATE") == "1";

    /// <summary>What a page reads.</summary>
    public static string Read(string page) => File.ReadAllText(Path.Combine(Root, page));

    /// <summary>The figures of a page: their names, and what the page says they are.</summary>
    public static IEnumerable<(string Name, string Text)> Figures(string page) =>
        Figure().Matches(Read(page)).Select(found => (found.Groups["name"].Value, found.Groups["text"].Value));

    /// <summary>Checks the figures of a group on all pages, or writes them.</summary>
    /// <param name="group">The first word of their names.</param>
    /// <param name="figures">What each comes to, by the rest of its name.</param>
    public static void Check(string group, IReadOnlyDictionary<string, string> figures)
    {
        var unused = figures.Keys.ToHashSet();
        var wrong = new List<string>();
        foreach (var page in Pages)
        {
            var text = Read(page);
            var filled = Figure().Replace(text, found =>
            {
                var (first, name) = Named(found.Groups["name"].Value);
                if (first != group)
                    return found.Value;
                if (!figures.TryGetValue(name, out var made))
                {
                    wrong.Add($"{page} shows {group} {name}, which nothing makes");
                    return found.Value;
                }

                unused.Remove(name);
                var said = found.Groups["text"].Value;
                var meant = said.StartsWith('\n') ? $"\n{made.Trim('\n')}\n" : made;
                if (said != meant && !Updating)
                    wrong.Add($"{page} says of {group} {name}: {Without(said, meant)}\n   it is now: {Without(meant, said)}");
                return $"<!-- figure: {group} {name} -->{meant}<!-- /figure -->";
            });
            if (Updating && filled != text)
                File.WriteAllText(Path.Combine(Root, page), filled);
        }

        wrong.AddRange(unused.Select(name => $"no page shows {group} {name}"));
        Assert.That(wrong, Is.Empty, "Pages and what makes their figures differ; run these tests with ENTENTE_UPDATE=1 to write them anew.");
    }

    /// <summary>The lines of a text that another does not have.</summary>
    private static string Without(string text, string other) => string.Join('\n', text.Split('\n').Except(other.Split('\n')));

    /// <summary>Checks a file that is made as a whole, or writes it.</summary>
    /// <param name="file">Its path from the root.</param>
    /// <param name="bytes">What it is to hold.</param>
    public static void CheckFile(string file, byte[] bytes)
    {
        var path = Path.Combine(Root, file);
        if (Updating)
            File.WriteAllBytes(path, bytes);
        else
            Assert.That(File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes), $"{file} is no longer what is made; run this test with ENTENTE_UPDATE=1 to write it anew.");
    }

    /// <summary>Checks a picture, or writes it; gives the Markdown that shows it on a page, with the picture's title as its alternative text.</summary>
    /// <param name="file">Its path from the root.</param>
    /// <param name="svg">The picture that was made.</param>
    /// <param name="page">The page that shows it.</param>
    public static string Picture(string file, byte[] svg, string page)
    {
        CheckFile(file, svg);
        var title = string.Join(' ', Title().Matches(Encoding.UTF8.GetString(svg)).Select(line => line.Groups["line"].Value.Trim()));
        return $"![{System.Net.WebUtility.HtmlDecode(title)}]({Path.GetRelativePath(Path.GetDirectoryName(Path.Combine(Root, page))!, Path.Combine(Root, file)).Replace('\\', '/')})";
    }

    /// <summary>The group and the rest of a figure's name.</summary>
    public static (string Group, string Name) Named(string figure) => figure.Split(' ', 2) is [var group, var rest] ? (group, rest) : (figure, "");

    [GeneratedRegex("<!-- figure: (?<name>[^>]+?) -->(?<text>.*?)<!-- /figure -->", RegexOptions.Singleline)]
    private static partial Regex Figure();

    // A title is set in the one large size.
    [GeneratedRegex("<text font-size=\"21\"[^>]*>(?<line>[^<]*)</text>")]
    private static partial Regex Title();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no Simulation.sln above {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}
