using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Entry;

/// <summary>Parameters of whether a firm asked to join says yes.</summary>
public sealed record EntryOptions
{
    /// <summary>How many months of value a firm counts when it decides to enter.</summary>
    [Parameter(0, 600, "months", Judgement)] public double HorizonMonths { get; init; } = 24.0;
    /// <summary>Share of value expected to remain after running costs.</summary>
    [Parameter(0, 1, "share of value", Judgement)] public double Margin { get; init; } = 0.5;
    /// <summary>How much of the missing trust a wholly enforceable contract stands in for at entry.</summary>
    [Parameter(0, 1, "share", Judgement)] public double CompliedShare { get; init; } = 0.7;
    /// <summary>Weight of trust, where the process and not trust sets the pace.</summary>
    [Parameter(0, 1, "share", Judgement)] public double TrustWeight { get; init; } = 0.4;
    /// <summary>Weight of the belief in fair processes, where the process sets the pace.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ProcessWeight { get; init; } = 0.6;
    /// <summary>Weight of the own specific investment in the utility of entering.</summary>
    [Parameter(0, 5, "share", Judgement)] public double SunkWeight { get; init; } = 0.5;
    /// <summary>Weight of what an exit would forfeit if cooperation does not come about.</summary>
    [Parameter(0, 20, "share", Judgement)] public double BarrierWeight { get; init; } = 1.5;
    /// <summary>Utility lost to a wholly controlling contract, per unit of opportunity value.</summary>
    [Parameter(0, 5, "value", Judgement)] public double ContractBurden { get; init; } = 0.3;
    /// <summary>Scale of the logistic luck in entry decisions.</summary>
    [Parameter(0.001, 10, "utility", Judgement)] public double Noise { get; init; } = 0.8;
}
