using System.Text;
using System.Xml.Linq;
using Entente.Studies.Results;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>Every number that was in force: what differs between arms, then what the scenario set, then all of them, folded.</summary>
internal static class ParameterSection
{
    public static XElement Of(Manifest manifest, IReadOnlyList<ParameterLine> lines) => Tag("section",
        With("id", "parameters"),
        Tag("h2", "What was in force"),
        Tag("h3", "What differs between the arms"),
        Differing(manifest, lines),
        Tag("h3", "What the scenario sets alike in all arms"),
        Alike(manifest, lines),
        Tag("h3", "Everything"),
        Tag("p",
            Class("note"),
            "Defaults are those of the arm\u2019s preset; ranges, defaults and meanings are those of the program that wrote this page. A "
            + "source says where the default comes from. Folded parts print as they stand: open what you want on paper."),
        lines.GroupBy(line => line.Group).Select(group => Tag("details",
            Tag("summary", $"{Title(group.Key)} ({Figures.Count(group.Count())})"),
            Single(manifest, $"all-{Id(group.Key)}", $"{Title(group.Key)}: every number in force", group))),
        Tag("h3", "The scenario"),
        manifest.Scenario.Overrides.Count == 0 ? null : Tag("p", "Set on top of its text, in order:"),
        manifest.Scenario.Overrides.Count == 0 ? null : Tag("ul", manifest.Scenario.Overrides.Select(o => Tag("li", Tag("code", o)))),
        Tag("details", Tag("summary", "The text of the scenario"),
            Tag("pre", With("tabindex", "0"), Tag("code", manifest.Scenario.Text))));

    private static IEnumerable<XElement> Differing(Manifest manifest, IReadOnlyList<ParameterLine> lines)
    {
        var differing = lines.Where(line => line.Differs).ToArray();
        return differing.Length == 0
            ? [Tag("p", manifest.Arms.Count == 1 ? "There is one arm." : "Nothing: the arms are the same but in name.")]
            : Tables.Beside([.. manifest.Arms.Index()], 5, (part, arms, of) => Tables.Of(
                $"differing{part}", $"Parameters in which arms differ; every other is the same in all of them{of}",
                ["Parameter", .. arms.Select(arm => arm.Item.Name), "Range", "Unit", "Source"],
                differing.Select(line => (object?[])[Name(line), .. arms.Select(arm => line.InForce[arm.Index]), line.Range, line.Unit, line.Source]),
                _ => false));
    }

    private static XElement Alike(Manifest manifest, IReadOnlyList<ParameterLine> lines)
    {
        var set = lines.Where(line => line.IsSet && !line.Differs).ToArray();
        return set.Length == 0
            ? Tag("p", "Nothing: everything else has its default.")
            : Single(manifest, "set", "Parameters that the scenario sets to something else than their default, alike in all arms", set);
    }

    /// <summary>A table with what was in force in one column, arm by arm where they differ.</summary>
    private static XElement Single(Manifest manifest, string id, string caption, IEnumerable<ParameterLine> lines)
    {
        string[] presets = [.. manifest.Arms.Select(arm => arm.Preset)];
        return Tables.Of(id, caption, ["Parameter", "In force", "Default", "Range", "Unit", "Source"],
            lines.Select(line => (object?[])
                [Name(line), InForce(manifest, line), line.Default(presets), line.Range, line.Unit, line.Source]),
            _ => false);
    }

    private static IEnumerable<object?> Name(ParameterLine line) =>
        [Tag("code", line.Path), line.Meaning.Length == 0 ? null : Tag("span", Class("meaning"), line.Meaning)];

    private static object InForce(Manifest manifest, ParameterLine line) => line.Differs
        ? line.InForce.Zip(manifest.Arms).Select(pair => Tag("span", Class("by-arm"), $"{pair.Second.Name}: {pair.First}"))
        : line.InForce[0];

    /// <summary>A part of the model in words: partnerSearch is Partner search.</summary>
    private static string Title(string group)
    {
        var words = new StringBuilder();
        foreach (var letter in group)
            words.Append(words.Length == 0 ? char.ToUpperInvariant(letter).ToString()
                : char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString());
        return words.ToString() == "Founded" ? "Alliances founded by decree" : words.ToString();
    }

    private static string Id(string group) => string.Concat(group.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
