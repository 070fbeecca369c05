using System.Xml.Linq;
using MathNet.Numerics.Statistics;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>The numbers: outcomes by arm, paired differences with intervals, and how they spread over replications.</summary>
internal static class OutcomeSection
{
    public static XElement Of(Findings findings) => Tag("section",
        With("id", "outcomes"),
        Tag("h2", "The numbers"),
        Means(findings),
        findings.Contrasts.Count > 1 ? AtAGlance(findings) : null,
        findings.Contrasts.Select(contrast => Differences(findings, contrast)),
        findings.Contrasts.Count == 0 ? null : Intervals(findings),
        Tag("details", Tag("summary", "How outcomes spread over replications"), Spread(findings)));

    private static IEnumerable<XElement> Means(Findings findings) => Tables.Beside([.. findings.Arms.Index()], 6, (part, arms, of) => Tables.Of(
        $"means{part}",
        $"Means over {Replications(findings)} of each arm{of}",
        ["Outcome", .. arms.Select(arm => arm.Item), "Unit"],
        findings.Outcomes.Select(measured =>
            (object?[])[measured.Outcome.Title, .. arms.Select(arm => measured.Means[arm.Index]), measured.Unit]),
        column => column > 0 && column <= arms.Length));

    private static IEnumerable<XElement> AtAGlance(Findings findings) => Tables.Beside([.. findings.Contrasts], 5, (part, contrasts, of) => Tables.Of(
        $"glance{part}",
        $"At a glance: every arm less {findings.Arms[0]}{of}",
        ["Outcome", .. contrasts.Select(contrast => findings.Arms[contrast.Arm]), "Unit"],
        findings.Outcomes.Select((measured, o) => (object?[])
        [
            measured.Outcome.Title,
            .. contrasts.Select(contrast => contrast.Findings[o]).Select(finding => Tag("span",
                Class("figures"),
                Tag("span", Class(AnswerSection.ClassOf(finding.Standing)), Word(finding.Standing)),
                HasFigure(finding) ? $" {Figures.Difference(finding.Comparison)}" : "")),
            measured.Unit,
        ]),
        _ => false));

    private static bool HasFigure(Finding finding) =>
        finding.Standing is not (Standing.Same or Standing.NoAlliances or Standing.NothingToCompare);

    private static XElement Differences(Findings findings, Contrast contrast)
    {
        var (arm, reference) = (findings.Arms[contrast.Arm], findings.Arms[0]);
        return Tables.Of(
            $"differences-{contrast.Arm}",
            $"{arm} less {reference}, over {Replications(findings)}",
            ["Outcome", "Difference", "95% interval", "Verdict", "Holds at once", "Unit", "Pairs", "Pairing narrowed by"],
            contrast.Findings.Select(finding => (object?[])
            [
                finding.Measured.Outcome.Title,
                Figures.Difference(finding.Comparison),
                Figures.Interval(finding.Comparison),
                Tag("span", Class(AnswerSection.ClassOf(finding.Standing)), Word(finding.Standing)),
                finding.Standing is Standing.Better or Standing.Worse or Standing.More or Standing.Less
                    ? finding.HoldsAtOnce ? "yes" : "no"
                    : Figures.None,
                finding.Measured.Unit,
                Figures.Count(finding.Comparison.Pairs),
                Figures.Share(1 - finding.Comparison.Narrowing),
            ]),
            column => column is 1 or 2 or 6 or 7);
    }

    private static XElement Intervals(Findings findings) => Tag("div",
        Class("note"),
        Tag("p",
            "How the intervals were made: the same replication of two arms lives in the same world, with the same firms, "
            + "opportunities and luck. So arms are compared replication by replication: an interval is Student\u2019s t interval for "
            + "the mean of these differences. It tells how well more replications would repeat this mean, not how far single "
            + "replications spread. \u201CPairing narrowed by\u201D says how much narrower it is than Welch\u2019s interval, which would "
            + "take the two arms for independent."),
        Tag("p",
            $"Many intervals are looked at at once, {Figures.Count(findings.Intervals)} on this page. Even if no arm differed from the "
            + "reference in anything, about one in twenty would miss 0 by luck. \u201CHolds at once\u201D says whether the verdict stays "
            + "where every interval is widened so that all of them hold together with 95% confidence (Bonferroni)."));

    private static XElement Spread(Findings findings) => Tables.Of(
        "spread",
        $"Each outcome of each arm over {Replications(findings)}",
        ["Outcome", "Arm", "Replications with a value", "Mean", "Standard deviation", "Smallest", "Median", "Largest", "Unit"],
        findings.Outcomes.SelectMany(measured => findings.Arms.Select((arm, which) =>
        {
            var values = measured.ByArm[which].Where(value => !double.IsNaN(value)).ToArray();
            var decimals = Figures.Decimals(values);
            return (object?[])
            [
                measured.Outcome.Title, arm, Figures.Count(values.Length),
                Figures.Show(Findings.Mean(values), decimals),
                Figures.Show(values.Length > 1 ? values.StandardDeviation() : double.NaN, decimals),
                .. new[] { 0, 0.5, 1 }.Select(share => Figures.Show(values.Length > 0 ? values.Quantile(share) : double.NaN, decimals)),
                measured.Unit,
            ];
        })),
        column => column is > 1 and < 8);

    private static string Replications(Findings findings) =>
        findings.Replications == 1 ? "1 replication" : $"{Figures.Count(findings.Replications)} replications";

    private static string Word(Standing standing) => standing switch
    {
        Standing.Better => "better",
        Standing.Worse => "worse",
        Standing.More => "more",
        Standing.Less => "less",
        Standing.Unclear => "not told apart",
        Standing.OnePair => "one pair only",
        Standing.Same => "the same",
        Standing.NoAlliances => "no alliances",
        _ => "nothing to compare",
    };
}
