using MathNet.Numerics.LinearAlgebra;

namespace Entente.Studies.Survival;

/// <summary>The logarithm of Cox's partial likelihood at some coefficients of standardised covariates, its slope and its curvature.</summary>
internal sealed record CoxLikelihood(double[] Coefficients, double LogLikelihood, Vector<double> Score, Matrix<double> Information)
{
    public static CoxLikelihood At(RiskSets sets, double[] coefficients)
    {
        var predictors = sets.Predictors(coefficients);
        var logarithm = 0.0;
        var score = new double[sets.Count];
        var information = new double[sets.Count, sets.Count];
        sets.Walk(predictors, step =>
        {
            var ended = step.Ended[step.Turn];
            var covariates = sets.Covariates(ended);
            logarithm += predictors[ended] - Math.Log(step.Total);
            for (var i = 0; i < score.Length; i++)
            {
                score[i] += covariates[i] - step.Mean[i];
                for (var j = 0; j < score.Length; j++)
                    information[i, j] += step.Covariance[i, j];
            }
        });
        return new CoxLikelihood(coefficients, logarithm, Vector<double>.Build.Dense(score), Matrix<double>.Build.DenseOfArray(information));
    }
}
