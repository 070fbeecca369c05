using System.Text.RegularExpressions;
using CsCheck;
using Entente.Studies.Reports;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies.Reports;

/// <summary>Where the truth is known the answer says it, and never says more than the intervals do.</summary>
public partial class AnswerTests
{
    private static readonly double[] Reference = [10, 12, 14, 16];
    private static readonly double[] Higher = [20, 22.2, 24, 26.2];
    private static readonly double[] Mixed = [11, 11, 15, 15.4];

    private static readonly Gen<double> Value = Gen.Frequency(
        (4, Gen.Double[-1e6, 1e6]), (3, Gen.Double[-1, 1]), (2, Gen.Int[-3, 3].Select(i => (double)i)), (1, Gen.Const(double.NaN)));

    private static readonly Gen<Findings> Results =
        from arms in Gen.Int[1, 4]
        from replications in Gen.Int[1, 12]
        from outcomes in Gen.Int[1, 4]
        from values in Value.Array[replications].Array[arms].Array[outcomes]
        from allied in Gen.Bool.Array[arms]
        from first in Gen.Int[0, Outcomes.All.Count - outcomes]
        select Toy.Findings([.. values.Select((byArm, o) => (Outcomes.All[first + o].Column, byArm))], allied);

    [TestCase("income", "arm-b did better than arm-a on income: 23.10 against 13.00, a difference of +10.10 (95% interval +9.92 to +10.28) over 4 paired replications.")]
    [TestCase("monthsToLive", "arm-b did worse than arm-a on months to first live: 23.10 against 13.00, a difference of +10.10 (95% interval +9.92 to +10.28) over 4 paired replications.")]
    [TestCase("exits", "arm-b has more than arm-a of exits, neither good nor bad in itself: 23.10 against 13.00, a difference of +10.10 (95% interval +9.92 to +10.28) over 4 paired replications.")]
    public void More_is_better_or_worse_or_neither_as_the_outcome_has_it(string outcome, string sentence) =>
        Assert.That(Toy.Verdict(Toy.Findings(outcome, Reference, Higher)), Is.EqualTo(sentence));

    [TestCase("income", "arm-b did worse than arm-a on income: 13.00 against 23.10, a difference of \u221210.10 (95% interval \u221210.28 to \u22129.92)")]
    [TestCase("monthsToLive", "arm-b did better than arm-a on months to first live: ")]
    [TestCase("exits", "arm-b has less than arm-a of exits")]
    public void Less_is_the_other_way_round(string outcome, string sentence) =>
        Assert.That(Toy.Verdict(Toy.Findings(outcome, Higher, Reference)), Does.StartWith(sentence));

    [Test]
    public void Where_the_interval_holds_0_the_arms_cannot_be_told_apart() =>
        Assert.That(Toy.Verdict(Toy.Findings("income", Reference, Mixed)), Is.EqualTo(
            "arm-b and arm-a cannot be told apart on income: 13.10 against 13.00, a difference of +0.1 (95% interval \u22121.6 to +1.8) over 4 paired replications."));

    [Test]
    public void Arms_that_never_differ_are_the_same() =>
        Assert.That(Toy.Verdict(Toy.Findings("income", Reference, Reference)), Is.EqualTo("arm-b and arm-a are the same on income in every replication."));

    [Test]
    public void One_replication_gives_a_difference_and_no_verdict() =>
        Assert.That(Toy.Verdict(Toy.Findings("income", [10], [1000])), Is.EqualTo(
            "Only one replication compares arm-b with arm-a on income: +990.0. One pair gives no interval, so this may be luck."));

    [Test]
    public void One_arm_is_compared_with_nothing() =>
        Assert.That(Toy.Verdict(Toy.Findings([("income", [Reference]), ("meanTrust", [[0.25, double.NaN, 0.75, 0.5]])])), Is.EqualTo(
            "One arm was played, arm-a, so there is nothing to compare it with. Its means:\nincome 13.00 (unit)\nmean trust 0.500 (unit)"));

    [Test]
    public void Pairs_without_a_value_are_said_to_be_missing()
    {
        Assert.That(Toy.Verdict(Toy.Findings("income", [.. Reference, double.NaN], [.. Higher, 1])), Is.EqualTo(
            "arm-b did better than arm-a on income: a difference of +10.10 (95% interval +9.92 to +10.28) over the 4 replications in which both have a value."));
        Assert.That(Toy.Verdict(Toy.Findings("income", [1, double.NaN], [double.NaN, 1])), Is.EqualTo(
            "arm-b and arm-a cannot be compared on income: no replication has a value in both."));
    }

    [Test]
    public void An_arm_without_alliances_is_not_praised_for_having_none()
    {
        double[] none = [0, 0, 0, 0];
        var findings = Toy.Findings(
            [("income", [Higher, Reference]), ("lockedIn", [Higher, none]), ("firmsFailed", [Higher, none]), ("meanTrust", [Reference, [.. none.Select(_ => double.NaN)]])],
            [true, false]);
        var verdict = Toy.Verdict(findings);
        Assert.That(verdict, Does.StartWith("arm-b did worse than arm-a on income"));
        Assert.That(verdict, Does.Match("Better on: firms failed [^,]*\\.\n"), "firms fail without alliances too");
        Assert.That(verdict, Does.EndWith(
            "Not compared: arm-b had no alliances in any replication, so the outcomes of alliances say nothing here: locked-in months, mean trust."));
        Assert.That(Toy.Verdict(Toy.Findings([("lockedIn", [none, Higher])], [false, true])), Does.StartWith(
            "arm-b and arm-a cannot be compared on locked-in months: one of them has no alliances."));
    }

    [Test]
    public void A_verdict_that_would_not_hold_with_all_others_is_marked()
    {
        // Differences of 1, 3, 1 and 2: an interval of 0.23 to 3.27, which holds 0 once it is one of two.
        var findings = Toy.Findings([("income", [Reference, [11, 15, 15, 18]]), ("netValue", [Reference, Higher])]);
        Assert.That(findings.Contrasts[0].Findings.Select(f => (f.Standing, f.HoldsAtOnce)), Is.EqualTo(new[] { (Standing.Better, false), (Standing.Better, true) }));
        Assert.That(Toy.Verdict(findings), Does.Contain(")\u2020 over").And.Contain("Better on: net value").And.Not.Contain(")\u2020."));
    }

    [Test]
    public void Every_number_of_the_answer_stands_in_a_table() =>
        Results.Sample(findings =>
        {
            var tables = OutcomeSection.Of(findings).Descendants("table").SelectMany(table => table.Descendants().SelectMany(e => Numbers(e.Value))).ToHashSet();
            return Numbers(Toy.Verdict(findings)).All(tables.Contains);
        }, print: Toy.Verdict);

    [Test]
    public void No_verdict_is_stronger_than_its_interval() =>
        Results.Sample(findings =>
        {
            foreach (var finding in findings.Contrasts.SelectMany(contrast => contrast.Findings))
            {
                var c = finding.Comparison;
                if (finding.Standing is Standing.Better or Standing.Worse or Standing.More or Standing.Less && !(c.Low > 0 || c.High < 0))
                    return false;
            }

            // What a reader sees of an interval agrees with what is said of it: rounding hides no sign.
            var decided = Toy.Verdict(findings).Split('\n').Where(line => !line.Contains("told apart on", StringComparison.Ordinal));
            return decided.SelectMany(line => Shown().Matches(line)).All(shown => shown.Groups[1].Value[0] is '+' or '\u2212'
                && shown.Groups[1].Value[0] == shown.Groups[2].Value[0]);
        }, print: Toy.Verdict);

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\((?:95% interval )?(\S+) to (\S+)\)")]
    private static partial Regex Shown();

    [GeneratedRegex(@"[+\u2212]?[0-9]+(,[0-9]{3})*(\.[0-9]+)?%?")]
    private static partial Regex Number();
}
