using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Sensitivity;

/// <summary>Elementary effects of a factor: how much the outcome changes over its whole range, by steps taken one at a time.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Mean">Mean of the effects, mu.</param>
/// <param name="MeanAbsolute">Mean of their absolute values, mu*: how much the factor matters (Campolongo, Cariboni and Saltelli 2007).</param>
/// <param name="Deviation">Their standard deviation, sigma: how much it depends on where one stands, or on the other factors.</param>
/// <param name="Noise">Standard error of a single effect that comes from the luck of the worlds; NaN with one replication.</param>
public sealed record MorrisEffect(int Factor, double Mean, Estimate MeanAbsolute, double Deviation, double Noise);

/// <summary>Elementary effects (Morris 1991, Technometrics 33(2)) of the mean over worlds, with bootstrap intervals over trajectories.</summary>
public static class MorrisEffects
{
    /// <summary>The effects, in the order of the factors.</summary>
    /// <param name="points">Places of the points, trajectory by trajectory.</param>
    /// <param name="values">Outcomes by point and replication.</param>
    /// <param name="seed">Draws for intervals.</param>
    public static IReadOnlyList<MorrisEffect> Of(IReadOnlyList<double[]> points, double[][] values, uint seed)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(values);
        var factors = points[0].Length;
        var trajectories = points.Count / (factors + 1);
        var effects = Enumerable.Range(0, factors).Select(_ => new double[trajectories]).ToArray();
        var noise = new double[factors];
        for (var trajectory = 0; trajectory < trajectories; trajectory++)
        {
            for (var step = 0; step < factors; step++)
            {
                var at = trajectory * (factors + 1) + step;
                var factor = Enumerable.Range(0, factors).Single(f => points[at][f] != points[at + 1][f]);
                var moved = points[at + 1][factor] - points[at][factor];
                var byWorld = values[at + 1].Zip(values[at], (after, before) => (after - before) / moved).ToArray();
                effects[factor][trajectory] = byWorld.Mean();
                noise[factor] += byWorld.Variance() / byWorld.Length / trajectories;
            }
        }

        var intervals = Bootstrap.Intervals(trajectories, seed, times =>
            [.. effects.Select(of => of.Select((effect, trajectory) => times[trajectory] * Math.Abs(effect)).Sum() / trajectories)]);
        return [.. effects.Select((of, factor) => new MorrisEffect(
            factor, of.Mean(), new Estimate(of.Average(Math.Abs), intervals[factor].Low, intervals[factor].High), of.StandardDeviation(), Math.Sqrt(noise[factor])))];
    }
}
