using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Laboratory;

/// <summary>Parameters that hold for people in the laboratory alone; how they choose is told by those of Conduct.</summary>
public sealed record LaboratoryOptions
{
    /// <summary>Mean of the trust that people bring along.</summary>
    [Parameter(0, 1, "trust", LaboratoryFit)] public double TrustMean { get; init; } = 0.676;
    /// <summary>Concentration of that trust (alpha + beta of a Beta distribution): the larger, the more alike people are.</summary>
    [Parameter(0.01, 10000, "Beta concentration", LaboratoryFit)] public double TrustConcentration { get; init; } = 4.24;
    /// <summary>Share of missing trust that a period in which all partners contribute makes up for.</summary>
    [Parameter(0, 1, "per period", LaboratoryFit)] public double Growth { get; init; } = 0.321;
    /// <summary>Share of trust that a period in which no partner contributes destroys.</summary>
    [Parameter(0, 1, "per period", LaboratoryFit)] public double Breakage { get; init; } = 0.808;
    /// <summary>Share of slips that are leaving; the others are withholding.</summary>
    [Parameter(0, 1, "share", LaboratoryFit)] public double SlipLeaves { get; init; } = 0.457;
    /// <summary>How far the trust at the end of one interaction is carried to the partners of the next; 0 = people start anew.</summary>
    [Parameter(0, 1, "share", Judgement)] public double CarryOver { get; init; }
    /// <summary>What a point of the experiment is worth in units of stake.</summary>
    [Parameter(0.001, 10, "units of stake", Judgement)] public double Point { get; init; } = 0.2;
}
