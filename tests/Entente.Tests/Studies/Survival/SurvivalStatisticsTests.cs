using CsCheck;
using Entente.Observation;
using Entente.Randomness;
using Entente.Studies.Statistics;
using Entente.Studies.Survival;
using NUnit.Framework;

namespace Entente.Tests.Studies.Survival;

/// <summary>Statistics of survival against published examples, and against R 4.2.2 with its package survival 3.5.3 where no other source is named.</summary>
public class SurvivalStatisticsTests
{
    private static readonly Gen<Spell[]> Lives = Gen.Select(Gen.Int[0, 30], Gen.Bool, (duration, ended) => new Spell(duration, ended)).Array[1, 40];

    /// <summary>Weeks and shares of Kaplan and Meier's steps under 6-MP: Kleinbaum and Klein, Survival Analysis, table of chapter 2.</summary>
    [Test]
    public void Steps_of_survival_are_as_published()
    {
        var steps = new KaplanMeier(PublishedData.SixMp).Steps;
        Assert.That(steps.Select(step => (step.Time, step.AtRisk, step.Events)), Is.EqualTo(new[]
        {
            (6.0, 21, 3), (7, 17, 1), (10, 15, 1), (13, 12, 1), (16, 11, 1), (22, 7, 1), (23, 6, 1),
        }));
        Assert.That(steps.Select(step => Math.Round(step.Survival, 4)), Is.EqualTo((double[])[.8571, .8067, .7529, .6902, .6275, .5378, .4482]));
    }

    /// <summary>Medians 23 and 8 weeks (Freireich et al. 1963); the limits are survfit's with conf.type = "log-log".</summary>
    [Test]
    public void Medians_and_their_intervals_are_as_published()
    {
        Assert.That(MedianSurvival.Of(new KaplanMeier(PublishedData.SixMp)), Is.EqualTo(new Estimate(23, 13, double.NaN)));
        Assert.That(MedianSurvival.Of(new KaplanMeier(PublishedData.Placebo)), Is.EqualTo(new Estimate(8, 4, 11)));
        Assert.That(MedianSurvival.Of(new KaplanMeier([])), Is.EqualTo(Estimate.None));
    }

    /// <summary>Chi-square 16.79 on one degree of freedom; 9 and 21 relapses against 19.25 and 10.75 expected (Kleinbaum and Klein; survdiff).</summary>
    [Test]
    public void Two_groups_compare_as_published()
    {
        var test = LogRank.Test([PublishedData.SixMp, PublishedData.Placebo]);
        Assert.Multiple(() =>
        {
            Assert.That(test.ChiSquare, Is.EqualTo(16.7929409892).Within(1e-9));
            Assert.That(test.Freedom, Is.EqualTo(1));
            Assert.That(test.P, Is.EqualTo(4.168809e-05).Within(1e-11));
            Assert.That(test.Observed, Is.EqualTo((double[])[9, 21]));
            Assert.That(test.Expected, Is.EqualTo((double[])[19.25050095, 10.74949905]).Within(1e-8));
        });
    }

    /// <summary>survdiff(Surv(time, status) ~ celltype, veteran): 25.4 on 3 degrees of freedom.</summary>
    [Test]
    public void Four_groups_compare_as_R_has_them()
    {
        var test = LogRank.Test(PublishedData.LungCancer);
        Assert.Multiple(() =>
        {
            Assert.That(test.ChiSquare, Is.EqualTo(25.4037003458).Within(1e-9));
            Assert.That(test.Freedom, Is.EqualTo(3));
            Assert.That(test.Observed, Is.EqualTo((double[])[31, 45, 26, 26]));
            Assert.That(test.Expected, Is.EqualTo((double[])[47.65467767, 30.10207933, 15.69376461, 34.54947839]).Within(1e-8));
        });
    }

    [Test]
    public void There_is_nothing_to_compare_in_one_group_or_without_events()
    {
        Assert.That(LogRank.Test([PublishedData.SixMp]).P, Is.NaN);
        Assert.That(LogRank.Test([[(3, false)], [(4, false)]]).P, Is.NaN);
        // All who were at risk ended at once, as they had to: no variance, no difference (survdiff stops at a singular matrix).
        Assert.That(LogRank.Test([[(3, true), (3, true)], [(3, true), (3, true)]]).P, Is.NaN);
        // The second group was gone before anything happened: it does not count.
        Assert.That(LogRank.Test([[(3, true), (4, false)], [(1, false)], [(5, true)]]).Freedom, Is.EqualTo(1));
    }

    [Test]
    public void Observed_and_expected_events_add_up_and_order_of_groups_does_not_matter() =>
        Gen.Select(Lives, Lives, Lives).Sample((one, two, three) =>
        {
            var test = LogRank.Test([one, two, three]);
            var turned = LogRank.Test([three, one, two]);
            return Math.Abs(test.Observed.Sum() - test.Expected.Sum()) < 1e-9
                && (double.IsNaN(test.ChiSquare) == double.IsNaN(turned.ChiSquare))
                && (double.IsNaN(test.ChiSquare) || Math.Abs(test.ChiSquare - turned.ChiSquare) < 1e-6);
        });

    /// <summary>survdiff(Surv(time, event) ~ offset(exp(-0.05 * time))): 9 relapses against 17.95 expected; 2 * ppois(9, 17.95) for the p-value.</summary>
    [Test]
    public void Durations_compare_with_a_known_curve_as_R_has_them()
    {
        var test = OneSampleLogRank.Test(PublishedData.SixMp, age => .05 * age);
        Assert.Multiple(() =>
        {
            Assert.That(test.Events, Is.EqualTo(new EventRate(9, 17.95)).Using<EventRate>((a, b) => a.Events == b.Events && Math.Abs(a.Exposure - b.Exposure) < 1e-12));
            Assert.That(test.P, Is.EqualTo(.0316051871254396).Within(1e-12));
        });
    }

    /// <summary>A Poisson count whose mean is 0 is never 3; of 0 and 0 nothing can be said.</summary>
    [Test]
    public void Events_that_a_curve_rules_out_refute_it()
    {
        Spell[] three = [(5, true), (7, true), (9, true)];
        Assert.That(OneSampleLogRank.Test(three, _ => 0).P, Is.Zero);
        Assert.That(OneSampleLogRank.Test([(5, false)], _ => 0).P, Is.NaN);
        // 2 * (1 - ppois(0, 0.01)).
        Assert.That(OneSampleLogRank.Test([(1, true)], _ => .01).P, Is.EqualTo(.0199003325016638).Within(1e-12));
        Assert.That(OneSampleLogRank.Test([(1, false)], _ => .01).P, Is.EqualTo(1));
    }

    [Test]
    public void A_curve_is_refuted_at_5_percent_where_the_interval_of_the_ratio_leaves_out_1() => Gen.Select(Lives, Gen.Double[.001, .5]).Sample((lives, hazard) =>
    {
        var test = OneSampleLogRank.Test(lives, age => hazard * age);
        return double.IsNaN(test.P) || (test.P < .05) == (test.Events.Rate.Low > 1 || test.Events.Rate.High < 1);
    });

    /// <summary>
    /// Lives from the very curve, watched for unlike times, 10 at once, of which 2.1, 3.7 or 7.5 are expected to end. Of 2,000 such studies
    /// a test of level 5% refutes 7.2% or more less than once in 100,000 times; chi-square refutes up to 6% where the exact test refutes 2% to 4%.
    /// </summary>
    [TestCase(.5)]
    [TestCase(1)]
    [TestCase(4)]
    public void A_true_curve_is_refuted_no_more_often_than_said(double longest)
    {
        var refuted = Enumerable.Range(0, 2000).Count(study =>
        {
            var luck = new Draws(1, 0).At(Process.Firm, 0, study);
            var lives = new Spell[10];
            for (var i = 0; i < lives.Length; i++)
            {
                var (life, watched) = (-Math.Log(luck.Uniform()), longest * luck.Uniform());
                lives[i] = (Math.Min(life, watched), life <= watched);
            }

            return OneSampleLogRank.Test(lives, age => age).P < .05;
        });
        Assert.That(refuted / 2000.0, Is.LessThan(.05 + .022));
    }

    [Test]
    public void Beyond_the_end_of_a_known_curve_durations_are_censored()
    {
        var whole = OneSampleLogRank.Test(PublishedData.SixMp.Select(d => new Spell(Math.Min(d.Exit, 15), d.Event && d.Exit <= 15)), age => .05 * age);
        Assert.That(OneSampleLogRank.Test(PublishedData.SixMp, age => age <= 15 ? .05 * age : double.NaN, until: 15), Is.EqualTo(whole));
    }

    /// <summary>survfit(Surv(time, factor(cause)) ~ 1), whose standard errors are the infinitesimal jackknife's; intervals from them by the formula.</summary>
    [TestCase(12, 0, 0, 0)]
    [TestCase(36, .01785714286, .01769698587, .23214285714)]
    [TestCase(60, .03571428571, .02479875267, .32142857143)]
    [TestCase(120, .07412027311, .03570105835, .54844312156)]
    [TestCase(200, .07412027311, .03570105835, .57203290939)]
    public void Incidence_and_its_error_are_as_R_has_them(double month, double malignancy, double error, double death)
    {
        var band = IncidenceBand.Of(PublishedData.Gammopathy, 0);
        var last = band.Last(step => step.Time <= month);
        Assert.That(last.Share.Value, Is.EqualTo(malignancy).Within(1e-10));
        Assert.That(last.Error, Is.EqualTo(error).Within(1e-10));
        if (month > 12)
            Assert.That(IncidenceBand.At(IncidenceBand.Of(PublishedData.Gammopathy, 1), month).Value, Is.EqualTo(death).Within(1e-10));
    }

    [TestCase(12, .03810553379)]
    [TestCase(36, .05641880244)]
    [TestCase(60, .06240882563)]
    [TestCase(120, .06976529403)]
    [TestCase(200, .06994078947)]
    public void The_error_of_a_common_cause_is_as_R_has_it(double month, double error) =>
        Assert.That(IncidenceBand.Of(PublishedData.Gammopathy, 1).Last(step => step.Time <= month).Error, Is.EqualTo(error).Within(1e-10));

    [Test]
    public void Intervals_of_incidence_are_as_worked_out_in_R()
    {
        var share = IncidenceBand.At(IncidenceBand.Of(PublishedData.Gammopathy, 0), 60);
        Assert.That(share.Low, Is.EqualTo(.009053535503).Within(1e-10));
        Assert.That(share.High, Is.EqualTo(.1353451619).Within(1e-10));
    }

    [Test]
    public void With_one_cause_incidence_and_its_band_mirror_survival() => Lives.Sample(lives =>
    {
        var band = IncidenceBand.Of(lives.Select(life => (life.Entry, life.Exit, life.Event ? 0 : -1)), 0);
        var survival = new KaplanMeier(lives);
        var mirrored = SurvivalBand.Of(survival);
        return band.Count == mirrored.Count && band.Zip(mirrored).All(pair =>
            Math.Abs(pair.First.Share.Value - 1 + survival.At(pair.First.Time)) < 1e-9
            && Math.Abs(pair.First.Share.Low - 1 + pair.Second.High) < 1e-9 && Math.Abs(pair.First.Share.High - 1 + pair.Second.Low) < 1e-9);
    });

    [Test]
    public void Incidence_is_that_of_Aalen_and_Johansen() =>
        Gen.Select(Gen.Int[0, 20].Select(d => (double)d), Gen.Int[-1, 2]).Array[1, 50].Sample(lives =>
        {
            var incidence = new CumulativeIncidence(lives, 3);
            return Enumerable.Range(0, 3).All(cause => IncidenceBand.Of(lives.Select(life => (double.NegativeInfinity, life.Item1, life.Item2)), cause).Zip(incidence.Steps).All(pair =>
                pair.First.Time == pair.Second.Time && Math.Abs(pair.First.Share.Value - pair.Second.Shares[cause]) < 1e-12));
        });

    /// <summary>pyears(Surv(time, event) ~ tcut(0, c(0, 10, 20, 40))): 5, 2 and 2 relapses in 190, 106 and 63 weeks.</summary>
    [Test]
    public void Hazard_by_age_counts_events_and_time_as_R_does()
    {
        var hazard = HazardByAge.Of(PublishedData.SixMp, [0, 10, 20]);
        Assert.That(hazard.Select(age => age.Events), Is.EqualTo(new EventRate[] { new(5, 190), new(2, 106), new(2, 63) }));
    }

    /// <summary>poisson.test(7, 20): 0.1407 to 0.7211.</summary>
    [Test]
    public void Rates_have_the_exact_interval_of_a_Poisson_count()
    {
        var rate = new EventRate(7, 20).Rate;
        Assert.That(rate.Value, Is.EqualTo(.35).Within(1e-15));
        Assert.That(rate.Low, Is.EqualTo(.1407181526).Within(1e-9));
        Assert.That(rate.High, Is.EqualTo(.7211337681).Within(1e-9));
        Assert.That(new EventRate(0, 10).Rate.Low, Is.Zero);
        Assert.That(new EventRate(0, 10).Rate.High, Is.EqualTo(-Math.Log(.025) / 10).Within(1e-9));
        Assert.That(new EventRate(0, 0).Rate, Is.EqualTo(Estimate.None));
    }

    [Test]
    public void All_events_and_all_time_are_in_some_interval_of_age() => Lives.Sample(lives =>
    {
        var hazard = HazardByAge.Of(lives, [0, 3, 10]);
        return hazard.Sum(age => age.Events.Events) == lives.Count(life => life.Event)
            && Math.Abs(hazard.Sum(age => age.Events.Exposure) - lives.Sum(life => life.Exit)) < 1e-9;
    });
}
