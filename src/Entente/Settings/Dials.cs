using static Entente.Settings.ParameterAttribute;

namespace Entente.Settings;

/// <summary>
/// How alliances are governed. Every dial is a number of its own, 0 to 1. The first ten are the eight rows of Table 1 of Doz
/// and De Roover ("Responding to Digital Disruption through Alliances"): the presets <c>tight-contract</c> and
/// <c>fair-process</c> differ in these and in nothing else. No rule of the model asks which preset is in force.
/// </summary>
public readonly record struct Dials
{
    /// <summary>The conventional way: a tight contract.</summary>
    public Dials()
    {
    }

    /// <summary>Row 1, need: 0 = firms search at their yearly plan; 1 = when they feel disruption.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double DisruptionTrigger { get; init; } = 0;
    /// <summary>Row 2, scope: 0 = one named opportunity; 1 = governance first, whatever the partners can cover.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double OpenScope { get; init; } = 0;
    /// <summary>Row 3, outcome: 0 = one promised outcome; 1 = many ideas, screened at gates, stopped without ending the alliance.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double Exploration { get; init; } = 0;
    /// <summary>Row 4, pace: the speed of negotiating and launching is set by 0 = the process; 1 = trust.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double TrustPacing { get; init; } = 1;
    /// <summary>Row 4, pace: decisions are taken 0 = by power and position; 1 = by transparent agenda, one vote a member, reasons given.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double FairProcess { get; init; } = 0;
    /// <summary>Row 5, agreement: 0 = commitment to the process only; 1 = rights and obligations spelt out, monitored, penalised.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double ContractControl { get; init; } = 0.9;
    /// <summary>Row 6, exit: 0 = leave with what is yours; 1 = forfeit everything sunk, and pay.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double ExitBarrier { get; init; } = 0.8;
    /// <summary>Row 7, team: the alliance is run 0 = within the line organisations; 1 = by a separate team.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double DedicatedTeam { get; init; } = 1;
    /// <summary>Row 8, rotation: governance posts 0 = stay; 1 = rotate yearly.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double PostRotation { get; init; } = 1;
    /// <summary>Row 8, rotation: 0 = fixed experts; 1 = experts and change agents rotate through projects.</summary>
    [Parameter(0, 1, "dial", DozDeRoover)] public double ExpertRotation { get; init; } = 0;

    /// <summary>0 = no agreed routines; 1 = clauses on who does what when things change.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double ContractCoordination { get; init; } = 0.4;
    /// <summary>0 = partners rarely meet; 1 = monthly, planned, in person, at all levels.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double Contact { get; init; } = 0.5;
    /// <summary>0 = risks are not spoken of; 1 = threats, tolerances and responses are discussed.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double RiskClinic { get; init; } = 0;
    /// <summary>0 = every shortfall is blamed; 1 = reviews look for causes.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double BlamelessReview { get; init; } = 0;
    /// <summary>0 = every decision binds; 1 = a member may be exempted from any. Follows fairProcess unless set.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double? StepOut { get; init; }
    /// <summary>0 = product and partnership people apart; 1 = in one team.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double TeamIntegration { get; init; } = 0.5;
    /// <summary>Value and costs are shared 0 = equally; 1 = by size.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double PowerSplit { get; init; } = 0.3;
    /// <summary>0 = closed; 1 = others may apply to join.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double OpenMembership { get; init; } = 0;
    /// <summary>Share of the members that must agree to a decision; more than half always, and always both of two.</summary>
    [Parameter(0, 1, "share", Judgement)] public double VotingRule { get; init; } = 0.5;
    /// <summary>Mean neutrality, competence and stamina of those who run the process.</summary>
    [Parameter(0, 1, "share", Judgement)] public double Leadership { get; init; } = 0.8;
    /// <summary>How far firms write down what they learn about alliances.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double CapabilityCodified { get; init; } = 0.3;
    /// <summary>How far firms keep what they learn about alliances in one place.</summary>
    [Parameter(0, 1, "dial", Judgement)] public double CapabilityCentral { get; init; } = 0.5;

    /// <summary>The right to step out that is in force: stepOut, or fairProcess where it is not set.</summary>
    public double StepOutRight => StepOut ?? FairProcess;

    /// <summary>The conventional way of Table 1.</summary>
    public static Dials TightContractPreset { get; } = new();

    /// <summary>The incubator's way of Table 1.</summary>
    public static Dials FairProcessPreset { get; } = new()
    {
        DisruptionTrigger = 1,
        OpenScope = 1,
        Exploration = 1,
        TrustPacing = 0,
        FairProcess = 0.9,
        ContractControl = 0.1,
        ExitBarrier = 0.1,
        DedicatedTeam = 0,
        PostRotation = 0,
        ExpertRotation = 1,
    };
}
