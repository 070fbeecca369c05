using MathNet.Numerics.Distributions;

namespace Entente.Studies.Sensitivity;

/// <summary>A restriction of a box to a part of a factor's range, or to some of its names.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Low">Least value inside; minus infinity where there is no lower bound.</param>
/// <param name="High">Greatest value inside; infinity where there is no upper bound.</param>
/// <param name="Names">Of names, which have no order, those inside, as indices; null where the factor has an order.</param>
/// <param name="PValue">Probability of so many cases inside if the restriction did nothing (Bryant and Lempert 2010): low where it is needed.</param>
public sealed record BoxRestriction(int Factor, double Low, double High, IReadOnlyList<int>? Names, double PValue);

/// <summary>A box: where cases gather.</summary>
/// <param name="Restrictions">What it restricts, in the order of the factors.</param>
/// <param name="Inside">Points inside.</param>
/// <param name="Cases">Cases inside.</param>
/// <param name="Coverage">Share of all cases that are inside.</param>
/// <param name="Density">Share of the points inside that are cases.</param>
/// <param name="Mass">Share of all points that are inside.</param>
public sealed record Box(IReadOnlyList<BoxRestriction> Restrictions, int Inside, int Cases, double Coverage, double Density, double Mass);

/// <summary>
/// Scenario discovery (Bryant and Lempert 2010, Technological Forecasting and Social Change 77(1)) by the patient rule induction method (Friedman and
/// Fisher 1999, Statistics and Computing 9): slices of a twentieth, or the points of one value, are peeled off a box, each time those for which cases get denser most
/// by point given up (Kwakkel and Jaxa-Rozen 2016, Environmental Modelling and Software 79), then pasted back where that makes them no thinner. Of the boxes on the way the one of greatest coverage times density is taken, among those in which four of five points are cases if there are
/// any; restrictions that may be luck are dropped. Of names, which have no order, one is peeled or pasted at a time, whichever it is.
/// </summary>
public static class Prim
{
    private const double Slice = 0.05;
    private const double LeastMass = 0.05;
    private const double Dense = 0.8;
    private const double Luck = 0.05;
    private const int MostBoxes = 3;

    /// <summary>Boxes of cases, each of those that the ones before it left; none where cases gather nowhere.</summary>
    /// <param name="points">Values, or indices of names, by point and factor.</param>
    /// <param name="cases">Which points are cases.</param>
    /// <param name="nominal">Which factors have names; none unless told.</param>
    public static IReadOnlyList<Box> Boxes(IReadOnlyList<double[]> points, IReadOnlyList<bool> cases, IReadOnlyList<bool>? nominal = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(cases);
        var left = Enumerable.Range(0, points.Count).ToArray();
        var boxes = new List<Box>();
        while (boxes.Count < MostBoxes && left.Any(i => cases[i]))
        {
            var found = Find(new Bounds(points[0].Length, nominal), points, cases, left);
            var box = Described(found, points, cases, left);

            // Where cases are no denser than in all of space, nothing is told.
            if (box.Restrictions.Count == 0 || box.Density <= Share(Enumerable.Range(0, points.Count), cases))
                break;
            boxes.Add(box);
            left = [.. left.Where(i => !found.Holds(points[i]))];
        }

        return boxes;
    }

    private static Bounds Find(Bounds box, IReadOnlyList<double[]> points, IReadOnlyList<bool> cases, int[] all)
    {
        double Density(Bounds bounds) => Share(all.Where(i => bounds.Holds(points[i])), cases);
        List<Bounds> trajectory = [box];
        while (Peel(box, points, cases, all) is { } smaller)
            trajectory.Add(box = smaller);
        var total = all.Count(i => cases[i]);
        double Coverage(Bounds bounds) => (double)all.Count(i => cases[i] && bounds.Holds(points[i])) / total;
        var dense = trajectory.Where(bounds => Density(bounds) >= Dense).ToArray();
        var chosen = (dense.Length > 0 ? dense : [.. trajectory]).MaxBy(bounds => Coverage(bounds) * Density(bounds))!;
        return Needed(Paste(chosen, points, cases, all), points, cases, all);
    }

    /// <summary>The box without the slice that it pays most to give up; null where it would be too small, or holds nothing but cases.</summary>
    private static Bounds? Peel(Bounds box, IReadOnlyList<double[]> points, IReadOnlyList<bool> cases, int[] all)
    {
        var inside = all.Where(i => box.Holds(points[i])).ToArray();
        if (inside.All(i => cases[i]))
            return null;
        var before = Share(inside, cases);
        (Bounds? Best, double Gain) best = (null, double.NegativeInfinity);
        for (var factor = 0; factor < points[0].Length; factor++)
        {
            foreach (var smaller in box.IsNominal(factor) ? WithoutAName(box, factor, inside, points) : WithoutAnEnd(box, factor, inside, points))
            {
                // A level or a name may hold many points: what counts is how much denser cases get for each point that is given up.
                var kept = inside.Where(i => smaller.Holds(points[i])).ToArray();
                var gain = (Share(kept, cases) - before) / (inside.Length - kept.Length);
                if (kept.Length >= LeastMass * all.Length && gain > best.Gain)
                    best = (smaller, gain);
            }
        }

        return best.Best;
    }

    private static IEnumerable<Bounds> WithoutAName(Bounds box, int factor, int[] inside, IReadOnlyList<double[]> points)
    {
        var names = inside.Select(i => points[i][factor]).Distinct().Order().ToArray();
        return names.Length < 2 ? [] : names.Select(name => box.Without(factor, name));
    }

    private static IEnumerable<Bounds> WithoutAnEnd(Bounds box, int factor, int[] inside, IReadOnlyList<double[]> points)
    {
        var sorted = inside.Select(i => points[i][factor]).Order().ToArray();
        var cut = Math.Max(1, (int)(Slice * sorted.Length));

        // All points of one value go together: of a level, say.
        var low = sorted.FirstOrDefault(value => value > sorted[cut - 1], double.NaN);
        var high = sorted.LastOrDefault(value => value < sorted[^cut], double.NaN);
        if (!double.IsNaN(low))
            yield return box.From(factor, low);
        if (!double.IsNaN(high))
            yield return box.To(factor, high);
    }

    /// <summary>The box grown, slice by slice, where cases stay as dense.</summary>
    private static Bounds Paste(Bounds box, IReadOnlyList<double[]> points, IReadOnlyList<bool> cases, int[] all)
    {
        for (var grown = true; grown;)
        {
            grown = false;
            var inside = all.Where(i => box.Holds(points[i])).ToArray();
            var cut = Math.Max(1, (int)(Slice * inside.Length));
            foreach (var factor in box.Restricted)
            {
                var others = all.Where(i => box.Without(factor).Holds(points[i])).Select(i => points[i][factor]).ToArray();
                foreach (var larger in box.IsNominal(factor) ? WithAName(box, factor, others) : WithAnEnd(box, factor, others, cut))
                {
                    if (Share(all.Where(i => larger.Holds(points[i])), cases) < Share(inside, cases))
                        continue;
                    (box, grown) = (larger, true);
                    break;
                }

                if (grown)
                    break;
            }
        }

        return box;
    }

    private static IEnumerable<Bounds> WithAName(Bounds box, int factor, double[] others) =>
        others.Distinct().Where(name => box.IsOut(factor, name)).Order().Select(name => box.With(factor, name));

    private static IEnumerable<Bounds> WithAnEnd(Bounds box, int factor, double[] others, int cut)
    {
        var below = others.Where(value => value < box.Low[factor]).OrderDescending().Take(cut).ToArray();
        var above = others.Where(value => value > box.High[factor]).Order().Take(cut).ToArray();
        if (below.Length > 0)
            yield return box.From(factor, below.Length < cut ? double.NegativeInfinity : below[^1]);
        if (above.Length > 0)
            yield return box.To(factor, above.Length < cut ? double.PositiveInfinity : above[^1]);
    }

    /// <summary>The box without the restrictions that may be luck, the least needed first.</summary>
    private static Bounds Needed(Bounds box, IReadOnlyList<double[]> points, IReadOnlyList<bool> cases, int[] all)
    {
        while (box.Restricted.Length > 0)
        {
            var (factor, p) = box.Restricted.Select(factor => (factor, PValue(box, factor, points, cases, all))).MaxBy(restricted => restricted.Item2);
            if (p <= Luck)
                break;
            box = box.Without(factor);
        }

        return box;
    }

    /// <summary>Chance of at least so many cases among the points inside, drawn as they come in the box without the restriction.</summary>
    private static double PValue(Bounds box, int factor, IReadOnlyList<double[]> points, IReadOnlyList<bool> cases, int[] all)
    {
        var inside = all.Where(i => box.Holds(points[i])).ToArray();
        var expected = Share(all.Where(i => box.Without(factor).Holds(points[i])), cases);
        var found = inside.Count(i => cases[i]);
        return found == 0 || expected >= 1 ? 1 : 1 - Binomial.CDF(expected, inside.Length, found - 1);
    }

    private static Box Described(Bounds box, IReadOnlyList<double[]> points, IReadOnlyList<bool> cases, int[] all)
    {
        var inside = all.Where(i => box.Holds(points[i])).ToArray();
        var found = inside.Count(i => cases[i]);
        return new Box(
            [.. box.Restricted.Select(factor => new BoxRestriction(factor, box.Low[factor], box.High[factor], Names(box, factor, points), PValue(box, factor, points, cases, all)))],
            inside.Length, found, (double)found / cases.Count(of => of), (double)found / inside.Length, (double)inside.Length / points.Count);
    }

    private static int[]? Names(Bounds box, int factor, IReadOnlyList<double[]> points) => box.IsNominal(factor)
        ? [.. points.Select(point => point[factor]).Distinct().Where(name => !box.IsOut(factor, name)).Order().Select(name => (int)name)]
        : null;

    private static double Share(IEnumerable<int> points, IReadOnlyList<bool> cases)
    {
        var (count, found) = (0, 0);
        foreach (var point in points)
        {
            count++;
            found += cases[point] ? 1 : 0;
        }

        return count == 0 ? 0 : (double)found / count;
    }

    /// <summary>Least and greatest values of a box, and the names that are out of it.</summary>
    private sealed record Bounds(double[] Low, double[] High, IReadOnlySet<double>?[] Out)
    {
        private static readonly IReadOnlySet<double> Nothing = new HashSet<double>();

        public Bounds(int factors, IReadOnlyList<bool>? nominal)
            : this(
                [.. Enumerable.Repeat(double.NegativeInfinity, factors)], [.. Enumerable.Repeat(double.PositiveInfinity, factors)],
                [.. Enumerable.Range(0, factors).Select(factor => nominal is not null && nominal[factor] ? Nothing : null)])
        {
        }

        public int[] Restricted => [.. Enumerable.Range(0, Low.Length).Where(factor => double.IsFinite(Low[factor]) || double.IsFinite(High[factor]) || Out[factor] is { Count: > 0 })];

        public bool IsNominal(int factor) => Out[factor] is not null;

        public bool IsOut(int factor, double name) => Out[factor]?.Contains(name) == true;

        public bool Holds(double[] point)
        {
            for (var factor = 0; factor < point.Length; factor++)
                if (point[factor] < Low[factor] || point[factor] > High[factor] || IsOut(factor, point[factor]))
                    return false;
            return true;
        }

        public Bounds From(int factor, double low) => this with { Low = Changed(Low, factor, low) };

        public Bounds To(int factor, double high) => this with { High = Changed(High, factor, high) };

        public Bounds With(int factor, double name) => this with { Out = Changed(Out, factor, Out[factor]!.Where(of => of != name).ToHashSet()) };

        public Bounds Without(int factor, double name) => this with { Out = Changed(Out, factor, Out[factor]!.Append(name).ToHashSet()) };

        /// <summary>Without any restriction of a factor.</summary>
        public Bounds Without(int factor) => From(factor, double.NegativeInfinity).To(factor, double.PositiveInfinity) with { Out = Changed(Out, factor, IsNominal(factor) ? Nothing : null) };

        private static T[] Changed<T>(T[] values, int at, T value)
        {
            T[] changed = [.. values];
            changed[at] = value;
            return changed;
        }
    }
}
