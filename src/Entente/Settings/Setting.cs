using Entente.Mechanisms.Conduct;

namespace Entente.Settings;

/// <summary>All that is fixed before month 0: one arm of a study. Setting, seed and replication decide a world, bit for bit.</summary>
public sealed record Setting
{
    /// <summary>How many months are played.</summary>
    [Parameter(1, 4000, "months", ParameterAttribute.Judgement)] public int Months { get; init; } = 180;
    /// <summary>The firms.</summary>
    public Industry Industry { get; init; } = new();
    /// <summary>How strong disruption is, month by month.</summary>
    public Disruption Disruption { get; init; } = Disruption.Storm;
    /// <summary>How alliances are governed.</summary>
    public Dials Dials { get; init; } = Dials.TightContractPreset;
    /// <summary>How members of alliances choose what to do.</summary>
    public ConductTheory Theory { get; init; } = ConductTheory.Valuation;
    /// <summary>Every other number of the model.</summary>
    public Parameters Parameters { get; init; } = new();
    /// <summary>Alliances founded by decree.</summary>
    public IReadOnlyList<Decree> Decrees { get; init; } = [];
}
