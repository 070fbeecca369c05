namespace Entente.Observation;

/// <summary>One alliance that entered negotiation or was founded by decree.</summary>
public readonly record struct AllianceRow
{
    /// <summary>Number of the alliance in its replication, in order of formation.</summary>
    [Column("number")] public int Alliance { get; init; }
    /// <summary>Its name, where the scenario gave one.</summary>
    [Column("text")] public required string Name { get; init; }
    /// <summary>All firms that were ever members, in the order of joining, by number, separated by spaces.</summary>
    [Column("firms")] public required string Members { get; init; }
    /// <summary>Members at the start.</summary>
    [Column("firms")] public int Size { get; init; }
    /// <summary>The firm that searched for it; the first member of one founded by decree.</summary>
    [Column("firm")] public int Founder { get; init; }
    /// <summary>The founding opportunity.</summary>
    [Column("number")] public int Opportunity { get; init; }
    /// <summary>Novelty of the founding opportunity.</summary>
    [Column("0 to 1")] public double Novelty { get; init; }
    /// <summary>Rivalry between members when it was proposed, mean over pairs.</summary>
    [Column("0 to 1")] public double Rivalry { get; init; }
    /// <summary>Month of proposal.</summary>
    [Column("month")] public int ProposedMonth { get; init; }
    /// <summary>First month of operation, if it got there.</summary>
    [Column("month")] public int? SignedMonth { get; init; }
    /// <summary>Month in which the first project went live, if one did.</summary>
    [Column("month")] public int? LiveMonth { get; init; }
    /// <summary>Month of its end, if it ended.</summary>
    [Column("month")] public int? EndedMonth { get; init; }
    /// <summary>Cause of its end: completed, failed, dormant, closed, broken off, left, bought out, merged, firm failed; empty if it goes on.</summary>
    [Column("cause")] public required string Ending { get; init; }
    /// <summary>Months spent negotiating.</summary>
    [Column("months")] public int NegotiationMonths { get; init; }
    /// <summary>Months spent in operation, restructuring included.</summary>
    [Column("months")] public int OperationMonths { get; init; }
    /// <summary>Months of those spent restructuring.</summary>
    [Column("months")] public int RestructuringMonths { get; init; }
    /// <summary>Months of operation in which nothing before live advanced.</summary>
    [Column("months")] public int StalledMonths { get; init; }
    /// <summary>Trust of members in each other at proposal, mean over directed pairs.</summary>
    [Column("trust")] public double TrustStart { get; init; }
    /// <summary>The same at its end, before partings; or in the last month played.</summary>
    [Column("trust")] public double TrustEnd { get; init; }
    /// <summary>Perceived justice at signing, mean over members.</summary>
    [Column("justice")] public double JusticeStart { get; init; }
    /// <summary>Perceived justice at its end, or in the last month played.</summary>
    [Column("justice")] public double JusticeEnd { get; init; }
    /// <summary>contractControl when proposed.</summary>
    [Column("dial")] public double ContractControlStart { get; init; }
    /// <summary>contractControl at its end: clauses are added in negotiation.</summary>
    [Column("dial")] public double ContractControlEnd { get; init; }
    /// <summary>Quality of those who run the process, at the start.</summary>
    [Column("share")] public double Leadership { get; init; }
    /// <summary>Projects begun.</summary>
    [Column("projects")] public int Projects { get; init; }
    /// <summary>Projects that went live.</summary>
    [Column("projects")] public int LiveProjects { get; init; }
    /// <summary>Live value of its projects, transplanted ones after its end included.</summary>
    [Column("money")] public double GrossValue { get; init; }
    /// <summary>Gross value less its costs and investments.</summary>
    [Column("money")] public double NetValue { get; init; }
}
