using Entente.Randomness;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Accuracy;

/// <summary>
/// The distributions of luck against those of Math.NET Numerics. Each draw is taken the way the model takes it: one at an
/// address of its own. The seed is fixed, so a test passes always or never; with another seed it would fail by chance once in
/// 10,000 (goodness of fit) or 15,000 (mean, variance: beyond 4 standard errors).
/// </summary>
public class LuckAccuracy
{
    private const int Draws = 40_000;
    private const double ErrorRate = 1e-4;
    private const double StandardErrors = 4;

    private delegate double Continuous(ref Luck luck);

    private delegate int Discrete(ref Luck luck);

    [Test]
    public void Uniforms_fill_the_unit_interval() =>
        Fits((ref luck) => luck.Uniform(), new ContinuousUniform(0, 1));

    [Test]
    public void Uniforms_fill_any_interval() =>
        Fits((ref luck) => luck.Uniform(0.6, 1), new ContinuousUniform(0.6, 1));

    [TestCase(1)]
    [TestCase(0.35)]
    public void Normals_fit(double sd) =>
        Fits((ref luck) => luck.Normal(sd), new Normal(0, sd));

    [TestCase(0.5)]
    [TestCase(0.6)]
    [TestCase(1.2)]
    public void Lognormals_have_mean_1_and_fit(double logSd) =>
        Fits((ref luck) => luck.LogNormal(logSd), new LogNormal(-logSd * logSd / 2, logSd));

    [TestCase(0.8)]
    [TestCase(3)]
    public void Logistics_fit(double scale) =>
        Fits((ref luck) => luck.Logistic(scale), new Logistic(0, scale));

    [TestCase(2, 4)]
    [TestCase(2, 3)]
    [TestCase(3, 3)]
    [TestCase(1, 1)]
    [TestCase(0.5, 0.7)]
    [TestCase(0.3, 5)]
    [TestCase(40, 2.5)]
    public void Betas_fit(double alpha, double beta) =>
        Fits((ref luck) => luck.Beta(alpha, beta), new Beta(alpha, beta));

    [TestCase(0.65, 7.4)]
    [TestCase(0.5, 6)]
    [TestCase(0.8, 8)]
    [TestCase(0.05, 1)]
    public void Betas_by_mean_and_concentration_fit(double mean, double concentration) =>
        Fits((ref luck) => luck.BetaByMean(mean, concentration), new Beta(mean * concentration, (1 - mean) * concentration));

    // Nearly all of it sits so close to 0 or 1 that doubles cannot tell; what can be told is the mean and the variance.
    [TestCase(0.5, 0.01)]
    [TestCase(0.9, 0.01)]
    [TestCase(0.1, 0.02)]
    public void Betas_of_the_smallest_concentration_keep_their_mean_and_variance(double mean, double concentration) =>
        HasMoments(Sample((ref luck) => luck.BetaByMean(mean, concentration)), mean, mean * (1 - mean) / (1 + concentration));

    [TestCase(1)]
    [TestCase(1.5)]
    [TestCase(9)]
    [TestCase(36)]
    [TestCase(400)]
    public void Waits_are_geometric_from_1_on(double mean) =>
        Fits((ref luck) => luck.Geometric(mean), new Geometric(1 / mean));

    [TestCase(0.01)]
    [TestCase(0.7)]
    [TestCase(4)]
    [TestCase(30)]
    [TestCase(63.9)]
    [TestCase(64)]
    [TestCase(64.1)]
    [TestCase(128.5)]
    [TestCase(1000)]
    [TestCase(10_000)]
    public void Counts_are_Poisson(double mean) =>
        Fits((ref luck) => luck.Poisson(mean), new Poisson(mean));

    [TestCase(3, 0.5)]
    [TestCase(1, 0.2)]
    [TestCase(20, 0.05)]
    public void Successes_are_binomial(int trials, double probability) =>
        Fits((ref luck) => luck.Binomial(trials, probability), new Binomial(probability, trials));

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(30)]
    public void Whole_numbers_below_a_count_are_equally_likely(int count) =>
        Fits((ref luck) => luck.Below(count), new DiscreteUniform(0, count - 1));

    [TestCase(0)]
    [TestCase(0.005)]
    [TestCase(0.45)]
    [TestCase(1)]
    public void Chances_come_as_often_as_they_should(double probability) =>
        Fits((ref luck) => luck.Chance(probability) ? 1 : 0, new Bernoulli(probability));

    [Test]
    public void Draws_that_follow_each_other_at_an_address_are_independent() =>
        AreIndependent(i =>
        {
            var luck = new Draws(7, 0).At(Process.Search, 12, i);
            return (luck.Uniform(), luck.Uniform());
        });

    [TestCase("seed")]
    [TestCase("replication")]
    [TestCase("process")]
    [TestCase("month")]
    [TestCase("first entity")]
    [TestCase("second entity")]
    [TestCase("index")]
    public void Draws_at_neighbouring_addresses_are_independent(string neighbour)
    {
        AreIndependent(i => (First(false, (uint)i), First(true, (uint)i)));

        double First(bool next, uint i)
        {
            uint Step(string part) => next && part == neighbour ? 1u : 0u;
            return new Draws(2 * i + Step("seed"), 4 + Step("replication"))
                .At(Process.Firm + (int)Step("process"), (int)(20 + Step("month")), (int)(5 + Step("first entity")),
                    (int)(9 + Step("second entity")), (int)Step("index"))
                .Uniform();
        }
    }

    private static double[] Sample(Continuous draw)
    {
        var sample = new double[Draws];
        for (var firm = 0; firm < Draws; firm++)
        {
            var luck = new Draws(20, 26).At(Process.Firm, firm % 180, firm);
            sample[firm] = draw(ref luck);
        }

        return sample;
    }

    /// <summary>Kolmogorov and Smirnov's test with the asymptotic critical value, and the first two moments.</summary>
    private static void Fits(Continuous draw, IContinuousDistribution law)
    {
        var sample = Sample(draw);
        HasMoments(sample, law.Mean, law.Variance);
        Array.Sort(sample);
        var distance = 0.0;
        for (var i = 0; i < sample.Length; i++)
        {
            var expected = law.CumulativeDistribution(sample[i]);
            distance = Math.Max(distance, Math.Max(expected - (double)i / Draws, (i + 1.0) / Draws - expected));
        }

        Assert.That(distance, Is.LessThan(Math.Sqrt(-Math.Log(ErrorRate / 2) / 2 / Draws)), $"Kolmogorov-Smirnov distance from {law}");
    }

    /// <summary>Pearson's chi-square test over cells of at least ten expected draws, and the first two moments.</summary>
    private static void Fits(Discrete draw, IDiscreteDistribution law)
    {
        var sample = Sample((ref luck) => draw(ref luck));
        HasMoments(sample, law.Mean, law.Variance);
        Assert.That(sample.Min(), Is.GreaterThanOrEqualTo(law.Minimum), "smallest count");

        var counts = sample.GroupBy(count => (int)count).ToDictionary(group => group.Key, group => group.Count());
        var (statistic, cells) = (0.0, 0);
        var (expected, observed, left) = (0.0, 0, (double)Draws);
        for (var k = law.Minimum; left > 0; k++)
        {
            var last = left - expected < 20;
            expected = last ? left : expected + Draws * law.Probability(k);
            observed += last ? counts.Where(c => c.Key >= k).Sum(c => c.Value) : counts.GetValueOrDefault(k);
            if (expected < 10 && !last)
                continue;
            statistic += (observed - expected) * (observed - expected) / expected;
            cells++;
            left = last ? 0 : left - expected;
            (expected, observed) = (0, 0);
        }

        var critical = cells > 1 ? ChiSquared.InvCDF(cells - 1, 1 - ErrorRate) : 1e-9;
        Assert.That(statistic, Is.LessThan(critical), $"chi-square over {cells} cells against {law}");
    }

    private static void HasMoments(double[] sample, double mean, double variance)
    {
        var deviations = sample.Select(x => (x - mean) * (x - mean)).ToArray();
        Assert.That(sample.Mean(), Is.EqualTo(mean).Within(StandardErrors * Math.Sqrt(variance / Draws) + 1e-12), "mean");
        Assert.That(
            deviations.Mean(), Is.EqualTo(variance).Within(StandardErrors * deviations.StandardDeviation() / Math.Sqrt(Draws) + 1e-12),
            "variance");
    }

    /// <summary>Pearson's chi-square test of equal frequencies over the 16 x 16 cells of the unit square.</summary>
    private static void AreIndependent(Func<int, (double X, double Y)> pair)
    {
        const int side = 16;
        var counts = new int[side * side];
        for (var i = 0; i < Draws; i++)
        {
            var (x, y) = pair(i);
            counts[(int)(x * side) * side + (int)(y * side)]++;
        }

        const double expected = (double)Draws / (side * side);
        var statistic = counts.Sum(observed => (observed - expected) * (observed - expected) / expected);
        Assert.That(statistic, Is.LessThan(ChiSquared.InvCDF(side * side - 1, 1 - ErrorRate)), "chi-square of the unit square");
        Assert.That(statistic, Is.GreaterThan(ChiSquared.InvCDF(side * side - 1, ErrorRate)), "more even than chance allows");
    }
}
