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
    [Column("opportunities", Formula = "count", Of = "opportunities whose closing month is later")]
    public int OpenOpportunities { get; init; }
    /// <summary>Alliances in negotiation.</summary>
    [Column("alliances", Formula = "count", Of = "alliances in negotiation")]
    public int Negotiating { get; init; }
    /// <summary>Alliances in operation, restructuring included.</summary>
    [Column("alliances", Formula = "count", Of = "alliances in operation")]
    public int Operating { get; init; }
    /// <summary>Alliances in restructuring.</summary>
    [Column("alliances", Formula = "count", Of = "alliances in operation")]
    public int Restructuring { get; init; }
    /// <summary>Alliances that entered negotiation this month.</summary>
    [Column("alliances", Formula = "count", Of = "events of the month: formed")]
    public int Formed { get; init; }
    /// <summary>Alliances that entered operation this month.</summary>
    [Column("alliances", Formula = "count", Of = "events of the month: signed")]
    public int Signed { get; init; }
    /// <summary>Alliances that ended this month, in negotiation or in operation.</summary>
    [Column("alliances", Formula = "count", Of = "events of the month: ended")]
    public int Ended { get; init; }
    /// <summary>Alliance projects before implementation.</summary>
    [Column("projects", Formula = "count", Of = "projects of alliances not bought out")]
    public int ProjectsEarly { get; init; }
    /// <summary>Alliance projects in implementation.</summary>
    [Column("projects", Formula = "count", Of = "projects of alliances not bought out")]
    public int ProjectsImplementing { get; init; }
    /// <summary>Live alliance projects, transplanted ones included.</summary>
    [Column("projects", Formula = "count", Of = "projects of alliances not bought out")]
    public int ProjectsLive { get; init; }
    /// <summary>Live value of alliance projects this month.</summary>
    [Column("money", Formula = "sum of live value", Of = "projects of alliances not bought out, and alliances (networkValue)")]
    public double GrossValue { get; init; }
    /// <summary>Gross value less alliances' costs and investments this month.</summary>
    [Column("money", Formula = "grossValue less costs and investments", Of = "alliances and their projects")]
    public double NetValue { get; init; }
    /// <summary>Net value of all months so far.</summary>
    [Column("money", Formula = "sum of netValue", Of = "months up to this one")]
    public double CumulativeNetValue { get; init; }
    /// <summary>Income of all firms this month.</summary>
    [Column("money", Formula = "sum of core revenue and all other income", Of = "firms")]
    public double Income { get; init; }
    /// <summary>Income of all firms in all months so far.</summary>
    [Column("money", Formula = "sum of income", Of = "months up to this one")]
    public double CumulativeIncome { get; init; }
    /// <summary>Core revenue of all firms.</summary>
    [Column("money", Formula = "sum, after the erosion of the month", Of = "firms")]
    public double CoreRevenue { get; init; }
    /// <summary>Share of members in operation that contributed.</summary>
    [Column("share", Formula = "contributing over all", Of = "members of alliances in operation when they chose")]
    public double ContributionRate { get; init; }
    /// <summary>Trust of members in co-members of alliances in operation, mean over directed pairs.</summary>
    [Column("trust", Formula = "mean", Of = "ordered pairs of members of alliances in operation")]
    public double MeanTrust { get; init; }
    /// <summary>Perceived justice, mean over members of alliances in operation.</summary>
    [Column("justice", Formula = "mean", Of = "members of alliances in operation")]
    public double MeanJustice { get; init; }
    /// <summary>Buy-in of operating units, mean over members of alliances in operation.</summary>
    [Column("share", Formula = "mean", Of = "members of alliances in operation")]
    public double MeanBuyIn { get; init; }
    /// <summary>Rivalry of members with co-members of alliances in operation, mean over pairs.</summary>
    [Column("0 to 1", Formula = "mean", Of = "pairs of members of alliances in operation")]
    public double MeanRivalry { get; init; }
    /// <summary>Capability, mean over firms and domains.</summary>
    [Column("0 to 1", Formula = "mean", Of = "all firms, those out of business included, and domains")]
    public double MeanCapability { get; init; }
    /// <summary>Perceived threat, mean over firms.</summary>
    [Column("0 to 1", Formula = "mean", Of = "all firms, those out of business included")]
    public double MeanThreat { get; init; }
    /// <summary>Members that stayed only because of the exit barrier.</summary>
    [Column("firms", Formula = "count", Of = "members of alliances in operation when they chose")]
    public int LockedIn { get; init; }
    /// <summary>Share of the pairs of firms that are allied in operation.</summary>
    [Column("share", Formula = "allied pairs over n (n - 1) / 2", Of = "all firms; allied: together in an alliance in operation")]
    public double Density { get; init; }
    /// <summary>Transitivity of the network of alliances in operation.</summary>
    [Column("share", Formula = "closed triples over all triples of a firm and two allies; NaN without one", Of = "allied firms")]
    public double Clustering { get; init; }
    /// <summary>Share of firms in its largest connected component.</summary>
    [Column("share", Formula = "firms in it over all firms", Of = "all firms")]
    public double LargestComponent { get; init; }
}
