using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Environment;

/// <summary>Opens this month's opportunities and draws what each of them is.</summary>
internal static class Arrivals
{
    private const int MonthInAddress = 1 << 20;

    public static void Apply(World world)
    {
        var options = world.Setting.Parameters.Environment;
        // The stock of month 0 is what arrivals at that month's rate would have left open had they gone on for ever.
        var arrivals = EnvironmentRules.Arrivals(options, world.Firms.Length, world.Disruption);
        var count = world.Month == 0
            ? world.Draws.At(Process.Stock, 0).Poisson(arrivals * EnvironmentRules.MeanWindow(options, world.Disruption))
            : world.Draws.At(Process.Arrivals, world.Month).Poisson(arrivals);
        for (var order = 0; order < count; order++)
        {
            var opportunity = world.NextOpportunity();
            opportunity.Address = world.Month * MonthInAddress + order;
            Draw(world, options, opportunity);
            world.Tally.ValueOffered += opportunity.Value;
        }
    }

    private static void Draw(World world, EnvironmentOptions options, Opportunity opportunity)
    {
        var industry = world.Setting.Industry;
        var luck = world.Draws.At(Process.Opportunity, 0, opportunity.Address);
        var domains = Math.Min(industry.Domains, 1 + luck.Binomial(Opportunity.MostDomains - 1, 0.5));
        for (var d = 0; d < domains; d++)
        {
            var domain = NextDistinct(ref luck, opportunity.Domains, industry.Domains);
            opportunity.Require(domain, luck.Uniform(0.5, 1.5));
        }

        opportunity.Value = luck.LogNormal(options.ValueLogSd);
        opportunity.Novelty = Math.Min(
            1, luck.Beta(options.NoveltyAlpha, options.NoveltyBeta) + options.NoveltyLoading * world.Disruption);
        opportunity.Closing = world.Month + luck.Geometric(EnvironmentRules.MeanWindow(options, world.Disruption));
        opportunity.Market = luck.Below(industry.Markets);
        opportunity.MarketAvailable = luck.Chance(options.AvailabilityShare * (1 - opportunity.Novelty));
    }

    /// <summary>A number below a bound that is not among those taken: one draw.</summary>
    private static int NextDistinct(ref Luck luck, ReadOnlySpan<int> taken, int bound)
    {
        var left = luck.Below(bound - taken.Length);
        for (var candidate = 0; ; candidate++)
            if (!taken.Contains(candidate) && left-- == 0)
                return candidate;
    }
}
