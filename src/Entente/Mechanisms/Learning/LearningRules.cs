using Entente.Settings;

namespace Entente.Mechanisms.Learning;

/// <summary>
/// Partners learn from the best among them, faster when experts rotate and slower under tight control - and, growing alike, become
/// rivals. Firms also learn to ally: experience x grows by 1 + capabilityCodified a month in operation and counts by
/// (.5 + .5 capabilityCentral); levels 2 and 3 come at 60 and 180, and a dedicated team is worth half a level more.
/// </summary>
public static class LearningRules
{
    /// <summary>Share of the gap to the best co-member that a member closes in a month.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="effort">Mean effort in the alliance, 0 to 1.</param>
    public static double Rate(LearningOptions options, in Dials dials, double effort) =>
        options.Rate * effort * (1 + dials.ExpertRotation) * (1 - options.ControlDamping * dials.ContractControl);

    /// <summary>Experience that a month in operation adds.</summary>
    public static double Experience(in Dials dials) => 1 + dials.CapabilityCodified;

    /// <summary>Level of alliance capability: 1, 2 or 3 by experience, more with a dedicated team; or the fixed one.</summary>
    public static double Level(LearningOptions options, in Dials dials, double experience)
    {
        if (options.FixedLevel > 0)
            return options.FixedLevel;
        var counted = (options.CentralBase + options.CentralShare * dials.CapabilityCentral) * experience;
        var learned = counted >= options.ThirdLevel ? 3 : counted >= options.SecondLevel ? 2 : 1;
        return learned + options.TeamLevel * dials.DedicatedTeam;
    }
}
