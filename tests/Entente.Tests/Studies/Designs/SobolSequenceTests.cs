using CsCheck;
using Entente.Studies.Designs;
using NUnit.Framework;

namespace Entente.Tests.Studies.Designs;

/// <summary>Sobol sequences against published points, and their law: equal slices hold equally many points.</summary>
public class SobolSequenceTests
{
    /// <summary>
    /// The first ten points in three dimensions as printed with the program of Joe and Kuo (https://web.maths.unsw.edu.au/~fkuo/sobol/).
    /// </summary>
    [Test]
    public void The_first_points_are_those_published()
    {
        double[][] published =
        [
            [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
        ];
        var points = SobolSequence.Unshifted(10, 3);
        for (var i = 0; i < published.Length; i++)
            Assert.That(points[i], Is.EqualTo(published[i]).Within(1e-9), $"point {i}");
    }

    [Test]
    public void Every_slice_of_every_dimension_holds_one_of_the_first_points_shifted_or_not() => Gen.Select(Gen.Int[1, 9], Gen.UInt).Sample((m, seed) =>
    {
        var count = 1 << m;
        var points = SobolSequence.Points(count, SobolSequence.MostDimensions, seed);
        for (var dimension = 0; dimension < SobolSequence.MostDimensions; dimension++)
            Assert.That(points.Select(point => (int)(point[dimension] * count)).Order(), Is.EqualTo(Enumerable.Range(0, count)), $"dimension {dimension}");
    }, iter: 20);

    /// <summary>Two dimensions of a (0, m, 2)-net: every box of area 2^-m holds one point (Sobol 1967; t = 0 for the first two dimensions).</summary>
    [Test]
    public void The_first_two_dimensions_are_a_net()
    {
        const int m = 8;
        var points = SobolSequence.Points(1 << m, 2, seed: 3);
        for (var across = 0; across <= m; across++)
        {
            var boxes = points.Select(point => ((int)(point[0] * (1 << across)), (int)(point[1] * (1 << (m - across))))).ToHashSet();
            Assert.That(boxes, Has.Count.EqualTo(1 << m), $"{across}");
        }
    }

    [Test]
    public void A_further_dimension_leaves_the_others_as_they_are_and_more_than_there_are_is_refused()
    {
        var (few, many) = (SobolSequence.Points(16, 3, 9), SobolSequence.Points(16, 4, 9));
        Assert.That(many.Select(point => point[..3]), Is.EqualTo(few));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Points(2, SobolSequence.MostDimensions + 1, 1));
    }
}
