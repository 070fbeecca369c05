using Entente.Engine;
using Entente.Worlds;

namespace Entente.Mechanisms.Learning;

/// <summary>Lets members of operating alliances learn from each other and about allying, and renews what their projects cover.</summary>
internal sealed class LearningPhase : IPhase
{
    private double[] _gains = [];

    public string Name => "Learning";

    public void Apply(World world)
    {
        var domains = world.Setting.Industry.Domains;
        if (_gains.Length != world.Firms.Length * domains)
            _gains = new double[world.Firms.Length * domains];
        Array.Clear(_gains);
        Span<double> best = stackalloc double[domains];
        foreach (var alliance in world.Alliances)
        {
            if (!alliance.InOperation)
                continue;
            World.BestOf(alliance, best);
            var rate = LearningRules.Rate(world.Setting.Parameters.Learning, alliance.Dials, alliance.MeanEffort());
            foreach (var member in alliance.Members)
            {
                AddGains(member.Firm, best, rate, _gains.AsSpan(member.Firm.Id * domains, domains));
                member.Firm.Experience += LearningRules.Experience(alliance.Dials);
            }
        }

        foreach (var firm in world.Firms)
            if (firm.Alliances.Count > 0)
                Grow(firm, _gains.AsSpan(firm.Id * domains, domains));

        foreach (var alliance in world.Alliances)
        {
            if (!alliance.InOperation)
                continue;
            World.BestOf(alliance, best);
            foreach (var project in alliance.Projects)
                if (!project.Transplanted)
                    project.Coverage = project.Opportunity.Coverage(best);
        }
    }

    private static void Grow(Firm firm, ReadOnlySpan<double> gains)
    {
        if (!gains.ContainsAnyExcept(0))
            return;
        for (var k = 0; k < gains.Length; k++)
            firm.Capabilities[k] = Math.Min(1, firm.Capabilities[k] + gains[k]);
        firm.Changes++;
    }

    private static void AddGains(Firm firm, ReadOnlySpan<double> best, double rate, Span<double> gains)
    {
        var own = firm.Capabilities;
        for (var k = 0; k < gains.Length; k++)
            gains[k] += rate * (best[k] - own[k]);
    }
}
