using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Pipeline;

/// <summary>Parameters of from ideas through gates to live projects.</summary>
public sealed record PipelineOptions
{
    /// <summary>Ideas a month of a wholly exploring alliance at full buy-in, threat and integration factors of 1.</summary>
    [Parameter(0, 100, "ideas a month", Judgement)] public double IdeaRate { get; init; } = 1.6;
    /// <summary>What ideas need no buy-in for.</summary>
    [Parameter(0, 2, "share", Judgement)] public double BuyInBase { get; init; } = 0.3;
    /// <summary>What ideas need no threat for.</summary>
    [Parameter(0, 2, "share", Judgement)] public double ThreatBase { get; init; } = 0.4;
    /// <summary>What a fully perceived threat adds to ideas.</summary>
    [Parameter(0, 2, "share", Judgement)] public double ThreatShare { get; init; } = 0.6;
    /// <summary>What ideas, and the healing of misfit, need no integrated team for.</summary>
    [Parameter(0, 2, "share", Judgement)] public double IntegrationBase { get; init; } = 0.7;
    /// <summary>What an integrated team adds to ideas, and to the healing of misfit.</summary>
    [Parameter(0, 2, "share", Judgement)] public double IntegrationShare { get; init; } = 0.6;
    /// <summary>Projects not yet live that a wholly exploring alliance runs at a time, beyond the first.</summary>
    [Parameter(0, 200, "projects", Judgement)] public double MostProjects { get; init; } = 18.0;
    /// <summary>Projects not yet live that one firm's experts carry, over all its alliances and builds.</summary>
    [Parameter(0, 1000, "projects", Judgement)] public int ExpertCapacity { get; init; } = 6;
    /// <summary>Joint coverage under which an idea is dropped.</summary>
    [Parameter(0, 1, "coverage", Judgement)] public double JointCoverage { get; init; } = 0.55;
    /// <summary>Most concepts an alliance tries on one opportunity.</summary>
    [Parameter(1, 100, "concepts", Judgement)] public int ConceptsPerOpportunity { get; init; } = 2;
    /// <summary>exploration from which projects pass gates.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double GatedFrom { get; init; } = 1.0 / 6;
    /// <summary>Gates of a wholly exploring alliance.</summary>
    [Parameter(0, 20, "gates", Judgement)] public double GatesAtFull { get; init; } = 3.0;
    /// <summary>Cost of working out an idea.</summary>
    [Parameter(0, 10, "months of value", Judgement)] public double IdeaCost { get; init; } = 0.05;
    /// <summary>Cost of working on a concept.</summary>
    [Parameter(0, 10, "months of value a month", Judgement)] public double ConceptCost { get; init; } = 0.08;
    /// <summary>Progress of a concept a month.</summary>
    [Parameter(0.01, 10, "per month", Judgement)] public double ConceptSpeed { get; init; } = 0.5;
    /// <summary>Share of that speed that needs no dedicated team.</summary>
    [Parameter(0, 2, "share", Judgement)] public double TeamBase { get; init; } = 0.7;
    /// <summary>Probability that a parent's board passes a project without buy-in of its units.</summary>
    [Parameter(0, 1, "probability", Judgement)] public double BoardBase { get; init; } = 0.8;
    /// <summary>What full buy-in adds to it.</summary>
    [Parameter(0, 1, "probability", Judgement)] public double BoardBuyIn { get; init; } = 0.19;
    /// <summary>Control bias that members lose when a project is stopped and nothing happens.</summary>
    [Parameter(0, 1, "bias", Judgement)] public double StopCalm { get; init; } = 0.02;
    /// <summary>Months of implementation at full effort and buy-in.</summary>
    [Parameter(1, 120, "months", Judgement)] public double ImplementationMonths { get; init; } = 6.0;
    /// <summary>Share of that speed that needs no buy-in.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ImplementationBase { get; init; } = 0.3;
    /// <summary>Share of the speed of a trust-paced implementation that needs no trust.</summary>
    [Parameter(0, 1, "share", Judgement)] public double LaunchBase { get; init; } = 0.5;
    /// <summary>Yield, as a share of the value to be had, under which a live project is failing.</summary>
    [Parameter(0, 1, "share of value", Judgement)] public double FailureYield { get; init; } = 0.15;
    /// <summary>Months of failing after which a live project is shut.</summary>
    [Parameter(1, 600, "months", Judgement)] public int FailureMonths { get; init; } = 12;
    /// <summary>exploration from which live projects are transplanted into the operating units.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double TransplantFrom { get; init; } = 0.5;
    /// <summary>Buy-in of operating units when an alliance starts.</summary>
    [Parameter(0, 1, "share", Judgement)] public double BuyInStart { get; init; } = 0.2;
    /// <summary>Share of missing buy-in gained in a month under full justice.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double BuyInGrowth { get; init; } = 0.1;
    /// <summary>Share of that growth that needs no justice.</summary>
    [Parameter(0, 1, "share", Judgement)] public double BuyInJusticeBase { get; init; } = 0.3;
    /// <summary>Share of that growth that a separate team takes away.</summary>
    [Parameter(0, 1, "share", Judgement)] public double BuyInTeamLoss { get; init; } = 0.6;
    /// <summary>What rotating experts adds to that growth.</summary>
    [Parameter(0, 5, "share", Judgement)] public double BuyInRotation { get; init; } = 0.5;
    /// <summary>That growth where alliance capability is kept everywhere.</summary>
    [Parameter(0, 5, "share", Judgement)] public double BuyInCentralBase { get; init; } = 1.1;
    /// <summary>What keeping it in one place takes away.</summary>
    [Parameter(0, 5, "share", Judgement)] public double BuyInCentral { get; init; } = 0.2;
    /// <summary>Share of buy-in lost in a month to full rivalry.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double BuyInRivalry { get; init; } = 0.02;
}
