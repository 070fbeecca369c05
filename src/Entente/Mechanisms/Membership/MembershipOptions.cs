using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Membership;

/// <summary>Parameters of leaving, joining, buying out and ending.</summary>
public sealed record MembershipOptions
{
    /// <summary>Share of the sunk investment that an exit costs at full barrier, or recovers at none.</summary>
    [Parameter(0, 5, "share", Judgement)] public double ExitSunk { get; init; } = 0.5;
    /// <summary>Mean project values that an exit costs at full barrier.</summary>
    [Parameter(0, 100, "months of value", Judgement)] public double ExitValue { get; init; } = 0.5;
    /// <summary>Share of trust in a leaver that is lost.</summary>
    [Parameter(0, 1, "share", Judgement)] public double DesertionLoss { get; init; } = 0.4;
    /// <summary>Share of that loss that a fair process with open doors prevents.</summary>
    [Parameter(0, 1, "share", Judgement)] public double DesertionRelief { get; init; } = 0.7;
    /// <summary>Probability that a firm considers joining an alliance that is wholly open.</summary>
    [Parameter(0, 1, "probability a month", Judgement)] public double ApplicationRate { get; init; } = 0.05;
    /// <summary>Coverage an applicant must bring per unit of rivalry without trust.</summary>
    [Parameter(0, 5, "coverage", Judgement)] public double RivalWariness { get; init; } = 0.2;
    /// <summary>Coverage an applicant must bring in any case.</summary>
    [Parameter(0, 1, "coverage", Judgement)] public double LeastGain { get; init; } = 0.02;
    /// <summary>Months without a project after which an alliance ends.</summary>
    [Parameter(1, 600, "months", Judgement)] public int DormantMonths { get; init; } = 12;
    /// <summary>Whether a member may buy the others out of a live project.</summary>
    [Parameter(0, 1, "switch", Judgement)] public bool BuyOuts { get; init; } = true;
    /// <summary>Hazard of a buy-out of a project that yields its full value.</summary>
    [Parameter(0, 1, "probability a month", Judgement)] public double BuyOutRate { get; init; } = 0.01;
    /// <summary>Price of the others' shares.</summary>
    [Parameter(0, 600, "months of value", Judgement)] public double BuyOutMonths { get; init; } = 24.0;
    /// <summary>Income under which a firm is failing.</summary>
    [Parameter(0, 1, "share of the start", Judgement)] public double FailureIncome { get; init; } = 0.25;
    /// <summary>Months of failing after which a firm fails.</summary>
    [Parameter(1, 600, "months", Judgement)] public int FailureMonths { get; init; } = 12;
}
