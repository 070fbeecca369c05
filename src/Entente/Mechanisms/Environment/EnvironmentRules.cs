using Entente.Randomness;
using Entente.Settings;

namespace Entente.Mechanisms.Environment;

/// <summary>
/// What disruption does to an industry is five separate loadings: turbulence theta = .02 + .10 D, novelty + .4 D, windows
/// W = 36 (1 - .75 D) months, arrivals x (1 + D), obsolescence x (1 + 2 D). Each opportunity asks for one to four domains, is
/// worth a lognormal amount a month and stays open for a geometric time.
/// </summary>
public static class EnvironmentRules
{
    /// <summary>Turbulence theta, probability a month.</summary>
    public static double Turbulence(EnvironmentOptions options, double disruption) =>
        Math.Clamp(options.TurbulenceBase + options.TurbulenceLoading * disruption, 0, 1);

    /// <summary>Mean time W for which a new opportunity stays open, in months, at least 1.</summary>
    public static double MeanWindow(EnvironmentOptions options, double disruption) =>
        Math.Max(1, options.WindowMonths * (1 - options.WindowLoading * disruption));

    /// <summary>Mean number of new opportunities a month.</summary>
    public static double Arrivals(EnvironmentOptions options, int firms, double disruption) =>
        options.ArrivalRate * firms / 30 * (1 + options.ArrivalLoading * disruption);

    /// <summary>Mean number of open opportunities in the month of an industry in which there are most.</summary>
    public static double MostOpen(Setting setting)
    {
        var (options, most) = (setting.Parameters.Environment, 0.0);
        for (var month = 0; month < setting.Months; month++)
        {
            var disruption = setting.Disruption.At(month);
            most = Math.Max(most, Arrivals(options, setting.Industry.Firms, disruption) * MeanWindow(options, disruption));
        }

        return most;
    }

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
}
