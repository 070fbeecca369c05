namespace Entente.Observation;

/// <summary>Something that happened: what, to whom, why - in order, enough to tell an alliance's life as a story.</summary>
public readonly record struct EventRow
{
    /// <summary>The month.</summary>
    [Column("month")] public int Month { get; init; }
    /// <summary>Order within the replication.</summary>
    [Column("number")] public int Sequence { get; init; }
    /// <summary>What happened.</summary>
    [Column("text")] public required string Kind { get; init; }
    /// <summary>The alliance, if one is concerned.</summary>
    [Column("number")] public int? Alliance { get; init; }
    /// <summary>The firm, if one is concerned.</summary>
    [Column("number")] public int? Firm { get; init; }
    /// <summary>The other firm, if two are concerned.</summary>
    [Column("number")] public int? Other { get; init; }
    /// <summary>The project, if one is concerned.</summary>
    [Column("number")] public int? Project { get; init; }
    /// <summary>The cause, in a word or two; empty where the event says it all.</summary>
    [Column("text")] public required string Why { get; init; }
    /// <summary>What it came to, as the table of kinds says; NaN where nothing is counted.</summary>
    [Column("see kind")] public double Amount { get; init; }
}
