using Entente.Studies.Statistics;

namespace Entente.Studies.Survival;

/// <summary>
/// Cumulative incidence of one of several causes with pointwise 95% bands: the estimate of <see cref="CumulativeIncidence"/>, whose risk sets leave
/// out what has not come under watch, with the variance
/// that the delta method gives it (of Greenwood's kind: Andersen, Borgan, Gill and Keiding 1993, section IV.4; Allignol, Schumacher and Beyersmann
/// 2010), on the scale of log(-log(1 - F)), on which bands stay between 0 and 1. Durations are taken to be independent.
/// </summary>
public static class IncidenceBand
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>Incidence just after each time at which something ended, with its standard error.</summary>
    /// <param name="lives">When each life came under watch (minus infinity: from its beginning), when it left, and the cause that ended it, from 0; less than 0: censored.</param>
    /// <param name="cause">The cause, from 0.</param>
    public static IReadOnlyList<(double Time, Estimate Share, double Error)> Of(IEnumerable<(double Entry, double Exit, int Cause)> lives, int cause)
    {
        ArgumentNullException.ThrowIfNull(lives);
        var sorted = lives.OrderBy(life => life.Exit).ToArray();
        double[] entries = [.. sorted.Select(life => life.Entry).Order()];
        var band = new List<(double, Estimate, double)>();
        var (survival, share) = (1.0, 0.0);
        // Variances of survival and of incidence so far, and their covariance: each time adds a multinomial draw among those at risk.
        var (ofSurvival, ofShare, both) = (0.0, 0.0, 0.0);
        var entered = 0;
        for (var first = 0; first < sorted.Length;)
        {
            var (time, next, ended, endedSo) = (sorted[first].Exit, first, 0, 0);
            while (entered < entries.Length && entries[entered] < time)
                entered++;
            for (; next < sorted.Length && sorted[next].Exit == time; next++)
            {
                ended += sorted[next].Cause >= 0 ? 1 : 0;
                endedSo += sorted[next].Cause == cause ? 1 : 0;
            }

            if (ended > 0)
            {
                double atRisk = entered - first;
                var (all, mine) = (ended / atRisk, endedSo / atRisk);
                var luck = survival * survival / atRisk;
                ofShare += (2 * mine * both) + (mine * mine * ofSurvival) + (luck * mine * (1 - mine));
                both = ((1 - all) * (both + (mine * ofSurvival))) - (luck * mine * (1 - all));
                ofSurvival = ((1 - all) * (1 - all) * ofSurvival) + (luck * all * (1 - all));
                share += survival * mine;
                survival *= 1 - all;
                var error = Math.Sqrt(Math.Max(0, ofShare));
                band.Add((time, Interval(share, error), error));
            }

            first = next;
        }

        return band;
    }

    /// <summary>Incidence by a time; 0 before anything ended.</summary>
    public static Estimate At(IReadOnlyList<(double Time, Estimate Share, double Error)> band, double time)
    {
        ArgumentNullException.ThrowIfNull(band);
        var share = new Estimate(0, 0, 0);
        foreach (var step in band)
        {
            if (step.Time > time)
                break;
            share = step.Share;
        }

        return share;
    }

    private static Estimate Interval(double share, double error)
    {
        // At either end the scale has no place for it, and the estimate stands alone.
        if (share <= 0 || 1 - share < 1e-12)
            return new Estimate(share, share, share);
        var spread = Math.Exp(Normal95 * error / ((1 - share) * Math.Log(1 - share)));
        return new Estimate(share, 1 - Math.Pow(1 - share, spread), 1 - Math.Pow(1 - share, 1 / spread));
    }
}
