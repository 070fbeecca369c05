using Entente.Settings;

namespace Entente.Mechanisms.Pipeline;

/// <summary>
/// From ideas to live projects. Ideas come from operating units that have bought in and feel the threat; an exploring alliance
/// screens them at gates and lets each parent's board decide, one that promised a single outcome implements it straight away. A project
/// goes as fast as effort and the least buy-in carry it - and, where pace is set by trust, as trust allows.
/// </summary>
public static class PipelineRules
{
    /// <summary>Mean number of ideas a month.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="meanBuyIn">Mean buy-in of the members' operating units.</param>
    /// <param name="meanThreat">Mean threat that members perceive.</param>
    public static double IdeaRate(PipelineOptions options, in Dials dials, double meanBuyIn, double meanThreat) =>
        options.IdeaRate * dials.Exploration
        * (options.BuyInBase + meanBuyIn)
        * (options.ThreatBase + options.ThreatShare * meanThreat)
        * Integration(options, dials);

    /// <summary>What the integration of product and partnership people makes of ideas and healing: .7 + .6 teamIntegration.</summary>
    public static double Integration(PipelineOptions options, in Dials dials) =>
        options.IntegrationBase + options.IntegrationShare * dials.TeamIntegration;

    /// <summary>Most projects not yet live that an alliance runs at a time.</summary>
    public static int MostPending(PipelineOptions options, in Dials dials) =>
        1 + (int)Math.Round(options.MostProjects * dials.Exploration, MidpointRounding.AwayFromZero);

    /// <summary>Whether projects pass gates.</summary>
    public static bool IsGated(PipelineOptions options, in Dials dials) => dials.Exploration >= options.GatedFrom - 1e-12;

    /// <summary>Number of gates, G.</summary>
    public static int Gates(PipelineOptions options, in Dials dials) =>
        (int)Math.Round(options.GatesAtFull * dials.Exploration, MidpointRounding.AwayFromZero);

    /// <summary>Whether live projects are transplanted into the operating units.</summary>
    public static bool Transplants(PipelineOptions options, in Dials dials) => dials.Exploration >= options.TransplantFrom;

    /// <summary>Progress of a concept in a month.</summary>
    public static double ConceptProgress(PipelineOptions options, in Dials dials) =>
        options.ConceptSpeed * (options.TeamBase + (1 - options.TeamBase) * dials.DedicatedTeam);

    /// <summary>Probability that a parent's board passes a project.</summary>
    public static double BoardPasses(PipelineOptions options, double buyIn) =>
        Math.Min(1, options.BoardBase + options.BoardBuyIn * buyIn);

    /// <summary>Progress of an implementation in a month.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="effort">Mean effort of those who take part, 0 to 1.</param>
    /// <param name="leastBuyIn">Least buy-in among the members.</param>
    /// <param name="leastTrust">Smallest trust of a member in another.</param>
    public static double ImplementationProgress(
        PipelineOptions options, in Dials dials, double effort, double leastBuyIn, double leastTrust) =>
        effort * (options.ImplementationBase + (1 - options.ImplementationBase) * leastBuyIn) / options.ImplementationMonths
        * (1 - dials.TrustPacing * (1 - (options.LaunchBase + (1 - options.LaunchBase) * leastTrust)));

    /// <summary>Buy-in of a member's operating units after a month.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="buyIn">Buy-in before.</param>
    /// <param name="justice">The member's perceived justice.</param>
    /// <param name="rivalry">Its mean rivalry with the others.</param>
    public static double NextBuyIn(PipelineOptions options, in Dials dials, double buyIn, double justice, double rivalry) =>
        Math.Clamp(
            buyIn
            + options.BuyInGrowth * (1 - buyIn)
            * (options.BuyInJusticeBase + (1 - options.BuyInJusticeBase) * justice)
            * (1 - options.BuyInTeamLoss * dials.DedicatedTeam)
            * (1 + options.BuyInRotation * dials.ExpertRotation)
            * (options.BuyInCentralBase - options.BuyInCentral * dials.CapabilityCentral)
            - options.BuyInRivalry * rivalry * buyIn,
            0, 1);
}
