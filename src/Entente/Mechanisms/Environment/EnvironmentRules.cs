using Entente.Randomness;
using Entente.Settings;
using Entente.Worlds;

namespace Entente.Mechanisms.Environment;

/// <summary>
/// What disruption does to an industry is five separate loadings: turbulence theta = .02 + .10 D, novelty + .4 D, windows
/// W = 36 (1 - .75 D) months, arrivals x (1 + D), obsolescence x (1 + 2 D). Each opportunity asks for one to four domains, is
/// worth a lognormal amount a month and stays open for a geometric time.
/// </summary>
public static class EnvironmentRules
{
    private const int MonthInAddress = 1 << 20;

    /// <summary>Turbulence theta, probability a month.</summary>
    public static double Turbulence(EnvironmentOptions options, double disruption) =>
        Math.Clamp(options.TurbulenceBase + options.TurbulenceLoading * disruption, 0, 1);

    /// <summary>Mean time W for which a new opportunity stays open, in months, at least 1.</summary>
    public static double MeanWindow(EnvironmentOptions options, double disruption) =>
        Math.Max(1, options.WindowMonths * (1 - options.WindowLoading * disruption));

    /// <summary>Mean number of new opportunities a month.</summary>
    public static double Arrivals(EnvironmentOptions options, int firms, double disruption) =>
        options.ArrivalRate * firms / 30 * (1 + options.ArrivalLoading * disruption);

    /// <summary>Factor by which disruption hastens obsolescence.</summary>
    public static double ObsolescenceFactor(EnvironmentOptions options, double disruption) =>
        1 + options.ObsolescenceLoading * disruption;

    /// <summary>What each of m live projects on one opportunity can earn of its value: m^-crowding.</summary>
    public static double CrowdingFactor(EnvironmentOptions options, int liveProjects) =>
        liveProjects <= 1 ? 1 : Math.Pow(liveProjects, -options.Crowding);

    /// <summary>Hidden quality of a concept: good with probability .45, else a dud.</summary>
    public static double Quality(EnvironmentOptions options, Luck luck) =>
        luck.Chance(options.GoodConcepts)
            ? luck.Uniform(options.GoodQualityMin, 1)
            : luck.Uniform(0, options.DudQualityMax);

    /// <summary>Draws what an opportunity is, at its address.</summary>
    /// <param name="opportunity">The opportunity, as new.</param>
    /// <param name="options">Parameters.</param>
    /// <param name="industry">How many domains and markets there are.</param>
    /// <param name="draws">All luck.</param>
    /// <param name="month">Month of arrival.</param>
    /// <param name="order">Order of arrival in that month.</param>
    /// <param name="disruption">Strength of disruption in that month.</param>
    public static void Draw(
        Opportunity opportunity, EnvironmentOptions options, Industry industry, Draws draws, int month, int order, double disruption)
    {
        opportunity.Address = month * MonthInAddress + order;
        var luck = draws.At(Process.Opportunity, 0, opportunity.Address);
        var domains = Math.Min(industry.Domains, 1 + luck.Binomial(Opportunity.MostDomains - 1, 0.5));
        for (var d = 0; d < domains; d++)
        {
            var domain = NextDistinct(ref luck, opportunity.Domains, industry.Domains);
            opportunity.Require(domain, luck.Uniform(0.5, 1.5));
        }

        opportunity.Value = luck.LogNormal(options.ValueLogSd);
        opportunity.Novelty = Math.Min(
            1, luck.Beta(options.NoveltyAlpha, options.NoveltyBeta) + options.NoveltyLoading * disruption);
        opportunity.Closing = month + luck.Geometric(MeanWindow(options, disruption));
        opportunity.Market = luck.Below(industry.Markets);
        opportunity.MarketAvailable = luck.Chance(options.AvailabilityShare * (1 - opportunity.Novelty));
    }

    /// <summary>A number below a bound that is not among those taken: one draw.</summary>
    internal static int NextDistinct(ref Luck luck, ReadOnlySpan<int> taken, int bound)
    {
        var left = luck.Below(bound - taken.Length);
        for (var candidate = 0; ; candidate++)
            if (!taken.Contains(candidate) && left-- == 0)
                return candidate;
    }
}
