using CsCheck;
using Entente.Studies.Statistics;
using Entente.Studies.Survival;
using NUnit.Framework;

namespace Entente.Tests.Studies.Survival;

/// <summary>What is said of a panel and of simulated arms beside it.</summary>
public class SurvivalStudyTests
{
    private static readonly Gen<PanelAlliance[]> Simulated =
        Gen.Select(Gen.Int[1, 60], Gen.Bool, Gen.Int[0, 4], Gen.OneOfConst("left", "failed"))
            .Select(a => new PanelAlliance(a.Item1, a.Item2, a.Item2 ? a.Item4 : "", "arm", a.Item3)).Array[1, 80];

    [Test]
    public void Alliances_laid_against_their_own_curve_end_as_often_as_expected() => Simulated.Sample(alliances =>
    {
        var test = new SurvivalStudy(Panel(alliances), alliances).CurveTests.Single().Test;
        return test.Events.Events == alliances.Count(alliance => alliance.Ended) && Math.Abs(test.Events.Exposure - test.Events.Events) < 1e-9;
    });

    [Test]
    public void A_unit_changes_no_finding_but_that_of_the_median() => Simulated.Sample(alliances =>
    {
        SurvivalStudy In(TimeUnit unit) => new(
            new AlliancePanel("x", unit, new Dictionary<PanelRole, string>(), [.. alliances.Select(a => a with { Duration = a.Duration / 12 * unit.PerYear() })]), alliances);
        var (months, years) = (In(TimeUnit.Months), In(TimeUnit.Years));
        return Math.Abs(months.CurveTests.Single().Test.Events.Exposure - years.CurveTests.Single().Test.Events.Exposure) < 1e-9
            && months.Simulated.Single().Survival(24).Equals(years.Simulated.Single().Survival(2))
            && (double.IsNaN(months.Whole.Median.Value) || Math.Abs(months.Whole.Median.Value - 12 * years.Whole.Median.Value) < 1e-9);
    });

    [Test]
    public void A_curve_rises_within_the_month_before_each_of_its_steps()
    {
        var arm = new SurvivalGroup("arm", true, TimeUnit.Months, [new(3, true, "left", "arm"), new(10, true, "left", "arm"), new(12, false, "", "arm")]);
        Assert.Multiple(() =>
        {
            Assert.That(arm.CumulativeHazard(2), Is.Zero);
            Assert.That(arm.CumulativeHazard(2.5), Is.EqualTo(1.0 / 6).Within(1e-12));
            Assert.That(arm.CumulativeHazard(9), Is.EqualTo(1.0 / 3).Within(1e-12));
            Assert.That(arm.CumulativeHazard(12), Is.EqualTo(1.0 / 3 + 1.0 / 2).Within(1e-12));
        });
    }

    [Test]
    public void Intervals_of_a_simulated_arm_are_those_of_its_replications()
    {
        // Of two alliances in each of 40 replications none, one or both end within a year, in turn.
        var alliances = Enumerable.Range(0, 40).SelectMany(replication => Enumerable.Range(0, 2).Select(i =>
            new PanelAlliance(i < replication % 3 ? 6 : 24, i < replication % 3, i < replication % 3 ? "left" : "", "arm", replication))).ToArray();
        var arm = new SurvivalGroup("arm", true, TimeUnit.Months, alliances);
        Assert.That(arm.Survival(12), Is.EqualTo(new Estimate(1 - 39.0 / 80, 0, 1)).Using<Estimate>((a, b) => Math.Abs(a.Value - b.Value) < 1e-12 && a.Low == b.Low && a.High == b.High));
        Assert.That(arm.Incidence("left", 12).High, Is.EqualTo(1));
        Assert.That(arm.Incidence("bought out", 12).Value, Is.Zero);
        // Nobody was watched for longer than two years but where all had ended.
        Assert.That(arm.Survival(25), Is.EqualTo(Estimate.None));
        Assert.That(new SurvivalGroup("arm", true, TimeUnit.Months, [.. alliances.Where(a => a.Replication == 0)]).Survival(12), Is.EqualTo(new Estimate(1, double.NaN, double.NaN)));
    }

    [Test]
    public void Groups_of_a_panel_are_compared_and_each_is_laid_against_each_arm()
    {
        PanelAlliance[] panel =
        [
            .. PublishedData.SixMp.Select(d => new PanelAlliance(d.Exit, d.Event, "", "6-MP")),
            .. PublishedData.Placebo.Select(d => new PanelAlliance(d.Exit, d.Event, "", "placebo")),
        ];
        var study = new SurvivalStudy(
            new AlliancePanel("x", TimeUnit.Months, new Dictionary<PanelRole, string> { [PanelRole.Group] = "group" }, panel),
            [new(9, true, "left", "one"), new(30, false, "", "one"), new(12, true, "left", "other")]);
        Assert.That(study.LogRank.ChiSquare, Is.EqualTo(16.7929409892).Within(1e-9));
        Assert.That(study.CurveTests.Select(test => $"{test.Group}/{test.Arm}"), Is.EqualTo("all/one all/other 6-MP/one 6-MP/other placebo/one placebo/other".Split(' ')));
        Assert.That(study.Observed[0].Survival(12).Value, Is.EqualTo(.7529).Within(5e-5));
        Assert.That(study.Observed[0].Survival(36), Is.EqualTo(Estimate.None));
        Assert.That(study.Observed[1].Survival(36).Value, Is.Zero);
    }

    [Test]
    public void A_group_called_all_is_not_the_whole()
    {
        var study = new SurvivalStudy(
            new AlliancePanel("x", TimeUnit.Months, new Dictionary<PanelRole, string> { [PanelRole.Group] = "group" }, [new(3, true, "", "all"), new(5, true, "", "b")]),
            [new(9, true, "left", "one")]);
        Assert.That(study.CurveTests.Select(test => test.Group), Is.EqualTo((string[])["(all)", "all", "b"]));
        Assert.That(study.Observed.Select(group => group.Count), Is.EqualTo((int[])[1, 1]));
    }

    private static AlliancePanel Panel(PanelAlliance[] alliances) => new("x", TimeUnit.Months, new Dictionary<PanelRole, string>(), alliances);
}
