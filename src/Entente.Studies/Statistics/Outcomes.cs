using static Entente.Studies.Statistics.Preference;

namespace Entente.Studies.Statistics;

/// <summary>Whether more of an outcome is to be wished for.</summary>
public enum Preference
{
    /// <summary>More is better.</summary>
    MoreIsBetter,
    /// <summary>Less is better.</summary>
    LessIsBetter,
    /// <summary>Neither: it tells how, not how well.</summary>
    Neither,
}

/// <summary>An outcome as people are shown it.</summary>
/// <param name="Column">Its column in the table of runs.</param>
/// <param name="Title">A short title.</param>
/// <param name="Preference">Whether more of it is to be wished for.</param>
public sealed record Outcome(string Column, string Title, Preference Preference);

/// <summary>Every outcome of a run.</summary>
public static class Outcomes
{
    /// <summary>All outcomes, in the order of the table of runs.</summary>
    public static IReadOnlyList<Outcome> All { get; } =
    [
        new("grossValue", "gross value", MoreIsBetter),
        new("netValue", "net value", MoreIsBetter),
        new("income", "income", MoreIsBetter),
        new("medianIncome", "income of median firm", MoreIsBetter),
        new("worstIncome", "income of worst firm", MoreIsBetter),
        new("coreRetained", "core retained", MoreIsBetter),
        new("monthsToOperation", "months to operation", LessIsBetter),
        new("monthsToLive", "months to first live", LessIsBetter),
        new("proposed", "proposed", Neither),
        new("formed", "formed", Neither),
        new("signed", "signed", Neither),
        new("brokenOff", "broken off", LessIsBetter),
        new("endedClosed", "ended: closed", Neither),
        new("endedCompleted", "ended: completed", Neither),
        new("endedFailed", "ended: failed", Neither),
        new("endedDormant", "ended: dormant", Neither),
        new("endedLeft", "ended: left", Neither),
        new("endedBoughtOut", "ended: bought out", Neither),
        new("endedMerged", "ended: merged", Neither),
        new("endedFirmFailed", "ended: firm failed", Neither),
        new("success60", "success by 60 months", MoreIsBetter),
        new("success120", "success by 120 months", MoreIsBetter),
        new("successOfEnded", "success of ended", MoreIsBetter),
        new("survival12", "survival 12 months", Neither),
        new("survival36", "survival 36 months", Neither),
        new("survival60", "survival 60 months", Neither),
        new("survival120", "survival 120 months", Neither),
        new("exits", "exits", Neither),
        new("lockedIn", "locked-in months", LessIsBetter),
        new("projectsStarted", "projects started", Neither),
        new("projectsStopped", "projects stopped", Neither),
        new("projectsLive", "projects live", Neither),
        new("projectsFailed", "projects failed", LessIsBetter),
        new("projectsObsolete", "projects obsolete", Neither),
        new("builds", "builds", Neither),
        new("purchases", "purchases", Neither),
        new("acquired", "firms acquired", Neither),
        new("firmsFailed", "firms failed", LessIsBetter),
        new("valueCaptured", "value captured", MoreIsBetter),
        new("contributionRate", "contribution rate", MoreIsBetter),
        new("meanTrust", "mean trust", MoreIsBetter),
        new("meanJustice", "mean justice", MoreIsBetter),
        new("meanBuyIn", "mean buy-in", MoreIsBetter),
        new("exitCosts", "exit costs", LessIsBetter),
        new("allianceIncomeGini", "inequality (Gini)", LessIsBetter),
        new("density", "network density", Neither),
        new("clustering", "network clustering", Neither),
        new("largestComponent", "largest component", Neither),
    ];

    /// <summary>The outcome of a column.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Outcome Of(string column) =>
        All.FirstOrDefault(outcome => outcome.Column == column)
        ?? throw new ArgumentException($"There is no outcome {column}.", nameof(column));
}
