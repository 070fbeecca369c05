using System.Xml.Linq;
using Entente.Studies.Statistics;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>
/// The answer in words. It says no more than the intervals do: better or worse only where one lies on one side of 0. The
/// scenario's first outcome leads; every number stands in a table below.
/// </summary>
internal static class AnswerSection
{
    private static readonly (Standing Standing, string Words)[] Groups =
    [
        (Standing.Better, "Better on"),
        (Standing.Worse, "Worse on"),
        (Standing.More, "More, neither good nor bad in itself"),
        (Standing.Less, "Less, neither good nor bad in itself"),
        (Standing.Unclear, "Not to be told apart on"),
        (Standing.OnePair, "One pair, and so no interval"),
        (Standing.Same, "The same in every replication"),
        (Standing.NothingToCompare, "No replication with a value in both"),
    ];

    public static XElement Of(Findings findings, string? expectation) => Tag("section",
        With("id", "answer"),
        Tag("h2", "The answer"),
        Tag("div",
            Class("verdicts"),
            findings.Contrasts.Count == 0 ? Alone(findings) : Contrasts(findings)),
        expectation is null ? null : Tag("aside",
            Class("expectation"), With("aria-labelledby", "expected"),
            Tag("h3", With("id", "expected"), "What was expected"),
            Tag("p", expectation)));

    /// <summary>The verdict on one outcome, in a sentence.</summary>
    public static string Sentence(Finding finding, Findings findings, int which)
    {
        var (arm, reference) = (findings.Arms[which], findings.Arms[0]);
        var c = finding.Comparison;
        var title = finding.Measured.Outcome.Title;
        var means = finding.Measured.Means;
        var interval = $"{Figures.Difference(c)} ({(HasInterval(c) ? $"95% interval {Figures.Interval(c)}" : "the same in all, and so no interval")}){(IsWeak(finding) ? "\u2020" : "")}";
        var measured = c.Pairs == findings.Replications
            ? $"{means[which]} against {means[0]}, a difference of {interval} over {Figures.Count(c.Pairs)} paired replications"
            : $"a difference of {interval} over the {Figures.Count(c.Pairs)} replications in which both have a value";
        return finding.Standing switch
        {
            Standing.Better => $"{arm} did better than {reference} on {title}: {measured}.",
            Standing.Worse => $"{arm} did worse than {reference} on {title}: {measured}.",
            Standing.More => $"{arm} has more than {reference} of {title}, neither good nor bad in itself: {measured}.",
            Standing.Less => $"{arm} has less than {reference} of {title}, neither good nor bad in itself: {measured}.",
            Standing.Unclear => $"{arm} and {reference} cannot be told apart on {title}: {measured}.",
            Standing.OnePair => $"Only one replication compares {arm} with {reference} on {title}: {Figures.Difference(c)}. "
                + "One pair gives no interval, so this may be luck.",
            Standing.Same => $"{arm} and {reference} are the same on {title} in every replication.",
            Standing.NoAlliances => $"{arm} and {reference} cannot be compared on {title}: one of them has no alliances.",
            _ => $"{arm} and {reference} cannot be compared on {title}: no replication has a value in both.",
        };
    }

    private static IEnumerable<XElement> Alone(Findings findings)
    {
        yield return Tag("p", Class("lead"), $"One arm was played, {findings.Arms[0]}, so there is nothing to compare it with. Its means:");
        yield return Tag("ul", findings.Outcomes.Select(measured =>
            Tag("li", $"{measured.Outcome.Title} ", Tag("strong", measured.Means[0]), $" ({measured.Unit})")));
    }

    private static IEnumerable<XElement> Contrasts(Findings findings)
    {
        var several = findings.Contrasts.Count > 1;
        foreach (var contrast in findings.Contrasts)
        {
            var (arm, reference) = (findings.Arms[contrast.Arm], findings.Arms[0]);
            yield return Tag("div",
                Class("verdict"),
                several ? Tag("h3", $"{arm} against {reference}") : null,
                Tag("p", Class("lead"), Sentence(contrast.Findings[0], findings, contrast.Arm)),
                Rest(contrast, findings, arm, reference));
        }

        yield return Tag("p",
            Class("note"),
            "After each outcome stand the mean difference, replication by replication, and in brackets its 95% interval. An outcome "
            + "is called better, worse, more or less only where the whole interval lies on one side of 0; where it holds 0 the two "
            + "cannot be told apart, which does not mean that they are the same. Numbers are rounded, each by itself.",
            findings.Contrasts.SelectMany(contrast => contrast.Findings).Any(IsWeak)
                ? " \u2020 marks what would not hold if all intervals of this page had to hold at once."
                : null,
            findings.Contrasts.SelectMany(contrast => contrast.Findings).Any(f => f.Standing is not (Standing.Same or Standing.OnePair) && f.Comparison.Pairs > 0 && !HasInterval(f.Comparison))
                ? " Where the difference is the same in all replications nothing varies that an interval could be drawn from; it is called better, worse, "
                    + "more or less where so many replications would agree by luck in fewer than one case of twenty: from six on."
                : null);
    }

    private static XElement? Rest(Contrast contrast, Findings findings, string arm, string reference)
    {
        var items = Groups
            .Select(group => (Group: group, Members: contrast.Findings.Skip(1).Where(f => f.Standing == group.Standing).ToArray()))
            .Where(pair => pair.Members.Length > 0)
            .Select(pair => Tag("li",
                Class(ClassOf(pair.Group.Standing)), Tag("strong", $"{pair.Group.Words}: "), Joined(pair.Members.Select(Short)), "."))
            .ToList();
        var empty = contrast.Findings.Where(f => f.Standing == Standing.NoAlliances).Select(f => f.Measured.Outcome.Title).ToArray();
        if (empty.Length > 0)
        {
            var without = findings.Allied[contrast.Arm] ? reference : arm;
            items.Add(Tag("li", Tag("strong", "Not compared: "),
                $"{without} had no alliances in any replication, so the outcomes of alliances say nothing here: "
                + $"{string.Join(", ", empty)}."));
        }

        return items.Count == 0 ? null : Tag("ul", items);
    }

    private static IEnumerable<object> Joined(IEnumerable<object> parts) =>
        parts.SelectMany((part, i) => i == 0 ? new[] { part } : [", ", part]);

    private static object Short(Finding finding)
    {
        var c = finding.Comparison;
        var title = finding.Measured.Outcome.Title;
        return finding.Standing switch
        {
            Standing.Same or Standing.NothingToCompare => title,
            Standing.OnePair => $"{title} {Figures.Difference(c)}",
            _ => Tag("span", $"{title} ",
                Tag("span", Class("figures"), $"{Figures.Difference(c)} ({(HasInterval(c) ? Figures.Interval(c) : "the same in all")}){(IsWeak(finding) ? "\u2020" : "")}")),
        };
    }

    private static bool HasInterval(PairedComparison comparison) => !double.IsNaN(comparison.Low);

    /// <summary>Whether a verdict depends on its being looked at alone.</summary>
    public static bool IsWeak(Finding finding) => !finding.HoldsAtOnce && finding.Comparison.Verdict is Verdict.Higher or Verdict.Lower;

    public static string ClassOf(Standing standing) => standing switch
    {
        Standing.Better => "better",
        Standing.Worse => "worse",
        _ => "neutral",
    };
}
