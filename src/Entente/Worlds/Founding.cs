using Entente.Randomness;
using Entente.Settings;

namespace Entente.Worlds;

/// <summary>Makes worlds.</summary>
public static class Founding
{
    /// <summary>
    /// A world before month 0. What a scenario does not say of a firm is drawn at the firm's address - each property from its own index,
    /// so that giving one leaves the others as they are.
    /// </summary>
    /// <param name="setting">All that is fixed before month 0.</param>
    /// <param name="seed">The study's master seed.</param>
    /// <param name="replication">The number of the replication, from 0.</param>
    public static World Create(Setting setting, uint seed, uint replication) => Create(setting, seed, replication, 0);

    internal static World Create(Setting setting, uint seed, uint replication, int firstAllianceId)
    {
        var draws = new Draws(seed, replication);
        var firms = new Firm[setting.Industry.Firms];
        for (var id = 0; id < firms.Length; id++)
            firms[id] = Draw(setting, draws, id);
        return new World(setting, draws, firms) { FirstAllianceId = firstAllianceId };
    }

    private static Firm Draw(Setting setting, Draws draws, int id)
    {
        var industry = setting.Industry;
        var given = id < industry.Named.Count ? industry.Named[id] : null;
        Luck Of(int property) => draws.At(Process.Firm, 0, id, 0, property);
        var size = given?.Size ?? Of(3).LogNormal(industry.SizeLogSd);
        return new Firm
        {
            Id = id,
            Name = given?.Name ?? "",
            Capabilities = given?.Capabilities?.ToArray() ?? Capabilities(Of(0), industry.Domains),
            Presence = given?.Presence?.ToArray() ?? Presence(Of(1), industry.Markets),
            Targets = given?.Targets?.ToArray() ?? Targets(Of(2), industry.Domains),
            Size = size,
            GeneralTrust = given?.Trust ?? Of(4).BetaByMean(industry.TrustMean, industry.TrustConcentration),
            Fairness = given?.Fairness ?? Of(5).BetaByMean(industry.FairnessMean, industry.FairnessConcentration),
            Culture = given?.Culture ?? Of(6).Uniform(),
            ControlBias = given?.ControlBias ?? Of(7).Beta(2, 3),
            Inertia = given?.Inertia ?? Of(8).Beta(3, 3),
            Allocentricity = given?.Allocentricity ?? Of(9).Beta(2, 4),
            PlanningMonth = given?.PlanningMonth ?? Of(10).Below(12),
            Slots = industry.Slots,
            ExpertCapacity = setting.Parameters.Pipeline.ExpertCapacity,
            CoreRevenue = industry.CoreRevenue * size,
            CoreAtStart = industry.CoreRevenue * size,
        };
    }

    private static double[] Capabilities(Luck luck, int domains)
    {
        var strong = DistinctBelow(ref luck, 2 + luck.Below(3), domains);
        var capabilities = new double[domains];
        for (var k = 0; k < domains; k++)
            capabilities[k] = strong[k] ? luck.Uniform(0.6, 1) : luck.Uniform(0, 0.3);
        return capabilities;
    }

    private static double[] Presence(Luck luck, int markets)
    {
        var present = DistinctBelow(ref luck, 1 + luck.Below(3), markets);
        var presence = new double[markets];
        var total = 0.0;
        for (var m = 0; m < markets; m++)
            if (present[m])
                total += presence[m] = 0.2 + luck.Uniform();
        for (var m = 0; m < markets; m++)
            presence[m] /= total;
        return presence;
    }

    private static double[] Targets(Luck luck, int domains)
    {
        var wanted = DistinctBelow(ref luck, 2, domains);
        var targets = new double[domains];
        for (var k = 0; k < domains; k++)
            targets[k] = wanted[k] ? 1 : 0.2;
        return targets;
    }

    /// <summary>Marks some of so many places, each set equally likely: each draw takes the n-th place still free.</summary>
    private static bool[] DistinctBelow(ref Luck luck, int count, int bound)
    {
        var chosen = new bool[bound];
        for (var c = 0; c < count; c++)
        {
            var left = luck.Below(bound - c);
            for (var place = 0; place < bound; place++)
                if (!chosen[place] && left-- == 0)
                {
                    chosen[place] = true;
                    break;
                }
        }

        return chosen;
    }
}
