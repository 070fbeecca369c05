using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.PartnerSearch;

/// <summary>Parameters of making, buying, acquiring or allying, and with whom.</summary>
public sealed record PartnerSearchOptions
{
    /// <summary>Whether firms may ally; false leaves making and buying only.</summary>
    [Parameter(0, 1, "switch", Judgement)] public bool AlliancesAllowed { get; init; } = true;
    /// <summary>Whether a firm may acquire its best candidate instead of allying with it.</summary>
    [Parameter(0, 1, "switch", Judgement)] public bool Acquisitions { get; init; } = false;
    /// <summary>Monthly probability of searching of a disruption-triggered firm per unit of perceived threat.</summary>
    [Parameter(1.0 / 12, 1, "per month", Judgement)] public double Sense { get; init; } = 1.0 / 6;
    /// <summary>How many open opportunities a search looks at.</summary>
    [Parameter(1, 1000, "opportunities", Judgement)] public int OpportunitiesSeen { get; init; } = 5;
    /// <summary>How many of the known partners it trusts most a firm considers.</summary>
    [Parameter(0, 100, "firms", Judgement)] public int KnownPartners { get; init; } = 3;
    /// <summary>How many partners of partners a firm considers.</summary>
    [Parameter(0, 100, "firms", Judgement)] public int IntroducedPartners { get; init; } = 1;
    /// <summary>How many firms drawn at random a firm considers.</summary>
    [Parameter(0, 1000, "firms", Judgement)] public int Strangers { get; init; } = 4;
    /// <summary>Own coverage from which a firm makes it alone.</summary>
    [Parameter(0, 1, "coverage", Judgement)] public double MakeCoverage { get; init; } = 0.8;
    /// <summary>Months to build alone, without inertia; x (1 + inertia).</summary>
    [Parameter(1, 120, "months", Judgement)] public double BuildMonths { get; init; } = 10.0;
    /// <summary>Coverage of what is bought at arm's length.</summary>
    [Parameter(0, 1, "coverage", Judgement)] public double BuyCoverage { get; init; } = 0.6;
    /// <summary>Months until a purchase is live.</summary>
    [Parameter(1, 120, "months", Judgement)] public double BuyMonths { get; init; } = 5.0;
    /// <summary>Coverage at which a searcher stops adding partners.</summary>
    [Parameter(0, 1, "coverage", Judgement)] public double EnoughCoverage { get; init; } = 0.85;
    /// <summary>Coverage gain under which a further partner is not worth asking.</summary>
    [Parameter(0, 1, "coverage", Judgement)] public double WorthwhileGain { get; init; } = 0.1;
    /// <summary>Largest number of partners asked, per unit of allocentricity; at least one.</summary>
    [Parameter(0, 20, "partners", Judgement)] public double PartnersPerAllocentricity { get; init; } = 3.0;
    /// <summary>Weight of coverage gained in the score of a candidate.</summary>
    [Parameter(0, 20, "score per coverage", Judgement)] public double GainWeight { get; init; } = 3.0;
    /// <summary>Weight of value fit in the score of a candidate.</summary>
    [Parameter(0, 20, "score", Judgement)] public double FitWeight { get; init; } = 0.5;
    /// <summary>Weight of each past alliance in the score of a candidate.</summary>
    [Parameter(0, 5, "score per past alliance", Judgement)] public double RepeatWeight { get; init; } = 0.1;
    /// <summary>How many past alliances count.</summary>
    [Parameter(0, 100, "alliances", Judgement)] public int RepeatsCounted { get; init; } = 3;
    /// <summary>Standard deviation of the luck in the score of a pair.</summary>
    [Parameter(0, 5, "score", Judgement)] public double ScoreNoise { get; init; } = 0.1;
    /// <summary>Standard deviation of the error in screening a concept at capability level 1; divided by the level.</summary>
    [Parameter(0, 5, "quality", Field)] public double ScreeningNoise { get; init; } = 0.338;
    /// <summary>Apparent quality from which a concept is worthwhile.</summary>
    [Parameter(0, 1, "quality", Judgement)] public double ScreeningThreshold { get; init; } = 0.35;
    /// <summary>How many times a target's core revenue the buyer's must be.</summary>
    [Parameter(1, 100, "ratio", Judgement)] public double AcquisitionRatio { get; init; } = 3.0;
    /// <summary>Price of an acquisition, paid out of the model.</summary>
    [Parameter(0, 600, "months of core revenue", Judgement)] public double AcquisitionPrice { get; init; } = 36.0;
}
