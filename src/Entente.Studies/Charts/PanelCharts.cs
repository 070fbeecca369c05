using Entente.Studies.Survival;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Charts;

/// <summary>How long the alliances of a panel last and why they end, with simulated arms beside them.</summary>
internal static class PanelCharts
{
    private const int PerRow = 3;
    private const int MostInTitle = 6;
    private const string Others = "other causes";

    private static readonly int[] TitleAges = [5, 3, 1];

    /// <summary>Dark and light alternate, for prints in grey; the last is for what is left.</summary>
    private static readonly Color[] Colours =
    [
        Color.FromHex("#009E73"), Color.FromHex("#F0C27B"), Color.FromHex("#D55E00"), Color.FromHex("#56B4E9"),
        Color.FromHex("#A6761D"), Color.FromHex("#B9E3D3"), Color.FromHex("#0072B2"), Color.FromHex("#D9D9D9"),
    ];

    public static IEnumerable<(string Name, Sheet Sheet)> Draw(SurvivalStudy study)
    {
        yield return ("survival", Survival(study));
        if (study.Groups.Any(group => group.Causes.Count > 0))
            yield return ("endings", Endings([.. study.Groups]));
    }

    public static Sheet Survival(SurvivalStudy study)
    {
        var groups = study.Groups.ToArray();
        var panel = Panel.Empty("years", "share of alliances that go on");
        var curves = groups.Select(group => group.Steps().Select(step => (Time: Years(group, step.Time), step.Survival)).ToArray()).ToArray();
        for (var i = 0; i < groups.Length; i++)
        {
            // What has no interval is drawn without.
            var known = curves[i].TakeWhile(step => !double.IsNaN(step.Survival.Low)).ToArray();
            var last = known.Length < curves[i].Length ? curves[i][known.Length].Time : Last(groups[i]);
            var low = Panel.Steps(known.Select(step => (step.Time, step.Survival.Low)), 1, last);
            var high = Panel.Steps(known.Select(step => (step.Time, step.Survival.High)), 1, last);
            if (known.Length > 0)
                Panel.Band(panel, [.. low.Select(p => p.X)], [.. low.Select(p => p.Y)], [.. high.Select(p => p.Y)], i, groups[i].Simulated ? .12 : .18);
        }

        for (var i = 0; i < groups.Length; i++)
            Panel.Line(panel, Panel.Steps(curves[i].Select(step => (step.Time, step.Survival.Value)), 1, Last(groups[i])), i);
        ScaleYears(panel, groups.Max(Last), 12);
        Panel.ScaleShares(panel);

        var sheet = new Sheet(Title(study),
            "Kaplan-Meier estimates, what goes on being censored. Observed groups with pointwise 95% bands (Greenwood, log-log) that take alliances for independent; simulated arms over all replications together, with the middle 95% of single replications.");
        foreach (var (i, group) in groups.Index())
            sheet.Explain(Panel.Entry($"{group.Name}{(group.Simulated ? ", simulated" : "")}: {Figure.Tick(group.Count)} alliances", i));
        return sheet.Row(panel);
    }

    private static Sheet Endings(SurvivalGroup[] groups)
    {
        // The most frequent causes of all groups, by the share of each group that they ended, have colours of their own.
        string[] causes = [.. groups.SelectMany(group => group.Causes.Select(cause => (cause, Share: group.Incidence(cause, group.Longest).Value)))
            .GroupBy(pair => pair.cause).OrderByDescending(same => same.Max(pair => pair.Share)).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key)];
        var named = causes.Length <= Colours.Length ? causes : [.. causes.Take(Colours.Length - 1)];
        var last = groups.Max(Last);
        var sheet = new Sheet(Title(groups),
            "Cumulative incidence of each cause of ending (Aalen-Johansen), stacked: the white above is the share that goes on.");
        var perRow = groups.Length == 4 ? 2 : Math.Min(groups.Length, PerRow);
        foreach (var row in groups.Chunk(perRow))
            sheet.Row([.. row.Select(group => Ends(group, named, causes, last, perRow)), .. Enumerable.Range(row.Length, perRow - row.Length).Select(_ => Blank())]);
        foreach (var (i, cause) in named.Index())
            sheet.Explain(new KeyEntry(cause, Colours[i], null));
        if (named.Length < causes.Length)
            sheet.Explain(new KeyEntry(Others, Colours[^1], null));
        return sheet.Tall(groups.Length > PerRow ? 330 : 460);
    }

    private static Plot Blank()
    {
        var plot = new Plot();
        plot.HideAxesAndGrid();
        return plot;
    }

    private static Plot Ends(SurvivalGroup group, string[] named, string[] causes, double last, int inRow)
    {
        var panel = Panel.Empty("years", "share of alliances that ended", $"{group.Name}{(group.Simulated ? ", simulated" : "")}");
        double[] times = [.. group.Steps().Select(step => step.Time)];
        var shares = causes.Select(cause => group.Causes.Contains(cause) ? [.. group.IncidenceSteps(cause).Select(step => step.Share.Value)] : new double[times.Length]).ToArray();
        var floor = new double[times.Length];
        foreach (var (i, part) in shares.Take(named.Length).Append([.. times.Select((_, t) => shares.Skip(named.Length).Sum(cause => cause[t]))]).Index())
        {
            double[] ceiling = [.. floor.Zip(part, (below, share) => below + share)];
            if (part.Any(share => share > 0))
            {
                var (low, high) = (Steps(floor), Steps(ceiling));
                var area = panel.Add.FillY([.. low.Select(p => p.X)], [.. low.Select(p => p.Y)], [.. high.Select(p => p.Y)]);
                (area.FillColor, area.LineColor, area.LineWidth, area.MarkerSize) = (Colours[Math.Min(i, Colours.Length - 1)], Colors.White, 1, 0);
            }

            floor = ceiling;
        }

        ScaleYears(panel, last, 12 / inRow);
        Panel.ScaleShares(panel);
        return panel;

        Coordinates[] Steps(double[] levels) => Panel.Steps(times.Zip(levels, (time, level) => (Years(group, time), level)), 0, Last(group));
    }

    private static void ScaleYears(Plot plot, double years, int most)
    {
        double[] steps = [1.0 / 12, .25, .5, 1, 2, 5, 10, 20, 50];
        plot.Axes.Bottom.TickGenerator = new NumericFixedInterval { Interval = steps.FirstOrDefault(step => years / step <= most, 100), LabelFormatter = value => Figure.Tick(Math.Round(value, 2)) };
        plot.Axes.SetLimitsX(0, Math.Max(1.0 / 12, years));
    }

    private static string Title(SurvivalStudy study)
    {
        var groups = study.Groups.ToArray();
        // Nothing is said of ages that a group was not watched to, and no more than a title holds.
        var years = TitleAges.FirstOrDefault(age => groups.All(group => !double.IsNaN(At(group, age).Value)));
        return years == 0 || groups.Length > MostInTitle
            ? "How long alliances last"
            : $"Alliances that last for {Figure.Time(12 * years)}: {Figure.List([.. groups.Select(group => $"{Figure.Share(At(group, years).Value)}{Of(group)}")])}";
    }

    private static string Title(SurvivalGroup[] groups)
    {
        var ended = groups.Where(group => group.Causes.Count > 0).ToArray();
        return ended.Length > MostInTitle
            ? "Why alliances end"
            : $"Why alliances end most often: {Figure.List([.. ended.Select(group =>
            {
                var most = group.Causes.MaxBy(cause => group.Incidence(cause, group.Longest).Value)!;
                return $"“{most}”{Of(group)} ({Figure.Share(group.Incidence(most, group.Longest).Value)})";
            })])}";
    }

    private static string Of(SurvivalGroup group) => group switch
    {
        { Simulated: true } => $" in {group.Name} as simulated",
        { Name: SurvivalStudy.Everything } => " as observed",
        _ => $" in {group.Name}",
    };

    private static Estimate At(SurvivalGroup group, double years) => group.Survival(years * group.Unit.PerYear());

    private static double Years(SurvivalGroup group, double time) => time / group.Unit.PerYear();

    private static double Last(SurvivalGroup group) => Years(group, group.Longest);
}
