using static Entente.Studies.Survival.SurvivalTables;

namespace Entente.Studies.Survival;

/// <summary>Regressions as tables; what is not known is empty.</summary>
internal static class RegressionTables
{
    public static IEnumerable<string?[]> Coefficients(SurvivalStudy study)
    {
        yield return ["group", "kind", "covariate", "level", "reference", "coefficient", "error", "modelError", "hazardRatio", "low", "high", "p", "differenceP"];
        foreach (var regression in study.Regressions)
        {
            foreach (var line in regression.Lines)
            {
                var (covariate, coefficient) = (line.Covariate, line.Coefficient);
                yield return [.. Name(regression), covariate.Name, line.Level, covariate.Reference, Text(coefficient.Value), Text(coefficient.Error), Text(coefficient.ModelError),
                    .. Texts(coefficient.HazardRatio), Text(coefficient.P), Text(study.Difference(regression, line))];
            }
        }
    }

    public static IEnumerable<string?[]> Proportional(SurvivalStudy study)
    {
        yield return ["group", "kind", "covariate", "chiSquare", "freedom", "p", "slope"];
        foreach (var regression in study.Regressions.Where(regression => regression.Lines.Count > 0))
        {
            foreach (var (covariate, test) in regression.Covariates.Zip(regression.Proportional))
                yield return [.. Name(regression), covariate.Name, .. Test(test.Test), Text(test.Slope)];
            yield return [.. Name(regression), "all together", .. Test(regression.Global), null];
        }
    }

    /// <summary>Tests whether any covariate matters, as rows of the table of tests.</summary>
    public static IEnumerable<string?[]> Tests(SurvivalStudy study)
    {
        foreach (var regression in study.Regressions)
        {
            if (regression.Outcome.Fit is not { } fit)
                continue;
            var robust = fit.Clusters > 0;
            foreach (var (name, test) in new[] { ("likelihood ratio", fit.LikelihoodRatio), (robust ? "robust Wald" : "Wald", fit.Wald), ("score", fit.Score), ("robust score", fit.RobustScore) })
                if (robust || name != "robust score")
                    yield return [name, regression.Name, "no covariates", Text(fit.Events), null, .. Test(test)];
        }
    }

    private static string?[] Name(HazardRegression regression) => [regression.Name, regression.Simulated ? "simulated" : "observed"];

    private static string?[] Test(ChiSquareTest test) => [Text(test.ChiSquare), double.IsNaN(test.ChiSquare) ? null : Text(test.Freedom), Text(test.P)];
}
