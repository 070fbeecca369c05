namespace Entente.Studies.Calibration;

/// <summary>How far a point is from what it is to meet.</summary>
public interface ICalibrationObjective
{
    /// <summary>The distance in words: what it is made of, for pages.</summary>
    public string Description { get; }

    /// <summary>The distance of a point, 0 or more.</summary>
    /// <param name="values">A value for each parameter.</param>
    /// <param name="firstReplication">The first of the replications it is judged by: the same for points that are to be compared.</param>
    public double Distance(IReadOnlyList<double> values, uint firstReplication);

    /// <summary>How a point meets each target, from as many replications as it takes to say.</summary>
    /// <param name="values">A value for each parameter.</param>
    public IReadOnlyList<FitLine> Fit(IReadOnlyList<double> values);
}

/// <summary>How one target is met.</summary>
/// <param name="Of">What the target belongs to: a treatment, or the field.</param>
/// <param name="Target">What is to be met.</param>
/// <param name="Simulated">What came out.</param>
/// <param name="Low">What was to be met, from.</param>
/// <param name="High">What was to be met, to; the same as <paramref name="Low"/> for a number.</param>
/// <param name="Source">Who published it.</param>
public sealed record FitLine(string Of, string Target, double Simulated, double Low, double High, string Source)
{
    /// <summary>Difference to the nearest number that would do.</summary>
    public double Miss => Simulated < Low ? Simulated - Low : Simulated > High ? Simulated - High : 0;
}
