using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Investment;

/// <summary>Parameters of what members sink into a project.</summary>
public sealed record InvestmentOptions
{
    /// <summary>Investment in full, in months of the opportunity's value.</summary>
    [Parameter(0, 120, "months of value", Judgement)] public double Months { get; init; } = 6.0;
    /// <summary>How much of missing trust a full exit barrier makes up for.</summary>
    [Parameter(0, 1, "share", Judgement)] public double BarrierSafeguard { get; init; } = 0.6;
    /// <summary>How much of missing trust a fair process makes up for.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ProcessSafeguard { get; init; } = 0.3;
}
