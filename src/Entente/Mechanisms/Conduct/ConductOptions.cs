using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Conduct;

/// <summary>Parameters of contribute, withhold or leave.</summary>
public sealed record ConductOptions
{
    /// <summary>What next month counts beside this one.</summary>
    [Parameter(0, 0.999999, "per month", Judgement)] public double Discount { get; init; } = 0.95;
    /// <summary>How sharply members choose by value.</summary>
    [Parameter(0, 1000, "per unit of stake", LaboratoryFit)] public double Precision { get; init; } = 28;
    /// <summary>What leaving is felt to cost beyond what it costs.</summary>
    [Parameter(0, 10, "units of stake", LaboratoryFit)] public double Reluctance { get; init; } = 0.0218;
    /// <summary>How far a member that withheld expects the others to stop contributing.</summary>
    [Parameter(0, 1, "share", LaboratoryFit)] public double Guilt { get; init; } = 0.986;
    /// <summary>What having done the same last month adds to an action.</summary>
    [Parameter(0, 10, "log-odds", LaboratoryFit)] public double Habit { get; init; } = 0.444;
    /// <summary>Probability of a slip, whatever the values.</summary>
    [Parameter(0, 1, "probability", LaboratoryFit)] public double Lapse { get; init; } = 0.00211;
    /// <summary>What contributing costs.</summary>
    [Parameter(0, 5, "units of stake", Judgement)] public double Cost { get; init; } = 0.5;
    /// <summary>What withholding yields when nobody contributes, at rivalry .3 and without a contract.</summary>
    [Parameter(-5, 5, "units of stake", Judgement)] public double FreeRide { get; init; } = 0.2;
    /// <summary>What withholding yields more when all others contribute.</summary>
    [Parameter(-5, 5, "units of stake", Judgement)] public double FreeRideShare { get; init; } = 0.4;
    /// <summary>Rivalry at which the payoffs are the experiment's prisoner's dilemma.</summary>
    [Parameter(0, 1, "rivalry", LaboratoryFit)] public double RivalryReference { get; init; } = 0.3;
    /// <summary>How many others' beliefs multiply into the belief that cooperation goes on.</summary>
    [Parameter(1, 100, "members", Judgement)] public int Pivotal { get; init; } = 2;
    /// <summary>What an alliance slot earns elsewhere.</summary>
    [Parameter(0, 10, "monthly value of an average opportunity", Field)] public double SlotYield { get; init; } = 0.0489;
    /// <summary>The most a slot elsewhere is thought to earn, beside the stake.</summary>
    [Parameter(0, 10, "units of stake", Judgement)] public double SlotYieldMax { get; init; } = 0.4;
    /// <summary>What a just process adds to the value of contributing.</summary>
    [Parameter(0, 10, "units of stake", Judgement)] public double JusticeWarmth { get; init; } = 0.02;
    /// <summary>What anger adds to leaving.</summary>
    [Parameter(0, 20, "log-odds", Judgement)] public double Anger { get; init; } = 3.0;
    /// <summary>Months of operation in which nobody leaves.</summary>
    [Parameter(0, 600, "months", Judgement)] public int GraceMonths { get; init; } = 3;
    /// <summary>Effort of a member that withholds.</summary>
    [Parameter(0, 1, "share", Judgement)] public double WithheldEffort { get; init; } = 0.4;
    /// <summary>What withholding yields a rival in money, paid by its co-members.</summary>
    [Parameter(0, 5, "units of stake", Judgement)] public double RivalGain { get; init; } = 0.2;
    /// <summary>Share of a transplanted project's value that is still at stake.</summary>
    [Parameter(0, 1, "share", Judgement)] public double TransplantedStake { get; init; } = 0.3;
    /// <summary>Share of the value of a project in implementation that is at stake.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ImplementationStake { get; init; } = 0.5;
    /// <summary>Share of the value of an earlier project that is at stake.</summary>
    [Parameter(0, 1, "share", Judgement)] public double EarlyStake { get; init; } = 0.2;
    /// <summary>Share of the mean value of ideas to come that is at stake.</summary>
    [Parameter(0, 5, "share", Judgement)] public double IdeaStake { get; init; } = 0.3;
    /// <summary>Least stake, as a share of the mean value of projects.</summary>
    [Parameter(0.001, 1, "share", Judgement)] public double LeastStake { get; init; } = 0.25;
    /// <summary>Reciprocity: probability of contributing all the same when nobody else did.</summary>
    [Parameter(0, 1, "probability", LaboratoryFit)] public double ReciprocityForgiveness { get; init; } = 0.198;
    /// <summary>Reciprocity: the most likely a member that does not contribute is to leave.</summary>
    [Parameter(0, 1, "probability", LaboratoryFit)] public double ReciprocityWalkAway { get; init; } = 0.591;
    /// <summary>Reinforcement: how far the strongest stimulus moves a propensity.</summary>
    [Parameter(0, 1, "share", LaboratoryFit)] public double ReinforcementRate { get; init; } = 0.686;
    /// <summary>Reinforcement: what members aspire to, from mutual withholding (0) to mutual contributing (1).</summary>
    [Parameter(-1, 2, "share", LaboratoryFit)] public double ReinforcementAspiration { get; init; } = -0.0907;
    /// <summary>Reinforcement: the most likely a member that does not contribute is to leave.</summary>
    [Parameter(0, 1, "probability", LaboratoryFit)] public double ReinforcementWalkAway { get; init; } = 0.322;
    /// <summary>Relational contract: share of it that is left when nobody else honours it for a month.</summary>
    [Parameter(0, 1, "share", LaboratoryFit)] public double RelationalTolerance { get; init; } = 0.581;
    /// <summary>Relational contract: share of what is missing that comes back in a month in which all others honour it.</summary>
    [Parameter(0, 1, "share", LaboratoryFit)] public double RelationalRepair { get; init; } = 0.267;
    /// <summary>Relational contract: the most likely a member that does not contribute is to leave.</summary>
    [Parameter(0, 1, "probability", LaboratoryFit)] public double RelationalWalkAway { get; init; } = 0.28;
}
