using Entente.Settings;

namespace Entente.Mechanisms.Governance;

/// <summary>
/// What the contract did not foresee. A contract loses touch with the world as novelty and turbulence have it: share y is
/// unspecified, f = contractControl (1 - y) can be enforced, with probability d a breach is noticed, chi = f d is compelled. What happens
/// unforeseen goes to a fair process, which settles or debates it, or to renegotiation, which stalls the alliance and may end in conflict.
/// </summary>
public static class GovernanceRules
{
    /// <summary>Unspecified share y of what matters: 1 - (1 - nu) exp(-theta months).</summary>
    public static double Unspecified(double novelty, double turbulence, int monthsSinceNegotiation) =>
        1 - (1 - novelty) * Math.Exp(-turbulence * monthsSinceNegotiation);

    /// <summary>Enforceable share f.</summary>
    public static double Enforceable(in Dials dials, double unspecified) => dials.ContractControl * (1 - unspecified);

    /// <summary>Probability d that withholding is noticed.</summary>
    public static double Detection(GovernanceOptions options, in Dials dials, double processQuality) =>
        Math.Clamp(
            options.DetectionBase + options.DetectionGain * Math.Max(
                options.ControlDetection * dials.ContractControl, options.ProcessDetection * processQuality),
            0, 1);

    /// <summary>Mean number of contingencies a month.</summary>
    public static double Contingencies(GovernanceOptions options, double turbulence, double novelty, int activeProjects) =>
        (options.ContingencyBase + turbulence * (options.ContingencyNovelty + novelty)) * Math.Sqrt(1 + activeProjects);

    /// <summary>Probability that a contingency was foreseen.</summary>
    public static double Foreseen(GovernanceOptions options, in Dials dials, double enforceable) =>
        enforceable + options.CoordinationShare * dials.ContractCoordination * (1 - enforceable);

    /// <summary>Probability that a member disagrees with a decision.</summary>
    public static double Dissent(GovernanceOptions options, double trust, double rivalry) =>
        options.DissentRate * (1 - trust) * (options.RivalryBase + rivalry);

    /// <summary>Whether a decision stands: at least votingRule and more than half agree; of two, both.</summary>
    public static bool Stands(in Dials dials, int agreeing, int members) =>
        members == 2
            ? agreeing == 2
            : agreeing * 2 > members && agreeing >= dials.VotingRule * members - 1e-9;

    /// <summary>Mean stall of a renegotiation, in months.</summary>
    public static double MeanStall(GovernanceOptions options, in Dials dials, double leastTrust) =>
        options.StallBase + options.StallControl * dials.ContractControl * (1 - leastTrust);

    /// <summary>Probability that a renegotiation turns into conflict.</summary>
    public static double ConflictRisk(GovernanceOptions options, in Dials dials, double leastTrust, double meanRivalry) =>
        options.ConflictRate * (1 - leastTrust) * (options.RivalryBase + meanRivalry) * (1 - options.ConflictDamping * dials.RiskClinic);

    /// <summary>Perceived justice after a decision that showed some.</summary>
    public static double AfterDecision(GovernanceOptions options, double justice, double signal) =>
        justice + options.JusticeUpdate * (signal - justice);

    /// <summary>Perceived justice after a month: it drifts to what the process usually shows.</summary>
    public static double AfterMonth(GovernanceOptions options, double justice, double processQuality) =>
        justice + options.JusticeDrift
        * (options.JusticeProcess * processQuality + options.JusticeOrdinary * (1 - processQuality) - justice);

    /// <summary>Stamina points that leaders carry in a month.</summary>
    public static double Stamina(GovernanceOptions options, double level) => options.StaminaBase + options.StaminaLevel * level;

    /// <summary>Leadership quality after the points of a month are settled: overload lowers it, rest restores it.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="leadership">Leadership quality before.</param>
    /// <param name="atStart">Leadership quality at the start, which it never exceeds.</param>
    /// <param name="points">Points taken.</param>
    /// <param name="carried">Points that leaders carry.</param>
    public static double Rested(GovernanceOptions options, double leadership, double atStart, double points, double carried) =>
        points > carried
            ? Math.Max(0, leadership - options.OverloadLoss * (points - carried))
            : Math.Min(atStart, leadership + options.Recovery);

    /// <summary>Change of a member's belief in fair processes in a month of operation.</summary>
    public static double Revelation(GovernanceOptions options, in Dials dials, double leadership, double fairness) =>
        options.Revelation * dials.FairProcess * (leadership - fairness);

    /// <summary>Trust after posts rotated: 30% of what it has beyond general trust is lost.</summary>
    public static double AfterRotation(GovernanceOptions options, double trust, double generalTrust) =>
        trust - options.RotationLoss * Math.Max(0, trust - generalTrust);

    /// <summary>Probability that a restructuring succeeds: tau_min + (1 - tau_min) phi.</summary>
    public static double RestructuringSuccess(double leastTrust, double processQuality) =>
        leastTrust + (1 - leastTrust) * processQuality;
}
