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
