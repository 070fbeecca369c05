namespace Entente.Observation;

/// <summary>The unit of a column of results. What it means is the property's documentation comment.</summary>
/// <param name="unit">The unit, in words.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string unit) : Attribute
{
    /// <summary>The unit, in words.</summary>
    public string Unit { get; } = unit;

    /// <summary>How it is worked out: an expression of SQL over <see cref="Of"/> where that is a table, else in words; null where it is a state as it stands.</summary>
    public string? Formula { get; init; }

    /// <summary>
    /// What it is worked out over: a table of the same arm and replication, with a condition where not all rows count, or in words
    /// what tables do not hold; null where it is about the row alone.
    /// </summary>
    public string? Of { get; init; }
}
