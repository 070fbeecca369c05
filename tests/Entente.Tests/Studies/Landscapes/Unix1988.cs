using Entente.Scenarios.Landscapes;
using Entente.Studies.Landscapes;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Studies.Landscapes;

/// <summary>
/// What is published of the nine Unix vendors of 1988: Axelrod and Bennett (1993), "A landscape theory of aggregation", British
/// Journal of Political Science 23, pages 227-230 and Table 2.
/// </summary>
public class Unix1988
{
    private static readonly LandscapeStudy Study = LandscapeStudy.Of(
        LandscapeReader.Read(Path.Combine(Manual.Root, "scenarios", "landscape", "unix-1988.yaml")).Scenario!);

    [Test]
    public void There_are_256_configurations_and_exactly_two_are_stable()
    {
        Assert.That(Study.Landscape.Configurations, Is.EqualTo(256));
        Assert.That(Study.Enumeration!.Count, Is.EqualTo(256));
        Assert.That(Study.Survey.Stable, Has.Count.EqualTo(2));
    }

    [Test]
    public void Rivals_of_one_class_have_a_propensity_of_minus_1_and_others_of_0()
    {
        var firms = Study.Scenario.Firms;
        for (var i = 0; i < 9; i++)
            for (var j = 0; j < i; j++)
                Assert.That(Study.Landscape.Propensity(i, j), Is.EqualTo(firms[i].Class == firms[j].Class ? -1 : 0));
        Assert.That(firms.Where(firm => firm.Class == "generalist").Select(firm => (firm.Name, firm.Size)),
            Is.EqualTo([("AT&T", 28.5), ("IBM", 3.8), ("DEC", 20.0), ("HP", 11.5)]));
        Assert.That(firms.Where(firm => firm.Class == "specialist").Select(firm => (firm.Name, firm.Size)),
            Is.EqualTo([("Sun", 28.9), ("Prime", 1.0), ("Apollo", 21.2), ("Intergraph", 4.4), ("SGI", 4.4)]));
    }

    [Test]
    public void Both_have_the_published_energy_and_half_of_all_configurations_lead_to_each()
    {
        Assert.That(Study.Findings.Select(finding => finding.Stable.Energy), Is.All.EqualTo(-3828.9).Within(1e-9));
        Assert.That(Study.Findings.Select(finding => finding.Stable.Basin), Is.EqualTo([128, 128]));
        Assert.That(Study.Findings.Select(finding => finding.Share), Is.EqualTo([.5, .5]));
    }

    [Test]
    public void They_are_the_published_two()
    {
        string[][] published = ["Sun Prime AT&T IBM".Split(' '), "Sun Prime DEC HP".Split(' ')];
        Assert.That(Study.Findings.Select(finding => Study.Members(finding.Stable.Configuration, 0)), Is.EquivalentTo(published));
    }

    [Test]
    public void The_nearest_is_right_on_every_firm_but_IBM()
    {
        var match = Study.Nearest!.Match!;
        Assert.That(match.Differing.Select(firm => Study.Scenario.Firms[firm].Name), Is.EqualTo(["IBM"]));
        Assert.That(match.Right, Is.EqualTo(8));
        Assert.That(match.SizeShare, Is.EqualTo(1 - 3.8 / 123.7).Within(1e-12));
        // 10 of 256: the alignment that was seen, and nine with one firm elsewhere. The balls about the two stable ones share none.
        Assert.That(match.Chance, Is.EqualTo(10 / 256.0).Within(1e-15));
        Assert.That(Study.Alignment!.ChanceOfAny(Study.Findings.Select(finding => finding.Stable.Configuration), 8), Is.EqualTo(20 / 256.0));
    }

    [Test]
    public void From_what_was_seen_IBM_alone_moves()
    {
        var seen = Study.Alignment!.Configuration!.Value;
        Assert.That(Study.Landscape.Mover(seen), Is.EqualTo(3));
        Assert.That(Study.Enumeration!.EndOf(seen), Is.EqualTo(Study.Nearest!.Stable.Configuration));
    }

    /// <summary>Above 1 alpha scales the energy and changes nothing else, beta being 1; below, close rivals would unite.</summary>
    [Test]
    public void Both_are_stable_for_any_alpha_above_1()
    {
        foreach (var finding in Study.Findings)
        {
            Assert.That(finding.Alpha.Low, Is.EqualTo(1).Within(1e-9));
            Assert.That(finding.Alpha.High, Is.EqualTo(double.PositiveInfinity));
            Assert.That(StableAt(finding, 1.01, 1) && StableAt(finding, 500, 1) && !StableAt(finding, .99, 1));
            Assert.That(StableAt(finding, 2, finding.Beta.Low + .01) && !StableAt(finding, 2, finding.Beta.Low - .01));
            Assert.That(StableAt(finding, 2, finding.Beta.High - .01) && !StableAt(finding, 2, finding.Beta.High + .01));
        }
    }

    private static bool StableAt(Finding finding, double alpha, double beta) =>
        Study.Scenario.LandscapeWith(Study.Scenario.Sizes, alpha, beta).Mover(finding.Stable.Configuration) is null;
}
