using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Negotiation;

/// <summary>Parameters of how long agreeing takes, and what it adds to the contract.</summary>
public sealed record NegotiationOptions
{
    /// <summary>Work of any negotiation.</summary>
    [Parameter(0, 100, "months of work", Judgement)] public double BaseWork { get; init; } = 1.0;
    /// <summary>Work that a wholly controlling contract between two adds.</summary>
    [Parameter(0, 100, "months of work", Field)] public double ControlWork { get; init; } = 5.55;
    /// <summary>How novelty adds to the work of contracting.</summary>
    [Parameter(-1, 1, "per unit of novelty", Judgement)] public double NoveltyElasticity { get; init; } = 1.0;
    /// <summary>Work that a wholly fair process between two adds.</summary>
    [Parameter(0, 100, "months of work", Judgement)] public double ProcessWork { get; init; } = 2.0;
    /// <summary>Speed gained per level of alliance capability above 1.</summary>
    [Parameter(0, 1, "per level", Judgement)] public double LevelGain { get; init; } = 0.1;
    /// <summary>Speed of a trust-paced negotiation without any trust.</summary>
    [Parameter(0, 1, "share", Field)] public double BlindSpeed { get; init; } = 0.118;
    /// <summary>Speed of a process-paced negotiation without any belief in fair processes.</summary>
    [Parameter(0, 2, "share", Judgement)] public double ProcessSpeed { get; init; } = 0.4;
    /// <summary>Speed that full belief in fair processes adds to a process-paced negotiation.</summary>
    [Parameter(0, 2, "share", Judgement)] public double BeliefSpeed { get; init; } = 0.6;
    /// <summary>Probability that a member wholly bent on control adds a clause.</summary>
    [Parameter(0, 1, "probability a month", Judgement)] public double ClauseRate { get; init; } = 0.15;
    /// <summary>Share of clauses that a fair process prevents.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ClauseDamping { get; init; } = 0.8;
    /// <summary>What a clause adds to contractControl.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double ClauseControl { get; init; } = 0.03;
    /// <summary>What a clause adds to the work.</summary>
    [Parameter(0, 10, "months of work", Judgement)] public double ClauseWork { get; init; } = 0.3;
    /// <summary>Probability of breaking off, per unit of mistrust and rivalry.</summary>
    [Parameter(0, 1, "probability a month", Judgement)] public double BreakdownRate { get; init; } = 0.02;
    /// <summary>What is added to rivalry where rivalry multiplies a hazard.</summary>
    [Parameter(0, 2, "share", Judgement)] public double RivalryBase { get; init; } = 0.5;
    /// <summary>Share of breakdowns that a fair process prevents.</summary>
    [Parameter(0, 1, "share", Judgement)] public double BreakdownDamping { get; init; } = 0.7;
    /// <summary>Share of breakdowns that risk clinics prevent.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ClinicDamping { get; init; } = 0.3;
    /// <summary>How fast negotiating reveals those who run the process.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double Revelation { get; init; } = 0.1;
    /// <summary>Perceived justice of an ordinary process.</summary>
    [Parameter(0, 1, "justice", Judgement)] public double JusticeBase { get; init; } = 0.45;
    /// <summary>How far the process at the table shows in perceived justice at signing.</summary>
    [Parameter(0, 2, "share", Judgement)] public double JusticeSlope { get; init; } = 0.4;
}
