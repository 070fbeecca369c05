using Entente.Landscapes;

namespace Entente.Studies.Landscapes;

/// <summary>The values of one number for which a configuration is stable, all other numbers being as they are.</summary>
/// <param name="Low">The least; minus infinity where there is none.</param>
/// <param name="High">The greatest; infinity where there is none.</param>
public readonly record struct StableRange(double Low, double High)
{
    /// <summary>The range of a configuration that is stable for the number as it is.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="landscape">The landscape for a value of the number; its propensities are straight lines in it.</param>
    internal static StableRange Of(Configuration configuration, Func<double, Landscape> landscape)
    {
        var (at0, at1) = (landscape(0), landscape(1));
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var actor = 0; actor < at0.Actors; actor++)
        {
            // What the actor would gain in frustration by moving; below 0 it moves.
            var (level, slope) = (Gain(at0, configuration, actor), Gain(at1, configuration, actor) - Gain(at0, configuration, actor));
            if (Math.Abs(slope) <= 1e-12 * (Math.Abs(level) + Math.Abs(level + slope)))
                continue;
            if (slope > 0)
                low = Math.Max(low, -level / slope);
            else
                high = Math.Min(high, -level / slope);
        }

        return new(low, high);
    }

    private static double Gain(Landscape landscape, Configuration configuration, int actor) =>
        landscape.Frustration(configuration.Moved(actor), actor) - landscape.Frustration(configuration, actor);
}
