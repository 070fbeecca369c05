using Entente.Observation;
using MathNet.Numerics.LinearAlgebra;

namespace Entente.Studies.Survival;

/// <summary>Whether the hazard ratio of a covariate stays the same with age.</summary>
/// <param name="Test">The test; none where a coefficient is infinite, or events came at too few ages.</param>
/// <param name="Slope">
/// By how much the coefficient changes, to a first approximation, from the first event to the last, while the share that goes on falls from 1 to 0; NaN for
/// several coefficients together.
/// </param>
public sealed record ProportionalTest(ChiSquareTest Test, double Slope);

/// <summary>
/// The score test of Grambsch and Therneau (1994) that coefficients do not change with age, in the form that does not take the variance for the same at all
/// times (as R's cox.zph has it from version 3 of its package survival on). Against it stand coefficients that are linear in g, by default one minus the
/// Kaplan-Meier estimate just before each age. It takes lives for independent.
/// </summary>
public static class ProportionalHazards
{
    private const double Distinct = 1e-9;

    /// <summary>Tests some covariates together, or all.</summary>
    /// <param name="fit">The regression.</param>
    /// <param name="terms">The covariates of each test.</param>
    public static IReadOnlyList<ProportionalTest> Test(CoxFit fit, IReadOnlyList<IReadOnlyList<int>> terms)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(terms);
        var (sets, count) = (fit.Sets, fit.Coefficients.Count);
        var ageing = Ageing(sets);
        var score = new double[count];
        // Information on coefficients, on their slopes, and on both.
        var (now, both, slopes) = (new double[count, count], new double[count, count], new double[count, count]);
        sets.Walk(sets.Predictors(fit.Standardised), step =>
        {
            var (g, covariates) = (ageing[step.Time], sets.Covariates(step.Ended[step.Turn]));
            for (var i = 0; i < count; i++)
            {
                score[i] += g * (covariates[i] - step.Mean[i]);
                for (var j = 0; j < count; j++)
                {
                    now[i, j] += step.Covariance[i, j];
                    both[i, j] += g * step.Covariance[i, j];
                    slopes[i, j] += g * g * step.Covariance[i, j];
                }
            }
        });

        int[] finite = [.. Enumerable.Range(0, count).Where(j => !double.IsInfinity(fit.Coefficients[j].Value))];
        return [.. terms.Select(term =>
        {
            if (term.Count == 0 || term.Except(finite).Any())
                return new ProportionalTest(ChiSquareTest.None, double.NaN);
            // What coefficients take up of the slopes' score and information leaves their own.
            var direct = Part(now, finite, finite);
            var cross = Part(both, finite, term);
            var own = Part(slopes, term, term) - cross.TransposeThisAndMultiply(direct.Solve(cross));
            var u = Vector<double>.Build.DenseOfEnumerable(term.Select(j => score[j]));
            if (!Varies(own, term.Select(j => slopes[j, j])))
                return new ProportionalTest(ChiSquareTest.None, double.NaN);
            var slope = own.Solve(u);
            return new ProportionalTest(new ChiSquareTest(u * slope, term.Count), term.Count == 1 ? slope[0] / sets.Scales[term[0]] : double.NaN);
        })];
    }

    /// <summary>The share that has ended just before each time of an event, from its mean over events.</summary>
    private static Dictionary<double, double> Ageing(RiskSets sets)
    {
        var ageing = new Dictionary<double, double>();
        var (ended, sum, events) = (0.0, 0.0, 0);
        foreach (var step in new KaplanMeier(sets.Lives.Select(life => life.Spell)).Steps)
        {
            ageing[step.Time] = ended;
            sum += step.Events * ended;
            events += step.Events;
            ended = 1 - step.Survival;
        }

        foreach (var time in ageing.Keys)
            ageing[time] -= sum / events;
        return ageing;
    }

    /// <summary>Whether slopes can be told from coefficients and from each other; they cannot where events came at too few times.</summary>
    private static bool Varies(Matrix<double> own, IEnumerable<double> whole)
    {
        if (own.Diagonal().Zip(whole).Any(pair => !(pair.First > Distinct * pair.Second)))
            return false;
        var scaled = Matrix<double>.Build.Dense(own.RowCount, own.ColumnCount, (i, j) => own[i, j] / Math.Sqrt(own[i, i] * own[j, j]));
        return scaled.ConditionNumber() < 1 / Distinct;
    }

    private static Matrix<double> Part(double[,] matrix, IReadOnlyList<int> rows, IReadOnlyList<int> columns) =>
        Matrix<double>.Build.Dense(rows.Count, columns.Count, (i, j) => matrix[rows[i], columns[j]]);
}
