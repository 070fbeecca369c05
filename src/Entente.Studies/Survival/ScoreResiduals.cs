using MathNet.Numerics.LinearAlgebra;

namespace Entente.Studies.Survival;

/// <summary>
/// What each life adds to the slope of the partial likelihood: over the times at which it was at risk, how far its covariates were from the mean of the
/// risk set, where it ended, less what was expected of it (Therneau, Grambsch and Fleming 1990; for ties as Efron has them).
/// </summary>
internal static class ScoreResiduals
{
    /// <summary>The residuals of the standardised covariates, a row for each life.</summary>
    public static double[][] Of(RiskSets sets, double[] coefficients)
    {
        var predictors = sets.Predictors(coefficients);
        double[] hazards = [.. predictors.Select(Math.Exp)];
        var residuals = sets.Lives.Select(_ => new double[sets.Count]).ToArray();
        // By stratum the times of events, the latest first, with the baseline hazard, and means of covariates weighed by it, from then on.
        var sums = new Dictionary<int, List<(double Time, double Hazard, double[] Mean)>>();
        sets.Walk(predictors, step =>
        {
            var key = sets.Lives[step.Ended[0]].Stratum;
            if (!sums.TryGetValue(key, out var later))
                sums[key] = later = [(double.PositiveInfinity, 0, new double[sets.Count])];
            if (step.Turn == 0)
                later.Add((step.Time, later[^1].Hazard, [.. later[^1].Mean]));
            var mean = later[^1].Mean;
            later[^1] = (step.Time, later[^1].Hazard + (1 / step.Total), mean);
            for (var j = 0; j < mean.Length; j++)
                mean[j] += step.Mean[j] / step.Total;
            foreach (var row in step.Ended)
            {
                // Those that end now are, on average, this one; of what is expected of all at risk they have had a share.
                var covariates = sets.Covariates(row);
                for (var j = 0; j < mean.Length; j++)
                    residuals[row][j] += (covariates[j] - step.Mean[j]) * ((1.0 / step.Ended.Length) + (step.Past * hazards[row] / step.Total));
            }
        });
        for (var row = 0; row < residuals.Length; row++)
        {
            var life = sets.Lives[row];
            if (!sums.TryGetValue(life.Stratum, out var later))
                continue;
            var (sinceEntry, sinceExit) = (After(later, life.Spell.Entry), After(later, life.Spell.Exit));
            var covariates = sets.Covariates(row);
            for (var j = 0; j < covariates.Length; j++)
                residuals[row][j] -= hazards[row] * ((covariates[j] * (sinceEntry.Hazard - sinceExit.Hazard)) - (sinceEntry.Mean[j] - sinceExit.Mean[j]));
        }

        return residuals;
    }

    /// <summary>The residuals of some covariates, summed over each cluster; a row for each.</summary>
    public static Matrix<double> OverClusters(RiskSets sets, double[] coefficients, int[] covariates)
    {
        var residuals = Of(sets, coefficients);
        var clusters = Enumerable.Range(0, residuals.Length).GroupBy(row => sets.Lives[row].Cluster).Select(rows => rows.ToArray()).ToArray();
        return Matrix<double>.Build.Dense(clusters.Length, covariates.Length, (i, j) => clusters[i].Sum(row => residuals[row][covariates[j]]));
    }

    /// <summary>What came at times of events after a time.</summary>
    private static (double Time, double Hazard, double[] Mean) After(List<(double Time, double Hazard, double[] Mean)> later, double time)
    {
        var (low, high) = (0, later.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (later[middle].Time > time)
                low = middle;
            else
                high = middle - 1;
        }

        return later[low];
    }
}
