using Entente.Studies.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Sensitivity;

/// <summary>
/// Independent values in groups that have no order: means, the share of the variance that lies between groups (eta squared), and Kruskal and Wallis's test
/// (1952, Journal of the American Statistical Association 47(260)), corrected for ties. The test takes five values in every group: with fewer, chi-squared is
/// no good approximation.
/// </summary>
/// <param name="Means">Mean of each group, with Student's t interval; none where a group has no values.</param>
/// <param name="Counts">How many values each group has.</param>
/// <param name="EtaSquared">Sum of squares between groups over the whole; NaN where nothing varies.</param>
/// <param name="PValue">Probability of ranks at least as uneven if groups do not differ; NaN where there is no test.</param>
public sealed record GroupComparison(IReadOnlyList<Estimate> Means, IReadOnlyList<int> Counts, double EtaSquared, double PValue)
{
    private const int LeastInGroup = 5;

    /// <summary>Compares groups.</summary>
    /// <param name="groups">The group of each value, from 0.</param>
    /// <param name="values">The values.</param>
    /// <param name="count">How many groups there are, those without values too.</param>
    public static GroupComparison Of(IReadOnlyList<int> groups, IReadOnlyList<double> values, int count)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(values);
        var of = Grouped(groups, values, count);
        var filled = of.Where(group => group.Length > 0).ToArray();
        var p = double.NaN;
        var eta = Sensitivity.Means.AreSame([.. values]) || filled.Length < 2 ? double.NaN : Between(filled, values.Mean()) / (values.PopulationVariance() * values.Count);
        if (!double.IsNaN(eta) && filled.All(group => group.Length >= LeastInGroup))
        {
            // With mean ranks for ties, H is the share of the variance of ranks between groups, times n - 1.
            var ranks = ArrayStatistics.RanksInplace([.. values]);
            var n = values.Count;
            var h = (n - 1) * Between([.. Grouped(groups, ranks, count).Where(group => group.Length > 0)], (n + 1) / 2.0) / (ranks.PopulationVariance() * n);
            p = 1 - ChiSquared.CDF(filled.Length - 1, h);
        }

        return new GroupComparison([.. of.Select(group => group.Length == 0 ? Estimate.None : Sensitivity.Means.Of(group))], [.. of.Select(group => group.Length)], eta, p);
    }

    private static double[][] Grouped(IReadOnlyList<int> groups, IReadOnlyList<double> values, int count) =>
        [.. Enumerable.Range(0, count).Select(group => values.Where((_, i) => groups[i] == group).ToArray())];

    private static double Between(double[][] groups, double mean) => groups.Sum(group => group.Length * Math.Pow(group.Mean() - mean, 2));
}
