using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Operation;

/// <summary>Parameters of shocks, value and costs.</summary>
public sealed record OperationOptions
{
    /// <summary>Largest misfit that a shock adds.</summary>
    [Parameter(0, 1, "misfit", Judgement)] public double ShockMax { get; init; } = 0.4;
    /// <summary>Misfit that heals in a month without effort.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double HealingBase { get; init; } = 0.02;
    /// <summary>Misfit that full effort without control heals in a month.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double HealingEffort { get; init; } = 0.12;
    /// <summary>Misfit that operating units and single owners heal in a month.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double HealingUnits { get; init; } = 0.1;
    /// <summary>Effort in transplanted projects.</summary>
    [Parameter(0, 1, "share", Judgement)] public double TransplantedEffort { get; init; } = 0.9;
    /// <summary>What remains of a transplanted project's value after the alliance's end.</summary>
    [Parameter(0, 1, "share", Judgement)] public double OrphanedValue { get; init; } = 0.8;
    /// <summary>Hazard that a live project becomes obsolete in an undisturbed industry.</summary>
    [Parameter(0, 1, "probability a month", Field)] public double Obsolescence { get; init; } = 0.00972;
    /// <summary>Cost a month of a wholly controlling contract between two.</summary>
    [Parameter(0, 10, "monthly value", Judgement)] public double MonitoringCost { get; init; } = 0.05;
    /// <summary>Cost a month of a wholly fair process.</summary>
    [Parameter(0, 10, "monthly value per member", Judgement)] public double ProcessCost { get; init; } = 0.03;
    /// <summary>What each active project adds to that.</summary>
    [Parameter(0, 10, "share", Judgement)] public double ProcessCostPerProject { get; init; } = 0.1;
    /// <summary>Cost a month of a dedicated team.</summary>
    [Parameter(0, 10, "monthly value", Judgement)] public double TeamCost { get; init; } = 0.06;
    /// <summary>Cost a month of running the alliance within the line.</summary>
    [Parameter(0, 10, "monthly value per member", Judgement)] public double LineCost { get; init; } = 0.02;
    /// <summary>Cost a month of full coordination routines.</summary>
    [Parameter(0, 10, "monthly value per member", Judgement)] public double CoordinationCost { get; init; } = 0.01;
    /// <summary>Cost a month of full contact.</summary>
    [Parameter(0, 10, "monthly value per member", Judgement)] public double ContactCost { get; init; } = 0.02;
    /// <summary>Cost a month of risk clinics.</summary>
    [Parameter(0, 10, "monthly value per member", Judgement)] public double ClinicCost { get; init; } = 0.01;
    /// <summary>Cost a month of blameless reviews.</summary>
    [Parameter(0, 10, "monthly value per member", Judgement)] public double ReviewCost { get; init; } = 0.01;
    /// <summary>Value a month of what members can reach together beyond what one can.</summary>
    [Parameter(0, 10, "monthly value per coverage", Judgement)] public double NetworkValue { get; init; } = 0.0;
}
