namespace Entente.Observation;

/// <summary>One firm over one replication.</summary>
public readonly record struct FirmRow
{
    /// <summary>Number of the firm.</summary>
    [Column("number")] public int Firm { get; init; }
    /// <summary>Its name, where the scenario gave one.</summary>
    [Column("text")] public required string Name { get; init; }
    /// <summary>Size at the start.</summary>
    [Column("mean sizes")] public double Size { get; init; }
    /// <summary>Control bias at the start.</summary>
    [Column("bias")] public double ControlBias { get; init; }
    /// <summary>Inertia: how slowly it sees and builds.</summary>
    [Column("share")] public double Inertia { get; init; }
    /// <summary>Allocentricity: how far it looks at what partners could bring.</summary>
    [Column("share")] public double Allocentricity { get; init; }
    /// <summary>Generalised trust at the start.</summary>
    [Column("trust")] public double TrustStart { get; init; }
    /// <summary>Generalised trust at the end.</summary>
    [Column("trust")] public double TrustEnd { get; init; }
    /// <summary>Belief in fair processes at the start.</summary>
    [Column("belief")] public double FairnessStart { get; init; }
    /// <summary>Belief in fair processes at the end.</summary>
    [Column("belief")] public double FairnessEnd { get; init; }
    /// <summary>Perceived threat at the end.</summary>
    [Column("0 to 1")] public double Threat { get; init; }
    /// <summary>Core revenue at the start.</summary>
    [Column("money")] public double CoreStart { get; init; }
    /// <summary>Core revenue in the last month.</summary>
    [Column("money")] public double CoreEnd { get; init; }
    /// <summary>Income over all months.</summary>
    [Column("money")] public double Income { get; init; }
    /// <summary>Value received from alliances over all months, before costs.</summary>
    [Column("money")] public double AllianceValue { get; init; }
    /// <summary>Value received from alliances less their costs and investments over all months, transfers between members included.</summary>
    [Column("money")] public double AllianceNet { get; init; }
    /// <summary>Alliances it entered in negotiation, by decree or by application.</summary>
    [Column("alliances")] public int AlliancesJoined { get; init; }
    /// <summary>Alliance experience at the end.</summary>
    [Column("months")] public double Experience { get; init; }
    /// <summary>Level of alliance capability at the end.</summary>
    [Column("1 to 3.5")] public double Level { get; init; }
    /// <summary>Month in which it failed, if it did.</summary>
    [Column("month")] public int? FailedMonth { get; init; }
    /// <summary>Month in which another firm acquired it, if one did.</summary>
    [Column("month")] public int? AcquiredMonth { get; init; }
}
