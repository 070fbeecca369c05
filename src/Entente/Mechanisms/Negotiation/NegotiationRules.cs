using Entente.Settings;

namespace Entente.Mechanisms.Negotiation;

/// <summary>
/// How long agreeing takes. Work grows with control, novelty, process and members; speed is set by trust, or by belief in the process,
/// as trustPacing says. Each month lawyers may add clauses - the demons of control, kept at bay by a fair process - and mistrust
/// between rivals may break the talks off. How the table was run carries over into perceived justice.
/// </summary>
public static class NegotiationRules
{
    /// <summary>Work of negotiating, in months at full speed.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance proposed.</param>
    /// <param name="novelty">Novelty of the founding opportunity.</param>
    /// <param name="members">Number of members, two or more.</param>
    public static double Work(NegotiationOptions options, in Dials dials, double novelty, int members) =>
        options.BaseWork
        + (options.ControlWork * dials.ContractControl * (1 + options.NoveltyElasticity * novelty)
            + options.ProcessWork * dials.FairProcess) * Math.Sqrt(members - 1);

    /// <summary>Work done in a month.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance proposed.</param>
    /// <param name="level">Mean level of alliance capability.</param>
    /// <param name="leastTrust">Smallest trust of a member in another.</param>
    /// <param name="fairness">Mean belief in fair processes.</param>
    public static double Speed(NegotiationOptions options, in Dials dials, double level, double leastTrust, double fairness) =>
        (1 + options.LevelGain * (level - 1))
        * (dials.TrustPacing * (options.BlindSpeed + (1 - options.BlindSpeed) * leastTrust)
            + (1 - dials.TrustPacing) * (options.ProcessSpeed + options.BeliefSpeed * fairness));

    /// <summary>Probability a month that a member adds a clause.</summary>
    public static double ClauseRisk(NegotiationOptions options, double controlBias, double processQuality) =>
        options.ClauseRate * controlBias * (1 - options.ClauseDamping * processQuality);

    /// <summary>Probability a month that the negotiation is broken off.</summary>
    public static double BreakdownRisk(
        NegotiationOptions options, in Dials dials, double leastTrust, double meanRivalry, double processQuality) =>
        options.BreakdownRate * (1 - leastTrust) * (options.RivalryBase + meanRivalry)
        * (1 - options.BreakdownDamping * processQuality) * (1 - options.ClinicDamping * dials.RiskClinic);

    /// <summary>Change of a member's belief in fair processes in a month of negotiation: it comes to know those who run the process.</summary>
    public static double Revelation(NegotiationOptions options, in Dials dials, double leadership, double fairness) =>
        options.Revelation * dials.FairProcess * (leadership - fairness);

    /// <summary>Perceived justice at signing: .45 + .4 (phi - .45).</summary>
    public static double InitialJustice(NegotiationOptions options, double processQuality) =>
        Math.Clamp(options.JusticeBase + options.JusticeSlope * (processQuality - options.JusticeBase), 0, 1);
}
