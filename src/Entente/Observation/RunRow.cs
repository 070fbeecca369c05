namespace Entente.Observation;

/// <summary>The outcomes of one replication of one arm. A value that does not exist (a median never reached, a mean of nothing) is NaN.</summary>
public readonly record struct RunRow
{
    /// <summary>Live value of alliance projects, summed over all months; transplanted projects of ended alliances included.</summary>
    [Column("money")] public double GrossValue { get; init; }
    /// <summary>Gross value less what alliances cost to run and what was spent on and invested in their projects.</summary>
    [Column("money")] public double NetValue { get; init; }
    /// <summary>Income of all firms over all months: core revenue and the net value of alliances, builds and purchases.</summary>
    [Column("money")] public double Income { get; init; }
    /// <summary>Income over all months of the median firm.</summary>
    [Column("money")] public double MedianIncome { get; init; }
    /// <summary>Income over all months of the firm that has least.</summary>
    [Column("money")] public double WorstIncome { get; init; }
    /// <summary>Core revenue of all firms in the last month over that at the start.</summary>
    [Column("share")] public double CoreRetained { get; init; }
    /// <summary>Kaplan-Meier median of the months from proposal to operation, the month of proposal counted, over alliances that entered negotiation; those that never got there are censored.</summary>
    [Column("months")] public double MonthsToOperation { get; init; }
    /// <summary>Kaplan-Meier median of the months from proposal to the month in which the first project goes live, both counted, over alliances that entered negotiation; those that never got there are censored.</summary>
    [Column("months")] public double MonthsToLive { get; init; }
    /// <summary>Teams of two or more put together, before entry decisions.</summary>
    [Column("alliances")] public int Proposed { get; init; }
    /// <summary>Alliances that entered negotiation.</summary>
    [Column("alliances")] public int Formed { get; init; }
    /// <summary>Alliances that entered operation, those founded by decree included.</summary>
    [Column("alliances")] public int Signed { get; init; }
    /// <summary>Negotiations broken off.</summary>
    [Column("alliances")] public int BrokenOff { get; init; }
    /// <summary>Negotiations that ended because the opportunity closed.</summary>
    [Column("alliances")] public int EndedClosed { get; init; }
    /// <summary>Alliances that ended because their last project became obsolete.</summary>
    [Column("alliances")] public int EndedCompleted { get; init; }
    /// <summary>Alliances that ended because their last project failed or was stopped.</summary>
    [Column("alliances")] public int EndedFailed { get; init; }
    /// <summary>Alliances that ended after too long without a project.</summary>
    [Column("alliances")] public int EndedDormant { get; init; }
    /// <summary>Alliances that ended because a member left and fewer than two stayed.</summary>
    [Column("alliances")] public int EndedLeft { get; init; }
    /// <summary>Alliances that ended because a member bought the others out of the last project.</summary>
    [Column("alliances")] public int EndedBoughtOut { get; init; }
    /// <summary>Alliances that ended because one member acquired another.</summary>
    [Column("alliances")] public int EndedMerged { get; init; }
    /// <summary>Alliances that ended because a member failed and fewer than two stayed.</summary>
    [Column("alliances")] public int EndedFirmFailed { get; init; }
    /// <summary>Ended alliances that had been signed and whose net value over life, earnings of their transplanted projects after the end included, is above 0.</summary>
    [Column("alliances")] public int Successes { get; init; }
    /// <summary>Successes over the alliances that had been signed and ended.</summary>
    [Column("share")] public double SuccessShare { get; init; }
    /// <summary>Kaplan-Meier share of signed alliances still in operation after 12 months.</summary>
    [Column("share")] public double Survival12 { get; init; }
    /// <summary>Kaplan-Meier share of signed alliances still in operation after 36 months.</summary>
    [Column("share")] public double Survival36 { get; init; }
    /// <summary>Kaplan-Meier share of signed alliances still in operation after 60 months.</summary>
    [Column("share")] public double Survival60 { get; init; }
    /// <summary>Kaplan-Meier share of signed alliances still in operation after 120 months.</summary>
    [Column("share")] public double Survival120 { get; init; }
    /// <summary>Members that left an alliance in operation of their own will.</summary>
    [Column("exits")] public int Exits { get; init; }
    /// <summary>Months in which a member stayed only because of the exit barrier.</summary>
    [Column("firm-months")] public int LockedIn { get; init; }
    /// <summary>Projects that alliances began.</summary>
    [Column("projects")] public int ProjectsStarted { get; init; }
    /// <summary>Alliance projects stopped before they went live.</summary>
    [Column("projects")] public int ProjectsStopped { get; init; }
    /// <summary>Alliance projects that went live.</summary>
    [Column("projects")] public int ProjectsLive { get; init; }
    /// <summary>Live alliance projects shut because they earned too little.</summary>
    [Column("projects")] public int ProjectsFailed { get; init; }
    /// <summary>Live alliance projects that became obsolete.</summary>
    [Column("projects")] public int ProjectsObsolete { get; init; }
    /// <summary>Projects that firms began alone, purchases not counted.</summary>
    [Column("projects")] public int Builds { get; init; }
    /// <summary>Projects bought at arm's length.</summary>
    [Column("projects")] public int Purchases { get; init; }
    /// <summary>Firms acquired by others.</summary>
    [Column("firms")] public int Acquired { get; init; }
    /// <summary>Firms that failed.</summary>
    [Column("firms")] public int FirmsFailed { get; init; }
    /// <summary>Monthly value of the distinct opportunities that ever had a live project over that of all opportunities.</summary>
    [Column("share")] public double ValueCaptured { get; init; }
    /// <summary>Share of member-months in operation in which the member contributed.</summary>
    [Column("share")] public double ContributionRate { get; init; }
    /// <summary>Trust of members in co-members of alliances in operation, mean over directed pairs and months.</summary>
    [Column("trust")] public double MeanTrust { get; init; }
    /// <summary>Perceived justice, mean over members of alliances in operation and months.</summary>
    [Column("justice")] public double MeanJustice { get; init; }
    /// <summary>Buy-in of operating units, mean over members of alliances in operation and months.</summary>
    [Column("share")] public double MeanBuyIn { get; init; }
    /// <summary>Exit costs paid by leavers.</summary>
    [Column("money")] public double ExitCosts { get; init; }
    /// <summary>Inequality between firms of the value they received from alliances over all months: 0 = equal, 1 = one has all.</summary>
    [Column("Gini index")] public double AllianceIncomeGini { get; init; }
    /// <summary>Share of the pairs of firms that are allied in operation, mean over months.</summary>
    [Column("share")] public double Density { get; init; }
    /// <summary>Transitivity of the network of alliances in operation (closed over all connected triples), mean over the months that have a triple.</summary>
    [Column("share")] public double Clustering { get; init; }
    /// <summary>Share of firms in the largest connected component of the network of alliances in operation, mean over months.</summary>
    [Column("share")] public double LargestComponent { get; init; }
}
