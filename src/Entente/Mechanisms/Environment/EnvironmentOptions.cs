using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Environment;

/// <summary>Parameters of what disruption does to an industry: five loadings, each of which can be switched off.</summary>
public sealed record EnvironmentOptions
{
    /// <summary>New opportunities a month in an undisturbed industry of 30 firms; in proportion to the number of firms.</summary>
    [Parameter(0, 1000, "opportunities a month for 30 firms", Field)] public double ArrivalRate { get; init; } = 4.37;
    /// <summary>How much disruption adds to arrivals: rate x (1 + loading x D).</summary>
    [Parameter(0, 10, "per unit of disruption", Judgement)] public double ArrivalLoading { get; init; } = 1.0;
    /// <summary>Turbulence of an undisturbed industry.</summary>
    [Parameter(0, 1, "probability a month", Judgement)] public double TurbulenceBase { get; init; } = 0.02;
    /// <summary>How much disruption adds to turbulence.</summary>
    [Parameter(0, 1, "per unit of disruption", Judgement)] public double TurbulenceLoading { get; init; } = 0.1;
    /// <summary>How much disruption adds to the novelty of new opportunities.</summary>
    [Parameter(0, 1, "per unit of disruption", Judgement)] public double NoveltyLoading { get; init; } = 0.4;
    /// <summary>First parameter of the Beta distribution of novelty.</summary>
    [Parameter(0.01, 100, "Beta parameter", Judgement)] public double NoveltyAlpha { get; init; } = 2.0;
    /// <summary>Second parameter of the Beta distribution of novelty.</summary>
    [Parameter(0.01, 100, "Beta parameter", Judgement)] public double NoveltyBeta { get; init; } = 4.0;
    /// <summary>Mean time an opportunity stays open in an undisturbed industry.</summary>
    [Parameter(1, 1000, "months", Judgement)] public double WindowMonths { get; init; } = 36.0;
    /// <summary>How much disruption shortens windows: mean x (1 - loading x D), at least 1.</summary>
    [Parameter(0, 1, "per unit of disruption", Judgement)] public double WindowLoading { get; init; } = 0.75;
    /// <summary>How much disruption hastens obsolescence: hazard x (1 + loading x D).</summary>
    [Parameter(0, 20, "per unit of disruption", Judgement)] public double ObsolescenceLoading { get; init; } = 2.0;
    /// <summary>Standard deviation of the logarithm of the monthly value of opportunities (mean 1).</summary>
    [Parameter(0, 3, "log units", Judgement)] public double ValueLogSd { get; init; } = 0.6;
    /// <summary>Probability that what a wholly familiar opportunity needs can be had on the market; x (1 - novelty).</summary>
    [Parameter(0, 1, "probability", Judgement)] public double AvailabilityShare { get; init; } = 0.15;
    /// <summary>Probability that a concept is good: quality U(GoodQualityMin, 1) instead of U(0, DudQualityMax).</summary>
    [Parameter(0, 1, "probability", Field)] public double GoodConcepts { get; init; } = 0.335;
    /// <summary>Lowest quality of a good concept.</summary>
    [Parameter(0, 1, "quality", Judgement)] public double GoodQualityMin { get; init; } = 0.6;
    /// <summary>Highest quality of a dud.</summary>
    [Parameter(0, 1, "quality", Judgement)] public double DudQualityMax { get; init; } = 0.2;
    /// <summary>How live projects on one opportunity share its value: each of m gets V m^-crowding; 0 = no rivalry for value, 1 = a fixed pie.</summary>
    [Parameter(0, 1, "exponent", Judgement)] public double Crowding { get; init; } = 1.0;
}
