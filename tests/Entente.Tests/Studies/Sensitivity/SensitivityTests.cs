using Entente.Randomness;
using Entente.Studies.Designs;
using Entente.Studies.Sensitivity;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies.Sensitivity;

/// <summary>Sensitivity against functions whose answers are known in closed form, with and without luck on top. All seeds are fixed.</summary>
public class SensitivityTests
{
    /// <summary>Ishigami and Homma's function (1990) with a = 7, b = .1 over (-pi, pi)^3; indices in closed form, Saltelli et al. (2008), section 4.6.</summary>
    private static double Ishigami(double[] place)
    {
        var x = Array.ConvertAll(place, p => Math.PI * (2 * p - 1));
        return Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);
    }

    private static readonly double[] IshigamiFirst = [0.3139, 0.4424, 0];
    private static readonly double[] IshigamiTotal = [0.5576, 0.4424, 0.2437];

    /// <summary>Sobol's g-function: product of (|4 x - 2| + a) / (1 + a); V_i = 1 / (3 (1 + a)^2).</summary>
    private static readonly double[] G = [0, 1, 4.5, 9];

    [Test]
    public void Sobol_indices_of_Ishigami_are_those_of_the_closed_form()
    {
        var indices = SobolIndices.Of([.. SaltelliSample.Points(4096, 3, 1).Select(place => (double[])[Ishigami(place)])], 3, 1);
        AssertIndices(indices, IshigamiFirst, IshigamiTotal, within: 0.015);
        Assert.That(indices.Variance, Is.EqualTo(13.8446).Within(0.2));
        Assert.That(indices.Luck, Is.NaN);
    }

    [Test]
    public void Sobol_indices_of_the_g_function_are_those_of_the_closed_form()
    {
        var v = G.Select(a => 1 / (3 * (1 + a) * (1 + a))).ToArray();
        var all = v.Aggregate(1.0, (product, of) => product * (1 + of)) - 1;
        var total = v.Select((of, i) => of * v.Where((_, j) => j != i).Aggregate(1.0, (product, other) => product * (1 + other)) / all).ToArray();
        var points = SaltelliSample.Points(4096, 4, 2);
        var indices = SobolIndices.Of([.. points.Select(place => (double[])[place.Select((x, i) => (Math.Abs(4 * x - 2) + G[i]) / (1 + G[i])).Aggregate(1.0, (p, f) => p * f)])], 4, 1);
        AssertIndices(indices, [.. v.Select(of => of / all)], total, within: 0.02);
    }

    /// <summary>Luck of the world, alike at all points, and luck of its own at each: half of the variance of an outcome, and yet no index moves by more than its error.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void Luck_makes_no_index_larger_or_smaller_and_is_told_apart(bool shared)
    {
        const double deviation = 3.72; // the square root of Ishigami's variance
        var points = SaltelliSample.Points(4096, 3, 1);
        var values = points.Select((place, i) => Enumerable.Range(0, 8).Select(world =>
            Ishigami(place) + new Draws(5, (uint)world).At(Process.Firm, 0, shared ? 0 : i).Normal(deviation)).ToArray()).ToArray();
        var indices = SobolIndices.Of(values, 3, 1);
        AssertIndices(indices, IshigamiFirst, IshigamiTotal, within: 0.03);
        // Eight draws of the world's luck, when all points share them, tell its variance to about half of it.
        Assert.That(indices.Luck, Is.EqualTo(0.5).Within(shared ? 0.2 : 0.02));
    }

    [Test]
    public void Elementary_effects_of_a_linear_function_are_its_slopes_without_deviation_and_Ishigami_ranks_its_factors()
    {
        var points = MorrisTrajectories.Sample(20, 3, 4, 7);
        var linear = MorrisEffects.Of(points, [.. points.Select(p => (double[])[2 * p[0] - 5 * p[1], 2 * p[0] - 5 * p[1] + 1])], 1);
        Assert.That(linear.Select(effect => effect.Mean), Is.EqualTo([2.0, -5.0, 0.0]).Within(1e-9));
        Assert.That(linear.Select(effect => effect.MeanAbsolute.Value), Is.EqualTo([2.0, 5.0, 0.0]).Within(1e-9));
        Assert.That(linear.Select(effect => effect.Deviation), Has.All.LessThan(1e-9));
        Assert.That(linear.Select(effect => effect.Noise), Has.All.LessThan(1e-9));

        // At four levels, a step of 2/3: x1 changes sin by sqrt(3), x3 by b x^4 sin x1 with both signs; from the grid's 64 points, exactly.
        var exact = Enumerable.Range(0, 3).Select(factor => ExactMeanAbsolute(factor, 4)).ToArray();
        var many = MorrisTrajectories.Sample(4000, 3, 4, 8);
        var ishigami = MorrisEffects.Of(many, [.. many.Select(p => (double[])[Ishigami(p)])], 1);
        for (var factor = 0; factor < 3; factor++)
            Assert.That(ishigami[factor].MeanAbsolute.Value, Is.EqualTo(exact[factor]).Within(0.05 * Math.Max(1, exact[factor])));
    }

    [Test]
    public void The_noise_of_an_elementary_effect_is_that_of_the_luck_that_worlds_do_not_share()
    {
        var points = MorrisTrajectories.Sample(200, 2, 4, 7);
        var values = points.Select((p, i) => Enumerable.Range(0, 10).Select(world => p[0] + new Draws(5, (uint)world).At(Process.Firm, 0, i).Normal(0.3)).ToArray()).ToArray();
        // Two points differ in luck by .3 sqrt(2), over ten worlds and a step of 2/3.
        Assert.That(MorrisEffects.Of(points, values, 1)[0].Noise, Is.EqualTo(0.3 * Math.Sqrt(2) / Math.Sqrt(10) / (2 / 3.0)).Within(0.02));
    }

    /// <summary>Box, Hunter and Hunter (2005), table 5.2, a pilot plant: temperature 23.0, concentration -5.0, catalyst 1.5; temperature by catalyst 10.0.</summary>
    [Test]
    public void Effects_of_the_pilot_plant_are_the_published_ones()
    {
        var points = Factorial.Full([2, 2, 2]);
        double Yield(int[] p) => (p[2], p[1], p[0]) switch
        {
            (0, 0, 0) => 60,
            (1, 0, 0) => 72,
            (0, 1, 0) => 54,
            (1, 1, 0) => 68,
            (0, 0, 1) => 52,
            (1, 0, 1) => 83,
            (0, 1, 1) => 45,
            _ => 80,
        };
        var effects = FactorialEffects.Of(points, [.. points.Select(p => (double[])[Yield(p), Yield(p) + 1])]);
        Assert.That(effects.Select(effect => effect.Size.Value), Is.EqualTo([1.5, -5.0, 23.0, 0.0, 10.0, 1.5]).Within(1e-9));
        Assert.That(effects[2].Adjusted, Is.Zero, "nothing varies between these two worlds");
    }

    private static double ExactMeanAbsolute(int factor, int levels)
    {
        var (grid, delta) = (Enumerable.Range(0, levels).Select(i => i / (levels - 1.0)).ToArray(), levels / (2.0 * (levels - 1)));
        var effects = from a in grid
                      from b in grid
                      from low in grid.Take(levels / 2)
                      let other = Enumerable.Range(0, 3).Where(f => f != factor).ToArray()
                      select Math.Abs(Ishigami(Point(factor, low + delta, other, a, b)) - Ishigami(Point(factor, low, other, a, b))) / delta;
        return effects.Average();
    }

    private static double[] Point(int factor, double at, int[] other, double a, double b)
    {
        var point = new double[3];
        (point[factor], point[other[0]], point[other[1]]) = (at, a, b);
        return point;
    }

    private static void AssertIndices(SobolIndices indices, double[] first, double[] total, double within)
    {
        for (var factor = 0; factor < first.Length; factor++)
        {
            Assert.That(indices.Indices[factor].First.Value, Is.EqualTo(first[factor]).Within(within), $"first {factor}");
            Assert.That(indices.Indices[factor].Total.Value, Is.EqualTo(total[factor]).Within(within), $"total {factor}");
            Assert.That(indices.Indices[factor].First, Has.Property(nameof(Estimate.Low)).LessThanOrEqualTo(first[factor] + within / 2).And.Property(nameof(Estimate.High)).GreaterThanOrEqualTo(first[factor] - within / 2));
        }
    }
}
