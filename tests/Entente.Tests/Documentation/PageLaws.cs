using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Entente.Tests.Documentation;

/// <summary>How figures stand on pages: made, measured, or among the few that are allowed to be written by hand.</summary>
public partial class PageLaws
{
    /// <summary>Figures that are no results: confidence, limits of the program, what a command is asked, sections.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["README.md"] = ["95%"],
        ["results/README.md"] = ["95%", "1,000"],
        ["docs/architecture.md"] = [],
        ["docs/calibration.md"] = ["95%", "7.9"],
        ["docs/landscape.md"] = ["65,536", "4,096", "20 per cent", "30 per cent"],
        ["docs/model.md"] = [],
        ["docs/reliability.md"] = [],
        ["docs/studies.md"] = ["5%", "25%", "95%", "1,000"],
        ["docs/survival.md"] = ["95%", "1.60", "60%"],
    };

    /// <summary>Pages that are made as a whole, or define what others tell results of.</summary>
    private static readonly string[] Apart = ["docs/claims.md", "docs/facts.md", "docs/outcomes.md"];

    private static IEnumerable<string> Others => Manual.Pages.Except(Apart);

    [TestCaseSource(nameof(Others))]
    public void A_figure_that_no_command_made_is_told_as_measured_or_is_no_result(string page) =>
        Assert.That(ByHand(page == "docs/model.md" ? Magnitudes() : Manual.Read(page)), Is.EquivalentTo(Allowed[page]),
            "mark it as a figure that a command makes (docs/architecture.md says how), or as measured");

    [Test]
    public void A_figure_written_by_hand_is_seen() => Assert.That(
        ByHand("""
            Income is .6% higher, or 1,480, or −0.3 in all, in `0.5` of 30 worlds since 2001, <!-- figure: a b -->72%<!-- /figure -->,
            <!-- measured: version 1 -->3.5 ms<!-- /measured --> and 22 per cent of [0.7](x.md).
            ```
            9.9
            ```
            """), Is.EquivalentTo((string[])[".6%", "1,480", "−0.3", "22 per cent", "0.7"]));

    [TestCaseSource(typeof(Manual), nameof(Manual.Pages))]
    public void Marks_are_whole_and_do_not_show(string page)
    {
        var text = Manual.Read(page);
        Assert.That(Mark().Count(text), Is.EqualTo(2 * Pair().Count(text)), "each figure or measurement ends, and none is within another");
        // A comment with two hyphens shows as text; a line that begins with a comment is no part of its paragraph.
        Assert.That(Mark().Matches(text).Select(mark => mark.Groups["words"].Value).Where(words => words.Contains("--", StringComparison.Ordinal)), Is.Empty);
        Assert.That(text.Split('\n').Where(line => Mark().Match(line) is { Success: true, Index: 0 } mark && mark.Length < line.Length), Is.Empty,
            "a line begins with a mark only where it holds nothing else");
    }

    [Test]
    public void The_tests_that_hold_a_promise_are_there()
    {
        var named = Fixture().Matches(Manual.Read("docs/reliability.md")).Select(match => match.Groups["name"].Value).Distinct().ToArray();
        var there = Directory.GetFiles(Path.Combine(Manual.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.That(named, Has.Length.GreaterThan(10).And.SubsetOf(there));
    }

    [Test]
    public void Every_picture_is_made()
    {
        var made = Manual.Pages.SelectMany(Manual.Figures).SelectMany(figure => Picture().Matches(figure.Text)).Select(match => match.Groups["file"].Value);
        var there = Directory.GetFiles(Path.Combine(Manual.Root, "docs", "pictures")).Select(file => Path.GetFileName(file));
        Assert.That(made, Is.EquivalentTo(there));
        Assert.That(Manual.Pages.Sum(page => Picture().Count(Manual.Read(page))), Is.EqualTo(there.Count()));
    }

    /// <summary>Only the last section of the model has results; those before it have formulas.</summary>
    private static string Magnitudes()
    {
        var model = Manual.Read("docs/model.md");
        return model[model.IndexOf("## 10. Magnitudes", StringComparison.Ordinal)..];
    }

    private static string[] ByHand(string text) =>
        [.. Number().Matches(Code().Replace(Pair().Replace(text, ""), "")).Select(number => number.Value).Distinct()];

    [GeneratedRegex("<!-- (?<kind>figure|measured): [^>]*?-->.*?<!-- /\\k<kind> -->", RegexOptions.Singleline)]
    private static partial Regex Pair();

    [GeneratedRegex("<!-- (?:(?:figure|measured): (?<words>[^>]*?)|/figure|/measured) -->")]
    private static partial Regex Mark();

    [GeneratedRegex("```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    // Decimals, shares in per cent, thousands.
    [GeneratedRegex(@"(?<![\w.,/-])[+−-]?(?:\d{1,3}(?:,\d{3})+|\d*\.\d+%?|\d+(?:%| per cent))(?!\w)")]
    private static partial Regex Number();

    [GeneratedRegex("`(?<name>[A-Za-z]+(Tests|Laws))`")]
    private static partial Regex Fixture();

    [GeneratedRegex(@"!\[[^\]]+\]\([^)]*pictures/(?<file>[^)]+)\)")]
    private static partial Regex Picture();
}
