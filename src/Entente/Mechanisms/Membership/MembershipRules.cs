using Entente.Settings;

namespace Entente.Mechanisms.Membership;

/// <summary>
/// Leaving, joining, buying out and ending. A leaver forfeits what the exit barrier says and recovers the rest of half of what it sank;
/// those that stay trust it less, unless a fair process kept its doors open. Below two members an alliance ends.
/// </summary>
public static class MembershipRules
{
    /// <summary>What leaving costs: exitBarrier (.5 S + .5 V-bar).</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="exitBarrier">The exit barrier, 0 to 1.</param>
    /// <param name="sunk">What the leaver has sunk, S.</param>
    /// <param name="meanValue">Mean monthly value of the alliance's projects, V-bar.</param>
    public static double ExitCost(MembershipOptions options, double exitBarrier, double sunk, double meanValue) =>
        exitBarrier * (options.ExitSunk * sunk + options.ExitValue * meanValue);

    /// <summary>What a leaver recovers: (1 - exitBarrier) .5 S.</summary>
    public static double Recovered(MembershipOptions options, double exitBarrier, double sunk) =>
        (1 - exitBarrier) * options.ExitSunk * sunk;

    /// <summary>Factor that is left of another member's trust in a leaver.</summary>
    public static double TrustAfterDesertion(MembershipOptions options, in Dials dials, double processQuality) =>
        1 - options.DesertionLoss * (1 - options.DesertionRelief * processQuality * (1 - dials.ExitBarrier));

    /// <summary>Whether a member votes for an applicant: it must bring more than rivalry without trust makes one wary of.</summary>
    public static bool Welcomes(MembershipOptions options, double gain, double rivalry, double trust) =>
        gain > options.RivalWariness * rivalry * (1 - trust) + options.LeastGain;

    /// <summary>Hazard a month that a member buys the others out of a live project.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="yield">What the project yields this month, as a share of the opportunity's value.</param>
    public static double BuyOutRisk(MembershipOptions options, double yield) =>
        Math.Min(1, options.BuyOutRate * Math.Max(0, 2 * yield - 1));

    /// <summary>Probability that an alliance left without a project goes on.</summary>
    public static double GoesOn(in Dials dials) => Math.Max(dials.OpenScope, dials.Exploration);

    /// <summary>Whether a firm's income is under the failing line.</summary>
    public static bool IsFailing(MembershipOptions options, double income, double incomeAtStart) =>
        income < options.FailureIncome * incomeAtStart;
}
