namespace Entente.Settings;

/// <summary>
/// Range, unit and source of a number that a scenario may set. What the number means is the property's documentation
/// comment; its default is the property's initial value.
/// </summary>
/// <param name="min">The smallest value allowed.</param>
/// <param name="max">The largest value allowed.</param>
/// <param name="unit">The unit: "share", "months", "per month", "monthly value of an average opportunity", ...</param>
/// <param name="source">Where the default comes from.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(double min, double max, string unit, string source) : Attribute
{
    /// <summary>A judgement of the model's authors.</summary>
    public const string Judgement = "judgement";
    /// <summary>Fitted to the laboratory alliances of Solinas et al. 2022.</summary>
    public const string LaboratoryFit = "laboratory fit, Solinas et al. 2022";
    /// <summary>A starting value that the field calibration decides.</summary>
    public const string Field = "field calibration";
    /// <summary>Table 1 of Doz and De Roover.</summary>
    public const string DozDeRoover = "Doz & De Roover, Table 1";

    /// <summary>The smallest value allowed.</summary>
    public double Min { get; } = min;
    /// <summary>The largest value allowed.</summary>
    public double Max { get; } = max;
    /// <summary>The unit.</summary>
    public string Unit { get; } = unit;
    /// <summary>Where the default comes from.</summary>
    public string Source { get; } = source;
}
