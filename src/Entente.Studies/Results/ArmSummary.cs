using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Results;

/// <summary>How the arms of a result fare on an outcome. Read batch by batch: however long the study, it takes no more memory.</summary>
/// <param name="Means">Mean of each arm over the replications in which the outcome exists; NaN where it never does.</param>
/// <param name="Comparisons">Each arm compared with the first, replication by replication; the first with itself.</param>
public sealed record ArmSummary(IReadOnlyList<double> Means, IReadOnlyList<PairedComparison> Comparisons)
{
    /// <summary>Reads outcomes of a result.</summary>
    /// <param name="folder">The result.</param>
    /// <param name="outcomes">Columns of the table of runs.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="ResultsUnreadable">A file is spoilt.</exception>
    public static IReadOnlyList<ArmSummary> Of(ResultFolder folder, IReadOnlyList<string> outcomes)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(outcomes);
        string[] arms = [.. folder.Manifest.Arms.Select(arm => arm.Name)];
        var means = outcomes.Select(_ => arms.Select(_ => new RunningStatistics()).ToArray()).ToArray();
        var tallies = outcomes.Select(_ => arms.Select(_ => new PairedTally()).ToArray()).ToArray();
        for (var batch = 0; batch < folder.Batches; batch++)
        {
            var names = folder.ColumnOfBatch<string>("runs", "arm", batch);
            var rows = arms.Select(arm => Enumerable.Range(0, names.Length).Where(row => names[row] == arm).ToArray()).ToArray();
            foreach (var (outcome, column) in outcomes.Index())
            {
                var values = folder.ColumnOfBatch<double>("runs", column, batch);
                for (var arm = 0; arm < arms.Length; arm++)
                {
                    foreach (var (row, reference) in rows[arm].Zip(rows[0]))
                    {
                        if (!double.IsNaN(values[row]))
                            means[outcome][arm].Push(values[row]);
                        tallies[outcome][arm].Add(values[reference], values[row]);
                    }
                }
            }
        }

        return [.. means.Zip(tallies, (of, pairs) => new ArmSummary([.. of.Select(arm => arm.Mean)], [.. pairs.Select(pair => pair.Compare())]))];
    }
}
