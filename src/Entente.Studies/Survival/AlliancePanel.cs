using Entente.Scenarios;

namespace Entente.Studies.Survival;

/// <summary>One alliance of a panel.</summary>
/// <param name="Duration">How long it was watched, in the panel's unit.</param>
/// <param name="Ended">Whether it ended then; not, where it went on and was censored.</param>
/// <param name="Cause">Why it ended; empty where it did not, or the panel tells no causes.</param>
/// <param name="Group">The group it belongs to; empty where the panel has none.</param>
/// <param name="Replication">The replication it is of, where it was simulated; 0 where it was observed.</param>
public sealed record PanelAlliance(double Duration, bool Ended, string Cause, string Group, int Replication = 0);

/// <summary>The columns of a panel; null for those that were not named, or that there are not.</summary>
public sealed record PanelColumns
{
    /// <summary>When alliances began.</summary>
    public string? Start { get; init; }
    /// <summary>When they ended, or were last seen.</summary>
    public string? End { get; init; }
    /// <summary>How long they were watched.</summary>
    public string? Time { get; init; }
    /// <summary>Whether they ended.</summary>
    public string? Event { get; init; }
    /// <summary>Why they ended.</summary>
    public string? Cause { get; init; }
    /// <summary>The groups to compare.</summary>
    public string? Group { get; init; }
}

/// <summary>A table of alliances that somebody observed.</summary>
/// <param name="File">The file it was read from, as it was named.</param>
/// <param name="Unit">What durations are in.</param>
/// <param name="Columns">The columns that were taken.</param>
/// <param name="Dates">Whether starts and ends were read as dates; if not, they are numbers in the unit, or there are durations.</param>
/// <param name="Alliances">The alliances, in the order of the file.</param>
public sealed record AlliancePanel(string File, TimeUnit Unit, PanelColumns Columns, bool Dates, IReadOnlyList<PanelAlliance> Alliances);

/// <summary>How a panel is to be read.</summary>
public sealed record PanelRequest
{
    /// <summary>The columns that were named; the others are found by common names.</summary>
    public PanelColumns Columns { get; init; } = new();
    /// <summary>Up to when alliances were watched: a date or a number, as in the columns of starts and ends. What has no end by then is censored.</summary>
    public string? Until { get; init; }
    /// <summary>What durations are to be in.</summary>
    public TimeUnit Unit { get; init; }
}

/// <summary>What came of reading a panel: the panel, or everything that is wrong with it.</summary>
/// <param name="Panel">The panel; null exactly when there are problems.</param>
/// <param name="Problems">All problems, in the order of the file. Their columns are those of the table, from 1.</param>
public sealed record PanelReading(AlliancePanel? Panel, IReadOnlyList<Problem> Problems);
