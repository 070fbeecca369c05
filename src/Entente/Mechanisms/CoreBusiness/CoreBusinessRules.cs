namespace Entente.Mechanisms.CoreBusiness;

/// <summary>
/// Disruption eats the core unless new business renews it: R x (1 - .01 D (1 - renewal)), renewal = 1 - exp(-live value / 3).
/// </summary>
public static class CoreBusinessRules
{
    /// <summary>How far a firm has renewed itself, 0 to 1.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="liveValue">Live value it receives this month.</param>
    public static double Renewal(CoreBusinessOptions options, double liveValue) => 1 - Math.Exp(-liveValue / options.RenewalScale);

    /// <summary>Core revenue next month.</summary>
    public static double Next(CoreBusinessOptions options, double core, double disruption, double liveValue) =>
        core * (1 - options.Erosion * disruption * (1 - Renewal(options, liveValue)));
}
