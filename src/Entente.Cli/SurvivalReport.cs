using System.Globalization;
using Entente.Studies.Charts;
using Entente.Studies.Statistics;
using Entente.Studies.Survival;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>Shows how long alliances last.</summary>
internal static class SurvivalReport
{
    private const int WidestName = 18;
    // Before the names of simulated arms.
    internal const string Mark = "~ ";

    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly double[] Ages = [1, 3, 5, 10];

    public static void Show(SurvivalStudy study, string? beside, bool sweep)
    {
        var console = Screen.Output();
        var panel = study.Panel;
        console.Say(string.Create(CultureInfo.InvariantCulture,
            $"{panel.File}: {study.Whole.Count:N0} alliances, {study.Whole.Ended:N0} ended, {study.Whole.Count - study.Whole.Ended:N0} censored."));
        foreach (var reading in panel.Readings)
            console.Say(reading);
        if (beside is not null)
        {
            console.Say(study.Simulated.Count == 0
                ? $"No alliance was signed in {beside}: there is nothing to lay beside."
                : $"Beside them, marked ~: alliances simulated by {beside}, from signing on, all replications{(sweep ? " at all points of the sweep" : "")} together. Those of one replication are not independent: their intervals hold the middle 95% of single replications (none where more than a tenth have no estimate), and their curves are taken as known.");
        }

        console.WriteLine();
        console.Write(Groups(study));
        console.Write(Survival(study));
        foreach (var group in study.Observed.Where(group => !double.IsNaN(group.Emptied)))
        {
            console.Say(string.Create(CultureInfo.InvariantCulture,
                $"Caution: in {Name(group, study)} all alliances at risk had ended at an age of {group.Emptied:0.##} {group.Unit.Words()}, so survival is 0 from there on, whatever those did that came under watch later."));
        }

        ShowTests(console, study);
        console.Write(Hazards(study));
        foreach (var group in study.Groups.Where(group => group.Causes.Count > 0))
        {
            console.WriteLine($"Why they ended: {Name(group, study)}", Heading);
            console.Write(Incidence(group));
        }

        CovariateReport.Show(console, study);
        console.Say($"In parentheses: 95% intervals (survival: Greenwood, log-log; median: Brookmeyer and Crowley; ends per year: exact Poisson; causes: Aalen-Johansen, delta method), which take alliances for independent{(study.Regressions.Count == 0 ? "" : "; of hazard ratios Wald's, over clusters where there are any")}. A dash: nobody was watched so long, or it was not reached.");
    }

    private static Table Groups(SurvivalStudy study)
    {
        var table = Plain("group", "alliances", "ended", "censored", $"median, {study.Panel.Unit.Words()}");
        foreach (var group in study.Groups)
            AddRow(table, Name(group, study), Count(group.Count), Count(group.Ended), Count(group.Count - group.Ended), Median(group.Median));
        return table;
    }

    private static Table Survival(SurvivalStudy study)
    {
        var table = Plain(["% going on after", .. Ages.Select(Years)]);
        foreach (var group in study.Groups)
            AddRow(table, [Name(group, study), .. Ages.Select(age => Share(group.Survival(age * group.Unit.PerYear())))]);
        return table;
    }

    private static void ShowTests(IAnsiConsole console, SurvivalStudy study)
    {
        if (study.Observed.Count > 1)
        {
            var test = study.LogRank;
            console.Say(double.IsNaN(test.P)
                ? "Log-rank test over groups: there is nothing to compare."
                : string.Create(CultureInfo.InvariantCulture,
                    $"Log-rank test over groups: chi-square {test.ChiSquare:0.00} on {test.Freedom} degree{(test.Freedom == 1 ? "" : "s")} of freedom, p {(test.P < .0001 ? "" : "= ")}{Chance(test.P)}."));
            console.WriteLine();
        }

        if (study.CurveTests.Count == 0)
            return;
        foreach (var arm in study.CurveTests.GroupBy(test => test.Arm))
        {
            console.WriteLine($"Observed alliances against the curve of {Mark}{Shortened(arm.Key, study.Simulated.Select(of => of.Name))} (one-sample log-rank)", Heading);
            var table = Plain("observed", "ended", "expected", "ratio", "p");
            foreach (var test in arm)
            {
                AddRow(table, Shortened(test.Group, study.CurveTests.Select(of => of.Group)), Count(test.Test.Events.Events), Tenth(test.Test.Events.Exposure),
                    Interval(test.Test.Events.Rate, Hundredth), Chance(test.Test.P));
            }

            console.Write(table);
        }
    }

    private static Table Hazards(SurvivalStudy study)
    {
        var table = Plain("group", "age, years", "ended", "years watched", "ended per year");
        foreach (var group in study.Groups)
        {
            foreach (var (i, (age, perYear)) in group.Hazards().Index())
            {
                var to = double.IsInfinity(age.To) ? " on" : string.Create(CultureInfo.InvariantCulture, $"-{age.To}");
                AddRow(table, i == 0 ? Name(group, study) : "", string.Create(CultureInfo.InvariantCulture, $"{age.From}{to}"),
                    Count(age.Events.Events), Tenth(age.Events.Exposure), Interval(perYear, Hundredth));
            }
        }

        return table;
    }

    private static Table Incidence(SurvivalGroup group)
    {
        var table = Plain(["% ended so within", .. Ages.Select(Years)]);
        foreach (var cause in group.Causes)
            AddRow(table, [Shortened(cause, group.Causes), .. Ages.Select(age => Share(group.Incidence(cause, age * group.Unit.PerYear())))]);
        return table;
    }

    internal static Table Plain(params string[] headings)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (i, heading) in headings.Index())
            table.AddColumn(i == 0 ? new TableColumn(new Text(heading)) : new TableColumn(new Text(heading)).RightAligned());
        return table;
    }

    internal static void AddRow(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    private static string Name(SurvivalGroup group, SurvivalStudy study) => group.Simulated
        ? Mark + Shortened(group.Name, study.Simulated.Select(of => of.Name))
        : Shortened(group.Name, study.Observed.Select(of => of.Name));

    /// <summary>A name as short as a table needs, and still unlike the others beside it.</summary>
    internal static string Shortened(string name, IEnumerable<string> beside, int widest = WidestName)
    {
        string[] all = [.. beside];
        return ShortNames.Of(all, widest)[Array.IndexOf(all, name)];
    }

    private static string Years(double age) => age == 1 ? "1 year" : string.Create(CultureInfo.InvariantCulture, $"{age} years");

    private static string Count(double count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Tenth(double number) => number.ToString("N1", CultureInfo.InvariantCulture);

    private static string Hundredth(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Median(Estimate median) => Interval(median, Tenth);

    private static string Share(Estimate share) => Interval(share, value => (100 * value).ToString("0", CultureInfo.InvariantCulture));

    private static string Interval(Estimate estimate, Func<double, string> figure)
    {
        var value = double.IsNaN(estimate.Value) ? "-" : figure(estimate.Value);
        return (double.IsNaN(estimate.Low), double.IsNaN(estimate.High)) switch
        {
            (true, _) => value,
            (_, true) => $"{value} ({figure(estimate.Low)} on)",
            // Where all have ended, or none, there is no interval to tell.
            _ when estimate.Low == estimate.High => value,
            _ => $"{value} ({figure(estimate.Low)}-{figure(estimate.High)})",
        };
    }

    internal static string Chance(double p) => double.IsNaN(p) ? "-" : p < .0001 ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
