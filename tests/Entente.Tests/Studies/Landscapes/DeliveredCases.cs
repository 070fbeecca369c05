using Entente.Scenarios.Landscapes;
using Entente.Studies.Landscapes;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Studies.Landscapes;

/// <summary>What docs/landscape.md and the files themselves tell of the delivered cases.</summary>
public class DeliveredCases
{
    [TestCase("unix-1988", 2, 8, .039, .078)]
    [TestCase("airlines-2001", 15, 16, .001, .013)]
    [TestCase("risc-1992", 1, 7, .344, .344)]
    public void As_many_are_stable_as_is_told_and_the_nearest_is_as_near(string name, int stable, int right, double chance, double any)
    {
        var study = Study(name);
        Assert.That(study.Survey.Stable, Has.Count.EqualTo(stable));
        Assert.That(study.Nearest!.Match!.Right, Is.EqualTo(right));
        Assert.That(study.Nearest.Match.Chance, Is.EqualTo(chance).Within(.0005));
        Assert.That(study.Alignment!.ChanceOfAny(study.Findings.Select(finding => finding.Stable.Configuration), right), Is.EqualTo(any).Within(.0005));
    }

    [Test]
    public void The_lowest_alignment_of_airlines_is_no_better_than_chance_and_the_nearest_hangs_on_alpha_and_beta()
    {
        var study = Study("airlines-2001");
        var (lowest, nearest) = (study.Findings[0], study.Nearest!);
        Assert.That(study.Members(lowest.Stable.Configuration, 1), Is.EqualTo(["Air Canada"]));
        Assert.That(lowest.Match!.Right, Is.EqualTo(12));
        Assert.That(new[] { lowest.Share, lowest.Match.Chance }, Is.EqualTo([.5, .238]).Within(.0005));
        Assert.That(nearest.Match!.Differing.Select(firm => study.Scenario.Firms[firm].Name), Is.EqualTo(["Iberia", "Qantas"]));
        Assert.That(new[] { nearest.Share, nearest.Alpha.Low, nearest.Beta.Low }, Is.EqualTo([.028, 1.969, .484]).Within(.0005));
    }

    [TestCase(.7, 78, .698)]
    [TestCase(.9, 138, .332)]
    [TestCase(1, 144, .315)]
    public void With_another_beta_the_nearest_alignment_of_airlines_is_no_surprise(double beta, int stable, double any)
    {
        var study = Study("airlines-2001", FormattableString.Invariant($"beta={beta}"));
        Assert.That(study.Survey.Stable, Has.Count.EqualTo(stable));
        Assert.That(
            study.Alignment!.ChanceOfAny(study.Findings.Select(finding => finding.Stable.Configuration), study.Nearest!.Match!.Right),
            Is.EqualTo(any).Within(.0005));
    }

    [TestCase("unix-1988", 5, 10_000, .834)]
    [TestCase("unix-1988", 10, 10_000, .6153)]
    [TestCase("unix-1988", 20, 10_000, .3047)]
    [TestCase("risc-1992", 30, 1_000, .955)]
    public void The_nearest_is_as_steady_in_sizes_as_is_told(string name, double percent, int draws, double share)
    {
        var study = Study(name);
        var steady = Variation.Of(study, percent, draws).Findings[study.Nearest!.Number - 1];
        Assert.That(steady.Stable, Is.EqualTo(share).Within(.0006));
        Assert.That(steady.Nearest, Is.EqualTo(steady.Stable));
    }

    private static LandscapeStudy Study(string name, params string[] set) =>
        LandscapeStudy.Of(LandscapeReader.Read(Path.Combine(Manual.Root, "scenarios", "landscape", $"{name}.yaml"), set).Scenario!);
}
