using CsCheck;
using Entente.Studies.Designs;
using Entente.Studies.Sensitivity;
using NUnit.Framework;

namespace Entente.Tests.Studies.Sensitivity;

/// <summary>Boxes where cases gather.</summary>
public class PrimTests
{
    [Test]
    public void A_planted_box_is_found_with_its_bounds_and_nothing_else_is_restricted()
    {
        var points = SobolSequence.Points(1024, 5, 4);
        bool[] cases = [.. points.Select(p => p[0] < 0.3 && p[3] > 0.6)];
        var boxes = Prim.Boxes(points, cases);
        Assert.That(boxes[0].Restrictions.Select(r => r.Factor), Is.EqualTo([0, 3]));
        Assert.That(boxes[0].Restrictions[0].High, Is.EqualTo(0.3).Within(0.05));
        Assert.That(boxes[0].Restrictions[1].Low, Is.EqualTo(0.6).Within(0.05));
        Assert.That(boxes[0].Coverage, Is.GreaterThan(0.9));
        Assert.That(boxes[0].Density, Is.GreaterThan(0.8));
        Assert.That(boxes[0].Restrictions.Select(r => r.PValue), Has.All.LessThan(1e-6));
    }

    /// <summary>One case in eight is turned about by luck; at 1,024 points the box is found all the same.</summary>
    [Test]
    public void Luck_hides_no_box()
    {
        var points = SobolSequence.Points(1024, 5, 4);
        var luck = SobolSequence.Points(1024, 6, 77);
        var boxes = Prim.Boxes(points, [.. points.Select((p, i) => p[1] > 0.5 && p[2] < 0.5 != luck[i][5] < 0.125)]);
        Assert.That(boxes[0].Restrictions.Select(r => r.Factor), Does.Contain(1));
        Assert.That(boxes[0].Density, Is.GreaterThan(0.75));
    }

    [Test]
    public void Levels_are_peeled_whole()
    {
        double[][] points = [.. SobolSequence.Points(256, 2, 4).Select(p => (double[])[p[0], Math.Floor(p[1] * 4)])];
        var box = Prim.Boxes(points, [.. points.Select(p => p[1] == 3)])[0];
        Assert.That(box.Restrictions.Single(), Is.EqualTo(new BoxRestriction(1, 3, double.PositiveInfinity, null, box.Restrictions[0].PValue)));
        Assert.That((box.Coverage, box.Density), Is.EqualTo((1.0, 1.0)));
    }

    /// <summary>The first and the last of four names: no interval holds them without the others.</summary>
    [Test]
    public void Names_go_one_by_one_whatever_their_order()
    {
        double[][] points = [.. SobolSequence.Points(512, 2, 4).Select(p => (double[])[p[0], Math.Floor(p[1] * 4)])];
        bool[] cases = [.. points.Select(p => p[1] is 0 or 3 && p[0] < 0.6)];
        var box = Prim.Boxes(points, cases, [false, true])[0];
        Assert.That(box.Restrictions.Select(r => r.Factor), Is.EqualTo([0, 1]));
        Assert.That(box.Restrictions[1].Names, Is.EqualTo([0, 3]));
        Assert.That(box.Restrictions[0].High, Is.EqualTo(0.6).Within(0.03));
        Assert.That((box.Coverage, box.Density), Is.EqualTo((1.0, 1.0)).Using<(double, double)>((x, y) => Math.Abs(x.Item1 - y.Item1) < 0.06 && Math.Abs(x.Item2 - y.Item2) < 0.06));

        // Named otherwise, the same box.
        int[] other = [2, 0, 3, 1];
        var renamed = Prim.Boxes([.. points.Select(p => (double[])[p[0], other[(int)p[1]]])], cases, [false, true])[0];
        Assert.That(renamed.Restrictions[1].Names, Is.EqualTo([1, 2]));
        Assert.That((renamed.Inside, renamed.Cases), Is.EqualTo((box.Inside, box.Cases)));
    }

    [Test]
    public void What_is_said_of_a_box_is_what_counting_gives() => Gen.Select(Gen.Double[0, 1].Array[3].Array[60], Gen.Bool.Array[60]).Sample((points, cases) =>
    {
        foreach (var (i, box) in Prim.Boxes(points, cases).Index())
        {
            Assert.That(box.Density, Is.EqualTo((double)box.Cases / box.Inside).And.GreaterThan(cases.Count(c => c) / 60.0), "cases are denser inside than anywhere");
            Assert.That(box.Mass, Is.EqualTo(box.Inside / 60.0));
            Assert.That(box.Coverage, Is.EqualTo((double)box.Cases / cases.Count(c => c)));

            // Later boxes are of the points that earlier ones left.
            var inside = Enumerable.Range(0, 60).Where(at => box.Restrictions.All(r => points[at][r.Factor] >= r.Low && points[at][r.Factor] <= r.High)).ToArray();
            if (i == 0)
                Assert.That((box.Inside, box.Cases), Is.EqualTo((inside.Length, inside.Count(at => cases[at]))));
            Assert.That(box.Restrictions.Select(r => r.PValue), Has.All.LessThanOrEqualTo(0.05));
        }
    }, iter: 60);

    [Test]
    public void Where_all_or_none_are_cases_there_is_no_box()
    {
        var points = SobolSequence.Points(64, 2, 4);
        Assert.That(Prim.Boxes(points, new bool[64]), Is.Empty);
        Assert.That(Prim.Boxes(points, [.. Enumerable.Repeat(true, 64)]), Is.Empty);
    }
}
