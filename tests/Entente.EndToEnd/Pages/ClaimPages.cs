using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using static Entente.EndToEnd.Pages.Say;
using static Entente.Tests.Documentation.Manual;

namespace Entente.EndToEnd.Pages;

/// <summary>What docs/claims.md and docs/facts.md say, and what README.md counts in them and in docs/calibration.md.</summary>
internal static partial class ClaimPages
{
    /// <summary>Counted from the other pages: nothing is played.</summary>
    public static Dictionary<string, string> Tally()
    {
        var calibration = Read("docs/calibration.md");
        var field = calibration[calibration.IndexOf("## The field", StringComparison.Ordinal)..];
        var targets = FitLine().Matches(field).Select(line => line.Groups["miss"].Value).ToArray();
        var pinned = ProfileLine().Matches(field).Select(line => (Path: line.Groups["path"].Value, Yes: line.Groups["pinned"].Value == "yes")).ToArray();
        var rivals = RivalLine().Matches(calibration).Select(line => line.Groups["error"].Value).ToArray();
        var alliances = File.ReadLines(Path.Combine(WorkingFolder.Scenarios, "lab", "observed", "alliances.csv"))
            .Where(line => !line.StartsWith('#')).Skip(1).Select(line => int.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new()
        {
            ["facts"] = Counts("docs/facts.md", "agreed", "contradicted"),
            ["claims"] = Counts("docs/claims.md", "confirmed", "refuted"),
            ["facts agreed"] = Holding("docs/facts.md", "agreed"),
            ["claims confirmed"] = Holding("docs/claims.md", "confirmed"),
            ["laboratory alliances"] = Number(alliances.Sum()),
            ["laboratory treatments"] = $"{alliances.Length}",
            ["laboratory error"] = SummaryError().Match(calibration).Groups["error"].Value,
            ["rival errors"] = $"{rivals.Min(StringComparer.Ordinal)} to {rivals.Max(StringComparer.Ordinal)}",
            ["targets met"] = $"{targets.Count(miss => miss == "0")} of {targets.Length}",
            ["parameters left open"] = $"{pinned.Count(parameter => !parameter.Yes)} of {pinned.Length}",
            ["parameters pinned down"] = List([.. pinned.Where(parameter => parameter.Yes).Select(parameter => $"`{parameter.Path}`")]),
        };
    }

    /// <summary>The page of facts as it is written anew.</summary>
    public static Dictionary<string, string> Facts()
    {
        CheckFile("docs/facts.md", Played.By("claims scenarios/facts").File("/claims.md"));
        return [];
    }

    /// <summary>The page of claims as it is written anew, with ablations, rival theories and uncertain parameters.</summary>
    public static Dictionary<string, string> Claims()
    {
        CheckFile("docs/claims.md", Played.By("claims --robust --point-replications 2").File("/claims.md"));
        return [];
    }

    /// <summary>The verdicts of the page of claims, without what takes longest: the ablations, rival theories and uncertain parameters.</summary>
    public static void CheckVerdicts()
    {
        var played = Encoding.UTF8.GetString(Played.By("claims --as-they-stand").File("/claims.md"));
        var page = Read("docs/claims.md");
        Assert.That(Propositions(page), Is.Not.Empty.And.EqualTo(Propositions(played)));
        Assert.That(Verdicts(page), Is.Not.Empty.And.EqualTo(Verdicts(played)));
    }

    /// <summary>The table of verdicts of a page, line by line.</summary>
    public static (string Number, string Name, string Kind, string Verdict)[] Verdicts(string page) => [.. VerdictLine().Matches(page)
        .Select(line => (line.Groups["number"].Value, line.Groups["name"].Value, line.Groups["kind"].Value, line.Groups["verdict"].Value))];

    private static string[] Propositions(string page) => [.. PropositionLine().Matches(page).Select(line => line.Value)];

    private static (string Number, string Name, string Kind, string Verdict)[] Asked(string page) =>
        [.. Verdicts(Read(page)).Where(line => line.Verdict != "not testable")];

    private static string Holding(string page, string yes) => $"{Asked(page).Count(line => line.Verdict == yes)} of {Asked(page).Length}";

    private static string Counts(string page, string yes, string no)
    {
        var asked = Asked(page);
        var builtIn = asked.Count(line => line.Verdict == yes && line.Kind == "built-in");
        return $"{Holding(page, yes)} {yes}{(builtIn == 0 ? "" : $" ({builtIn} of them built in)")}; " + string.Join("; ",
            new[] { no, "undecided" }.Select(verdict => asked.Where(line => line.Verdict == verdict).ToArray()).Where(those => those.Length > 0)
                .Select(those => $"{those.Length} {those[0].Verdict}: {List([.. those.Select(line => $"[{line.Name}]({page}#{line.Name})")])}"));
    }

    [GeneratedRegex(@"^\| (?<number>[^|]+) \| \[[^\]]+\]\(#(?<name>[^)]+)\) \| (?<kind>[^|]+) \| (?<verdict>[^|]+) \| [^|]*\|$", RegexOptions.Multiline)]
    private static partial Regex VerdictLine();

    [GeneratedRegex(@"^\| ([^|]+ \| ){5}[^|]* \| [^|]*(confirmed|refuted|undecided)[^|]* \|$", RegexOptions.Multiline)]
    private static partial Regex PropositionLine();

    [GeneratedRegex(@"^\| `(?<path>\w+\.\w+)` \| .* \| (?<pinned>yes|no) \([^|]*\|$", RegexOptions.Multiline)]
    private static partial Regex ProfileLine();

    [GeneratedRegex(@"^\| ([^|]+ \| ){4}(?<miss>[+-]?[0-9.]+) \| [^|]* \|$", RegexOptions.Multiline)]
    private static partial Regex FitLine();

    // The theory of the model itself is the first line of the table.
    [GeneratedRegex(@"^\| `re[\w-]+` \| \d+ \| [0-9.]+ \| (?<error>[0-9.]+) \| [0-9.]+ \| [0-9.]+ \|$", RegexOptions.Multiline)]
    private static partial Regex RivalLine();

    [GeneratedRegex(@"Root mean square error of the summary shares: (?<error>[0-9.]+[0-9])")]
    private static partial Regex SummaryError();
}
