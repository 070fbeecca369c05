using Entente.Engine;
using Entente.Randomness;
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
        Arrive(world, options);
        AverageWeights(world);
    }

    private static void Arrive(World world, EnvironmentOptions options)
    {
        // The stock of month 0 is what arrivals at that month's rate would have left open had they gone on for ever.
        var arrivals = EnvironmentRules.Arrivals(options, world.Firms.Length, world.Disruption);
        var count = world.Month == 0
            ? world.Draws.At(Process.Stock, 0).Poisson(arrivals * EnvironmentRules.MeanWindow(options, world.Disruption))
            : world.Draws.At(Process.Arrivals, world.Month).Poisson(arrivals);
        for (var order = 0; order < count; order++)
        {
            var opportunity = world.NextOpportunity();
            EnvironmentRules.Draw(
                opportunity, options, world.Setting.Industry, world.Draws, world.Month, order, world.Disruption);
            world.Tally.ValueOffered += opportunity.Value;
        }
    }

    private static void AverageWeights(World world)
    {
        var weights = world.MeanWeights;
        Array.Clear(weights);
        foreach (var opportunity in world.Open)
            for (var d = 0; d < opportunity.Domains.Length; d++)
                weights[opportunity.Domains[d]] += opportunity.Weights[d] / opportunity.TotalWeight / world.Open.Count;
    }
}
