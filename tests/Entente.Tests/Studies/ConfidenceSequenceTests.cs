using Entente.Randomness;
using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies;

public class ConfidenceSequenceTests
{
    [TestCase(5, 0.05)]
    [TestCase(40, 0.05)]
    [TestCase(40, 0.0005)]
    [TestCase(400, 0.01)]
    public void At_its_ends_the_published_factor_is_one_over_alpha(int n, double alpha)
    {
        // The Bayes factor of Wang and Ramdas (2025) for a normal mixture over standardised effects, as a function of Student's t.
        var half = ConfidenceSequence.HalfWidth(n, 2.5, alpha);
        if (double.IsInfinity(half))
            Assert.That(Factor(1e9, n, alpha), Is.LessThan(1 / alpha), "the factor never gets there, so the interval is the whole line");
        else
            Assert.That(Factor(half / Math.Sqrt(2.5 / n), n, alpha), Is.EqualTo(1 / alpha).Within(1e-9 / alpha));
    }

    [Test]
    public void The_factor_is_the_ratio_of_marginal_densities()
    {
        // By quadrature over effect and scale, from nothing but the normal density: five values, under the mean 0.
        double[] values = [0.3, 1.1, -0.4, 2.0, 0.9];
        const double alpha = 0.05;
        var spread = Math.Sqrt(ConfidenceSequence.MixtureVariance(alpha));
        double against = 0, under = 0;
        for (var u = -6.0; u <= 6; u += 0.01)
        {
            var scale = Math.Exp(u);
            under += Likelihood(values, 0, scale);
            for (var z = -8.0; z <= 8; z += 0.05)
                against += 0.05 * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * Likelihood(values, z * spread * scale, scale);
        }

        var t = values.Average() / Math.Sqrt(values.Variance() / values.Length);
        Assert.That(Factor(t, values.Length, alpha), Is.EqualTo(against / under).Within(1e-4));
    }

    [Test]
    public void For_many_values_it_is_the_asymptotic_sequence()
    {
        // Waudby-Smith et al. (2024), Theorem 2.2: s sqrt(2 (n rho^2 + 1) / (n^2 rho^2) log(sqrt(n rho^2 + 1) / alpha)).
        const double alpha = 0.05;
        const int n = 20_000;
        var g = 1 + n * ConfidenceSequence.MixtureVariance(alpha);
        var asymptotic = 3 * Math.Sqrt(2 * g / (n * (g - 1)) * Math.Log(Math.Sqrt(g) / alpha));
        Assert.That(ConfidenceSequence.HalfWidth(n, 9, alpha), Is.EqualTo(asymptotic).Within(0.001 * asymptotic));
    }

    [Test]
    public void A_smaller_alpha_a_larger_variance_and_fewer_values_make_wider_intervals()
    {
        var half = ConfidenceSequence.HalfWidth(100, 1, 0.05);
        Assert.That(ConfidenceSequence.HalfWidth(100, 1, 0.01), Is.GreaterThan(half));
        Assert.That(ConfidenceSequence.HalfWidth(100, 4, 0.05), Is.EqualTo(2 * half).Within(1e-12));
        Assert.That(ConfidenceSequence.HalfWidth(50, 1, 0.05), Is.GreaterThan(half));
    }

    [Test]
    public void One_value_or_none_says_nothing()
    {
        Assert.That(ConfidenceSequence.Interval([3.0], 0.05), Is.EqualTo((3.0, double.NegativeInfinity, double.PositiveInfinity)));
        Assert.That(ConfidenceSequence.Interval([], 0.05).Mean, Is.NaN);
    }

    /// <summary>
    /// 2,000 sequences of 300 values, looked at after each: with alpha .1 the share that ever misses is at most .1, with a standard error
    /// of .0067. Student's intervals at the same level miss at some look in well over a third, which is why they are not used.
    /// </summary>
    [TestCase(false, 2)]
    [TestCase(true, 40)]
    public void The_mean_is_seldom_missed_however_often_one_looks(bool skewed, int firstLook)
    {
        const int sequences = 2000;
        const double alpha = 0.1;
        var draws = new Draws(11, 0);
        var halves = Enumerable.Range(0, 301).Select(n => n < 2 ? 0 : ConfidenceSequence.HalfWidth(n, 1, alpha)).ToArray();
        var students = Enumerable.Range(0, 301).Select(n => n < 2 ? 0 : Student.Quantile(alpha / 2, n - 1) / Math.Sqrt(n)).ToArray();
        var (missed, missedByStudent) = (0, 0);
        for (var sequence = 0; sequence < sequences; sequence++)
        {
            var luck = draws.At(Process.Firm, 0, sequence);
            var running = new RunningStatistics();
            var (misses, studentMisses) = (false, false);
            for (var n = 1; n <= 300; n++)
            {
                running.Push(skewed ? -Math.Log(luck.Uniform()) - 1 : luck.Normal());
                if (n < firstLook)
                    continue;
                misses |= Math.Abs(running.Mean) > halves[n] * running.StandardDeviation;
                studentMisses |= Math.Abs(running.Mean) > students[n] * running.StandardDeviation;
            }

            missed += misses ? 1 : 0;
            missedByStudent += studentMisses ? 1 : 0;
        }

        Assert.That(missed, Is.GreaterThan(0).And.LessThanOrEqualTo((alpha + 0.02) * sequences));
        Assert.That(missedByStudent, Is.GreaterThan(0.3 * sequences));
    }

    private static double Factor(double t, int n, double alpha)
    {
        var g = 1 + n * ConfidenceSequence.MixtureVariance(alpha);
        var freedom = n - 1.0;
        return Math.Pow(g, -0.5) * Math.Pow((1 + t * t / freedom) / (1 + t * t / (freedom * g)), n / 2.0);
    }

    private static double Likelihood(double[] values, double mean, double scale) =>
        values.Aggregate(1.0, (product, value) => product * Math.Exp(-(value - mean) * (value - mean) / (2 * scale * scale)) / scale);
}
