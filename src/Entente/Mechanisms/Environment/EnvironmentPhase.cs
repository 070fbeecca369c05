using Entente.Engine;
using Entente.Worlds;

namespace Entente.Mechanisms.Environment;

/// <summary>Moves disruption on, closes opportunities whose time is over and opens new ones.</summary>
internal sealed class EnvironmentPhase : IPhase
{
    public string Name => "Environment";

    public void Apply(World world)
    {
        var options = world.Setting.Parameters.Environment;
        world.Disruption = world.Setting.Disruption.At(world.Month);
        world.Turbulence = EnvironmentRules.Turbulence(options, world.Disruption);
        world.CloseOpportunities();
        Arrivals.Apply(world);
    }
}
