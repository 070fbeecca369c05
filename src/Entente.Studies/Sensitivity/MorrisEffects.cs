using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Sensitivity;

/// <summary>Elementary effects of a factor: how much the outcome changes over its whole range, by steps taken one at a time; of a factor of names, from one name to another.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Mean">Mean of the effects, mu; NaN for names, which have no direction.</param>
/// <param name="MeanAbsolute">Mean of their absolute values, mu*: how much the factor matters (Campolongo, Cariboni and Saltelli 2007). None where the factor never moved.</param>
/// <param name="Deviation">Their standard deviation, sigma: how much it depends on where one stands, or on the other factors; NaN for names.</param>
/// <param name="Noise">Standard error of a single effect that comes from the luck of the worlds; NaN with one replication.</param>
public sealed record MorrisEffect(int Factor, double Mean, Estimate MeanAbsolute, double Deviation, double Noise);

/// <summary>
/// Elementary effects (Morris 1991, Technometrics 33(2)) of the mean over worlds. Each is divided by the step that was really taken, as a share of the
/// factor's range, which whole numbers and lists make another than the design's. mu* has Student's t interval over trajectories, from ten on: with fewer it
/// covers too seldom.
/// </summary>
public static class MorrisEffects
{
    /// <summary>Trajectories that an interval takes.</summary>
    public const int LeastTrajectories = 10;

    /// <summary>The effects, in the order of the factors.</summary>
    /// <param name="shares">Where factors stand, 0 to 1 over their ranges or as indices of names, by point and factor; trajectory by trajectory.</param>
    /// <param name="nominal">Which factors have names.</param>
    /// <param name="values">Outcomes by point and replication.</param>
    public static IReadOnlyList<MorrisEffect> Of(IReadOnlyList<double[]> shares, IReadOnlyList<bool> nominal, double[][] values)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(nominal);
        ArgumentNullException.ThrowIfNull(values);
        var factors = nominal.Count;
        var effects = Enumerable.Range(0, factors).Select(_ => new List<(double Size, double Noise)>()).ToArray();
        for (var at = 0; at + 1 < shares.Count; at++)
        {
            // The last point of a trajectory is no step from the first of the next; and a step that moved nothing shows nothing.
            var factor = at % (factors + 1) == factors ? -1 : Enumerable.Range(0, factors).FirstOrDefault(f => shares[at][f] != shares[at + 1][f], -1);
            if (factor < 0)
                continue;
            var moved = nominal[factor] ? 1 : shares[at + 1][factor] - shares[at][factor];
            var byWorld = values[at + 1].Zip(values[at], (after, before) => (after - before) / moved).ToArray();
            effects[factor].Add((byWorld.Mean(), byWorld.Variance() / byWorld.Length));
        }

        return [.. effects.Select((of, factor) => Effect(factor, nominal[factor], [.. of.Select(effect => effect.Size)], [.. of.Select(effect => effect.Noise)]))];
    }

    private static MorrisEffect Effect(int factor, bool nominal, double[] sizes, double[] noise)
    {
        if (sizes.Length == 0)
            return new MorrisEffect(factor, double.NaN, Estimate.None, double.NaN, double.NaN);
        var absolute = Means.Of(Array.ConvertAll(sizes, Math.Abs), LeastTrajectories);
        return new MorrisEffect(factor, nominal ? double.NaN : sizes.Mean(), absolute with { Low = Math.Max(0, absolute.Low) },
            nominal ? double.NaN : sizes.StandardDeviation(), Math.Sqrt(noise.Average()));
    }
}
