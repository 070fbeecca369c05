using MathNet.Numerics.LinearAlgebra;

namespace Entente.Studies.Survival;

/// <summary>What a log-rank test over groups comes to.</summary>
/// <param name="ChiSquare">The statistic; NaN where there is nothing to compare.</param>
/// <param name="Freedom">Degrees of freedom: groups that could have had an event, less one.</param>
/// <param name="P">Chance of such a statistic, or a larger one, if all groups have the same survival; NaN where there is nothing to compare.</param>
/// <param name="Observed">Events in each group.</param>
/// <param name="Expected">Events expected in each group if all had the same hazard at each time.</param>
public sealed record LogRankResult(
    double ChiSquare, int Freedom, double P, IReadOnlyList<double> Observed, IReadOnlyList<double> Expected);

/// <summary>The log-rank test (Mantel 1966; Peto and Peto 1972) whether several groups have the same survival, with the hypergeometric variance.</summary>
public static class LogRank
{
    /// <summary>Tests groups.</summary>
    /// <param name="groups">The durations of each group, each 0 or more, with whether the event came (false: censored).</param>
    public static LogRankResult Test(IReadOnlyList<IReadOnlyCollection<(double Duration, bool Event)>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var sorted = groups.SelectMany((group, number) => group.Select(d => (d.Duration, d.Event, Group: number))).OrderBy(d => d.Duration).ToArray();
        var atRisk = groups.Select(group => (double)group.Count).ToArray();
        var observed = new double[groups.Count];
        var expected = new double[groups.Count];
        var variance = Matrix<double>.Build.Dense(groups.Count, groups.Count);
        for (var first = 0; first < sorted.Length;)
        {
            var next = first;
            double events = 0;
            var gone = new double[groups.Count];
            for (; next < sorted.Length && sorted[next].Duration == sorted[first].Duration; next++)
            {
                gone[sorted[next].Group]++;
                if (!sorted[next].Event)
                    continue;
                observed[sorted[next].Group]++;
                events++;
            }

            double all = sorted.Length - first;
            for (var i = 0; i < groups.Count; i++)
            {
                expected[i] += events * atRisk[i] / all;
                for (var j = 0; j < groups.Count && all > 1; j++)
                    variance[i, j] += events * (all - events) / (all - 1) * (atRisk[i] / all) * ((i == j ? 1 : 0) - (atRisk[j] / all));
            }

            for (var i = 0; i < groups.Count; i++)
                atRisk[i] -= gone[i];
            first = next;
        }

        return Result(observed, expected, variance);
    }

    private static LogRankResult Result(double[] observed, double[] expected, Matrix<double> variance)
    {
        // The last group's difference follows from the others'; one that was gone before anything happened has none.
        var compared = Enumerable.Range(0, observed.Length).Where(i => expected[i] > 0).SkipLast(1).ToArray();
        if (compared.Length == 0)
            return new LogRankResult(double.NaN, 0, double.NaN, observed, expected);
        var difference = Vector<double>.Build.DenseOfEnumerable(compared.Select(i => observed[i] - expected[i]));
        var among = Matrix<double>.Build.Dense(compared.Length, compared.Length, (i, j) => variance[compared[i], compared[j]]);
        // Where all who were at risk ended together, whoever they were, groups cannot differ.
        var chiSquare = among.Diagonal().Sum() > 0 ? difference * among.PseudoInverse() * difference : double.NaN;
        return new LogRankResult(chiSquare, compared.Length, double.IsNaN(chiSquare) ? double.NaN : Chance(chiSquare, compared.Length), observed, expected);
    }

    /// <summary>Chance of a chi-square so large or larger.</summary>
    internal static double Chance(double chiSquare, int freedom) =>
        chiSquare <= 0 ? 1 : MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(freedom / 2.0, chiSquare / 2);
}
