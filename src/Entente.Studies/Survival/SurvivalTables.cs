using System.Globalization;
using Entente.Studies.Statistics;

namespace Entente.Studies.Survival;

/// <summary>What was found out about survival as tables; times are in the panel's unit, what is not known is empty.</summary>
internal static class SurvivalTables
{
    public static IEnumerable<(string Name, IEnumerable<string?[]> Rows)> Of(SurvivalStudy study) =>
    [
        ("groups.csv", Groups(study)),
        ("survival.csv", Survival(study)),
        ("hazard.csv", Hazard(study)),
        ("incidence.csv", Incidence(study)),
        ("tests.csv", Tests(study)),
        .. study.Regressions.Count == 0 ? [] : new (string, IEnumerable<string?[]>)[] { ("cox.csv", RegressionTables.Coefficients(study)), ("zph.csv", RegressionTables.Proportional(study)) },
    ];

    private static IEnumerable<string?[]> Groups(SurvivalStudy study)
    {
        yield return ["group", "kind", "alliances", "ended", "censored", "unit", "median", "low", "high"];
        foreach (var group in study.Groups)
            yield return [.. Name(group), Text(group.Count), Text(group.Ended), Text(group.Count - group.Ended), group.Unit.Words(), .. Texts(group.Median)];
    }

    private static IEnumerable<string?[]> Survival(SurvivalStudy study)
    {
        yield return ["group", "kind", "time", "atRisk", "ended", "survival", "low", "high"];
        foreach (var group in study.Groups)
            foreach (var (time, atRisk, ended, survival) in group.Steps())
                yield return [.. Name(group), Text(time), Text(atRisk), Text(ended), .. Texts(survival)];
    }

    private static IEnumerable<string?[]> Hazard(SurvivalStudy study)
    {
        yield return ["group", "kind", "fromYear", "toYear", "ended", "years", "endedPerYear", "low", "high"];
        foreach (var group in study.Groups)
            foreach (var (age, perYear) in group.Hazards())
                yield return [.. Name(group), Text(age.From), double.IsInfinity(age.To) ? null : Text(age.To), Text(age.Events.Events), Text(age.Events.Exposure), .. Texts(perYear)];
    }

    private static IEnumerable<string?[]> Incidence(SurvivalStudy study)
    {
        yield return ["group", "kind", "cause", "time", "share", "low", "high"];
        foreach (var group in study.Groups)
            foreach (var cause in group.Causes)
                foreach (var (time, share) in group.IncidenceSteps(cause))
                    yield return [.. Name(group), cause, Text(time), .. Texts(share)];
    }

    private static IEnumerable<string?[]> Tests(SurvivalStudy study)
    {
        yield return ["test", "group", "against", "ended", "expected", "chiSquare", "freedom", "p"];
        foreach (var (i, group) in study.Observed.Index().Where(_ => study.Observed.Count > 1))
        {
            yield return ["log-rank", group.Name, "groups", Text(study.LogRank.Observed[i]), Text(study.LogRank.Expected[i]),
                Text(study.LogRank.ChiSquare), Text(study.LogRank.Freedom), Text(study.LogRank.P)];
        }

        foreach (var test in study.CurveTests)
        {
            yield return ["one-sample log-rank", test.Group, test.Arm, Text(test.Test.Events.Events), Text(test.Test.Events.Exposure),
                null, null, Text(test.Test.P)];
        }

        foreach (var row in RegressionTables.Tests(study))
            yield return row;
    }

    private static string?[] Name(SurvivalGroup group) => [group.Name, group.Simulated ? "simulated" : "observed"];

    internal static string?[] Texts(Estimate estimate) => [Text(estimate.Value), Text(estimate.Low), Text(estimate.High)];

    internal static string? Text(double number) => double.IsNaN(number) ? null : number.ToString("R", CultureInfo.InvariantCulture);
}
