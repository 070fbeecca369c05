using CsCheck;
using Entente.Randomness;
using Entente.Studies.Designs;
using Entente.Studies.Sensitivity;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies.Sensitivity;

/// <summary>Rank correlations and comparisons of groups against R 4.2.2, and how often their intervals and tests hold.</summary>
public class AssociationTests
{
    // R's mtcars: miles per gallon, weight, quarter mile, gears.
    private static readonly double[] Mpg = [21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4];
    private static readonly double[] Wt = [2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78];
    private static readonly double[] Qsec = [16.46, 17.02, 18.61, 19.44, 17.02, 20.22, 15.84, 20, 22.9, 18.3, 18.9, 17.4, 17.6, 18, 17.98, 17.82, 17.42, 19.47, 18.52, 19.9, 20.01, 16.87, 17.3, 15.41, 17.05, 18.9, 16.7, 16.9, 14.5, 15.5, 14.6, 18.6];
    private static readonly double[] Gear = [4, 4, 4, 3, 3, 3, 3, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 4, 4, 4, 3, 3, 3, 3, 3, 4, 5, 5, 5, 5, 5, 4];

    // R's airquality: ozone from May to September, where it was measured.
    private static readonly double[][] Ozone =
    [
        [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37],
        [29, 71, 39, 23, 21, 37, 20, 12, 13],
        [135, 49, 32, 64, 40, 77, 97, 97, 85, 10, 27, 7, 48, 35, 61, 79, 63, 16, 80, 108, 20, 52, 82, 50, 64, 59],
        [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85],
        [96, 78, 73, 91, 47, 32, 20, 23, 21, 24, 44, 21, 28, 9, 13, 46, 18, 13, 24, 16, 13, 23, 36, 7, 14, 30, 14, 18, 20],
    ];

    /// <summary>cor.test(method = "spearman", exact = FALSE); the interval by tanh(atanh(r) - and + qnorm(.975) sqrt((1 + r^2 / 2) / 29)).</summary>
    [Test]
    public void Rank_correlations_with_ties_are_those_of_R()
    {
        var strong = RankCorrelation.Of(Mpg, Wt);
        Assert.That(strong.Size.Value, Is.EqualTo(-0.886422033270298).Within(1e-12));
        Assert.That(strong.PValue, Is.EqualTo(1.48759485813e-11).Within(1e-20));
        Assert.That((strong.Size.Low, strong.Size.High), Is.EqualTo((-0.950265882378, -0.751081976970)).Using<(double, double)>((x, y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9));
        var weak = RankCorrelation.Of(Qsec, Gear);
        Assert.That(weak.Size.Value, Is.EqualTo(-0.148199673141).Within(1e-11));
        Assert.That(weak.PValue, Is.EqualTo(0.418242491451).Within(1e-11));
    }

    [Test]
    public void Too_few_pairs_have_no_interval_nor_have_those_in_perfect_order_and_what_does_not_vary_has_no_correlation()
    {
        var four = RankCorrelation.Of([1, 2, 3, 4], [1, 4, 9, 16]);
        Assert.That((four.Size, four.PValue), Is.EqualTo((new Estimate(1, double.NaN, double.NaN), double.NaN)));
        double[] twelve = [.. Enumerable.Range(0, 12).Select(i => (double)i)];
        var perfect = RankCorrelation.Of(twelve, [.. twelve.Select(x => -x * x)]);
        Assert.That((perfect.Size, perfect.PValue), Is.EqualTo((new Estimate(-1, double.NaN, double.NaN), 0.0)));
        foreach (var (x, y) in ((double[], double[])[])[(twelve, new double[12]), (new double[12], twelve), ([1, 2], [1, 2])])
            Assert.That((RankCorrelation.Of(x, y).Size, RankCorrelation.Of(x, y).PValue), Is.EqualTo((Estimate.None, double.NaN)));
    }

    [Test]
    public void A_rank_correlation_knows_order_alone_and_turns_its_sign_with_it() => Gen.Select(Gen.Int[-30, 30].Array[15], Gen.Int[0, 3].Array[15]).Sample((x, y) =>
    {
        var (one, z) = (Array.ConvertAll(x, of => (double)of), Array.ConvertAll(y, of => (double)of));
        var r = RankCorrelation.Of(one, z).Size.Value;
        Assert.That(RankCorrelation.Of([.. one.Select(of => of * of * of)], z).Size.Value, Is.EqualTo(r).Within(1e-12));
        Assert.That(RankCorrelation.Of([.. one.Select(of => -of)], z).Size.Value, Is.EqualTo(-r).Within(1e-12));
    }, iter: 100);

    /// <summary>
    /// Intervals over 600 Latin hypercubes of x, a number or one of three, and y = b x + noise; what they are to cover comes from 100,000 points. 95% less
    /// four standard errors of .9%, and more where ties or strata help.
    /// </summary>
    [TestCase(10, 0.0, 0)]
    [TestCase(10, 1.0, 0)]
    [TestCase(10, 0.3, 3)]
    [TestCase(40, 1.0, 0)]
    [TestCase(40, 3.0, 0)]
    public void Intervals_of_rank_correlations_cover_at_least_as_often_as_they_say(int points, double slope, int levels)
    {
        RankCorrelation Of(int count, uint seed)
        {
            var x = LatinHypercube.Sample(count, 1, seed).Select(p => levels == 0 ? p[0] : Math.Floor(levels * p[0]) / (levels - 1)).ToArray();
            return RankCorrelation.Of(x, [.. x.Select((at, i) => slope * at + new Draws(seed, 1).At(Process.Firm, 0, i).Normal(0.3))]);
        }

        var exact = Of(100_000, 1).Size.Value;
        var intervals = Enumerable.Range(2, 600).Select(seed => Of(points, (uint)seed).Size).Where(size => !double.IsNaN(size.Low)).ToArray();
        Assert.That(intervals, Has.Length.GreaterThan(580));
        Assert.That(intervals.Count(size => size.Low <= exact && size.High >= exact) / (double)intervals.Length, Is.InRange(0.914, 1));
    }

    /// <summary>kruskal.test and anova(lm()) of R on ozone by month; t.test for May.</summary>
    [Test]
    public void Groups_with_ties_are_compared_as_R_does()
    {
        var groups = Compare(Ozone);
        Assert.That(groups.PValue, Is.EqualTo(6.90071411855e-06).Within(1e-15));
        Assert.That(groups.EtaSquared, Is.EqualTo(0.235233950624).Within(1e-11));
        Assert.That(groups.Counts, Is.EqualTo([26, 9, 26, 26, 29]));
        Assert.That((groups.Means[0].Value, groups.Means[0].Low, groups.Means[0].High), Is.EqualTo((23.6153846154, 14.6387352112, 32.5920340196))
            .Using<(double, double, double)>((x, y) => Math.Abs(x.Item1 - y.Item1) + Math.Abs(x.Item2 - y.Item2) + Math.Abs(x.Item3 - y.Item3) < 1e-8));
        double[][] reversed = [.. Ozone.Reverse()];
        Assert.That((Compare(reversed).PValue, Compare(reversed).EtaSquared), Is.EqualTo((groups.PValue, groups.EtaSquared)).Using<(double, double)>((x, y) => Math.Abs(x.Item1 - y.Item1) < 1e-15 && Math.Abs(x.Item2 - y.Item2) < 1e-12), "names have no order");
    }

    [Test]
    public void Few_values_make_no_test_and_equal_ones_no_difference()
    {
        var few = Compare([[1, 2, 3, 4, 5], [7, 8, 9, 10], []]);
        Assert.That((few.PValue, few.Means[2]), Is.EqualTo((double.NaN, Estimate.None)));
        Assert.That(few.EtaSquared, Is.EqualTo(1 - 15 / (349 - 49 * 49 / 9.0)).Within(1e-12), "by hand: squares within are 10 and 5, about the whole mean 349 - 49^2 / 9");
        var same = Compare([[2, 2, 2, 2, 2], [2, 2, 2, 2, 2]]);
        Assert.That((same.PValue, same.EtaSquared, same.Means[0]), Is.EqualTo((double.NaN, double.NaN, new Estimate(2, double.NaN, double.NaN))));
    }

    /// <summary>Over 1,000 Latin hypercubes in which another factor moves the outcome and the names do not: 5%, plus or minus four standard errors of .7%.</summary>
    [Test]
    public void The_test_of_groups_errs_as_often_as_it_says()
    {
        var wrong = Enumerable.Range(1, 1000).Count(seed =>
        {
            var points = LatinHypercube.Sample(60, 2, (uint)seed);
            return GroupComparison.Of([.. points.Select(p => (int)(3 * p[0]))], [.. points.Select(p => p[1])], 3).PValue < 0.05;
        });
        Assert.That(wrong / 1000.0, Is.EqualTo(0.05).Within(0.028));
    }

    private static GroupComparison Compare(double[][] groups) =>
        GroupComparison.Of([.. groups.SelectMany((group, i) => group.Select(_ => i))], [.. groups.SelectMany(group => group)], groups.Length);
}
