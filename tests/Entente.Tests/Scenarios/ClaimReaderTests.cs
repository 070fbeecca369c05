using Entente.Scenarios;
using Entente.Scenarios.Claims;
using Entente.Settings;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

/// <summary>Claims read as they are meant, and say what is wrong with them.</summary>
public class ClaimReaderTests
{
    private const string Good =
        """
        claim: 7
        kind: emergent
        name: toy
        question: Is it?
        source: a book
        seed: 1
        replications: 9
        industry: { firms: 4 }
        industries:
          - { name: wary, set: [industry.trustMean=0.2] }
        arms:
          - { name: one, preset: tight-contract, dials: { contact: 0.1 } }
          - { name: two, preset: fair-process }
        propositions:
          - says: It is.
            terms:
              - { arm: two, outcome: netValue }
              - { arm: one, industry: wary, outcome: oddity, weight: -0.5 }
            moreThan: 0.25
        favouredBy:
          - { rule: clauses, set: [negotiation.clauseRate=0, dials.contact=0.9, disruption=calm] }

        """;

    private static readonly string[] Measures = ["oddity"];

    private static Claim Read(string text, ScenarioOverrides? overrides = null)
    {
        var reading = ClaimReader.Parse(text, "toy.yaml", Measures, overrides);
        Assert.That(reading.Problems, Is.Empty);
        return reading.Claim!;
    }

    [Test]
    public void A_claim_says_what_it_says()
    {
        var claim = Read(Good);
        Assert.That((claim.Number, claim.Kind, claim.Question, claim.Source, claim.Confidence), Is.EqualTo(("7", ClaimKind.Emergent, "Is it?", "a book", 0.95)));
        var proposition = claim.Propositions.Single();
        Assert.That((proposition.Says, proposition.Direction, proposition.Threshold), Is.EqualTo(("It is.", Direction.MoreThan, 0.25)));
        Assert.That(proposition.Terms, Is.EqualTo((Term[])[new(0, "netValue", 1), new(1, "oddity", -0.5)]));
        Assert.That(claim.Plays, Is.EqualTo((PlayName[])[new("two", null), new("one", "wary")]));
        var plays = claim.AsItStands().Plays;
        Assert.That(plays.Select(play => (play.Arm.Name, play.Arm.Setting.Industry.Firms, play.Arm.Setting.Industry.TrustMean)),
            Is.EqualTo(((string, int, double)[])[("two", 4, new Industry().TrustMean), ("one", 4, 0.2)]));
    }

    [Test]
    public void What_an_ablation_sets_holds_over_what_an_arm_says()
    {
        var claim = Read(Good);
        foreach (var play in claim.Without(claim.FavouredBy[0]).Plays)
            Assert.That((play.Arm.Setting.Dials.Contact, play.Arm.Setting.Parameters.Negotiation.ClauseRate, play.Arm.Setting.Disruption),
                Is.EqualTo((0.9, 0.0, Entente.Settings.Disruption.Calm)), play.Arm.Name);
    }

    [Test]
    public void What_is_set_on_top_of_the_file_holds_in_every_variant()
    {
        var claim = Read(Good, new ScenarioOverrides(Replications: 3, Seed: 5, Set: ["months=24"]));
        foreach (var play in claim.AsItStands().Plays.Concat(claim.Without(claim.FavouredBy[0]).Plays))
            Assert.That((play.Scenario.Replications, play.Scenario.Seed, play.Arm.Setting.Months), Is.EqualTo((3, 5u, 24)));
    }

    [Test]
    public void A_claim_can_be_played_as_a_scenario()
    {
        var reading = ScenarioReader.Parse(Good, "toy.yaml");
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Scenario!.Arms, Has.Count.EqualTo(2));
        Assert.That(ScenarioReader.Parse(Good.Replace("claim: 7\n", "", StringComparison.Ordinal), "toy.yaml").Problems, Is.Not.Empty, "a scenario that is no claim has no propositions");
    }

    [Test]
    public void What_is_not_testable_needs_no_arms_and_minds_no_options()
    {
        const string text = "fact: life\nname: life\nquestion: How long?\nsource: a book\nnotTestable: Nothing stands for it.\n";
        var claim = Read(text, new ScenarioOverrides(Replications: 3, Seed: 1));
        Assert.That((claim.Number, claim.Kind, claim.NotTestable, claim.Propositions.Count), Is.EqualTo(("life", ClaimKind.Fact, "Nothing stands for it.", 0)));
    }

    [TestCase("claim: 7", "claim: zero", "toy.yaml:1:1 claim is zero; it must be a whole number between 1 and 9999.")]
    [TestCase("kind: emergent", "kind: emergant", "toy.yaml:2:1 kind is emergant; it must be emergent or built-in. Did you mean emergent?")]
    [TestCase("source: a book\n", "", "toy.yaml:1:1 the claim has no source; it must be text.")]
    [TestCase("arm: two, o", "arm: too, o", "toy.yaml:17:11 arm is too; it must be an arm of this file. Did you mean two?")]
    [TestCase("industry: wary", "industry: weary", "toy.yaml:18:21 industry is weary; it must be an industry of this file. Did you mean wary?")]
    [TestCase("outcome: netValue", "outcome: netValu", "toy.yaml:17:21 outcome is netValu; it must be a column of the runs table or a measure. Did you mean netValue?")]
    [TestCase("outcome: oddity", "outcome: odditi", "toy.yaml:18:37 outcome is odditi; it must be a column of the runs table or a measure. Did you mean oddity?")]
    [TestCase("weight: -0.5", "weight: half", "toy.yaml:18:54 weight is half; it must be a number between -1000000000 and 1000000000.")]
    [TestCase("    moreThan: 0.25\n", "", "toy.yaml:15:5 the proposition has no threshold; it must have one of moreThan, lessThan and differsBy.")]
    [TestCase("moreThan: 0.25", "moreThan: 0.25\n    lessThan: 1", "toy.yaml:15:5 the proposition has more than one threshold; it must have one of moreThan, lessThan and differsBy.")]
    [TestCase("moreThan: 0.25", "differsBy: -1", "toy.yaml:19:5 differsBy is -1; it must be between 0 and 1000000000. Did you mean 1?")]
    [TestCase("moreThan: 0.25", "moreThen: 0.25", "toy.yaml:15:5 the proposition has no threshold; it must have one of moreThan, lessThan and differsBy.\ntoy.yaml:19:5 proposition 1 has no moreThen. Did you mean moreThan?")]
    [TestCase("clauseRate=0,", "clauseRat=0,", "toy.yaml:21:5 favouredBy: in \"arms.one.negotiation.clauseRat=0\", negotiation has no clauseRat. Did you mean clauseRate?\ntoy.yaml:21:5 favouredBy: in \"arms.two.negotiation.clauseRat=0\", negotiation has no clauseRat. Did you mean clauseRate?")]
    [TestCase("dials.contact=0.9", "dials.contact=9", "toy.yaml:21:5 favouredBy: in \"arms.one.dials.contact=9\", contact is 9; it must be between 0 and 1. Did you mean 0.9?\ntoy.yaml:21:5 favouredBy: in \"arms.two.dials.contact=9\", contact is 9; it must be between 0 and 1. Did you mean 0.9?")]
    [TestCase("trustMean=0.2", "trustMean=2", "toy.yaml:1:1 industries: in \"industry.trustMean=2\", trustMean is 2; it must be between 0 and 1. Did you mean 0.2?")]
    [TestCase("set: [industry.trustMean=0.2]", "set: []", "toy.yaml:10:19 set is an empty list; it must be a list of assignments, such as [dials.exitBarrier=0.5].")]
    [TestCase("replications: 9", "replication: 9", "toy.yaml:1:1 the claim has no replications; it must be a whole number between 1 and 1000000.\ntoy.yaml:7:1 the claim has no replication. Did you mean replications?")]
    public void A_mistake_is_told_with_its_place(string text, string replacement, string told)
    {
        Assert.That(Good.Split(text), Has.Length.EqualTo(2), $"'{text}' must be in the claim exactly once");
        var reading = ClaimReader.Parse(Good.Replace(text, replacement, StringComparison.Ordinal), "toy.yaml", Measures);
        Assert.That(reading.Claim, Is.Null);
        Assert.That(string.Join('\n', reading.Problems), Is.EqualTo(told));
    }

    [Test]
    public void A_variant_that_does_not_apply_is_refused() =>
        Assert.Throws<ArgumentException>(() => Read(Good).Vary("point", VariantKind.Point, ["trust.nothing=1"]));
}
