using System.Globalization;
using Entente.Studies.Landscapes;
using Spectre.Console;
using Alignment = Entente.Studies.Landscapes.Alignment;

namespace Entente.Cli;

/// <summary>Shows what was found of a landscape: a table of its stable configurations, and who stands where in each.</summary>
internal static class LandscapeReport
{
    private const int MostRows = 10;
    private const int MostSides = 3;
    private const int Width = 80;
    private static readonly Style Heading = new(decoration: Decoration.Bold);

    public static void Show(LandscapeStudy study, Variation? variation)
    {
        var console = Screen.Output();
        console.Say(study.Scenario.Question, Heading);
        console.Say(Scope(study));
        Table(console, study, variation);
        foreach (var (_, finding) in First(study, MostSides))
            Sides(console, study, finding);
        if (study.Survey.Stable.Count > MostSides)
            console.Say("Who stands where in the others is in the tables that --out writes.");
        Seen(console, study);
        Vary(console, study, variation);
    }

    /// <summary>The first stable configurations, and the nearest to what was seen, each with its place among the findings.</summary>
    private static IEnumerable<(int Place, Finding Finding)> First(LandscapeStudy study, int most) =>
        study.Findings.Index().Where(finding => finding.Index < most || finding.Item == study.Nearest);

    private static string Scope(LandscapeStudy study)
    {
        var stable = study.Survey.Stable.Count;
        var firms = Text($"{study.Landscape.Actors} firms can take two sides in {study.Landscape.Configurations:N0} ways; ");
        return firms + (study.Survey.Complete
            ? Text($"{stable:N0} of them {(stable == 1 ? "is" : "are")} stable: no firm gains by moving.")
            : Text($"{study.Survey.Tried:N0} descents from random ones led to {stable:N0} in which no firm gains by moving. There may be more: the list may be incomplete, and the shares are estimates."));
    }

    private static void Table(IAnsiConsole console, LandscapeStudy study, Variation? variation)
    {
        var table = new Table { Border = TableBorder.Simple };
        string[] headings = study.Alignment is null ? ["", "energy", "basin"] : ["", "energy", "basin", "as seen", "by size", "by chance"];
        if (variation is not null)
            headings = [.. headings, "still stable", .. study.Alignment is null ? Array.Empty<string>() : ["nearest"]];
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)).RightAligned());
        foreach (var (place, finding) in First(study, MostRows))
        {
            List<string> cells = [Text($"{finding.Number}"), Energy(finding.Stable.Energy), Share(finding.Share)];
            if (study.Alignment is { } alignment)
                cells.AddRange([Text($"{finding.Match!.Right} of {alignment.Known}"), Share(finding.Match.SizeShare), Chance(finding.Match.Chance)]);
            if (variation?.Findings[place] is { } steady)
            {
                cells.Add(Share(steady.Stable));
                if (study.Alignment is not null)
                    cells.Add(steady.Nearest is { } nearest ? Share(nearest) : "-");
            }

            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    private static void Sides(IAnsiConsole console, LandscapeStudy study, Finding finding)
    {
        console.WriteLine(Text($"{finding.Number}. {Headline(study, finding)}"), Heading);
        foreach (var side in new[] { 0, 1 })
        {
            var members = study.Members(finding.Stable.Configuration, side);
            var name = study.Alignment is { } alignment ? $"{alignment.Sides[finding.Match!.Swapped ? 1 - side : side]}: " : "";
            Indented(console, $"{name}{(members.Count == 0 ? "nobody" : string.Join(", ", members))}");
        }

        Indented(console, $"stable for {Range("alpha", finding.Alpha, study.Scenario.Alpha)}; for {Range("beta", finding.Beta, study.Scenario.Beta)}");
    }

    private static string Headline(LandscapeStudy study, Finding finding)
    {
        if (finding.Match is not { } match)
            return "";
        string[] wrong = [.. match.Differing.Select(firm => study.Scenario.Firms[firm].Name)];
        return wrong.Length switch
        {
            0 => "all as seen",
            <= 3 => $"as seen but for {string.Join(", ", wrong)}",
            _ => Text($"{wrong.Length} firms elsewhere than seen"),
        };
    }

    private static void Seen(IAnsiConsole console, LandscapeStudy study)
    {
        if (study.Alignment is not { } alignment || study.Nearest is not { Match: { } match } nearest)
            return;
        if (alignment.Configuration is { } seen)
        {
            var end = study.Landscape.Descend(seen);
            var led = study.Findings.FirstOrDefault(finding => finding.Stable.Configuration == end);
            console.Say(Text($"What was seen has energy {Energy(study.Landscape.Energy(seen))}; ") + (end == seen
                ? "it is stable itself."
                : led is null ? "moves lead on from there." : Text($"from there moves lead to {led.Number}.")));
        }

        console.Say(Text($"By chance one configuration is right on {match.Right} of {alignment.Known} firms or more with probability {Chance(alignment.Chance(match.Right))}")
            + Guesses(study, alignment, match.Right));
    }

    /// <summary>Several stable configurations are several guesses; where they cannot all be compared, their chances are added up.</summary>
    private static string Guesses(LandscapeStudy study, Alignment alignment, int right)
    {
        var count = study.Survey.Stable.Count;
        if (count == 1)
            return ".";
        var any = count == study.Findings.Count
            ? alignment.ChanceOfAny(study.Findings.Select(finding => finding.Stable.Configuration), right)
            : null;
        return any is { } exact
            ? Text($", and one of these {count:N0} is with {Chance(exact)}.")
            : Text($", and one of these {count:N0} is with at most {Chance(Math.Min(1, count * alignment.Chance(right)))}.");
    }

    private static string Chance(double probability) => probability < .0005 ? "<0.001" : Text($"{probability:0.000}");

    private static void Vary(IAnsiConsole console, LandscapeStudy study, Variation? variation)
    {
        if (variation is null)
            return;
        console.Say(Text($"Sizes were drawn {variation.Draws:N0} times within {variation.Percent:0.##}%: \"still stable\" says in what share of draws nobody would move")
            + (study.Alignment is null ? "." : ", \"nearest\" in what share it was, besides, as near as any to what was seen."));
    }

    private static string Range(string name, StableRange range, double now)
    {
        var where = (double.IsFinite(range.Low), double.IsFinite(range.High)) switch
        {
            (true, true) => Text($"{name} from {range.Low:0.###} to {range.High:0.###}"),
            (true, false) => Text($"{name} from {range.Low:0.###} up"),
            (false, true) => Text($"{name} up to {range.High:0.###}"),
            _ => $"any {name}",
        };
        return Text($"{where} (now {now:0.###})");
    }

    private static void Indented(IAnsiConsole console, string text)
    {
        var indent = "   ";
        foreach (var line in Wrapping.Lines(text, Width - 5))
        {
            console.WriteLine(indent + line);
            indent = "     ";
        }
    }

    private static string Energy(double value) => (value + 0.0).ToString("#,##0.0##", CultureInfo.InvariantCulture);

    private static string Share(double value) => Text($"{100 * value:0.0}%");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
