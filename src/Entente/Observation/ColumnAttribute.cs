namespace Entente.Observation;

/// <summary>The unit of a column of results. What it means is the property's documentation comment.</summary>
/// <param name="unit">The unit, in words.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string unit) : Attribute
{
    /// <summary>The unit, in words.</summary>
    public string Unit { get; } = unit;
}
