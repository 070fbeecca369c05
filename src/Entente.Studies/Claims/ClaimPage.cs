using System.Globalization;
using System.Text;
using Entente.Scenarios.Claims;
using Entente.Studies.Results;
using Entente.Studies.Running;
using Entente.Studies.Statistics;

namespace Entente.Studies.Claims;

/// <summary>Findings as a page of Markdown: how verdicts are made, all verdicts, then claim by claim.</summary>
public static class ClaimPage
{
    /// <summary>Writes the page.</summary>
    public static string Write(ClaimReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new StringBuilder();
        var facts = report.Findings.All(finding => finding.Claim.IsFact);
        page.Append(Format($"# {(facts ? "Published findings the model is tested on" : "Claims")}\n\n"));
        page.Append(Format($"Written by `{SuggestedCommand.Of("claims")}`, version {report.ProgramVersion}; not edited by hand.\n\n"));
        Method(page, report, facts);
        Summary(page, report);
        foreach (var finding in report.Findings)
            Section(page, finding, report);
        Outcomes(page, report);
        return page.ToString();
    }

    /// <summary>What the measures mean that are no columns of the table of runs.</summary>
    private static void Outcomes(StringBuilder page, ClaimReport report)
    {
        var asked = report.Findings.SelectMany(finding => finding.Claim.Propositions).SelectMany(proposition => proposition.Terms)
            .Select(term => term.Outcome).ToHashSet();
        page.Append("## Outcomes\n\n`docs/outcomes.md` explains the columns of the table of runs. Beside them these measures are used:\n\n| measure | unit | meaning |\n|---|---|---|\n");
        foreach (var measure in Measures.All.Where(measure => asked.Contains(measure.Name)))
            page.Append(Format($"| `{measure.Name}` | {measure.Unit} | {Markdown.Cell(measure.Meaning)} |\n"));
    }

    private static void Method(StringBuilder page, ClaimReport report, bool facts)
    {
        var asked = Examination.PropositionsOf(report.Findings.Select(finding => finding.Claim));
        page.Append("## How verdicts are made\n\n");
        page.Append(facts
            ? """
              Each finding is published about real alliances and was kept back from calibration. It is put to the model as one or more propositions: that a contrast, a weighted sum of outcomes of arms that live through the same replication, lies on one side of a threshold. Findings that no outcome of the model can stand for are listed with the reason.


              """
            : """
              A claim is put to the model as one or more propositions: that a contrast, a weighted sum of outcomes of arms that live through the same replication, lies on one side of a threshold, the smallest difference that matters. *Built-in* claims restate a rule and check that the mechanism works; only *emergent* ones count as findings, and each of those is asked again with the rules that favour it switched off, one at a time, and under rival theories of conduct. A refuted claim is a finding; no parameter is changed to rescue one.


              """);
        var yes = ClaimWords.Of(ClaimVerdict.Confirmed, facts);
        var no = ClaimWords.Of(ClaimVerdict.Refuted, facts);
        page.Append(Format($"Replications are added in batches until every proposition is decided or the file's replications are spent (first look after {report.Options.FirstLook}, then every {report.Options.Batch}). A proposition is *{yes}* when its whole interval lies on its side of the threshold, *{no}* when the whole interval lies on the other side, else *undecided*; with \"differs by\", {yes} when the interval lies outside the band on one side of it, {no} when wholly inside. All propositions must be {yes} for the whole to be; one that is {no} is enough.\n\n"));
        page.Append(Format($$"""
            Intervals are a confidence sequence: they all hold at once, however often one looks and whenever one stops. After n values with mean m and standard deviation s the interval is

            ```
            m +- s sqrt( (n - 1)(k - 1) / (n (1 - k/g)) )      g = 1 + n rho^2,  k = (g / alpha^2)^(1/n)
            rho^2 = (-2 log alpha + log(1 - 2 log alpha)) / {{ConfidenceSequence.TunedTo}}
            ```

            exact for normal values of unknown variance (after Lai 1976, Annals of Statistics 4(2), with the normal mixture of Wang & Ramdas 2025, Sequential Analysis 44(1), arXiv 2310.03722), and for many values the asymptotic sequence of Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024, Annals of Statistics 52(6), arXiv 2103.06476), which needs finite variance only. No verdict is given on fewer than {{report.Options.FirstLook}} values unless a file allows fewer. alpha is one less the file's confidence, shared out over all propositions asked together (Bonferroni): here {{asked}}, so {{((1 - Confidence(report)) / Math.Max(1, asked)).ToString("0.#####", CultureInfo.InvariantCulture)}} each. Ablations and theories use the same alpha and are not counted: read each as a statement of its own.

            A replication in which an outcome of the contrast does not exist (a hazard without exposure, a mean of nothing) is left out of that proposition, and counted; where that happens to most, the proposition is not measurable and stays undecided.


            """));
        if (report.Robust is null)
            return;
        page.Append(Format($"Robustness: each is asked again at {report.RobustOptions.Points} points of a Latin hypercube over all numbers of the model's rooms, {report.RobustOptions.Replications} replications of each arm at each point. Every number ranges over its default times {Number(1 - report.RobustOptions.Spread)} to {Number(1 + report.RobustOptions.Spread)}, as far as it is allowed to; a share above one half, by as much of what it lacks of 1, so that .95 is as uncertain as .05. Dials, the size of the industry, numbers whose default is 0 and numbers that an arm of the claim sets stay as they are. Told are the share of points at which the mean contrast is on the proposition's side of the threshold, and the three numbers it goes with most by Spearman's rank correlation; where the correlation is no larger than the largest of so many would be by chance in one case of twenty, it says so.\n\n"));
    }

    private static double Confidence(ClaimReport report) =>
        report.Findings.Select(finding => finding.Claim.Confidence).Where(confidence => confidence > 0).DefaultIfEmpty(0.95).Max();

    private static void Summary(StringBuilder page, ClaimReport report)
    {
        page.Append("## Verdicts\n\n| | | kind | verdict | verdict changes |\n|---|---|---|---|---|\n");
        foreach (var finding in report.Findings)
        {
            var changed = finding.Others.Count(other => other.Verdict != finding.Verdict);
            page.Append(Format($"| {finding.Claim.Number} | [{Markdown.Cell(finding.Claim.Question)}](#{finding.Claim.Name}) | {ClaimWords.Of(finding.Claim.Kind)} | {ClaimWords.Of(finding)} | {(finding.Others.Count == 0 ? "" : Format($"in {changed} of {finding.Others.Count} variants"))} |\n"));
        }

        page.Append('\n');
    }

    private static void Section(StringBuilder page, ClaimFinding finding, ClaimReport report)
    {
        var claim = finding.Claim;
        page.Append(Format($"## <a id=\"{claim.Name}\"></a>{claim.Number}. {claim.Question}\n\n"));
        page.Append(Format($"**{Capital(ClaimWords.Of(finding))}.** {Capital(ClaimWords.Of(claim.Kind))}. Source: {claim.Source}\n\n"));
        page.Append(Format($"File: `{Path.GetFileName(claim.File)}`"));
        if (finding.Base is null)
        {
            page.Append(Format($"\n\nNot testable: {claim.NotTestable}\n\n"));
            return;
        }

        var scenario = finding.Base.Variant.Plays[0].Scenario;
        page.Append(Format($"; seed {scenario.Seed}; at most {scenario.Replications} replications of each arm.\n\n"));
        page.Append("| proposition | contrast | threshold | effect | interval | replications | verdict |\n|---|---|---|---|---|---|---|\n");
        foreach (var found in finding.Base.Propositions)
            page.Append(Format($"| {Markdown.Cell(found.Proposition.Says)} | {Contrast(found.Proposition, claim)} | {ClaimWords.Threshold(found.Proposition)} | {ClaimWords.Effect(found)} | {ClaimWords.Interval(found)} | {found.Replications}{LeftOut(found)} | {Verdict(found, claim)} |\n"));
        page.Append('\n');
        Variants(page, finding);
        Robust(page, claim, report);
    }

    private static void Variants(StringBuilder page, ClaimFinding finding)
    {
        if (finding.Others.Count == 0)
            return;
        page.Append("| asked again | verdict | effects |\n|---|---|---|\n");
        foreach (var other in finding.Others)
        {
            var changed = other.Verdict == finding.Verdict ? "" : " (changed)";
            page.Append(Format($"| {Markdown.Cell(ClaimWords.Of(other.Variant))} | {ClaimWords.Of(other.Verdict, finding.Claim.IsFact)}{changed} | {string.Join("; ", other.Propositions.Select(found => $"{ClaimWords.Effect(found)} ({ClaimWords.Interval(found)})"))} |\n"));
        }

        page.Append('\n');
    }

    private static void Robust(StringBuilder page, Claim claim, ClaimReport report)
    {
        var robust = (report.Robust ?? []).Where(found => found.Claim == claim).ToArray();
        if (robust.Length == 0)
            return;
        page.Append("| over uncertain parameters | holds at | decided most by |\n|---|---|---|\n");
        foreach (var found in robust)
            page.Append(Format($"| {Markdown.Cell(found.Proposition.Says)} | {Share(found)} of {found.Points} points | {Deciding(found)} |\n"));
        page.Append('\n');
    }

    /// <summary>A share in per cent; a dash where there is none.</summary>
    public static string Share(RobustFinding found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return double.IsNaN(found.Share) ? "-" : Format($"{100 * found.Share:0}%");
    }

    /// <summary>The parameters that decide most, with their correlations; said of those that are no larger than chance alone would make the largest.</summary>
    public static string Deciding(RobustFinding found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.Deciding.Count == 0 ? "nothing" : string.Join(", ", found.Deciding.Select(influence =>
            $"{influence.Path} {ClaimWords.Signed(influence.Correlation, 2)}{(Math.Abs(influence.Correlation) > found.ByChance ? "" : " (within chance)")}"));
    }

    private static string Contrast(Proposition proposition, Claim claim) => string.Join(' ', proposition.Terms.Select((term, number) =>
    {
        var size = Math.Abs(term.Weight) == 1 ? "" : $"{Number(Math.Abs(term.Weight))} ";
        var sign = term.Weight < 0 ? "- " : number > 0 ? "+ " : "";
        return $"{sign}{size}{term.Outcome} ({claim.Plays[term.Play]})";
    }));

    private static string Verdict(PropositionFinding found, Claim claim) =>
        found.NotMeasurable ? "undecided (not measurable)" : ClaimWords.Of(found.Verdict, claim.IsFact);

    private static string LeftOut(PropositionFinding found) => found.LeftOut == 0 ? "" : Format($" ({found.LeftOut} left out)");

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
