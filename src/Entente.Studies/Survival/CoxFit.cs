using Entente.Studies.Statistics;
using MathNet.Numerics.LinearAlgebra;

namespace Entente.Studies.Survival;

/// <summary>The coefficient of a covariate in a Cox regression.</summary>
/// <param name="Value">The logarithm of the hazard ratio for one unit more; infinite, with its sign, where the likelihood rises without end.</param>
/// <param name="Error">Its standard error, over clusters where there are any; NaN where it is infinite or there are fewer than ten clusters.</param>
/// <param name="ModelError">Its standard error if lives are independent and the model holds, from the information.</param>
public sealed record CoxCoefficient(double Value, double Error, double ModelError)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>Factor by which the hazard changes with one unit more, with its 95% interval (Wald, on the scale of the logarithm).</summary>
    public Estimate HazardRatio => RatioFor(1);

    /// <summary>Whether the hazard depends on the covariate at all: p of the Wald test; NaN where the coefficient is infinite.</summary>
    public double P => new ChiSquareTest(Math.Pow(Value / Error, 2), 1).P;

    /// <summary>Factor by which the hazard changes with a difference of so many units.</summary>
    public Estimate RatioFor(double units)
    {
        var (one, other) = (Math.Exp(units * (Value - (Normal95 * Error))), Math.Exp(units * (Value + (Normal95 * Error))));
        return new Estimate(Math.Exp(units * Value), Math.Min(one, other), Math.Max(one, other));
    }
}

/// <summary>What a Cox regression comes to.</summary>
public sealed record CoxFit
{
    /// <summary>Lives it was worked out from.</summary>
    public required int Lives { get; init; }
    /// <summary>Events among them.</summary>
    public required int Events { get; init; }
    /// <summary>Strata.</summary>
    public required int Strata { get; init; }
    /// <summary>Clusters over which standard errors were taken; 0 where lives count as independent.</summary>
    public required int Clusters { get; init; }
    /// <summary>The coefficients, in the order of the covariates.</summary>
    public required IReadOnlyList<CoxCoefficient> Coefficients { get; init; }
    /// <summary>Variances and covariances of the coefficients, over clusters where there are any; NaN for infinite ones.</summary>
    public required Matrix<double> Variance { get; init; }
    /// <summary>Logarithm of the partial likelihood if the hazard depended on no covariate.</summary>
    public required double NullLogLikelihood { get; init; }
    /// <summary>Logarithm of the partial likelihood at the estimate.</summary>
    public required double LogLikelihood { get; init; }
    /// <summary>Score test whether the hazard depends on any covariate; takes lives for independent.</summary>
    public required ChiSquareTest Score { get; init; }
    /// <summary>Score test over clusters; none where there are none.</summary>
    public required ChiSquareTest RobustScore { get; init; }
    /// <summary>
    /// Harrell's concordance: of pairs of lives of which it is known who ended first, the share in which it was the one with the higher fitted hazard, ties
    /// counting half. 0.5: no better than tossing a coin.
    /// </summary>
    public required double Concordance { get; init; }
    /// <summary>Steps that it took.</summary>
    public required int Iterations { get; init; }

    /// <summary>The risk sets, and the coefficients of the standardised covariates: where the rest is worked out from.</summary>
    internal RiskSets Sets { get; init; } = null!;
    internal double[] Standardised { get; init; } = [];

    /// <summary>Likelihood-ratio test whether the hazard depends on any covariate; takes lives for independent.</summary>
    public ChiSquareTest LikelihoodRatio => new(2 * (LogLikelihood - NullLogLikelihood), Coefficients.Count);

    /// <summary>Wald test whether the hazard depends on any covariate; none where a coefficient is infinite, or there are few clusters.</summary>
    public ChiSquareTest Wald => WaldOf([.. Enumerable.Range(0, Coefficients.Count)]);

    /// <summary>Wald test whether the hazard depends on any of some covariates; none where a coefficient of them is infinite.</summary>
    public ChiSquareTest WaldOf(IReadOnlyList<int> covariates)
    {
        ArgumentNullException.ThrowIfNull(covariates);
        var values = Vector<double>.Build.DenseOfEnumerable(covariates.Select(j => Coefficients[j].Value));
        var variance = Matrix<double>.Build.Dense(covariates.Count, covariates.Count, (i, j) => Variance[covariates[i], covariates[j]]);
        if (variance.Exists(double.IsNaN))
            return ChiSquareTest.None;
        return new ChiSquareTest(values * variance.Solve(values), covariates.Count);
    }
}

/// <summary>Why a Cox regression cannot be worked out.</summary>
/// <param name="Covariate">The covariate that stands in its way; less than 0 where there are no events.</param>
/// <param name="Others">The covariates that determine it; none where it does not vary among lives that are compared.</param>
public sealed record CoxObstacle(int Covariate, IReadOnlyList<int> Others)
{
    /// <summary>Nothing ended.</summary>
    public static CoxObstacle NoEvents { get; } = new(-1, []);
}

/// <summary>A regression, or all that stands in its way.</summary>
/// <param name="Fit">The regression; null exactly when there are obstacles.</param>
/// <param name="Obstacles">The obstacles, in the order of the covariates.</param>
public sealed record CoxOutcome(CoxFit? Fit, IReadOnlyList<CoxObstacle> Obstacles);
