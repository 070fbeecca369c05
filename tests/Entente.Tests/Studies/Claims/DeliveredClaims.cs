using System.Globalization;
using Entente.Scenarios;
using Entente.Scenarios.Claims;
using Entente.Studies.Claims;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Studies.Claims;

/// <summary>The claims and facts that come with the program.</summary>
public class DeliveredClaims
{
    private static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(Manual.Root, "scenarios", "claims"), "*.yaml")
        .Concat(Directory.GetFiles(Path.Combine(Manual.Root, "scenarios", "facts"), "*.yaml"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<TestCaseData> Each => Files.Select(file => new TestCaseData(file).SetArgDisplayNames(Path.GetFileName(file)));

    [TestCaseSource(nameof(Each))]
    public void A_delivered_claim_reads_and_every_assignment_of_its_ablations_holds_in_every_arm(string file)
    {
        var claim = Read(file);
        Assert.That(claim.IsFact, Is.EqualTo(file.Contains("facts", StringComparison.Ordinal)));
        if (claim.NotTestable is not null)
            return;
        var asItStands = claim.AsItStands();
        foreach (var ablation in claim.FavouredBy)
            foreach (var (play, before) in claim.Without(ablation).Plays.Zip(asItStands.Plays))
            {
                var values = ParameterCatalogue.Of(play.Arm.Setting).ToDictionary(parameter => parameter.Path, parameter => parameter.Text);
                foreach (var assignment in ablation.Set.Select(assignment => assignment.Split('=')))
                    Assert.That(double.Parse(values[assignment[0]], CultureInfo.InvariantCulture),
                        Is.EqualTo(double.Parse(assignment[1], CultureInfo.InvariantCulture)), $"{ablation.Rule}, arm {play.Arm.Name}");
                Assert.That(play.Scenario.Seed, Is.EqualTo(before.Scenario.Seed));
            }

        foreach (var ablation in claim.FavouredBy)
            Assert.That(claim.Without(ablation).Plays.Zip(asItStands.Plays).Any(pair => Text(pair.First) != Text(pair.Second)), ablation.Rule);
    }

    [Test]
    public void All_seventeen_claims_are_there_and_emergent_ones_name_rules_that_favour_them()
    {
        var claims = Files.Select(Read).Where(claim => !claim.IsFact).ToArray();
        Assert.That(claims.Select(claim => int.Parse(claim.Number, CultureInfo.InvariantCulture)).Distinct().Order(), Is.EqualTo(Enumerable.Range(1, 17)));
        Assert.That(claims.Where(claim => claim.Kind == ClaimKind.BuiltIn).Select(claim => claim.Number), Is.EquivalentTo((string[])["3", "4", "6"]));
        Assert.That(claims.Where(claim => claim.Kind == ClaimKind.Emergent).Select(claim => claim.FavouredBy.Count), Has.All.GreaterThan(1));
        Assert.That(claims.Select(claim => claim.Name), Is.Unique);
    }

    [Test]
    public void All_facts_kept_for_testing_are_there()
    {
        var facts = Files.Select(Read).Where(claim => claim.IsFact).ToArray();
        Assert.That(facts.Select(fact => fact.Number).ToArray(), Is.Unique.And.Length.EqualTo(14));
        Assert.That(facts.Count(fact => fact.NotTestable is not null), Is.EqualTo(2));
    }

    [Test]
    public void Every_delivered_claim_can_be_played()
    {
        var claims = Files.Select(file => ClaimReader.Read(file, Measures.Names, new ScenarioOverrides(Replications: 3)).Claim!).ToArray();
        var findings = Examination.Run(claims, new ExaminationOptions { Variants = false }, null, default);
        foreach (var finding in findings.Where(finding => finding.Base is not null))
            Assert.That(finding.Base!.Propositions.Select(p => p.Effect), Has.None.NaN, finding.Claim.Name);
    }

    [Test]
    public void Every_emergent_claim_can_be_asked_under_every_rival_theory()
    {
        Assert.That(RivalTheories.All, Has.Count.EqualTo(3).And.None.Contains("valuation"));
        foreach (var claim in Files.Select(Read).Where(claim => claim.Kind == ClaimKind.Emergent))
            foreach (var theory in RivalTheories.All)
                Assert.That(claim.Vary(theory, VariantKind.Theory, [theory]).Plays.Select(play => $"theory={Theories.All.Single(t => t.Theory == play.Arm.Setting.Theory).Name}"), Has.All.EqualTo(theory));
    }

    private static string Text(Play play) =>
        string.Join('\n', ParameterCatalogue.Of(play.Arm.Setting).Select(parameter => $"{parameter.Path}={parameter.Text}"));

    private static Claim Read(string file)
    {
        var reading = ClaimReader.Read(file, Measures.Names);
        Assert.That(reading.Problems, Is.Empty);
        return reading.Claim!;
    }
}
