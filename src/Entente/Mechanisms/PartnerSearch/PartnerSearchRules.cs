using Entente.Randomness;
using Entente.Settings;

namespace Entente.Mechanisms.PartnerSearch;

/// <summary>
/// Making, buying, acquiring or allying. A firm searches at its yearly plan or when it feels disruption, looks at a few open opportunities
/// and takes the most valuable it can see itself in; what it cannot cover alone, and nobody sells, it does with partners it
/// scores by what they add, how much it trusts them, how little they compete and how well their wishes fit.
/// </summary>
public static class PartnerSearchRules
{
    /// <summary>Probability a month that a firm searches.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="isPlanningMonth">Whether it is the firm's planning month.</param>
    /// <param name="threat">Threat it perceives.</param>
    public static double SearchProbability(PartnerSearchOptions options, in Dials dials, bool isPlanningMonth, double threat) =>
        (1 - dials.DisruptionTrigger) * (isPlanningMonth ? 1 : 0)
        + dials.DisruptionTrigger * Math.Min(1, options.Sense * threat);

    /// <summary>How much a firm likes an opportunity: V (own coverage (1 - o) + o). The allocentric look beyond what they can do.</summary>
    public static double Appeal(double value, double ownCoverage, double allocentricity) =>
        value * (ownCoverage * (1 - allocentricity) + allocentricity);

    /// <summary>Whether a concept looks worthwhile: its quality, seen with an error that alliance capability lessens.</summary>
    public static bool IsWorthwhile(PartnerSearchOptions options, double quality, double level, ref Luck luck) =>
        quality + luck.Normal(options.ScreeningNoise / level) >= options.ScreeningThreshold;

    /// <summary>Most partners that a firm asks.</summary>
    public static int MostPartners(PartnerSearchOptions options, double allocentricity) =>
        Math.Max(1, (int)Math.Round(options.PartnersPerAllocentricity * allocentricity, MidpointRounding.AwayFromZero));

    /// <summary>What one member of the team makes of a candidate, before coverage.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="trust">The member's trust in the candidate.</param>
    /// <param name="rivalry">Their rivalry.</param>
    /// <param name="fit">Their value fit.</param>
    /// <param name="pastAlliances">Alliances they have behind them.</param>
    /// <param name="luck">The pair's luck this month, N(0, .1).</param>
    public static double Affinity(
        PartnerSearchOptions options, double trust, double rivalry, double fit, int pastAlliances, double luck) =>
        -rivalry * (1 - trust) + trust + options.FitWeight * fit
        + options.RepeatWeight * Math.Min(options.RepeatsCounted, pastAlliances) + luck;

    /// <summary>Months that building alone takes.</summary>
    public static int BuildMonths(PartnerSearchOptions options, double inertia) =>
        (int)Math.Round(options.BuildMonths * (1 + inertia), MidpointRounding.AwayFromZero);

    /// <summary>Months until a purchase is live.</summary>
    public static int BuyMonths(PartnerSearchOptions options) =>
        (int)Math.Round(options.BuyMonths, MidpointRounding.AwayFromZero);

    /// <summary>Whether a firm is large enough to acquire another.</summary>
    public static bool CanAcquire(PartnerSearchOptions options, double core, double targetCore) =>
        core >= options.AcquisitionRatio * targetCore;
}
