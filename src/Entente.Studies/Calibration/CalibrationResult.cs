using Entente.Scenarios.Calibrations;
using Entente.Studies.Running;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Calibration;

/// <summary>What the points say of one parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Best">Its value at the best point.</param>
/// <param name="Low">The least it is at a point that fits about as well.</param>
/// <param name="High">The most it is at such a point.</param>
/// <param name="Profile">Over equal steps of its range: the least distance of any point there; NaN where none was tried.</param>
public sealed record ParameterProfile(FittedParameter Parameter, double Best, double Low, double High, IReadOnlyList<double> Profile)
{
    private const double Loose = 0.5;

    /// <summary>Share of the range that fits about as well.</summary>
    public double Width => Parameter.Place(High) - Parameter.Place(Low);

    /// <summary>Whether the data pin it down to less than half of its range.</summary>
    public bool Pinned => Width < Loose;
}

/// <summary>What a calibration found: the best point, the points that fit about as well, and what each parameter may be.</summary>
public sealed class CalibrationResult
{
    private const int Steps = 20;
    private const int Repetitions = 20;
    private const double Quantile = 0.95;

    /// <summary>Looks through the points.</summary>
    /// <param name="plan">What was fitted to what.</param>
    /// <param name="objective">How points were judged.</param>
    /// <param name="points">All points.</param>
    public CalibrationResult(CalibrationPlan plan, ICalibrationObjective objective, IReadOnlyList<TriedPoint> points)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(points);
        (Plan, Points) = (plan, points);
        Best = points.MinBy(point => point.Cost)!;
        // Judged by other replications, the best point itself is now nearer, now farther: what is no farther fits as well.
        var again = OrderedPlay<double>.Run(Repetitions, Environment.ProcessorCount, Repetitions,
            i => objective.Distance(Best.Values, (uint)((i + 1) * plan.Replications)), CancellationToken.None);
        Acceptable = Math.Max(Best.Distance, again.Quantile(Quantile));
        Accepted = [.. points.Where(point => point.Distance <= Acceptable)];
        Fit = objective.Fit(Best.Values);
        Profiles = [.. plan.Parameters.Select(Profile)];
    }

    /// <summary>What was fitted to what.</summary>
    public CalibrationPlan Plan { get; }
    /// <summary>All points, in the order in which they were tried.</summary>
    public IReadOnlyList<TriedPoint> Points { get; }
    /// <summary>The point of least cost: the nearest where there is no anchor.</summary>
    public TriedPoint Best { get; }
    /// <summary>The distance up to which a point fits as well as the best: the 95% quantile of the best point's distance by other replications.</summary>
    public double Acceptable { get; }
    /// <summary>The points that fit as well.</summary>
    public IReadOnlyList<TriedPoint> Accepted { get; }
    /// <summary>How the best point meets the targets.</summary>
    public IReadOnlyList<FitLine> Fit { get; }
    /// <summary>What each parameter may be.</summary>
    public IReadOnlyList<ParameterProfile> Profiles { get; }

    private ParameterProfile Profile(FittedParameter parameter, int number)
    {
        var least = new double[Steps];
        Array.Fill(least, double.NaN);
        foreach (var point in Points)
        {
            var step = Math.Clamp((int)(parameter.Place(point.Values[number]) * Steps), 0, Steps - 1);
            if (!(least[step] <= point.Distance))
                least[step] = point.Distance;
        }

        var accepted = Accepted.Select(point => point.Values[number]).ToArray();
        return new ParameterProfile(parameter, Best.Values[number], accepted.Min(), accepted.Max(), least);
    }
}
