using Entente.Settings;

namespace Entente.Mechanisms.Investment;

/// <summary>
/// What members sink into a project: specific investment needs trust or safeguards, v = tau + (1 - tau) min(1, .6 exitBarrier +
/// chi + .3 phi). So low exit barriers have a price where trust is low. The project's level is sqrt(mean v).
/// </summary>
public static class InvestmentRules
{
    /// <summary>Willingness v of a member to invest, 0 to 1.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="trust">The member's mean trust in the others.</param>
    /// <param name="compliance">Compliance chi that the contract compels.</param>
    /// <param name="processQuality">Quality phi of the process.</param>
    public static double Willingness(
        InvestmentOptions options, in Dials dials, double trust, double compliance, double processQuality) =>
        trust + (1 - trust) * Math.Min(
            1, options.BarrierSafeguard * dials.ExitBarrier + compliance + options.ProcessSafeguard * processQuality);

    /// <summary>What a member sinks: share x 6 V x v.</summary>
    public static double Sunk(InvestmentOptions options, double share, double value, double willingness) =>
        share * options.Months * value * willingness;

    /// <summary>Investment level of a project, 0 to 1.</summary>
    public static double Level(double meanWillingness) => Math.Sqrt(meanWillingness);
}
