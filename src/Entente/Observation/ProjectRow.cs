namespace Entente.Observation;

/// <summary>One project: of an alliance, built alone, or bought.</summary>
public readonly record struct ProjectRow
{
    /// <summary>Number of the project in its replication, in order of beginning.</summary>
    [Column("number")] public int Project { get; init; }
    /// <summary>alliance, build or purchase.</summary>
    [Column("text")] public required string Kind { get; init; }
    /// <summary>Its alliance; none for a build or a purchase.</summary>
    [Column("number")] public int? Alliance { get; init; }
    /// <summary>The firm whose concept it is: the searching firm, or for later ideas the member of lowest number.</summary>
    [Column("firm")] public int Lead { get; init; }
    /// <summary>Its opportunity.</summary>
    [Column("number")] public int Opportunity { get; init; }
    /// <summary>How many domains of capability the opportunity requires.</summary>
    [Column("domains")] public int Domains { get; init; }
    /// <summary>Monthly value of the opportunity when fully realised.</summary>
    [Column("money a month")] public double Value { get; init; }
    /// <summary>Novelty of the opportunity.</summary>
    [Column("0 to 1")] public double Novelty { get; init; }
    /// <summary>Hidden quality of the concept.</summary>
    [Column("0 to 1")] public double Quality { get; init; }
    /// <summary>Coverage of what the opportunity requires, at its end or in the last month played.</summary>
    [Column("0 to 1")] public double Coverage { get; init; }
    /// <summary>Investment level; 0 before implementation.</summary>
    [Column("0 to 1")] public double Investment { get; init; }
    /// <summary>Month of beginning.</summary>
    [Column("month")] public int StartedMonth { get; init; }
    /// <summary>Month of entering implementation, if it did.</summary>
    [Column("month")] public int? ImplementedMonth { get; init; }
    /// <summary>Month of going live, if it did.</summary>
    [Column("month")] public int? LiveMonth { get; init; }
    /// <summary>Month of its end, if it ended.</summary>
    [Column("month")] public int? EndedMonth { get; init; }
    /// <summary>idea, concept, gate, implementation, live, stopped, failed or obsolete: where it ended or stands.</summary>
    [Column("text")] public required string Stage { get; init; }
    /// <summary>Whether it came to belong to the operating units.</summary>
    [Column("yes or no")] public bool Transplanted { get; init; }
    /// <summary>Whether one member bought the others out.</summary>
    [Column("yes or no")] public bool BoughtOut { get; init; }
    /// <summary>What it earned while live.</summary>
    [Column("money")] public double GrossValue { get; init; }
    /// <summary>What was spent on and invested in it.</summary>
    [Column("money")] public double Spent { get; init; }
}
