using Entente.Randomness;

namespace Entente.Studies.Designs;

/// <summary>
/// Latin hypercube samples: every dimension is cut into as many equal strata as there are points, and each stratum holds one point,
/// at a random place within it (McKay, Beckman and Conover 1979, Technometrics 21(2)).
/// </summary>
public static class LatinHypercube
{
    /// <summary>A replication that no study plays, so that a design shares no draw with any world.</summary>
    private const uint NoReplication = uint.MaxValue;

    /// <summary>A sample of the unit cube: points by dimensions, each coordinate above 0 and below 1.</summary>
    /// <param name="points">How many points, 1 or more.</param>
    /// <param name="dimensions">How many dimensions, 1 or more. A further one leaves the others as they are.</param>
    /// <param name="seed">The same seed gives the same sample.</param>
    public static double[][] Sample(int points, int dimensions, uint seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var draws = new Draws(seed, NoReplication);
        var sample = new double[points][];
        for (var point = 0; point < points; point++)
            sample[point] = new double[dimensions];
        var strata = new int[points];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var luck = draws.At(Process.Firm, 0, dimension);
            for (var point = 0; point < points; point++)
            {
                // Shuffled from the inside out.
                var place = luck.Below(point + 1);
                strata[point] = strata[place];
                strata[place] = point;
            }

            for (var point = 0; point < points; point++)
                sample[point][dimension] = (strata[point] + luck.Uniform()) / points;
        }

        return sample;
    }
}
