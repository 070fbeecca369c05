using Entente.Observation;
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
    /// <param name="groups">The lives of each group.</param>
    public static LogRankResult Test(IReadOnlyList<IReadOnlyCollection<Spell>> groups) => TestWithin([groups]);

    /// <summary>Tests groups by comparing lives of one stratum only: observed and expected events and their variance are summed over strata.</summary>
    /// <param name="strata">For each stratum the lives of each group; the groups are the same, in the same order.</param>
    public static LogRankResult TestWithin(IReadOnlyList<IReadOnlyList<IReadOnlyCollection<Spell>>> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        var groups = strata[0].Count;
        var observed = new double[groups];
        var expected = new double[groups];
        var variance = Matrix<double>.Build.Dense(groups, groups);
        foreach (var stratum in strata)
            Add(stratum, observed, expected, variance);
        return Result(observed, expected, variance);
    }

    private static void Add(IReadOnlyList<IReadOnlyCollection<Spell>> groups, double[] observed, double[] expected, Matrix<double> variance)
    {
        var sorted = groups.SelectMany((group, number) => group.Select(life => (life.Exit, life.Event, Group: number))).OrderBy(life => life.Exit).ToArray();
        var entries = groups.SelectMany((group, number) => group.Select(life => (life.Entry, Group: number))).OrderBy(life => life.Entry).ToArray();
        var atRisk = new double[groups.Count];
        var entered = 0;
        for (var first = 0; first < sorted.Length;)
        {
            var (time, next, events) = (sorted[first].Exit, first, 0.0);
            var gone = new double[groups.Count];
            for (; entered < entries.Length && entries[entered].Entry < time; entered++)
                atRisk[entries[entered].Group]++;
            for (; next < sorted.Length && sorted[next].Exit == time; next++)
            {
                gone[sorted[next].Group]++;
                if (!sorted[next].Event)
                    continue;
                observed[sorted[next].Group]++;
                events++;
            }

            double all = entered - first;
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
        return new LogRankResult(chiSquare, compared.Length, new ChiSquareTest(chiSquare, compared.Length).P, observed, expected);
    }
}
