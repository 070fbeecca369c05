using Entente.Settings;

namespace Entente.Mechanisms.Operation;

/// <summary>
/// What live projects yield: V m^-crowding x coverage x quality x investment x effort x (1 - misfit). Shocks put projects out of
/// fit; effort heals, the better the less control stands in the way. Governance costs money every month.
/// </summary>
public static class OperationRules
{
    /// <summary>Live value of a project a month.</summary>
    /// <param name="value">Monthly value V of the opportunity.</param>
    /// <param name="crowding">What is left of it for each of several projects, 0 to 1.</param>
    /// <param name="coverage">Coverage, 0 to 1.</param>
    /// <param name="quality">Quality of the concept, 0 to 1.</param>
    /// <param name="investment">Investment level, 0 to 1.</param>
    /// <param name="effort">Effort, 0 to 1.</param>
    /// <param name="misfit">Misfit, 0 to 1.</param>
    public static double LiveValue(
        double value, double crowding, double coverage, double quality, double investment, double effort, double misfit) =>
        value * crowding * coverage * quality * investment * effort * (1 - misfit);

    /// <summary>Share of misfit points that an alliance heals in a month.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="effort">Mean effort of those who take part, 0 to 1.</param>
    /// <param name="integration">What team integration makes of it.</param>
    public static double Healing(OperationOptions options, in Dials dials, double effort, double integration) =>
        (options.HealingBase + options.HealingEffort * (1 - dials.ContractControl) * effort) * integration;

    /// <summary>Hazard a month that a live project becomes obsolete.</summary>
    public static double ObsolescenceRisk(OperationOptions options, double obsolescenceFactor) =>
        Math.Min(1, options.Obsolescence * obsolescenceFactor);

    /// <summary>Cost of governing an alliance for a month.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="members">Number of members.</param>
    /// <param name="activeProjects">Projects that still need the alliance.</param>
    public static double Cost(OperationOptions options, in Dials dials, int members, int activeProjects) =>
        options.MonitoringCost * dials.ContractControl * members / 2
        + options.ProcessCost * dials.FairProcess * members * (1 + options.ProcessCostPerProject * activeProjects)
        + options.TeamCost * dials.DedicatedTeam
        + options.LineCost * (1 - dials.DedicatedTeam) * members
        + members * (options.CoordinationCost * dials.ContractCoordination
            + options.ContactCost * dials.Contact
            + options.ClinicCost * dials.RiskClinic
            + options.ReviewCost * dials.BlamelessReview);
}
