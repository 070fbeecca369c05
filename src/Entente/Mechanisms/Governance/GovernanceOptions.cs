using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Governance;

/// <summary>Parameters of what the contract did not foresee.</summary>
public sealed record GovernanceOptions
{
    /// <summary>Probability that withholding is noticed without monitoring or process.</summary>
    [Parameter(0, 1, "probability", Judgement)] public double DetectionBase { get; init; } = 0.5;
    /// <summary>What monitoring or process adds to it.</summary>
    [Parameter(0, 1, "probability", Judgement)] public double DetectionGain { get; init; } = 0.5;
    /// <summary>Power of a wholly controlling contract to detect.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ControlDetection { get; init; } = 0.6;
    /// <summary>Power of a fair process to detect.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ProcessDetection { get; init; } = 0.8;
    /// <summary>Contingencies a month of an alliance without projects in a world without turbulence.</summary>
    [Parameter(0, 5, "per month", Judgement)] public double ContingencyBase { get; init; } = 0.05;
    /// <summary>What is added to novelty where turbulence makes contingencies.</summary>
    [Parameter(0, 5, "share", Judgement)] public double ContingencyNovelty { get; init; } = 0.5;
    /// <summary>Share of what the contract cannot enforce that full coordination clauses foresee.</summary>
    [Parameter(0, 1, "share", Judgement)] public double CoordinationShare { get; init; } = 0.5;
    /// <summary>Probability that perfect leaders settle a decision before the meeting.</summary>
    [Parameter(0, 1, "probability", Judgement)] public double SettledShare { get; init; } = 0.8;
    /// <summary>Justice shown by a decision settled before the meeting, under perfect leaders.</summary>
    [Parameter(0, 1, "justice", Judgement)] public double SettledSignal { get; init; } = 0.95;
    /// <summary>Justice shown by a debated decision, under perfect leaders.</summary>
    [Parameter(0, 1, "justice", Judgement)] public double DebatedSignal { get; init; } = 0.6;
    /// <summary>Justice shown by a renegotiation.</summary>
    [Parameter(0, 1, "justice", Judgement)] public double RenegotiatedSignal { get; init; } = 0.4;
    /// <summary>Probability of disagreeing, per unit of mistrust and rivalry.</summary>
    [Parameter(0, 1, "probability", Judgement)] public double DissentRate { get; init; } = 0.3;
    /// <summary>What is added to rivalry where rivalry makes conflict.</summary>
    [Parameter(0, 2, "share", Judgement)] public double RivalryBase { get; init; } = 0.5;
    /// <summary>Perceived justice that an outvoted member loses.</summary>
    [Parameter(0, 1, "justice", Judgement)] public double OutvotedLoss { get; init; } = 0.1;
    /// <summary>How many further votes follow one that fails.</summary>
    [Parameter(0, 100, "votes", Judgement)] public int Revotes { get; init; } = 6;
    /// <summary>Mean stall of a renegotiation between partners who trust each other.</summary>
    [Parameter(1, 100, "months", Judgement)] public double StallBase { get; init; } = 1.0;
    /// <summary>What full control without trust adds to it.</summary>
    [Parameter(0, 100, "months", Judgement)] public double StallControl { get; init; } = 5.0;
    /// <summary>Probability that a renegotiation turns into conflict, per unit of mistrust and rivalry.</summary>
    [Parameter(0, 1, "probability", Judgement)] public double ConflictRate { get; init; } = 0.3;
    /// <summary>Share of conflicts that risk clinics prevent.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ConflictDamping { get; init; } = 0.4;
    /// <summary>What a conflict leaves of all trust in the alliance.</summary>
    [Parameter(0, 1, "factor", Judgement)] public double ConflictTrust { get; init; } = 0.8;
    /// <summary>Probability that a conflict makes one member angry.</summary>
    [Parameter(0, 1, "probability", Judgement)] public double AngerRate { get; init; } = 0.25;
    /// <summary>How far a decision moves perceived justice toward what it showed.</summary>
    [Parameter(0, 1, "per decision", Judgement)] public double JusticeUpdate { get; init; } = 0.15;
    /// <summary>How fast perceived justice drifts to what the process usually shows.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double JusticeDrift { get; init; } = 0.02;
    /// <summary>Justice that a perfect process usually shows.</summary>
    [Parameter(0, 1, "justice", Judgement)] public double JusticeProcess { get; init; } = 0.9;
    /// <summary>Justice that no process usually shows.</summary>
    [Parameter(0, 1, "justice", Judgement)] public double JusticeOrdinary { get; init; } = 0.45;
    /// <summary>Debates a month that leaders carry whatever their level.</summary>
    [Parameter(0, 100, "points a month", Judgement)] public double StaminaBase { get; init; } = 1.0;
    /// <summary>Debates a month that leaders carry per level of alliance capability.</summary>
    [Parameter(0, 100, "points a month per level", Judgement)] public double StaminaLevel { get; init; } = 2.0;
    /// <summary>Stamina taken by a debated decision or a further vote.</summary>
    [Parameter(0, 10, "points", Judgement)] public double DebatePoints { get; init; } = 1.0;
    /// <summary>Stamina taken by a gate decision.</summary>
    [Parameter(0, 10, "points", Judgement)] public double GatePoints { get; init; } = 0.5;
    /// <summary>Leadership quality lost per point beyond what leaders carry.</summary>
    [Parameter(0, 1, "quality per point", Judgement)] public double OverloadLoss { get; init; } = 0.02;
    /// <summary>Leadership quality regained in a month without overload.</summary>
    [Parameter(0, 1, "quality per month", Judgement)] public double Recovery { get; init; } = 0.01;
    /// <summary>How fast operating together reveals those who run the process.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double Revelation { get; init; } = 0.05;
    /// <summary>Share of the trust above general trust that is lost when posts rotate.</summary>
    [Parameter(0, 1, "share", Judgement)] public double RotationLoss { get; init; } = 0.3;
    /// <summary>Mean misfit above which an alliance restructures.</summary>
    [Parameter(0, 1, "misfit", Judgement)] public double RestructuringMisfit { get; init; } = 0.5;
    /// <summary>Shortest time between two restructurings.</summary>
    [Parameter(1, 600, "months", Judgement)] public int RestructuringInterval { get; init; } = 12;
    /// <summary>How long a restructuring stalls the alliance.</summary>
    [Parameter(1, 60, "months", Judgement)] public int RestructuringMonths { get; init; } = 3;
    /// <summary>What a successful restructuring leaves of misfit.</summary>
    [Parameter(0, 1, "factor", Judgement)] public double RestructuringRelief { get; init; } = 0.5;
}
