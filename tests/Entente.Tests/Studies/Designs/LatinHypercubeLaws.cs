using CsCheck;
using Entente.Studies.Designs;
using NUnit.Framework;

namespace Entente.Tests.Studies.Designs;

public class LatinHypercubeLaws
{
    private static readonly Gen<(int Points, int Dimensions, uint Seed)> Designs =
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 12], Gen.UInt);

    [Test]
    public void In_every_dimension_each_stratum_holds_one_point() => Designs.Sample((points, dimensions, seed) =>
    {
        var sample = LatinHypercube.Sample(points, dimensions, seed);
        return sample.Length == points && sample.All(point => point.Length == dimensions && point.All(x => x is > 0 and < 1))
            && Enumerable.Range(0, dimensions).All(d =>
                sample.Select(point => (int)(point[d] * points)).Order().SequenceEqual(Enumerable.Range(0, points)));
    });

    [Test]
    public void A_further_dimension_leaves_the_others_as_they_are() => Designs.Sample((points, dimensions, seed) =>
        LatinHypercube.Sample(points, dimensions + 1, seed).Zip(LatinHypercube.Sample(points, dimensions, seed),
            (wider, narrower) => wider.Take(dimensions).SequenceEqual(narrower)).All(same => same));

    [Test]
    public void Another_seed_gives_another_sample() =>
        Assert.That(LatinHypercube.Sample(20, 3, 1)[0], Is.Not.EqualTo(LatinHypercube.Sample(20, 3, 2)[0]));

    [Test]
    public void Dimensions_are_not_connected()
    {
        // 40 pairs of 200 points: a correlation has standard deviation .07, so the largest stays under 4.5 of them but once in 3,000 tries.
        var sample = LatinHypercube.Sample(200, 41, 5);
        var correlations = Enumerable.Range(1, 40).Select(d =>
            MathNet.Numerics.Statistics.Correlation.Pearson(sample.Select(p => p[0]), sample.Select(p => p[d])));
        Assert.That(correlations.Max(Math.Abs), Is.LessThan(0.32).And.GreaterThan(0));
    }

    [Test]
    public void Points_are_spread_evenly_within_strata()
    {
        var within = LatinHypercube.Sample(500, 8, 3).SelectMany(point => point.Select(x => (x * 500) % 1)).ToArray();
        // Mean of 4,000 uniforms: standard error .0046.
        Assert.That(within.Average(), Is.EqualTo(0.5).Within(0.02));
    }
}
