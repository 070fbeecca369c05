using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.CoreBusiness;

/// <summary>Parameters of the business that disruption eats.</summary>
public sealed record CoreBusinessOptions
{
    /// <summary>Share of core revenue lost in a month at full disruption without renewal.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double Erosion { get; init; } = 0.01;
    /// <summary>Live value at which renewal reaches 63%.</summary>
    [Parameter(0.001, 1000, "monthly value", Judgement)] public double RenewalScale { get; init; } = 3.0;
}
