using System.Numerics;
using Entente.Randomness;

namespace Entente.Studies.Designs;

/// <summary>
/// Points of a Sobol sequence (Sobol 1967), which fill the unit cube more evenly than luck does: of the first 2^m points each of 2^m equal slices of
/// every dimension holds one. In the order of Gray codes (Antonov and Saleev 1979). Best used with 2^m points.
/// </summary>
public static class SobolSequence
{
    /// <summary>The most dimensions.</summary>
    public static int MostDimensions => SobolDirections.MostDimensions;

    private const uint NoReplication = uint.MaxValue;
    private const double Scale = 1.0 / (1L << 32);

    /// <summary>The first points with a random digital shift, which keeps them as even as they are and makes every point uniform.</summary>
    /// <param name="points">How many points.</param>
    /// <param name="dimensions">How many dimensions; a further one leaves the others as they are.</param>
    /// <param name="seed">Draws the shift.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no direction numbers for so many dimensions.</exception>
    public static double[][] Points(int points, int dimensions, uint seed)
    {
        var draws = new Draws(seed, NoReplication);
        return Points(points, [.. Enumerable.Range(0, dimensions).Select(dimension => draws.At(Process.Design, 0, dimension).Word())]);
    }

    /// <summary>The first points as they are; the first is 0 in all dimensions.</summary>
    /// <inheritdoc cref="Points(int, int, uint)"/>
    public static double[][] Unshifted(int points, int dimensions) => Points(points, new uint[dimensions]);

    private static double[][] Points(int points, uint[] shift)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shift.Length, MostDimensions);
        var directions = Enumerable.Range(0, shift.Length).Select(SobolDirections.Of).ToArray();
        var at = new uint[shift.Length];
        var sample = new double[points][];
        for (var point = 0; point < points; point++)
        {
            // Half a step on, so that no coordinate is 0.
            sample[point] = [.. at.Select((word, dimension) => ((word ^ shift[dimension]) + 0.5) * Scale)];
            var changed = BitOperations.TrailingZeroCount(~(uint)point);
            for (var dimension = 0; dimension < at.Length; dimension++)
                at[dimension] ^= directions[dimension][changed];
        }

        return sample;
    }
}
