namespace Entente.Mechanisms.Sensing;

/// <summary>
/// How firms come to see a threat: T += (1 - k) .15 (D - T) + .05 max(0, mean T of allies - T). Inertia k slows it; being in the
/// same boat with worried allies helps to see.
/// </summary>
public static class SensingRules
{
    /// <summary>Perceived threat after a month, 0 to 1.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="threat">Perceived threat before.</param>
    /// <param name="inertia">The firm's inertia, 0 to 1.</param>
    /// <param name="disruption">Strength of disruption.</param>
    /// <param name="alliesThreat">Mean perceived threat of its allies; its own where it has none.</param>
    public static double Next(SensingOptions options, double threat, double inertia, double disruption, double alliesThreat) =>
        Math.Clamp(
            threat + (1 - inertia) * options.Speed * (disruption - threat) + options.AllyInfluence * Math.Max(0, alliesThreat - threat),
            0, 1);
}
