using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Trust;

/// <summary>Parameters of how trust grows, breaks and fades.</summary>
public sealed record TrustOptions
{
    /// <summary>Probability that a kept promise is mistaken for a broken one by people who never meet.</summary>
    [Parameter(0, 1, "probability", Field)] public double Noise { get; init; } = 0.0615;
    /// <summary>Share of mistakes that contact prevents.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ContactClarity { get; init; } = 0.6;
    /// <summary>Share of mistakes that a fair process prevents.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ProcessClarity { get; init; } = 0.6;
    /// <summary>Share of missing trust that a contribution makes up for, at full contact and without control.</summary>
    [Parameter(0, 1, "per contribution", Field)] public double Growth { get; init; } = 0.139;
    /// <summary>Share of that growth that needs no contact.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ContactBase { get; init; } = 0.4;
    /// <summary>Share of that growth that enforceable control takes away: enforced good conduct proves little.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ControlDoubt { get; init; } = 0.8;
    /// <summary>Share of trust that a noticed breach destroys.</summary>
    [Parameter(0, 1, "per breach", Field)] public double Breakage { get; init; } = 0.367;
    /// <summary>Share of that loss that a just process prevents.</summary>
    [Parameter(0, 1, "share", Judgement)] public double JusticeBuffer { get; init; } = 0.5;
    /// <summary>Share of that loss that blameless reviews prevent.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ReviewBuffer { get; init; } = 0.5;
    /// <summary>How fast trust follows perceived justice, where that is higher.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double ProcessGrowth { get; init; } = 0.05;
    /// <summary>Share of missing trust that risk clinics make up for in a month.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double ClinicGrowth { get; init; } = 0.01;
    /// <summary>How far a finished alliance moves trust in firms in general.</summary>
    [Parameter(0, 1, "per alliance", Judgement)] public double Generalisation { get; init; } = 0.05;
    /// <summary>Share of general trust that a full rival, never met, does not get.</summary>
    [Parameter(0, 1, "share", Judgement)] public double RivalryDiscount { get; init; } = 0.3;
    /// <summary>Share of the gap to the trust in somebody never met that closes in a month without an alliance.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double IdleDrift { get; init; } = 0.01;
}
