using Entente.Studies.Statistics;
using MathNet.Numerics.Distributions;

namespace Entente.Studies.Survival;

/// <summary>Events over the time in which they could have come, with the exact 95% interval of a Poisson count (Garwood 1936).</summary>
/// <param name="Events">Events.</param>
/// <param name="Exposure">Time under watch, or events expected.</param>
public readonly record struct EventRate(double Events, double Exposure)
{
    /// <summary>Events per unit of exposure; nothing is known without exposure.</summary>
    public Estimate Rate => Exposure <= 0 ? Estimate.None : new Estimate(
        Events / Exposure,
        Events == 0 ? 0 : Gamma.InvCDF(Events, 1, 0.025) / Exposure,
        Gamma.InvCDF(Events + 1, 1, 0.975) / Exposure);
}
