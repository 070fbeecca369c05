using Entente.Randomness;

namespace Entente.Landscapes;

/// <summary>Steepest descents from configurations drawn at random, for landscapes too large to be gone through.</summary>
public static class Descents
{
    /// <summary>Descends from so many configurations, each drawn uniformly. A stable configuration with a small basin may be missed.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="seed">Seed of all starts.</param>
    /// <param name="starts">How many starts; the first of more are the same as those of fewer.</param>
    public static Survey Of(Landscape landscape, uint seed, int starts)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        var draws = new Draws(seed, 0);
        var reached = new Dictionary<Configuration, long>();
        for (var start = 0; start < starts; start++)
        {
            var luck = draws.At(Process.LandscapeStart, 0, start);
            var bits = luck.Word() | (ulong)luck.Word() << 32;
            var end = landscape.Descend(new Configuration(bits & ulong.MaxValue >> 64 - landscape.Actors));
            reached[end] = reached.GetValueOrDefault(end) + 1;
        }

        return Survey.Of(landscape, reached, starts, complete: false);
    }
}
