namespace Entente.Observation;

/// <summary>One month of one replication of one arm, as it ends.</summary>
public readonly record struct MonthRow
{
    /// <summary>The month, from 0.</summary>
    [Column("month")] public int Month { get; init; }
    /// <summary>Strength of disruption, D(t).</summary>
    [Column("0 to 1")] public double Disruption { get; init; }
    /// <summary>Turbulence, theta(t).</summary>
    [Column("probability a month")] public double Turbulence { get; init; }
    /// <summary>Opportunities open.</summary>
    [Column("opportunities")] public int OpenOpportunities { get; init; }
    /// <summary>Alliances in negotiation.</summary>
    [Column("alliances")] public int Negotiating { get; init; }
    /// <summary>Alliances in operation, restructuring included.</summary>
    [Column("alliances")] public int Operating { get; init; }
    /// <summary>Alliances in restructuring.</summary>
    [Column("alliances")] public int Restructuring { get; init; }
    /// <summary>Alliances that entered negotiation this month.</summary>
    [Column("alliances")] public int Formed { get; init; }
    /// <summary>Alliances that entered operation this month.</summary>
    [Column("alliances")] public int Signed { get; init; }
    /// <summary>Alliances that ended this month, in negotiation or in operation.</summary>
    [Column("alliances")] public int Ended { get; init; }
    /// <summary>Alliance projects before implementation.</summary>
    [Column("projects")] public int ProjectsEarly { get; init; }
    /// <summary>Alliance projects in implementation.</summary>
    [Column("projects")] public int ProjectsImplementing { get; init; }
    /// <summary>Live alliance projects, transplanted ones included.</summary>
    [Column("projects")] public int ProjectsLive { get; init; }
    /// <summary>Live value of alliance projects this month.</summary>
    [Column("money")] public double GrossValue { get; init; }
    /// <summary>Gross value less alliances' costs and investments this month.</summary>
    [Column("money")] public double NetValue { get; init; }
    /// <summary>Net value of all months so far.</summary>
    [Column("money")] public double CumulativeNetValue { get; init; }
    /// <summary>Income of all firms this month.</summary>
    [Column("money")] public double Income { get; init; }
    /// <summary>Income of all firms in all months so far.</summary>
    [Column("money")] public double CumulativeIncome { get; init; }
    /// <summary>Core revenue of all firms.</summary>
    [Column("money")] public double CoreRevenue { get; init; }
    /// <summary>Share of members in operation that contributed.</summary>
    [Column("share")] public double ContributionRate { get; init; }
    /// <summary>Trust of members in co-members of alliances in operation, mean over directed pairs.</summary>
    [Column("trust")] public double MeanTrust { get; init; }
    /// <summary>Perceived justice, mean over members of alliances in operation.</summary>
    [Column("justice")] public double MeanJustice { get; init; }
    /// <summary>Buy-in of operating units, mean over members of alliances in operation.</summary>
    [Column("share")] public double MeanBuyIn { get; init; }
    /// <summary>Perceived threat, mean over firms.</summary>
    [Column("0 to 1")] public double MeanThreat { get; init; }
    /// <summary>Members that stayed only because of the exit barrier.</summary>
    [Column("firms")] public int LockedIn { get; init; }
    /// <summary>Share of the pairs of firms that are allied in operation.</summary>
    [Column("share")] public double Density { get; init; }
    /// <summary>Transitivity of the network of alliances in operation.</summary>
    [Column("share")] public double Clustering { get; init; }
    /// <summary>Share of firms in its largest connected component.</summary>
    [Column("share")] public double LargestComponent { get; init; }
}
