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
    /// <summary>Months spent in operation, restructuring included; the month of signing and that of its end count, except where a merger ended it, which happens before alliances operate.</summary>
    [Column("months")] public int OperationMonths { get; init; }
    /// <summary>Months of those in which a restructuring was under way at the end of the month's governance: the month in which one began counts, and that of the alliance's end, but not the one in which a restructuring was concluded.</summary>
    [Column("months")] public int RestructuringMonths { get; init; }
    /// <summary>Months of operation in which nothing before live advanced.</summary>
    [Column("months")] public int StalledMonths { get; init; }
    /// <summary>Trust of members in each other at proposal, mean over directed pairs.</summary>
    [Column("trust")] public double TrustStart { get; init; }
    /// <summary>The same in the last month of operation, after members learned about each other and before anybody left or any trust was lost in leavers; of one never signed, when its negotiation ended; in the last month simulated where it goes on.</summary>
    [Column("trust")] public double TrustEnd { get; init; }
    /// <summary>Perceived justice at signing, mean over members.</summary>
    [Column("justice")] public double JusticeStart { get; init; }
    /// <summary>Perceived justice in the last month of operation, after that month's governance and before anybody left, mean over members; in the last month simulated where it goes on.</summary>
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
    /// <summary>Gross value minus its costs and investments.</summary>
    [Column("money")] public double NetValue { get; init; }
    /// <summary>Net value up to the end of the 60th month from signing, that month included, whether or not it had ended by then; NaN where it was not signed, or the run ends before.</summary>
    [Column("money")] public double NetValue60 { get; init; }
    /// <summary>The same for the 120th month.</summary>
    [Column("money")] public double NetValue120 { get; init; }
}
