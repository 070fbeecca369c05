using Entente.Engine;
using Entente.Worlds;

namespace Entente.Mechanisms.Sensing;

/// <summary>Lets every firm look at the world, and at its allies in operation.</summary>
internal sealed class SensingPhase : IPhase
{
    private double[] _next = [];

    public string Name => "Sensing";

    public void Apply(World world)
    {
        if (_next.Length != world.Firms.Length)
            _next = new double[world.Firms.Length];
        foreach (var firm in world.Firms)
            _next[firm.Id] = SensingRules.Next(
                world.Setting.Parameters.Sensing, firm.Threat, firm.Inertia, world.Disruption, AlliesThreat(firm));
        foreach (var firm in world.Firms)
            firm.Threat = _next[firm.Id];
    }

    private static double AlliesThreat(Firm firm)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var alliance in firm.Alliances)
        {
            if (!alliance.InOperation)
                continue;
            foreach (var member in alliance.Members)
            {
                if (member.Firm == firm)
                    continue;
                sum += member.Firm.Threat;
                count++;
            }
        }

        return count == 0 ? firm.Threat : sum / count;
    }
}
