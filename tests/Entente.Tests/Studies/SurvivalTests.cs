using CsCheck;
using Entente.Observation;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies;

/// <summary>Bands of survival and competing risks against published and hand-worked examples.</summary>
public class SurvivalTests
{
    /// <summary>
    /// Weeks of remission under 6-MP (Freireich et al. 1963), the textbook example; bands as statistical packages give them on the log-log
    /// scale (for instance Kleinbaum and Klein, Survival Analysis, and the survival package of R).
    /// </summary>
    [TestCase(6, .8571, .6197, .9516)]
    [TestCase(7, .8067, .5631, .9228)]
    [TestCase(10, .7529, .5032, .8894)]
    [TestCase(13, .6902, .4316, .8491)]
    [TestCase(16, .6275, .3675, .8049)]
    [TestCase(22, .5378, .2678, .7468)]
    [TestCase(23, .4482, .1881, .6801)]
    public void Bands_are_as_published(double week, double survival, double low, double high)
    {
        var remission = new KaplanMeier(
        [
            (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false), (11, false), (13, true), (16, true),
            (17, false), (19, false), (20, false), (22, true), (23, true), (25, false), (32, false), (32, false), (34, false), (35, false),
        ]);
        var step = SurvivalBand.Of(remission).Single(s => s.Time == week);
        Assert.Multiple(() =>
        {
            Assert.That(remission.At(week), Is.EqualTo(survival).Within(5e-5));
            Assert.That(step.Low, Is.EqualTo(low).Within(5e-5));
            Assert.That(step.High, Is.EqualTo(high).Within(5e-5));
        });
    }

    [Test]
    public void Competing_risks_are_as_worked_by_hand()
    {
        // Five at risk: cause 0 at time 1 takes 1/5. One is censored at 2. At 3, of three at risk, both causes take 4/5 * 1/3 each. The last goes by cause 1 at 5: 4/15.
        var incidence = new CumulativeIncidence([(1, 0), (2, -1), (3, 0), (3, 1), (5, 1)], 2);
        Assert.Multiple(() =>
        {
            Assert.That(incidence.At(.5, 0), Is.Zero);
            Assert.That(incidence.At(2, 0), Is.EqualTo(1.0 / 5).Within(1e-15));
            Assert.That(incidence.At(3, 0), Is.EqualTo(1.0 / 5 + 4.0 / 15).Within(1e-15));
            Assert.That(incidence.At(3, 1), Is.EqualTo(4.0 / 15).Within(1e-15));
            Assert.That(incidence.At(5, 1), Is.EqualTo(8.0 / 15).Within(1e-15));
        });
    }

    [Test]
    public void Incidences_of_all_causes_and_survival_add_up_to_one() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[-1, 3]).Array[1, 60].Sample(lives =>
        {
            var incidence = new CumulativeIncidence(lives.Select(life => ((double)life.Item1, life.Item2)), 4);
            var survival = new KaplanMeier(lives.Select(life => new Spell(life.Item1, life.Item2 >= 0)));
            return Enumerable.Range(0, 22).All(time =>
                Math.Abs(Enumerable.Range(0, 4).Sum(cause => incidence.At(time, cause)) + survival.At(time) - 1) < 1e-12);
        });
}
