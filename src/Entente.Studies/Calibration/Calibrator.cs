using Entente.Randomness;
using Entente.Scenarios.Calibrations;
using Entente.Studies.Designs;
using Entente.Studies.Running;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Calibration;

/// <summary>A point that was tried.</summary>
/// <param name="Generation">0 for the Latin hypercube, then 1, 2, ...</param>
/// <param name="Values">A value for each parameter.</param>
/// <param name="Distance">Its distance from the targets.</param>
/// <param name="Cost">The same with the anchor's part: what the search makes small.</param>
public sealed record TriedPoint(int Generation, IReadOnlyList<double> Values, double Distance, double Cost);

/// <summary>
/// Fits parameters by approximate Bayesian computation with population Monte Carlo (Beaumont et al. 2009, Biometrika 96(4)): a Latin hypercube,
/// then generations drawn around the best points so far - four for each parameter - with their covariance. Within its ranges every point is as likely
/// before. Points are judged by the same replications, so that a difference between points is one of parameters.
/// </summary>
public sealed class Calibrator(CalibrationPlan plan, ICalibrationObjective objective)
{
    private const int EliteForEach = 4;
    private const int MostRefusals = 200;
    private const double Jitter = 1e-6;

    /// <summary>Points that will be tried in all.</summary>
    public int Total => plan.Start + plan.Generations * plan.Points;

    /// <summary>The points that the search starts from, by values of the parameters; the first has those that were in force before.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Start => [.. FirstPlaces().Select(Values)];

    /// <summary>Searches. The points are the same on any number of threads, and the same whether it was interrupted or not.</summary>
    /// <param name="known">Points tried before, in order: they are not tried again.</param>
    /// <param name="threads">Points judged at the same time.</param>
    /// <param name="progress">Told of every point.</param>
    /// <param name="save">Given all points after every batch.</param>
    /// <param name="cancel">Ends the search early; what was saved can be gone on with.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<TriedPoint> Run(
        IReadOnlyList<TriedPoint> known, int threads, IProgress<StudyProgress>? progress, Action<IReadOnlyList<TriedPoint>> save, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(save);
        var points = new List<TriedPoint>(Total);
        for (var generation = 0; generation <= plan.Generations; generation++)
        {
            var places = generation == 0 ? FirstPlaces() : Places(generation, points);
            foreach (var batch in places.Chunk(Math.Max(1, threads) * 8))
            {
                var judged = Judge(generation, batch, points.Count, known, threads, cancel);
                points.AddRange(judged);
                if (points.Count <= known.Count)
                    continue;
                save(points);
                progress?.Report(new StudyProgress(points.Count, Total));
            }
        }

        return points;
    }

    private double[][] FirstPlaces()
    {
        var places = LatinHypercube.Sample(plan.Start, plan.Parameters.Count, plan.Seed);
        // What was in force before is a point like any other.
        places[0] = [.. plan.Parameters.Select(parameter => parameter.Place(parameter.Start))];
        return places;
    }

    private double[][] Places(int generation, List<TriedPoint> points)
    {
        var elite = points.OrderBy(point => point.Cost).Take(EliteForEach * plan.Parameters.Count)
            .Select(point => PlaceOf(point.Values)).ToArray();
        var root = Root(elite);
        var draws = new Draws(plan.Seed, uint.MaxValue);
        return [.. Enumerable.Range(0, plan.Points).Select(number => Draw(draws.At(Process.Calibration, 0, generation, number), elite, root))];
    }

    /// <summary>A place near one of the best; outside the ranges it is drawn again.</summary>
    private static double[] Draw(Luck luck, double[][] elite, Matrix<double> root)
    {
        var parent = elite[luck.Below(elite.Length)];
        for (var refusals = 0; refusals < MostRefusals; refusals++)
        {
            var step = Vector<double>.Build.Dense(parent.Length);
            for (var i = 0; i < step.Count; i++)
                step[i] = luck.Normal();
            var moved = root * step;
            var place = parent.Select((x, i) => x + moved[i]).ToArray();
            if (place.All(x => x is >= 0 and <= 1))
                return place;
        }

        return parent;
    }

    private static Matrix<double> Root(double[][] places)
    {
        var dimensions = places[0].Length;
        var columns = Enumerable.Range(0, dimensions).Select(i => places.Select(place => place[i]).ToArray()).ToArray();
        var covariance = Matrix<double>.Build.Dense(dimensions, dimensions, (i, j) => columns[i].Covariance(columns[j]) + (i == j ? Jitter : 0));
        return covariance.Cholesky().Factor;
    }

    private TriedPoint[] Judge(
        int generation, double[][] places, int before, IReadOnlyList<TriedPoint> known, int threads, CancellationToken cancel)
    {
        TriedPoint[] judged = [.. OrderedPlay<TriedPoint>.Run(places.Length, threads, places.Length, i =>
        {
            if (before + i < known.Count)
                return known[before + i];
            var values = Values(places[i]);
            var distance = objective.Distance(values, 0);
            return new TriedPoint(generation, values, distance, WithAnchor(distance, places[i]));
        }, cancel)];
        cancel.ThrowIfCancellationRequested();
        return judged;
    }

    private double[] Values(double[] places) => [.. places.Select((place, p) => plan.Parameters[p].At(place))];

    private double WithAnchor(double distance, double[] places) => plan.Anchor == 0
        ? distance
        : Math.Sqrt(distance * distance + plan.Anchor * places.Select((place, i) =>
            Math.Pow(place - plan.Parameters[i].Place(plan.Parameters[i].Start), 2)).Average());

    private double[] PlaceOf(IReadOnlyList<double> values) => [.. values.Select((value, i) => plan.Parameters[i].Place(value))];
}
