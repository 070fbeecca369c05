namespace Entente.Observation;

/// <summary>What an observer wrote down of one replication of one arm.</summary>
public sealed record Recording
{
    /// <summary>The outcomes.</summary>
    public required RunRow Run { get; init; }
    /// <summary>One row a month.</summary>
    public required IReadOnlyList<MonthRow> Months { get; init; }
    /// <summary>One row an alliance, in order of formation.</summary>
    public required IReadOnlyList<AllianceRow> Alliances { get; init; }
    /// <summary>One row a project, in order of beginning.</summary>
    public required IReadOnlyList<ProjectRow> Projects { get; init; }
    /// <summary>One row a firm.</summary>
    public required IReadOnlyList<FirmRow> Firms { get; init; }
    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<EventRow> Events { get; init; }
}
