using Entente.Mechanisms.Environment;
using Entente.Observation;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Engine;

/// <summary>
/// What the engine keeps, batches or skips, beside its plain form: worked out anew from the definition, slowly. The two must agree to
/// the last bit.
/// </summary>
internal static class PlainForms
{
    public static void Check(World world, string after)
    {
        foreach (var alliance in world.Alliances.Where(a => a.Phase != AlliancePhase.Ended))
            CheckAlliance(world, alliance, after);
        foreach (ref var dyad in world.Trust.Dyads)
        {
            var (low, high) = (world.Firms[dyad.Low], world.Firms[dyad.High]);
            Assert.That(world.Rivalry(ref dyad), Is.EqualTo(Relations.Rivalry(low, high)), after);
            Assert.That(dyad.Alliances, Is.EqualTo(low.Alliances.Count(a => a.MemberOf(high) is not null)), after);
        }

        Assert.That(world.Crowding(7), Is.EqualTo(EnvironmentRules.CrowdingFactor(world.Setting.Parameters.Environment, 7)), after);
    }

    /// <summary>To be checked where opportunities neither open nor close any more this month.</summary>
    public static void CheckMarkets(World world, string after)
    {
        var mean = world.MeanWeights().ToArray();
        for (var k = 0; k < mean.Length; k++)
        {
            var shares = world.Open.Select(o => o.Domains.IndexOf(k) is >= 0 and var d ? o.Weights[d] / o.TotalWeight : 0);
            Assert.That(mean[k], Is.EqualTo(world.Open.Count == 0 ? 0 : shares.Sum() / world.Open.Count), after);
        }
    }

    public static void CheckNetwork(World world, Network network, string after)
    {
        var shape = network.Measure(world);
        var plain = Shape(world);
        Assert.That(shape, Is.EqualTo(plain), after);
    }

    private static void CheckAlliance(World world, Alliance alliance, string after)
    {
        var firms = alliance.Members.Select(m => m.Firm).ToArray();
        double Trust(Firm i, Firm j) => world.Trust.Of(i.Id, j.Id);
        foreach (var member in alliance.Members)
        {
            var others = firms.Where(f => f != member.Firm).ToArray();
            Assert.That(world.MeanTrust(alliance, member), Is.EqualTo(Mean(others.Select(j => Trust(member.Firm, j)))), after);
            Assert.That(world.MeanRivalry(alliance, member), Is.EqualTo(Mean(others.Select(j => Relations.Rivalry(member.Firm, j)))), after);
            var split = alliance.Dials.PowerSplit;
            Assert.That(member.Share, Is.EqualTo((1 - split) / firms.Length + split * member.Firm.Size / firms.Sum(f => f.Size)), after);
        }

        var pairs = firms.SelectMany(i => firms.Where(j => j != i).Select(j => Trust(i, j)));
        Assert.That(world.LeastTrust(alliance), Is.EqualTo(pairs.Min()), after);
        var opportunities = alliance.Projects.Select(p => p.Opportunity).DefaultIfEmpty(alliance.Opportunity).ToArray();
        Assert.That(alliance.MeanValue(), Is.EqualTo(Mean(opportunities.Select(o => o.Value))), after);
        Assert.That(alliance.MeanNovelty(), Is.EqualTo(Mean(opportunities.Select(o => o.Novelty))), after);
        Assert.That(alliance.ActiveProjects(), Is.EqualTo(alliance.Projects.Count(p => p.IsActive)), after);
        Assert.That(alliance.PendingProjects(), Is.EqualTo(alliance.Projects.Count(p => p.IsPending)), after);
        var best = new double[world.Setting.Industry.Domains];
        World.BestOf(alliance, best);
        Assert.That(best, Is.EqualTo(Enumerable.Range(0, best.Length).Select(k => firms.Max(f => f.Capabilities[k]))), after);
    }

    private static double Mean(IEnumerable<double> values)
    {
        double sum = 0, count = 0;
        foreach (var value in values)
        {
            sum += value;
            count++;
        }

        return sum / count;
    }

    private static NetworkShape Shape(World world)
    {
        var firms = world.Firms.Length;
        var neighbours = new HashSet<int>[firms];
        for (var i = 0; i < firms; i++)
            neighbours[i] = [];
        foreach (var alliance in world.Alliances.Where(a => a.InOperation))
            foreach (var member in alliance.Members)
                neighbours[member.Firm.Id].UnionWith(alliance.Members.Where(m => m != member).Select(m => m.Firm.Id));
        var triples = neighbours.Sum(around => around.Count * (around.Count - 1) / 2);
        var closed = neighbours.Sum(around => around.Sum(i => around.Count(j => i < j && neighbours[i].Contains(j))));
        return new NetworkShape(
            neighbours.Sum(around => around.Count) / ((double)firms * (firms - 1)),
            triples > 0 ? (double)closed / triples : double.NaN,
            (double)Enumerable.Range(0, firms).Max(start => Reachable(neighbours, start)) / firms);
    }

    private static int Reachable(HashSet<int>[] neighbours, int start)
    {
        var seen = new HashSet<int> { start };
        var waiting = new Queue<int>(seen);
        while (waiting.TryDequeue(out var firm))
            foreach (var next in neighbours[firm])
                if (seen.Add(next))
                    waiting.Enqueue(next);
        return seen.Count;
    }
}
