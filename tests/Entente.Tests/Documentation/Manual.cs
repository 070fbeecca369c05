using NUnit.Framework;

namespace Entente.Tests.Documentation;

/// <summary>A page of the manual with sections between <c>begin</c> and <c>end</c> markers that are drawn from the code.</summary>
internal static class Manual
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// Fills each section of a page with its table. With ENTENTE_UPDATE=1 in the environment the page is written; without, it
    /// must already read so.
    /// </summary>
    public static void Check(string page, string kind, IReadOnlyDictionary<string, string> tables)
    {
        var path = Path.Combine(Root, "docs", page);
        var text = File.ReadAllText(path);
        var filled = tables.Aggregate(text, (filling, table) => Fill(filling, page, $"{kind}:{{0}} {table.Key}", table.Value));
        Assert.That(Count(text, $"<!-- {kind}:begin "), Is.EqualTo(tables.Count), $"docs/{page} has a section that no code fills");
        if (System.Environment.GetEnvironmentVariable("ENTENTE_UPDATE") == "1")
            File.WriteAllText(path, filled);
        else
            Assert.That(text, Is.EqualTo(filled), $"docs/{page} has drifted from the code; run the tests with ENTENTE_UPDATE=1");
    }

    private static string Fill(string text, string page, string marker, string table)
    {
        var begin = $"<!-- {marker.Replace("{0}", "begin", StringComparison.Ordinal)} -->\n";
        var end = $"<!-- {marker.Replace("{0}", "end", StringComparison.Ordinal)} -->";
        Assert.That((Count(text, begin), Count(text, end)), Is.EqualTo((1, 1)), $"docs/{page} must have {begin.Trim()} and {end} once each");
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[..start] + table + text[text.IndexOf(end, StringComparison.Ordinal)..];
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no Simulation.sln above {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}
