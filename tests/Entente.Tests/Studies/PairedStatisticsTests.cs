using System.Text.Json;
using CsCheck;
using Entente.Observation;
using Entente.Randomness;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies;

public class PairedStatisticsTests
{
    // The sleep data of Student (1908), "The probable error of a mean", Biometrika 6: extra hours under two drugs, ten patients.
    private static readonly double[] FirstDrug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] SecondDrug = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    private static readonly Gen<(double[], double[])> Samples =
        from n in Gen.Int[3, 30]
        from x in Gen.Double[-100, 100].Array[n]
        from y in Gen.Double[-100, 100].Array[n]
        select (x, y);

    [Test]
    public void Student_s_sleep_data_give_his_interval()
    {
        // Published results for these data: paired difference 1.58, 95% interval .7001 to 2.4599; Welch -.2055 to 3.3655.
        var paired = PairedStatistics.Compare(FirstDrug, SecondDrug);
        Assert.Multiple(() =>
        {
            Assert.That(paired.Difference, Is.EqualTo(1.58).Within(1e-9));
            Assert.That(paired.Low, Is.EqualTo(0.7001142).Within(1e-6));
            Assert.That(paired.High, Is.EqualTo(2.4598858).Within(1e-6));
            Assert.That(PairedStatistics.WelchHalfWidth(FirstDrug, SecondDrug), Is.EqualTo((3.3654832 + 0.2054832) / 2).Within(1e-6));
            Assert.That(paired.Verdict, Is.EqualTo(Verdict.Higher));
        });
    }

    [Test]
    public void Swapping_arms_turns_the_difference_round() =>
        Samples.Sample((x, y) =>
        {
            var there = PairedStatistics.Compare(x, y);
            var back = PairedStatistics.Compare(y, x);
            return Near(there.Difference, -back.Difference) && Near(there.Low, -back.High) && Near(there.High, -back.Low);
        });

    [Test]
    public void What_both_arms_share_does_not_count() =>
        Gen.Select(Samples, Gen.Double[-100, 100]).Sample((samples, shared) =>
        {
            var (x, y) = samples;
            var plain = PairedStatistics.Compare(x, y);
            var shifted = PairedStatistics.Compare([.. x.Select(v => v + shared)], [.. y.Select(v => v + shared)]);
            return Near(plain.Low, shifted.Low) && Near(plain.High, shifted.High);
        });

    [Test]
    public void A_pair_without_a_value_is_left_out() =>
        Samples.Sample((x, y) =>
            PairedStatistics.Compare([.. x, 1, double.NaN], [.. y, double.NaN, 2]) == PairedStatistics.Compare(x, y));

    [Test]
    public void Equal_arms_are_the_same_and_empty_ones_none()
    {
        Assert.That(PairedStatistics.Compare([1, 2, 3], [1, 2, 3]).Verdict, Is.EqualTo(Verdict.Same));
        Assert.That(PairedStatistics.Compare([double.NaN], [1]).Verdict, Is.EqualTo(Verdict.None));
        Assert.That(PairedStatistics.Compare([1], [2]).Verdict, Is.EqualTo(Verdict.Unclear));
    }

    /// <summary>
    /// Where nothing varies there is no standard error and so no interval: R's <c>t.test(c(1, 1))</c> stops with "data are essentially constant". That n pairs lie on
    /// one side happens by luck with probability 2^(1 - n): 1/16 for five, 1/32 for six.
    /// </summary>
    [TestCase(2, Verdict.Unclear)]
    [TestCase(5, Verdict.Unclear)]
    [TestCase(6, Verdict.Higher)]
    [TestCase(100, Verdict.Higher)]
    public void Differences_that_are_all_the_same_have_no_interval_and_count_once_they_are_many(int pairs, Verdict verdict)
    {
        double[] reference = [.. Enumerable.Range(0, pairs).Select(i => i / 7.0)];
        var comparison = PairedStatistics.Compare(reference, [.. reference.Select(value => value + 0.1)]);
        Assert.That((comparison.Low, comparison.High, comparison.Narrowing, comparison.Verdict), Is.EqualTo((double.NaN, double.NaN, double.NaN, verdict)));
        Assert.That(comparison.Difference, Is.EqualTo(0.1).Within(1e-12));
        var back = PairedStatistics.Compare([.. reference.Select(value => value + 0.1)], reference);
        Assert.That(back.Verdict, Is.EqualTo(verdict == Verdict.Higher ? Verdict.Lower : verdict));
    }

    /// <summary>Three tenths are no more than one tenth and two: the sums differ in the last digit alone.</summary>
    [Test]
    public void What_differs_by_rounding_alone_is_the_same()
    {
        Assert.That(0.1 + 0.2, Is.Not.EqualTo(0.3));
        Assert.That(PairedStatistics.Compare([0.3, 0.5, 0.7], [0.1 + 0.2, 0.5, 0.7]).Verdict, Is.EqualTo(Verdict.Same));
    }

    /// <summary>
    /// Two pairs that differ by 1 and 3 at a confidence of one less 1/1300: the quantile of Cauchy's distribution, 1 / tan(pi / 2600), times the
    /// standard error, 1, about the mean, 2.
    /// </summary>
    [Test]
    public void Two_pairs_have_an_interval_at_any_confidence()
    {
        var comparison = PairedStatistics.Compare([0, 0], [1, 3], 1 - (0.05 / 65));
        Assert.That(comparison.High, Is.EqualTo(2 + 827.60530130952759).Within(1e-6));
        Assert.That(comparison.Verdict, Is.EqualTo(Verdict.Unclear));
        foreach (var confidence in new[] { 0.5, 0.95, 1 - 1e-6, 1 - 1e-12 })
            Assert.That(PairedStatistics.WelchHalfWidth([0, 1e-9], [1e100, -1e100], confidence), Is.InRange(1e99, 1e113));
    }

    /// <summary>R: <c>t.test(c(1, 2, 4))</c> gives p = .118082896311803 and an interval from -1.46124970026343 to 6.12791636693009; constants it does not take.</summary>
    [Test]
    public void Tests_and_intervals_of_a_mean_are_those_of_R()
    {
        var estimate = Estimate.OfMean([1, 2, 4]);
        Assert.That(estimate.Low, Is.EqualTo(-1.46124970026343).Within(1e-12));
        Assert.That(estimate.High, Is.EqualTo(6.12791636693009).Within(1e-12));
        Assert.That(Estimate.PValue([1, 2, 4]), Is.EqualTo(0.118082896311803).Within(1e-13));
        Assert.That(Estimate.PValue([3, 3, 3, 3, 3]), Is.EqualTo(1 / 16.0), "the sign test, where nothing varies");
        Assert.That(Estimate.PValue([0, 0]), Is.EqualTo(1));
        Assert.That(Estimate.PValue([5]), Is.NaN);
        Assert.That(Estimate.OfMean([3, 3]), Is.EqualTo(new Estimate(3, double.NegativeInfinity, double.PositiveInfinity)));
    }

    [Test]
    public void Intervals_hold_the_truth_as_often_as_they_say()
    {
        // 4,000 intervals of 95% hold it 3,800 times, give or take 14: five of those is an error rate below 1 in a million.
        var draws = new Draws(42, 0);
        var held = 0;
        for (var study = 0; study < 4000; study++)
        {
            var luck = draws.At(Process.Ideas, 0, study);
            var x = new double[12];
            var y = new double[12];
            for (var i = 0; i < 12; i++)
            {
                x[i] = luck.Normal(3);
                y[i] = x[i] + 0.5 + luck.Normal();
            }

            var interval = PairedStatistics.Compare(x, y);
            if (interval.Low <= 0.5 && interval.High >= 0.5)
                held++;
        }

        Assert.That(held, Is.InRange(3730, 3870));
    }

    [Test]
    public void Every_column_of_a_run_is_an_outcome() =>
        Assert.That(Outcomes.All.Select(outcome => outcome.Column), Is.EqualTo(typeof(RunRow).GetProperties()
            .Where(p => p.IsDefined(typeof(ColumnAttribute), false)).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))));

    private static bool Near(double x, double y) => Math.Abs(x - y) <= 1e-9 * (1 + Math.Abs(x));
}
