using Entente.Observation;
using Entente.Studies.Statistics;

namespace Entente.Studies.Survival;

/// <summary>
/// The median of a Kaplan-Meier estimate with the 95% interval of Brookmeyer and Crowley (1982): the times at which a half lies within the
/// pointwise band of <see cref="SurvivalBand"/>. NaN stands for what was not reached while anybody looked on.
/// </summary>
public static class MedianSurvival
{
    /// <summary>The median and its interval.</summary>
    public static Estimate Of(KaplanMeier survival)
    {
        ArgumentNullException.ThrowIfNull(survival);
        // Where nobody is left Greenwood's variance is not defined, and no limit is drawn from it.
        var band = survival.Steps.Zip(SurvivalBand.Of(survival)).Where(step => step.First.Survival > 0).Select(step => step.Second).ToArray();
        return new Estimate(survival.Median, First(band, step => step.Low), First(band, step => step.High));
    }

    private static double First((double Time, double Low, double High)[] band, Func<(double Time, double Low, double High), double> limit) =>
        band.Where(step => limit(step) <= 0.5).Select(step => step.Time).DefaultIfEmpty(double.NaN).First();
}
