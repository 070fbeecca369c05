using CsCheck;
using Entente.Studies.Designs;
using NUnit.Framework;

namespace Entente.Tests.Studies.Designs;

/// <summary>What designs promise of their points.</summary>
public class DesignLaws
{
    [Test]
    public void A_full_factorial_holds_every_combination_once_and_the_last_factor_changes_fastest() => Gen.Int[2, 4].Array[1, 5].Sample(levels =>
    {
        var points = Factorial.Full(levels);
        Assert.That(points, Has.Length.EqualTo(levels.Aggregate(1, (product, count) => product * count)));
        Assert.That(points.Select(point => string.Join(' ', point)).Distinct().Count(), Is.EqualTo(points.Length));
        Assert.That(points.Zip(points.Skip(1), (one, next) => one.AsSpan().SequenceCompareTo(next)), Has.All.LessThan(0));
    }, iter: 50);

    /// <summary>Resolutions of Montgomery, Design and Analysis of Experiments, 8th edition, table 8.14.</summary>
    [TestCase(3, 4, 3)]
    [TestCase(4, 8, 4)]
    [TestCase(5, 8, 3)]
    [TestCase(6, 8, 3)]
    [TestCase(7, 8, 3)]
    [TestCase(5, 16, 5)]
    [TestCase(6, 16, 4)]
    [TestCase(7, 16, 4)]
    [TestCase(8, 16, 4)]
    [TestCase(9, 16, 3)]
    [TestCase(10, 16, 3)]
    [TestCase(11, 16, 3)]
    [TestCase(6, 32, 6)]
    [TestCase(7, 32, 4)]
    [TestCase(8, 32, 4)]
    [TestCase(9, 32, 4)]
    [TestCase(10, 32, 4)]
    [TestCase(11, 32, 4)]
    [TestCase(7, 64, 7)]
    [TestCase(8, 64, 5)]
    [TestCase(9, 64, 4)]
    [TestCase(10, 64, 4)]
    [TestCase(11, 64, 4)]
    [TestCase(8, 128, 8)]
    [TestCase(9, 128, 6)]
    [TestCase(10, 128, 5)]
    [TestCase(11, 128, 5)]
    public void Fractions_have_the_published_resolution(int factors, int runs, int resolution) =>
        Assert.That(TwoLevelFraction.Of(factors, runs).Resolution, Is.EqualTo(resolution));

    [Test]
    public void Factors_of_a_fraction_are_balanced_and_independent() => Gen.Select(Gen.Int[2, 7], Gen.Int[0, 40]).Sample((log, more) =>
    {
        var runs = 1 << log;
        var fraction = TwoLevelFraction.Of(Math.Min(runs - 1, log + more), runs);
        var points = fraction.Points;
        Assert.That(points, Has.Length.EqualTo(runs));
        for (var one = 0; one < points[0].Length; one++)
        {
            Assert.That(points.Count(point => point[one] == 1), Is.EqualTo(runs / 2));
            for (var other = 0; other < one; other++)
                Assert.That(points.Count(point => point[one] == point[other]), Is.EqualTo(runs / 2), $"{one} and {other}");
        }
    }, iter: 60);

    [Test]
    public void Aliases_are_effects_that_the_points_cannot_tell_apart()
    {
        var fraction = TwoLevelFraction.Of(4, 8);
        Assert.That(fraction.Generators, Is.EqualTo(["D = ABC"]));
        int[] pair = [0, 1];
        Assert.That(fraction.Aliases(pair, 2).Select(alias => string.Join(',', alias)), Is.EqualTo(["2,3"]));
        Assert.That(fraction.Points.Select(p => p[0] ^ p[1]), Is.EqualTo(fraction.Points.Select(p => p[2] ^ p[3])));
        Assert.Throws<ArgumentException>(() => TwoLevelFraction.Of(8, 8));
    }

    [Test]
    public void A_trajectory_moves_every_factor_once_by_the_same_step_along_the_grid() => Gen.Select(Gen.Int[1, 8], Gen.OneOfConst(4, 6, 10), Gen.UInt).Sample((factors, levels, seed) =>
    {
        var points = MorrisTrajectories.Sample(5, new int[factors], levels, seed);
        var delta = levels / (2.0 * (levels - 1));
        Assert.That(points, Has.Length.EqualTo(5 * (factors + 1)));
        foreach (var trajectory in points.Chunk(factors + 1))
        {
            var moved = new List<int>();
            for (var step = 0; step < factors; step++)
            {
                var changed = Enumerable.Range(0, factors).Where(f => trajectory[step][f] != trajectory[step + 1][f]).ToArray();
                Assert.That(changed, Has.Length.EqualTo(1));
                moved.Add(changed[0]);
                Assert.That(Math.Abs(trajectory[step + 1][changed[0]] - trajectory[step][changed[0]]), Is.EqualTo(delta).Within(1e-12));
            }

            Assert.That(moved.Order(), Is.EqualTo(Enumerable.Range(0, factors)));
            foreach (var place in trajectory.SelectMany(point => point))
            {
                Assert.That(place, Is.InRange(0, 1));
                Assert.That(place * (levels - 1), Is.EqualTo(Math.Round(place * (levels - 1))).Within(1e-9));
            }
        }
    }, iter: 50);

    /// <summary>900 steps among three names take each of the six changes about 150 times: standard deviation 11, five of them allowed.</summary>
    [Test]
    public void A_trajectory_moves_a_factor_of_names_from_any_name_to_any_other()
    {
        var steps = MorrisTrajectories.Sample(900, [0, 3], 4, 11).Chunk(3).Select(trajectory => (From: trajectory[0][1], To: trajectory[2][1])).ToArray();
        var counts = steps.GroupBy(step => step).ToDictionary(group => group.Key, group => group.Count());
        Assert.That(counts.Keys.Order(), Is.EqualTo(((double, double)[])[(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]));
        Assert.That(counts.Values, Has.All.InRange(150 - 55, 150 + 55));
    }

    [Test]
    public void Saltelli_mixes_two_independent_samples_one_factor_at_a_time() => Gen.Select(Gen.Int[1, 6], Gen.UInt).Sample((factors, seed) =>
    {
        foreach (var block in SaltelliSample.Points(8, factors, seed).Chunk(SaltelliSample.PointsOf(factors)))
            for (var factor = 0; factor < factors; factor++)
                for (var coordinate = 0; coordinate < factors; coordinate++)
                    Assert.That(block[1 + factor][coordinate], Is.EqualTo(block[coordinate == factor ? ^1 : 0][coordinate]));
    }, iter: 30);
}
