namespace Entente.Observation;

/// <summary>The outcomes of one replication of one arm. A value that does not exist (a median never reached, a mean of nothing) is NaN.</summary>
public readonly record struct RunRow
{
    /// <summary>Live value of alliance projects, summed over all months; transplanted projects of ended alliances included.</summary>
    [Column("money", Formula = "sum(grossValue)", Of = "months")]
    public double GrossValue { get; init; }
    /// <summary>Gross value less what alliances cost to run and what was spent on and invested in their projects.</summary>
    [Column("money", Formula = "sum(netValue)", Of = "months")]
    public double NetValue { get; init; }
    /// <summary>Income of all firms over all months: core revenue and the net value of alliances, builds and purchases.</summary>
    [Column("money", Formula = "sum(income)", Of = "months")]
    public double Income { get; init; }
    /// <summary>Income over all months of the median firm.</summary>
    [Column("money", Formula = "median(income)", Of = "firms")]
    public double MedianIncome { get; init; }
    /// <summary>Income over all months of the firm that has least.</summary>
    [Column("money", Formula = "min(income)", Of = "firms")]
    public double WorstIncome { get; init; }
    /// <summary>Core revenue of all firms in the last month over that at the start.</summary>
    [Column("share", Formula = "sum(coreEnd) / sum(coreStart)", Of = "firms")]
    public double CoreRetained { get; init; }
    /// <summary>Kaplan-Meier median of the months from proposal to operation, the month of proposal counted, over alliances that entered negotiation; those that never got there are censored.</summary>
    [Column("months", Formula = "Kaplan-Meier median of negotiationMonths; event: signed", Of = "alliances WHERE negotiationMonths > 0")]
    public double MonthsToOperation { get; init; }
    /// <summary>Kaplan-Meier median of the months from proposal to the month in which the first project goes live, both counted, over alliances that entered negotiation; those that never got there are censored.</summary>
    [Column("months", Formula = "Kaplan-Meier median of (liveMonth, else endedMonth, else the last month) - proposedMonth + 1; event: live", Of = "alliances WHERE negotiationMonths > 0")]
    public double MonthsToLive { get; init; }
    /// <summary>Teams of two or more put together, before entry decisions.</summary>
    [Column("alliances", Formula = "count(*)", Of = "events WHERE kind = 'proposed'")]
    public int Proposed { get; init; }
    /// <summary>Alliances that entered negotiation.</summary>
    [Column("alliances", Formula = "count(*)", Of = "events WHERE kind = 'formed'")]
    public int Formed { get; init; }
    /// <summary>Alliances that entered operation, those founded by decree included.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE signedMonth IS NOT NULL")]
    public int Signed { get; init; }
    /// <summary>Negotiations broken off.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE ending = 'broken off'")]
    public int BrokenOff { get; init; }
    /// <summary>Negotiations that ended because the opportunity closed.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE ending = 'closed'")]
    public int EndedClosed { get; init; }
    /// <summary>Alliances that ended because their last project became obsolete.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE ending = 'completed'")]
    public int EndedCompleted { get; init; }
    /// <summary>Alliances that ended because their last project failed or was stopped.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE ending = 'failed'")]
    public int EndedFailed { get; init; }
    /// <summary>Alliances that ended after too long without a project.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE ending = 'dormant'")]
    public int EndedDormant { get; init; }
    /// <summary>Alliances that ended because a member left and fewer than two stayed.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE ending = 'left'")]
    public int EndedLeft { get; init; }
    /// <summary>Alliances that ended because a member bought the others out of the last project.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE ending = 'bought out'")]
    public int EndedBoughtOut { get; init; }
    /// <summary>Alliances that ended because one member acquired another.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE ending = 'merged'")]
    public int EndedMerged { get; init; }
    /// <summary>Alliances that ended because a member failed and fewer than two stayed.</summary>
    [Column("alliances", Formula = "count(*)", Of = "alliances WHERE ending = 'firm failed'")]
    public int EndedFirmFailed { get; init; }
    /// <summary>Share of signed alliances, ended or not, whose net value over the first 60 months of operation is above 0; those signed less than 60 months before the end of the run are left out.</summary>
    [Column("share", Formula = "avg((netValue60 > 0)::INTEGER)", Of = "alliances WHERE NOT isnan(netValue60)")]
    public double Success60 { get; init; }
    /// <summary>Share of signed alliances, ended or not, whose net value over the first 120 months of operation is above 0; those signed less than 120 months before the end of the run are left out.</summary>
    [Column("share", Formula = "avg((netValue120 > 0)::INTEGER)", Of = "alliances WHERE NOT isnan(netValue120)")]
    public double Success120 { get; init; }
    /// <summary>Share of the signed alliances that ended within the run whose net value is above 0, later earnings of their transplanted projects included. Alliances that last are left out, so that the share also depends on how long they last.</summary>
    [Column("share", Formula = "avg((netValue > 0)::INTEGER)", Of = "alliances WHERE signedMonth IS NOT NULL AND endedMonth IS NOT NULL")]
    public double SuccessOfEnded { get; init; }
    /// <summary>Kaplan-Meier share of signed alliances still in operation after 12 months.</summary>
    [Column("share", Formula = "Kaplan-Meier estimate at 12 of operationMonths; event: ended", Of = "alliances WHERE signedMonth IS NOT NULL")]
    public double Survival12 { get; init; }
    /// <summary>Kaplan-Meier share of signed alliances still in operation after 36 months.</summary>
    [Column("share", Formula = "Kaplan-Meier estimate at 36 of operationMonths; event: ended", Of = "alliances WHERE signedMonth IS NOT NULL")]
    public double Survival36 { get; init; }
    /// <summary>Kaplan-Meier share of signed alliances still in operation after 60 months.</summary>
    [Column("share", Formula = "Kaplan-Meier estimate at 60 of operationMonths; event: ended", Of = "alliances WHERE signedMonth IS NOT NULL")]
    public double Survival60 { get; init; }
    /// <summary>Kaplan-Meier share of signed alliances still in operation after 120 months.</summary>
    [Column("share", Formula = "Kaplan-Meier estimate at 120 of operationMonths; event: ended", Of = "alliances WHERE signedMonth IS NOT NULL")]
    public double Survival120 { get; init; }
    /// <summary>Members that left an alliance in operation of their own will.</summary>
    [Column("exits", Formula = "count(*)", Of = "events WHERE kind = 'left'")]
    public int Exits { get; init; }
    /// <summary>Months in which a member stayed only because of the exit barrier.</summary>
    [Column("firm-months", Formula = "sum(lockedIn)", Of = "months")]
    public int LockedIn { get; init; }
    /// <summary>Projects that alliances began.</summary>
    [Column("projects", Formula = "count(*)", Of = "projects WHERE kind = 'alliance'")]
    public int ProjectsStarted { get; init; }
    /// <summary>Alliance projects stopped before they went live.</summary>
    [Column("projects", Formula = "count(*)", Of = "projects WHERE kind = 'alliance' AND stage = 'stopped' AND liveMonth IS NULL")]
    public int ProjectsStopped { get; init; }
    /// <summary>Alliance projects that went live.</summary>
    [Column("projects", Formula = "count(*)", Of = "projects WHERE kind = 'alliance' AND liveMonth IS NOT NULL")]
    public int ProjectsLive { get; init; }
    /// <summary>Live alliance projects shut because they earned too little.</summary>
    [Column("projects", Formula = "count(*)", Of = "projects WHERE kind = 'alliance' AND stage = 'failed'")]
    public int ProjectsFailed { get; init; }
    /// <summary>Live alliance projects that became obsolete.</summary>
    [Column("projects", Formula = "count(*)", Of = "projects WHERE kind = 'alliance' AND stage = 'obsolete'")]
    public int ProjectsObsolete { get; init; }
    /// <summary>Projects that firms began alone, purchases not counted.</summary>
    [Column("projects", Formula = "count(*)", Of = "projects WHERE kind = 'build'")]
    public int Builds { get; init; }
    /// <summary>Projects bought at arm's length.</summary>
    [Column("projects", Formula = "count(*)", Of = "projects WHERE kind = 'purchase'")]
    public int Purchases { get; init; }
    /// <summary>Firms acquired by others.</summary>
    [Column("firms", Formula = "count(acquiredMonth)", Of = "firms")]
    public int Acquired { get; init; }
    /// <summary>Firms that failed.</summary>
    [Column("firms", Formula = "count(failedMonth)", Of = "firms")]
    public int FirmsFailed { get; init; }
    /// <summary>Monthly value of the distinct opportunities that ever had a live project over that of all opportunities.</summary>
    [Column("share", Formula = "sum of V of those that ever had a live project, over the sum of V of all", Of = "opportunities that arrived, the stock of month 0 included")]
    public double ValueCaptured { get; init; }
    /// <summary>Share of member-months in operation in which the member contributed.</summary>
    [Column("share", Formula = "contributing over all", Of = "member-months in alliances in operation")]
    public double ContributionRate { get; init; }
    /// <summary>Trust of members in co-members of alliances in operation, mean over directed pairs and months.</summary>
    [Column("trust", Formula = "mean", Of = "months of ordered pairs of members of alliances in operation")]
    public double MeanTrust { get; init; }
    /// <summary>Perceived justice, mean over members of alliances in operation and months.</summary>
    [Column("justice", Formula = "mean", Of = "member-months in alliances in operation")]
    public double MeanJustice { get; init; }
    /// <summary>Buy-in of operating units, mean over members of alliances in operation and months.</summary>
    [Column("share", Formula = "mean", Of = "member-months in alliances in operation")]
    public double MeanBuyIn { get; init; }
    /// <summary>What exit barriers charged leavers, in money. What leavers recovered of their investments is not taken off.</summary>
    [Column("money", Formula = "coalesce(sum(amount), 0)", Of = "events WHERE kind = 'left'")]
    public double ExitCosts { get; init; }
    /// <summary>Inequality between firms of the value they received from alliances over all months: 0 = equal, 1 = one has all.</summary>
    [Column("Gini index", Formula = "sum over ranks k = 1 to n of (2k - n - 1) x_k, over n times the sum of x; x = allianceValue in ascending order", Of = "firms")]
    public double AllianceIncomeGini { get; init; }
    /// <summary>Share of the pairs of firms that are allied in operation, mean over months.</summary>
    [Column("share", Formula = "avg(density)", Of = "months")]
    public double Density { get; init; }
    /// <summary>Transitivity of the network of alliances in operation (closed over all connected triples), mean over the months that have a triple.</summary>
    [Column("share", Formula = "avg(clustering)", Of = "months WHERE NOT isnan(clustering)")]
    public double Clustering { get; init; }
    /// <summary>Share of firms in the largest connected component of the network of alliances in operation, mean over months.</summary>
    [Column("share", Formula = "avg(largestComponent)", Of = "months")]
    public double LargestComponent { get; init; }
}
