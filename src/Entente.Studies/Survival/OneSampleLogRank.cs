using Entente.Observation;
using MathNet.Numerics;

namespace Entente.Studies.Survival;

/// <summary>What a one-sample log-rank test comes to.</summary>
/// <param name="Events">Events observed, and events expected under the known curve as their exposure: the rate is their ratio.</param>
/// <param name="P">
/// Twice the smaller of the chances that a Poisson count with the expected mean is so small, or so large, as observed; NaN where no event was
/// expected and none observed.
/// </param>
public sealed record OneSampleResult(EventRate Events, double P);

/// <summary>
/// The one-sample log-rank test (Breslow 1975) whether durations follow a curve that is known and not itself estimated from few: events observed
/// against those expected, with the exact Poisson p-value. It belongs to the interval of <see cref="EventRate"/>: the p-value is below 5% where the
/// 95% interval of observed over expected leaves out 1. The usual chi-square, (observed - expected)^2 / expected, rejects a true curve more often
/// than it says where few events are expected.
/// </summary>
public static class OneSampleLogRank
{
    /// <summary>Tests lives against a curve.</summary>
    /// <param name="lives">The lives; of one that came under watch late only what follows counts.</param>
    /// <param name="cumulativeHazard">The curve's cumulative hazard by an age: for continuous time, minus the logarithm of survival.</param>
    /// <param name="until">The age to which the curve is known; longer lives are censored there, and nothing is expected of what entered later.</param>
    public static OneSampleResult Test(
        IEnumerable<Spell> lives, Func<double, double> cumulativeHazard, double until = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(lives);
        ArgumentNullException.ThrowIfNull(cumulativeHazard);
        var (observed, expected) = (0.0, 0.0);
        foreach (var life in lives)
        {
            observed += life.Event && life.Exit <= until ? 1 : 0;
            expected += cumulativeHazard(Math.Min(life.Exit, until)) - (life.Entry > 0 ? cumulativeHazard(Math.Min(life.Entry, until)) : 0);
        }

        return new OneSampleResult(new EventRate(observed, expected), Chance(observed, expected));
    }

    private static double Chance(double observed, double expected) => observed == 0 && expected == 0 ? double.NaN : Math.Min(1, 2 * Math.Min(
        SpecialFunctions.GammaUpperRegularized(observed + 1, expected),
        observed == 0 ? 1 : SpecialFunctions.GammaLowerRegularized(observed, expected)));
}
