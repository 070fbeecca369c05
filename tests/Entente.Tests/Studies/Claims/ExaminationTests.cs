using Entente.Scenarios.Claims;
using Entente.Settings;
using Entente.Studies.Claims;
using Entente.Studies.Running;
using NUnit.Framework;

namespace Entente.Tests.Studies.Claims;

/// <summary>Verdicts on toy outcomes whose truth is known.</summary>
public class ExaminationTests
{
    private static readonly ExaminationOptions Plain = new() { Threads = 2, Variants = false };

    /// <summary>
    /// 400 claims whose contrast is exactly at the threshold, so that either verdict is reached with probability at most .025 each;
    /// 21 wrong ones of a kind are 3 standard errors (.0078) more than the 10 to be expected at most.
    /// </summary>
    [Test]
    public void At_the_threshold_verdicts_keep_their_error_rate()
    {
        var verdicts = Enumerable.Range(0, 400)
            .Select(seed => Toys.Examine(Toys.Claim((uint)seed, threshold: "moreThan: 0.5"), Toys.Playing(0.5), Plain).Verdict)
            .CountBy(verdict => verdict).ToDictionary();
        Assert.That(verdicts.GetValueOrDefault(ClaimVerdict.Confirmed), Is.LessThanOrEqualTo(20));
        Assert.That(verdicts.GetValueOrDefault(ClaimVerdict.Refuted), Is.LessThanOrEqualTo(20));
        Assert.That(verdicts[ClaimVerdict.Undecided], Is.GreaterThan(350));
    }

    /// <summary>Half a standard deviation off, 200 replications decide all but surely; a wrong verdict has probability far below .025.</summary>
    [TestCase("moreThan: 0", 0.5, ClaimVerdict.Confirmed)]
    [TestCase("moreThan: 0", -0.5, ClaimVerdict.Refuted)]
    [TestCase("moreThan: 1", 0.5, ClaimVerdict.Refuted)]
    [TestCase("lessThan: 0", -0.5, ClaimVerdict.Confirmed)]
    [TestCase("lessThan: 0", 0.5, ClaimVerdict.Refuted)]
    [TestCase("differsBy: 0.5", 1.0, ClaimVerdict.Confirmed)]
    [TestCase("differsBy: 0.5", -1.0, ClaimVerdict.Confirmed)]
    [TestCase("differsBy: 0.5", 0.0, ClaimVerdict.Refuted)]
    public void Clear_cases_are_decided_rightly_and_early(string threshold, double effect, ClaimVerdict verdict)
    {
        var findings = Enumerable.Range(0, 20).Select(seed => Toys.Examine(Toys.Claim((uint)seed, threshold: threshold), Toys.Playing(effect), Plain)).ToArray();
        Assert.That(findings.Select(finding => finding.Verdict), Has.All.EqualTo(verdict));
        Assert.That(findings.Average(finding => finding.Base!.Replications), Is.LessThan(190));
        Assert.That(findings.Select(finding => finding.Base!.Propositions[0].Effect).Average(), Is.EqualTo(effect).Within(0.15));
    }

    [Test]
    public void Findings_do_not_depend_on_the_number_of_threads()
    {
        var claims = Enumerable.Range(0, 6).Select(seed => Toys.Claim((uint)seed, threshold: "moreThan: 0.3")).ToArray();
        string On(int threads) => string.Join('\n', Examination.Run(claims, Plain with { Threads = threads }, null, default, Toys.Playing(0.4))
            .SelectMany(finding => finding.Base!.Propositions).Select(p => (p.Verdict, p.Effect, p.Low, p.High, p.Replications)));
        Assert.That(On(4), Is.EqualTo(On(1)));
    }

    [Test]
    public void The_probability_of_an_error_is_shared_out_over_what_is_asked_together()
    {
        double Width(int claims, double confidence) => Examination.Run(
            [.. Enumerable.Repeat(0, claims).Select(_ => Toys.Claim(3, 40, confidence: confidence))], Plain, null, default, Toys.Playing(0.1))[0].Base!.Propositions
            .Select(p => p.High - p.Low).Single();
        Assert.That(Width(5, 0.95), Is.EqualTo(Width(1, 0.99)).Within(1e-9));
        Assert.That(Width(5, 0.95), Is.GreaterThan(Width(1, 0.95)));
    }

    [Test]
    public void Replications_without_a_value_are_left_out_and_counted()
    {
        var finding = Toys.Examine(Toys.Claim(outcome: "success60"), (setting, _, replication) =>
            Toys.Of(0, replication % 4 == 0 ? double.NaN : setting.Dials.ExitBarrier + 0.001 * (replication % 3)), Plain);
        var found = finding.Base!.Propositions[0];
        Assert.That((found.Verdict, found.LeftOut * 3, found.NotMeasurable), Is.EqualTo((ClaimVerdict.Confirmed, found.Replications, false)));
    }

    [Test]
    public void Where_most_replications_have_no_value_a_proposition_is_not_measurable()
    {
        var finding = Toys.Examine(Toys.Claim(outcome: "success60"), (setting, _, replication) =>
            Toys.Of(0, replication % 3 > 0 ? double.NaN : setting.Dials.ExitBarrier), Plain);
        var found = finding.Base!.Propositions[0];
        Assert.That((found.Verdict, found.NotMeasurable), Is.EqualTo((ClaimVerdict.Undecided, true)));
        Assert.That(found.Replications + found.LeftOut, Is.EqualTo(200));
    }

    [Test]
    public void No_verdict_is_given_before_the_first_look_nor_beyond_the_replications()
    {
        var asked = new List<Setting>();
        var finding = Toys.Examine(Toys.Claim(replications: 20, threshold: "lessThan: 1"), Toys.Watching(asked), Plain);
        Assert.That((asked.Count, finding.Verdict), Is.EqualTo((40, ClaimVerdict.Confirmed)));
    }

    [Test]
    public void An_emergent_claim_is_asked_again_without_each_rule_and_under_each_theory()
    {
        const string rules = """
            favouredBy:
              - { rule: noise, set: [trust.noise=0] }
              - { rule: rate, set: [negotiation.clauseRate=0, dials.contact=1] }
            """;
        var seen = new List<Setting>();
        var finding = Toys.Examine(Toys.Claim(replications: 5, favouredBy: rules), Toys.Watching(seen),
            new ExaminationOptions { Threads = 2, Theories = ["dials.leadership=0.1"] });
        Assert.That(finding.Others.Select(other => other.Variant.Name), Is.EqualTo((string[])["without: noise", "without: rate", "dials.leadership=0.1"]));
        Assert.That(seen.Count(setting => setting.Parameters.Trust.Noise == 0), Is.EqualTo(10));
        Assert.That(seen.Count(setting => setting.Parameters.Negotiation.ClauseRate == 0 && setting.Dials.Contact == 1), Is.EqualTo(10));
        Assert.That(seen.Count(setting => setting.Dials.Leadership == 0.1), Is.EqualTo(10));

        var builtIn = Toys.Examine(Toys.Claim(replications: 5, kind: "built-in", favouredBy: rules), Toys.Watching(seen));
        Assert.That(builtIn.Others, Is.Empty);
    }

    [Test]
    public void A_claim_is_confirmed_if_all_propositions_are_and_refuted_if_one_is()
    {
        var proposition = new Proposition("", [], Direction.MoreThan, 0);
        ClaimVerdict Of(params ClaimVerdict[] verdicts) =>
            new VariantFinding(null!, [.. verdicts.Select(verdict => new PropositionFinding(proposition, verdict, 0, 0, 0, 1, 0))]).Verdict;
        Assert.That(Of(ClaimVerdict.Confirmed, ClaimVerdict.Confirmed), Is.EqualTo(ClaimVerdict.Confirmed));
        Assert.That(Of(ClaimVerdict.Confirmed, ClaimVerdict.Undecided), Is.EqualTo(ClaimVerdict.Undecided));
        Assert.That(Of(ClaimVerdict.Undecided, ClaimVerdict.Refuted, ClaimVerdict.Confirmed), Is.EqualTo(ClaimVerdict.Refuted));
    }

    [Test]
    public void Progress_ends_at_its_total_and_never_goes_back()
    {
        var told = new Told();
        Examination.Run([Toys.Claim(1), Toys.Claim(2, threshold: "moreThan: 0.5")], Plain, told, default, Toys.Playing(0.5));
        Assert.That(told.All.Select(progress => progress.Done), Is.Ordered);
        Assert.That(told.All[^1], Is.EqualTo(new StudyProgress(800, 800)));
    }

    [Test]
    public void A_replication_that_fails_says_how_to_play_it_again()
    {
        var failure = Assert.Throws<ReplicationFailure>(() => Toys.Examine(Toys.Claim(9), (_, _, replication) =>
            replication == 3 ? throw new InvalidOperationException("the sky fell") : Toys.Of(0)));
        Assert.That(failure!.Message, Does.Contain("the sky fell").And.Contain("entente-cli run toy.yaml --seed 9 --first-replication 3 --replications 1"));
    }

    [Test]
    public void An_examination_can_be_ended()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Examination.Run([Toys.Claim()], Plain, null, source.Token, (_, _, _) =>
        {
            source.Cancel();
            return Toys.Of(0);
        }));
    }
}
