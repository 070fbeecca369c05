using MathNet.Numerics.LinearAlgebra;

namespace Entente.Studies.Survival;

/// <summary>
/// Cox's proportional hazards regression (1972, 1975) with Efron's treatment of ties (1977), strata and late entry, by Newton's method; and over
/// clusters the robust variance of Lin and Wei (1989).
/// </summary>
public static class CoxRegression
{
    /// <summary>Over fewer clusters no errors are stated: tests at 5% find something in a fifth of studies in which there is nothing.</summary>
    public const int FewestClusters = 10;

    private const int MostSteps = 100;
    private const int MostHalvings = 40;
    /// <summary>A step is the last where it moves no standardised coefficient by more.</summary>
    private const double Still = 1e-9;
    /// <summary>What the likelihood rises by where it has come to its bound, relative to itself.</summary>
    private const double Flat = 1e-10;
    /// <summary>A direction in which the predictors of lives still move apart by so much when the likelihood is flat leads to infinity.</summary>
    private const double Endless = 0.1;
    /// <summary>Share of a covariate's information that others leave, below which they determine it.</summary>
    private const double Determined = 1e-9;

    /// <summary>Fits a regression.</summary>
    /// <param name="lives">The lives, one or more, each with the same number of covariates, one or more.</param>
    /// <param name="clustered">Whether standard errors are to be taken over clusters.</param>
    public static CoxOutcome Fit(IReadOnlyList<CoxLife> lives, bool clustered = false)
    {
        ArgumentNullException.ThrowIfNull(lives);
        var events = lives.Count(life => life.Spell.Event);
        if (events == 0)
            return new CoxOutcome(null, [CoxObstacle.NoEvents]);
        var sets = new RiskSets(lives);
        var start = CoxLikelihood.At(sets, new double[sets.Count]);
        var obstacles = Obstacles(start.Information, events);
        if (obstacles.Count > 0)
            return new CoxOutcome(null, obstacles);

        var (likelihood, signs, iterations) = Climb(sets, start);
        int[] finite = [.. Enumerable.Range(0, sets.Count).Where(j => signs[j] == 0)];
        var inverse = Inverse(likelihood.Information, finite);
        var clusters = clustered ? lives.Select(life => life.Cluster).Distinct().Count() : 0;
        var variance = !clustered ? inverse : clusters < FewestClusters ? inverse * double.NaN : Robust(sets, likelihood.Coefficients, finite, inverse);
        double Error(Matrix<double> of, int j) => Array.IndexOf(finite, j) is >= 0 and var i ? Math.Sqrt(of[i, i]) / sets.Scales[j] : double.NaN;
        return new CoxOutcome(new CoxFit
        {
            Lives = lives.Count,
            Events = events,
            Strata = sets.Strata,
            Clusters = clusters,
            Coefficients = [.. Enumerable.Range(0, sets.Count).Select(j => new CoxCoefficient(
                signs[j] == 0 ? likelihood.Coefficients[j] / sets.Scales[j] : signs[j] * double.PositiveInfinity, Error(variance, j), Error(inverse, j)))],
            Variance = Matrix<double>.Build.Dense(sets.Count, sets.Count, (i, j) =>
                (Array.IndexOf(finite, i), Array.IndexOf(finite, j)) is ( >= 0, >= 0) and var (a, b) ? variance[a, b] / sets.Scales[i] / sets.Scales[j] : double.NaN),
            NullLogLikelihood = start.LogLikelihood,
            LogLikelihood = likelihood.LogLikelihood,
            Score = new ChiSquareTest(start.Score * start.Information.Solve(start.Score), sets.Count),
            RobustScore = clusters >= FewestClusters ? RobustScore(sets) : ChiSquareTest.None,
            Concordance = Concordance.Of(lives, sets.Predictors(likelihood.Coefficients)),
            Iterations = iterations,
            Sets = sets,
            Standardised = likelihood.Coefficients,
        }, []);
    }

    /// <summary>Covariates that do not vary within risk sets, or that those before them determine: the same at all coefficients.</summary>
    private static List<CoxObstacle> Obstacles(Matrix<double> information, int events)
    {
        var obstacles = new List<CoxObstacle>();
        var kept = new List<int>();
        for (var j = 0; j < information.RowCount; j++)
        {
            if (information[j, j] <= Determined * events)
            {
                obstacles.Add(new CoxObstacle(j, []));
                continue;
            }

            // Share of each that was kept in the covariate, by least squares within risk sets.
            var by = Vector<double>.Build.DenseOfEnumerable(kept.Select(i => information[i, j]));
            var shares = kept.Count == 0 ? by : Part(information, kept).Solve(by);
            if (information[j, j] - (kept.Count == 0 ? 0 : by * shares) <= Determined * information[j, j])
                obstacles.Add(new CoxObstacle(j, [.. kept.Where((i, place) => Math.Abs(shares[place]) * Math.Sqrt(information[i, i] / information[j, j]) > 1e-6)]));
            else
                kept.Add(j);
        }

        return obstacles;
    }

    /// <summary>Newton's method from 0, with steps halved until the likelihood does not fall; the sign of each coefficient that leads to infinity, else 0.</summary>
    private static (CoxLikelihood Top, int[] Signs, int Iterations) Climb(RiskSets sets, CoxLikelihood start)
    {
        var (current, signs) = (start, new int[sets.Count]);
        for (var iteration = 1; iteration <= MostSteps; iteration++)
        {
            var step = current.Information.Solve(current.Score);
            var next = Next(sets, current, step);
            var (gain, spread) = (next.LogLikelihood - current.LogLikelihood, Spread(sets, step));
            current = next;
            if (step.AbsoluteMaximum() <= Still)
                return (current, signs, iteration);
            if (gain > Flat * (1 + Math.Abs(current.LogLikelihood)) || spread < Endless)
                continue;
            for (var j = 0; j < signs.Length; j++)
                signs[j] = Math.Abs(step[j]) * Range(sets, j) > Endless * spread / 10 ? Math.Sign(step[j]) : 0;
            return (current, signs, iteration);
        }

        throw new InvalidOperationException($"A Cox regression of {sets.Lives.Count} lives on {sets.Count} covariates did not settle in {MostSteps} steps.");
    }

    private static CoxLikelihood Next(RiskSets sets, CoxLikelihood current, Vector<double> step)
    {
        var rounding = 1e-12 * (1 + Math.Abs(current.LogLikelihood));
        for (var halving = 0; halving < MostHalvings; halving++, step /= 2)
        {
            var next = CoxLikelihood.At(sets, [.. current.Coefficients.Select((value, j) => value + step[j])]);
            if (next.LogLikelihood >= current.LogLikelihood - rounding)
                return next;
        }

        return current;
    }

    /// <summary>By how much a step moves the predictors of lives apart.</summary>
    private static double Spread(RiskSets sets, Vector<double> step)
    {
        var moves = Enumerable.Range(0, sets.Lives.Count).Select(row => sets.Covariates(row).Select((value, j) => value * step[j]).Sum()).ToArray();
        return moves.Max() - moves.Min();
    }

    private static double Range(RiskSets sets, int covariate)
    {
        var values = Enumerable.Range(0, sets.Lives.Count).Select(row => sets.Covariates(row)[covariate]).ToArray();
        return values.Max() - values.Min();
    }

    private static Matrix<double> Inverse(Matrix<double> information, int[] of) => of.Length == 0 ? Matrix<double>.Build.Dense(1, 1) : Part(information, of).Inverse();

    private static Matrix<double> Part(Matrix<double> matrix, IReadOnlyList<int> of) => Matrix<double>.Build.Dense(of.Count, of.Count, (i, j) => matrix[of[i], of[j]]);

    private static Matrix<double> Robust(RiskSets sets, double[] coefficients, int[] finite, Matrix<double> inverse)
    {
        if (finite.Length == 0)
            return inverse;
        var influence = ScoreResiduals.OverClusters(sets, coefficients, finite) * inverse;
        return influence.TransposeThisAndMultiply(influence);
    }

    private static ChiSquareTest RobustScore(RiskSets sets)
    {
        var residuals = ScoreResiduals.OverClusters(sets, new double[sets.Count], [.. Enumerable.Range(0, sets.Count)]);
        var score = residuals.ColumnSums();
        var variance = residuals.TransposeThisAndMultiply(residuals);
        // Fewer clusters than covariates leave no variance in some direction.
        return residuals.RowCount <= sets.Count ? ChiSquareTest.None : new ChiSquareTest(score * variance.Solve(score), sets.Count);
    }
}
