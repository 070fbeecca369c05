using Entente.Landscapes;

namespace Entente.Studies.Landscapes;

/// <summary>The values of one number for which a configuration is stable, all other numbers being as they are.</summary>
/// <param name="Low">The least; minus infinity where there is none.</param>
/// <param name="High">The greatest; infinity where there is none.</param>
public readonly record struct StableRange(double Low, double High)
{
    /// <summary>The range of a configuration that is stable for the number as it is.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="at0">The landscape where the number is 0.</param>
    /// <param name="at1">The landscape where it is 1; propensities are straight lines in it.</param>
    internal static StableRange Of(Configuration configuration, Landscape at0, Landscape at1)
    {
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
