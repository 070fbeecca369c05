namespace Entente.Studies.Survival;

/// <summary>What a one-sample log-rank test comes to.</summary>
/// <param name="Events">Events observed, and events expected under the known curve as their exposure: the rate is their ratio.</param>
/// <param name="ChiSquare">(observed - expected)^2 / expected, on one degree of freedom; NaN where none was expected.</param>
/// <param name="P">Chance of such a statistic, or a larger one, if survival is as the curve says; NaN where none was expected.</param>
public sealed record OneSampleResult(EventRate Events, double ChiSquare, double P);

/// <summary>The one-sample log-rank test (Breslow 1975) whether durations follow a curve that is known and not itself estimated from few.</summary>
public static class OneSampleLogRank
{
    /// <summary>Tests durations against a curve.</summary>
    /// <param name="durations">Durations, each 0 or more, with whether the event came (false: censored).</param>
    /// <param name="cumulativeHazard">The curve's cumulative hazard by an age: for continuous time, minus the logarithm of survival.</param>
    /// <param name="until">The age to which the curve is known; longer durations are censored there.</param>
    public static OneSampleResult Test(
        IEnumerable<(double Duration, bool Event)> durations, Func<double, double> cumulativeHazard, double until = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(durations);
        ArgumentNullException.ThrowIfNull(cumulativeHazard);
        var (observed, expected) = (0.0, 0.0);
        foreach (var (duration, came) in durations)
        {
            observed += came && duration <= until ? 1 : 0;
            expected += cumulativeHazard(Math.Min(duration, until));
        }

        var chiSquare = expected > 0 ? (observed - expected) * (observed - expected) / expected : double.NaN;
        return new OneSampleResult(
            new EventRate(observed, expected), chiSquare, double.IsNaN(chiSquare) ? double.NaN : LogRank.Chance(chiSquare, 1));
    }
}
