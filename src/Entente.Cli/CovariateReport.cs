using System.Globalization;
using Entente.Studies.Survival;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>Shows how the hazard of ending depends on covariates.</summary>
internal static class CovariateReport
{
    private const int WidestLabel = 26;
    private const int WidestTest = 44;

    private static readonly Style Heading = new(decoration: Decoration.Bold);

    public static void Show(IAnsiConsole console, SurvivalStudy study)
    {
        if (study.Regressions.Count == 0)
            return;
        var observed = study.Regressions[0];
        console.WriteLine("What the hazard of ending depends on (Cox regression)", Heading);
        console.Say(Sample(observed));
        foreach (var arm in study.Regressions.Skip(1))
            console.Say($"{SurvivalReport.Mark}{Sample(arm)}");
        console.Write(Ratios(study));
        console.Say($"Hazard: ends per unit of time among alliances that still go on. Hazard ratio: factor for one unit more, {Compared(observed)}1 = no difference.");
        console.WriteLine();
        foreach (var line in observed.Lines)
            console.Say($"- {HazardWords.Finding(line)}");
        foreach (var arm in study.Regressions.Skip(1).Where(arm => arm.Lines.Any(line => !double.IsNaN(study.Difference(arm, line)))))
            console.Say($"- In {Arm(arm, study)} {Differences(study, arm)}");
        console.WriteLine();
        foreach (var caution in HazardWords.Cautions(observed))
            console.Say($"Caution: {caution}");
        ShowTests(console, observed);
        ShowAgeing(console, observed);
    }

    private static string Sample(HazardRegression regression)
    {
        var name = regression.Simulated ? $"{regression.Name}: " : "";
        if (regression.Outcome.Fit is not { } fit)
            return $"{name}no regression. {string.Join(" ", regression.Covariates.Count == 0 ? ["It has none of the covariates."] : HazardWords.Obstacles(regression))}";
        List<string> parts = [Counted(fit.Lives, "alliance"), $"{fit.Events:N0} ended"];
        if (fit.Strata > 1)
            parts.Add($"compared within {Counted(fit.Strata, "stratum", "strata")}");
        if (fit.Clusters > 0)
            parts.Add($"errors over {Counted(fit.Clusters, regression.Simulated ? "replication" : "cluster")}");
        var left = regression.LeftOut == 0 ? "" : $" Left out: {Counted(regression.LeftOut, "alliance")} of which something is missing.";
        var lacking = !regression.Simulated || regression.Lacking.Count == 0 ? "" : $" It has no {string.Join(", ", regression.Lacking)}: its ratios are not adjusted for that.";
        return $"{name}{string.Join(", ", parts)}.{left}{lacking}";
    }

    private static Table Ratios(SurvivalStudy study)
    {
        var beside = study.Regressions.Count > 1;
        var table = SurvivalReport.Plain(beside ? ["covariate", "hazard ratio", "p", "p of difference"] : ["covariate", "hazard ratio", "p"]);
        foreach (var line in study.Regressions[0].Lines)
        {
            foreach (var (i, regression) in study.Regressions.Index())
            {
                if (regression.Like(line) is not { } own)
                    continue;
                string[] cells = [i == 0 ? SurvivalReport.Shortened(line.Label, study.Regressions[0].Lines.Select(of => of.Label), WidestLabel) : $"  {Arm(regression, study)}", HazardRatioText.Of(own.Coefficient.HazardRatio), SurvivalReport.Chance(own.Coefficient.P)];
                SurvivalReport.AddRow(table, beside ? [.. cells, i == 0 ? "" : SurvivalReport.Chance(study.Difference(regression, own))] : cells);
            }
        }

        return table;
    }

    private static string Arm(HazardRegression regression, SurvivalStudy study) =>
        SurvivalReport.Mark + SurvivalReport.Shortened(regression.Name, study.Regressions.Select(of => of.Name));

    /// <summary>Where a simulated arm does not show what was observed.</summary>
    private static string Differences(SurvivalStudy study, HazardRegression regression)
    {
        RegressionLine[] compared = [.. regression.Lines.Where(line => !double.IsNaN(study.Difference(regression, line)))];
        RegressionLine[] different = [.. compared.Where(line => study.Difference(regression, line) < .05)];
        return different.Length == 0
            ? $"no hazard ratio differs significantly from the one observed."
            : string.Join(" ", different.Select(line => $"where {HazardWords.Where(study.Regressions[0].Like(line)!)}, the hazard is {HazardWords.Change(line.Coefficient.RatioFor(study.Regressions[0].Like(line)!.Covariate.Difference).Value)}, other than observed ({HazardWords.P(study.Difference(regression, line))})."));
    }

    private static string Compared(HazardRegression observed)
    {
        var categories = observed.Covariates.Where(covariate => !covariate.IsNumber).Select(covariate => $"{covariate.Name} {covariate.Reference}").ToArray();
        return categories.Length == 0 ? "" : $"or for a level against the reference ({string.Join(", ", categories)}); ";
    }

    private static void ShowTests(IAnsiConsole console, HazardRegression observed)
    {
        var fit = observed.Outcome.Fit!;
        var clustered = fit.Clusters > 0;
        console.WriteLine("Does it matter at all?", Heading);
        List<(string, ChiSquareTest)> tests = [.. observed.Covariates.Index().Where(covariate => covariate.Item.Levels.Count > 1)
            .Select(covariate => ($"{covariate.Item.Name}, all levels (Wald)", observed.Matters(covariate.Index)))];
        tests.Add(($"all together ({(clustered ? "Wald over clusters" : "Wald")})", fit.Wald));
        if (clustered)
            tests.Add(("all together (robust score)", fit.RobustScore));
        var mark = clustered ? " *" : "";
        tests.AddRange([($"all together (likelihood ratio){mark}", fit.LikelihoodRatio), ($"all together (score){mark}", fit.Score)]);
        console.Write(Tests("test", tests));
        if (clustered)
            console.Say("* Takes alliances for independent.");
        console.Say(string.Create(CultureInfo.InvariantCulture,
            $"Concordance {fit.Concordance:0.000}: the share of pairs of alliances in which the one with the higher fitted hazard ended first; 0.5 is chance."));
        console.WriteLine();
    }

    private static void ShowAgeing(IAnsiConsole console, HazardRegression observed)
    {
        console.WriteLine("Do hazard ratios stay the same as alliances grow older? (proportional hazards)", Heading);
        List<(string, ChiSquareTest)> tests = [.. observed.Covariates.Zip(observed.Proportional, (covariate, test) => (covariate.Name, test.Test))];
        if (tests.Count > 1)
            tests.Add(("all together", observed.Global));
        console.Write(Tests("covariate", tests));
        var ageing = HazardWords.Ageing(observed);
        foreach (var sentence in ageing)
            console.Say($"- {sentence}");
        if (ageing.Count > 0)
            console.WriteLine();
    }

    private static Table Tests(string heading, IReadOnlyCollection<(string Name, ChiSquareTest Test)> all)
    {
        var table = SurvivalReport.Plain(heading, "chi-square", "df", "p");
        foreach (var (name, test) in all)
        {
            SurvivalReport.AddRow(table, SurvivalReport.Shortened(name, all.Select(of => of.Name), WidestTest), double.IsNaN(test.ChiSquare) ? "-" : test.ChiSquare.ToString("0.00", CultureInfo.InvariantCulture),
                double.IsNaN(test.ChiSquare) ? "-" : test.Freedom.ToString(CultureInfo.InvariantCulture), SurvivalReport.Chance(test.P));
        }

        return table;
    }

    private static string Counted(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
