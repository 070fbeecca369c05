using System.Globalization;
using Entente.Scenarios.Claims;
using Entente.Studies.Claims;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>Shows what claims came to: a table of verdicts, and below it what changes them.</summary>
internal static class Verdicts
{
    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(Color.Grey);


    public static void Show(ClaimReport report)
    {
        var console = Screen.Output();
        ShowVerdicts(console, report);
        foreach (var finding in report.Findings)
            ShowVariants(console, finding);
        foreach (var group in (report.Robust ?? []).GroupBy(found => found.Claim))
            ShowRobust(console, group);
        ShowMethod(console, report);
    }

    private static void ShowVerdicts(IAnsiConsole console, ClaimReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(new Text("claim")));
        table.AddColumn(new TableColumn(new Text("verdict")) { NoWrap = true });
        table.AddColumn(new TableColumn(new Text("effect")) { NoWrap = true }.RightAligned());
        table.AddColumn(new TableColumn(new Text("repl.")) { NoWrap = true }.RightAligned());
        foreach (var finding in report.Findings)
        {
            var claim = finding.Claim;
            table.AddRow(new Text(Title(claim), Heading), new Text(ClaimWords.Of(finding), Colour(finding.Verdict)), new Text(""), new Text(""));
            if (claim.NotTestable is { } why)
                table.AddRow(new Text($"- {why}"), new Text(""), new Text(""), new Text(""));
            foreach (var found in finding.Base?.Propositions ?? [])
                table.AddRow(
                    new Text($"- {found.Proposition.Says}"),
                    new Text(found.NotMeasurable ? "not measurable" : ClaimWords.Of(found.Verdict, claim.IsFact), Colour(found.Verdict)),
                    new Text($"{ClaimWords.Effect(found)}\n{ClaimWords.Interval(found)}"),
                    new Text(Replications(found)));
        }

        console.Write(table);
        console.WriteLine(string.Join(", ", report.Findings
            .GroupBy(finding => ClaimWords.Of(finding)).OrderBy(group => group.First().Verdict)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"))) + ".");
        console.WriteLine();
    }

    private static void ShowVariants(IAnsiConsole console, ClaimFinding finding)
    {
        if (finding.Others.Count == 0)
            return;
        var changed = finding.Others.Where(other => other.Verdict != finding.Verdict).ToArray();
        var asBefore = finding.Others.Count - changed.Length;
        Say(console, string.Create(CultureInfo.InvariantCulture,
            $"{Called(finding.Claim)} is {ClaimWords.Of(finding)}; asked again under {finding.Others.Count} other {(finding.Others.Count == 1 ? "setting" : "settings")}, {(changed.Length == 0 ? "it always is." : asBefore == 0 ? "it never is:" : $"it is in {asBefore}, but not in these:")}"));
        foreach (var other in changed)
            Say(console, $"  {ClaimWords.Of(other.Variant)}: {ClaimWords.Of(other.Verdict, finding.Claim.IsFact)}, "
                + string.Join("; ", other.Propositions.Select(found => $"{ClaimWords.Effect(found)} ({ClaimWords.Interval(found)})")));
        console.WriteLine();
    }

    private static void ShowRobust(IAnsiConsole console, IGrouping<Claim, RobustFinding> group)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Called(group.Key)} over uncertain parameters:"), Heading);
        foreach (var found in group)
        {
            Say(console, string.Create(CultureInfo.InvariantCulture,
                $"- {found.Proposition.Says} Holds at {ClaimPage.Share(found)} of {found.Points} points; decided most by {ClaimPage.Deciding(found)}."));
        }

        console.WriteLine();
    }

    private static void ShowMethod(IAnsiConsole console, ClaimReport report)
    {
        var asked = Examination.PropositionsOf(report.Findings.Select(finding => finding.Claim));
        Say(console, string.Create(CultureInfo.InvariantCulture,
            $"Intervals hold at whatever replication one stops. The probability of an error, one less each file's confidence, is shared out over the {asked} {(asked == 1 ? "proposition" : "propositions")} asked together; other settings are not counted."));
    }

    private static void Say(IAnsiConsole console, string text)
    {
        var indent = text.Length - text.TrimStart(' ', '-').Length;
        foreach (var (number, line) in Wrapping.Lines(text, Math.Max(40, console.Profile.Width - indent)).Index())
            console.WriteLine(number == 0 ? text[..(indent - (text.TrimStart().StartsWith('-') ? 2 : 0))] + line : new string(' ', indent) + line);
    }

    private static string Title(Claim claim) => claim.IsFact
        ? $"{claim.Question} ({claim.Number})"
        : $"{claim.Number}. {claim.Question} ({ClaimWords.Of(claim.Kind)})";

    /// <summary>A number may stand for several claims.</summary>
    private static string Called(Claim claim) => claim.IsFact ? $"Fact {claim.Number}" : $"Claim {claim.Number} ({claim.Name})";

    private static string Replications(PropositionFinding found) => found.LeftOut == 0
        ? found.Replications.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{found.Replications}\n-{found.LeftOut}");

    private static Style Colour(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Confirmed => new Style(Color.Green),
        ClaimVerdict.Refuted => new Style(Color.Red),
        _ => Quiet,
    };
}
