using Entente.Engine;
using Entente.Observation;
using Entente.Randomness;
using Entente.Settings;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Observation;

public class EstimatorTests
{
    // Remission of leukaemia under 6-mercaptopurine, in weeks (Freireich et al. 1963, Blood 21); negative = censored.
    private static readonly int[] Remissions = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];

    [TestCase(5, 1.0)]
    [TestCase(6, 0.857)]
    [TestCase(7, 0.807)]
    [TestCase(10, 0.753)]
    [TestCase(13, 0.690)]
    [TestCase(16, 0.627)]
    [TestCase(22, 0.538)]
    [TestCase(23, 0.448)]
    [TestCase(35, 0.448)]
    public void Survival_of_the_published_remissions_is_the_published_survival(int week, double survival) =>
        Assert.That(new KaplanMeier(Remissions.Select(r => new Spell(Math.Abs(r), r > 0))).At(week), Is.EqualTo(survival).Within(0.0005));

    [Test]
    public void The_median_is_reached_where_half_are_left_and_not_at_all_where_more_are()
    {
        Assert.That(new KaplanMeier(Remissions.Select(r => new Spell(Math.Abs(r), r > 0))).Median, Is.EqualTo(23));
        Assert.That(new KaplanMeier([(1, true), (2, false), (3, false)]).Median, Is.NaN);
        Assert.That(new KaplanMeier([]).At(1), Is.NaN);
    }

    [Test]
    public void A_constant_hazard_gives_geometric_lives()
    {
        // 20,000 lives of hazard .05, watched for 60 months: survival at t is .95^t within 5 standard errors of a share.
        const int lives = 20_000;
        var draws = new Draws(11, 0);
        var survival = new KaplanMeier(Enumerable.Range(0, lives).Select(life =>
        {
            var months = draws.At(Process.Conduct, 0, life).Geometric(20);
            return new Spell(Math.Min(months, 60), months <= 60);
        }));
        foreach (var t in new[] { 1, 12, 36, 59 })
        {
            var expected = Math.Pow(0.95, t);
            Assert.That(survival.At(t), Is.EqualTo(expected).Within(5 * Math.Sqrt(expected * (1 - expected) / lives)), $"month {t}");
        }
    }

    [TestCase(new double[] { 1, 1, 1, 1 }, 0)]
    [TestCase(new double[] { 0, 0, 0, 8 }, 0.75)]
    [TestCase(new double[] { 1, 2, 3, 4 }, 0.25)]
    public void Inequality_by_hand(double[] amounts, double gini) => Assert.That(Gini.Of(amounts), Is.EqualTo(gini).Within(1e-12));

    [Test]
    public void A_network_by_hand()
    {
        // One alliance of three firms and one of two that shares a member: a triangle with a tail, and three firms alone.
        var world = Founding.Create(new Setting
        {
            Months = 1,
            Industry = new Industry { Firms = 7 },
            Decrees =
            [
                new Decree { Name = "triangle", Members = [0, 1, 2] },
                new Decree { Name = "tail", Members = [2, 3] },
            ],
            Parameters = new() { PartnerSearch = new() { AlliancesAllowed = false } },
        }, 1, 0);
        Simulation.Play(world, new Recorder(world));
        var network = new Network(7).Measure(world);
        Assert.Multiple(() =>
        {
            Assert.That(network.Density, Is.EqualTo(4.0 / 21).Within(1e-12)); // four of twenty-one pairs
            Assert.That(network.Clustering, Is.EqualTo(3.0 / 5).Within(1e-12)); // three of five triples are closed
            Assert.That(network.LargestComponent, Is.EqualTo(4.0 / 7).Within(1e-12));
        });
    }
}
