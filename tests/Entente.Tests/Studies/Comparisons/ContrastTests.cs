using Entente.Randomness;
using Entente.Studies.Comparisons;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies.Comparisons;

/// <summary>What is said of a difference while replications are added.</summary>
public class ContrastTests
{
    private static double[] Normal(int study, int index, int count, double mean, double deviation)
    {
        var luck = new Draws(11, (uint)study).At(Process.Firm, 0, index);
        return [.. Enumerable.Range(0, count).Select(_ => mean + luck.Normal(deviation))];
    }

    /// <summary>
    /// 400 studies of 400 pairs, looked at every 20, at 10% error. If intervals missed exactly as often as they may, more than 56 studies would miss
    /// with a probability of .4%; the seed is fixed.
    /// </summary>
    [Test]
    public void Whenever_one_looks_neither_the_difference_nor_what_is_said_of_a_share_of_the_mean_is_wrong_more_often_than_allowed()
    {
        const double difference = 0.4, mean = 20;
        var wrong = 0;
        for (var study = 0; study < 400; study++)
        {
            var reference = Normal(study, 0, 400, mean, 3);
            double[] other = [.. reference.Zip(Normal(study, 1, 400, difference, 1), (x, d) => x + d)];
            var missed = false;
            for (var look = 20; look <= 400; look += 20)
            {
                var seen = Contrast.Look("x", reference[..look], other[..look], [], new Precision(0.01, Relative: true), 0.1, 1);
                missed |= seen.Difference.Low > difference || seen.Difference.High < difference
                    || seen.State == ContrastState.Known && Math.Abs(seen.Difference.Value - difference) > 0.01 * mean
                    || seen.State == ContrastState.Small;
            }

            wrong += missed ? 1 : 0;
        }

        Assert.That(wrong, Is.LessThanOrEqualTo(56));
    }

    [Test]
    public void A_difference_is_known_small_or_open_by_its_interval_and_the_precision()
    {
        var reference = Normal(0, 0, 200, 100, 5);
        Contrast Look(double difference, double within, int count) => Contrast.Look("x", reference[..count],
            [.. reference[..count].Zip(Normal(0, 1, count, difference, 1), (x, d) => x + d)], [3, null, 5], new Precision(within, Relative: false), 0.05, 1);
        Assert.That(Look(2, 0.5, 200).State, Is.EqualTo(ContrastState.Known));
        Assert.That(Look(0, 0.5, 200).State, Is.EqualTo(ContrastState.Small));
        var open = Look(2, 0.1, 20);
        Assert.That((open.State, open.Pairs, open.Diverged), Is.EqualTo((ContrastState.Open, 20, ((int, double, int)?)(3, 4, 5))));
        var needed = open.Needed!.Value;
        Assert.That(Contrast.NeededFor(2, 1, 0.1, 0.05), Is.InRange(400, 4000));
        Assert.That(needed, Is.InRange(200, 8000));
        Assert.That(Look(2, 0.5, 200).Needed, Is.Null);
    }

    [Test]
    public void Pairing_is_worth_the_ratio_of_the_variances_and_worlds_without_the_outcome_are_left_out()
    {
        var reference = Normal(0, 0, 5000, 0, 3);
        var seen = Contrast.Look("x", [.. reference, double.NaN], [.. reference.Zip(Normal(0, 1, 5000, 1, 1), (x, d) => x + d), 7], [], new Precision(1, false), 0.05, 1);
        // (9 + 9 + 1) / 1, the deviation of the estimate at 5,000 pairs under 3%.
        Assert.That(seen.Reduction, Is.EqualTo(19).Within(1.7));
        Assert.That((seen.Pairs, seen.LeftOut), Is.EqualTo((5000, 1)));
        Assert.That(seen.Effect, Is.EqualTo(1).Within(0.05));
        Assert.That(seen.ShareMore.Value, Is.EqualTo(0.8413).Within(0.02), "the normal distribution at 1");
        Assert.That(seen.Bootstrapped.Low, Is.EqualTo(seen.Fixed.Low).Within(0.01), "the bootstrap of a mean of many is its t interval");
        Assert.That(seen.Bootstrapped.High, Is.EqualTo(seen.Fixed.High).Within(0.01));
    }

    /// <summary>power.t.test(type = "paired") of R 4.2.2: 198.15, 264.61, 33.37, 44.00, 9.94, 12.59 pairs, rounded up; .5645 at 20 pairs.</summary>
    [TestCase(0.2, 0.8, 199)]
    [TestCase(0.2, 0.9, 265)]
    [TestCase(0.5, 0.8, 34)]
    [TestCase(0.5, 0.9, 44)]
    [TestCase(1.0, 0.8, 10)]
    [TestCase(1.0, 0.9, 13)]
    public void Pairs_for_some_power_are_those_of_R(double effect, double power, int pairs)
    {
        Assert.That(PowerPlan.Pairs(effect, 0.05, power), Is.EqualTo(pairs));
        Assert.That(PowerPlan.Power(0.5, 20, 0.05), Is.EqualTo(0.5644829).Within(0.001));
    }

    [Test]
    public void A_plan_asks_for_more_replications_for_smaller_differences_and_the_interval_is_that_narrow_then()
    {
        var reference = Normal(0, 0, 50, 100, 5);
        double[] other = [.. reference.Zip(Normal(0, 1, 50, 1, 1), (x, d) => x + d)];
        var lines = PowerPlan.Of(reference, other, new Precision(0.3, Relative: false), 0.05);
        Assert.That(lines.Select(line => line.Difference), Is.Ordered);
        Assert.That(lines.Select(line => line.Anytime), Is.Ordered.Descending);
        Assert.That(lines.Select(line => line.Power80), Is.Ordered.Descending);
        foreach (var line in lines)
        {
            var variance = other.Zip(reference, (x, y) => x - y).ToArray();
            var of = MathNet.Numerics.Statistics.ArrayStatistics.Variance(variance);
            Assert.That(ConfidenceSequence.HalfWidth(line.Anytime!.Value, of, 0.05), Is.LessThanOrEqualTo(line.Difference));
            Assert.That(ConfidenceSequence.HalfWidth(line.Anytime.Value - 1, of, 0.05), Is.GreaterThan(line.Difference));
            Assert.That(line.Power90, Is.GreaterThanOrEqualTo(line.Power80!.Value));
        }
    }
}
