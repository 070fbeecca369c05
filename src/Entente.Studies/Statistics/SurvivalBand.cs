using Entente.Observation;

namespace Entente.Studies.Statistics;

/// <summary>
/// Pointwise confidence bands of a Kaplan-Meier estimate, from Greenwood's variance on the scale of log(-log S), on which they stay
/// between 0 and 1 (Kalbfleisch and Prentice 2002). Durations are taken to be independent.
/// </summary>
public static class SurvivalBand
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>The 95% band just after each event: where survival is 0, the band is that point.</summary>
    public static IReadOnlyList<(double Time, double Low, double High)> Of(KaplanMeier survival)
    {
        ArgumentNullException.ThrowIfNull(survival);
        var band = new List<(double, double, double)>();
        var variance = 0.0;
        foreach (var (time, share, atRisk, events) in survival.Steps)
        {
            if (share == 0)
            {
                band.Add((time, 0, 0));
                continue;
            }

            variance += (double)events / atRisk / (atRisk - events);
            var spread = Math.Exp(Normal95 * Math.Sqrt(variance) / Math.Log(share));
            band.Add((time, Math.Pow(share, 1 / spread), Math.Pow(share, spread)));
        }

        return band;
    }
}
