using Entente.Studies.Charts;
using Entente.Studies.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Survival;

/// <summary>How long the alliances of a panel last and why they end, with simulated arms beside them.</summary>
internal static class PanelCharts
{
    private const int PerRow = 3;
    private const int MultipleHeight = 330;
    private const int MostTogether = 5;
    private const int MostObserved = 6;
    private const int MostInTitle = 6;
    private const int LongestInTitle = 32;
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
            yield return ("endings", Endings(study));
        if (study.Regressions is [{ Lines.Count: > 0 }, ..])
            yield return ("hazard-ratios", HazardRatioChart.Draw(study.Regressions));
    }

    /// <summary>
    /// All curves in one panel where they can be told apart; else one for each arm, the observed groups in all of them; and where these are too many,
    /// one for each group, the whole beside it.
    /// </summary>
    public static Sheet Survival(SurvivalStudy study)
    {
        var groups = study.Groups.ToArray();
        var together = groups.Length <= (study.Simulated.Count > 0 ? MostTogether : MostObserved);
        var perArm = !together && study.Observed.Count <= MostObserved && study.Simulated.Count > 0;
        SurvivalGroup[] shared = together ? groups : perArm ? [.. study.Observed] : [study.Whole];
        SurvivalGroup?[] own = together ? [null] : [.. perArm ? study.Simulated : groups];
        var sheet = new Sheet(Title(study),
            "Kaplan-Meier estimates, what goes on being censored. Observed groups with pointwise 95% bands (Greenwood, log-log) that take alliances for independent; simulated arms over all replications together, with the middle 95% of single replications.");
        var (perRow, last) = (InRow(own.Length), groups.Max(Last));
        string[] captions = Captions.Of([.. own.Select(group => group is null ? "" : Caption(group))], Sheet.WidthOf(perRow), Panel.TitleSize);
        foreach (var row in own.Zip(captions).Chunk(perRow))
        {
            sheet.Row([.. row.Select(panel => Curves(panel.First is null ? shared : [.. shared, panel.First], panel.Second, last, perRow)),
                .. Blanks(perRow - row.Length)]);
        }

        var lines = together ? shared.Length : shared.Length + 1;
        foreach (var (i, group) in shared.Index())
            sheet.Explain(Panel.Entry($"{Caption(group)}: {Figure.Tick(group.Count)} alliances", i, lines));
        if (!together)
            sheet.Explain(Panel.Entry(perArm ? "simulated" : "as said above", shared.Length, lines));
        return own.Length > PerRow ? sheet.Tall(MultipleHeight) : sheet;
    }

    private static Plot Curves(SurvivalGroup[] groups, string title, double longest, int inRow)
    {
        var panel = Panel.Empty("years", "share of alliances that go on", title);
        var curves = groups.Select(group => Visible([.. group.Steps().Select(step => (Time: Years(group, step.Time), step.Survival))], longest)).ToArray();
        for (var i = 0; i < groups.Length; i++)
        {
            // What has no interval is drawn without.
            var known = curves[i].TakeWhile(step => !double.IsNaN(step.Level.Low)).ToArray();
            var last = known.Length < curves[i].Length ? curves[i][known.Length].Time : Last(groups[i]);
            var low = Panel.Steps(known.Select(step => (step.Time, step.Level.Low)), 1, last);
            var high = Panel.Steps(known.Select(step => (step.Time, step.Level.High)), 1, last);
            if (known.Length > 0)
                Panel.Band(panel, [.. low.Select(p => p.X)], [.. low.Select(p => p.Y)], [.. high.Select(p => p.Y)], i, groups[i].Simulated ? .12 : .18);
        }

        var lines = curves.Select((curve, i) => (i, Points: Panel.Steps(curve.Select(step => (step.Time, step.Level.Value)), 1, Last(groups[i])))).ToArray();
        foreach (var (i, points) in lines)
            Panel.Line(panel, points, i);
        ScaleYears(panel, longest, 12 / inRow);
        Panel.ScaleShares(panel);
        Panel.Numbers(panel, lines, lines.Length);
        return panel;
    }

    /// <summary>Of very many steps the last of each that fall on one place of the picture.</summary>
    private static (double Time, T Level)[] Visible<T>((double Time, T Level)[] steps, double longest)
    {
        const int Slots = 1000;
        return steps.Length <= Slots ? steps : [.. steps.Where((step, i) => i == steps.Length - 1 || Slot(step.Time) != Slot(steps[i + 1].Time))];
        int Slot(double time) => (int)(time / longest * Slots);
    }

    private static Sheet Endings(SurvivalStudy study)
    {
        SurvivalGroup[] groups = [.. study.Groups];
        // The most frequent causes of all groups, by the share of each group that they ended, have colours of their own.
        string[] causes = [.. groups.SelectMany(group => group.Causes.Select(cause => (cause, Share: group.Incidence(cause, group.Longest).Value)))
            .GroupBy(pair => pair.cause).OrderByDescending(same => same.Max(pair => pair.Share)).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key)];
        var named = causes.Length <= Colours.Length ? causes : [.. causes.Take(Colours.Length - 1)];
        var last = groups.Max(Last);
        var sheet = new Sheet(TitleOfEndings(study),
            "Cumulative incidence of each cause of ending (Aalen-Johansen), stacked: the white above is the share that goes on.");
        var perRow = InRow(groups.Length);
        string[] captions = Captions.Of([.. groups.Select(Caption)], Sheet.WidthOf(perRow), Panel.TitleSize);
        foreach (var row in groups.Zip(captions).Chunk(perRow))
            sheet.Row([.. row.Select(panel => Ends(panel.First, panel.Second, named, causes, last, perRow)), .. Blanks(perRow - row.Length)]);
        foreach (var (i, cause) in named.Index())
            sheet.Explain(new KeyEntry(cause, Colours[i], null));
        if (named.Length < causes.Length)
            sheet.Explain(new KeyEntry(Others, Colours[^1], null));
        return sheet.Tall(groups.Length > PerRow ? MultipleHeight : 460);
    }

    private static int InRow(int panels) => panels == 4 ? 2 : Math.Min(panels, PerRow);

    private static IEnumerable<Plot> Blanks(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var plot = new Plot();
            plot.HideAxesAndGrid();
            yield return plot;
        }
    }

    private static Plot Ends(SurvivalGroup group, string caption, string[] named, string[] causes, double last, int inRow)
    {
        var panel = Panel.Empty("years", "share of alliances that ended", caption);
        // Step by step the shares of all causes, in the order of the picture.
        var byCause = causes.Select(cause => group.Causes.Contains(cause) ? group.IncidenceSteps(cause) : null).ToArray();
        var steps = Visible([.. group.Steps().Select((step, t) => (Time: Years(group, step.Time), Level: (double[])[.. byCause.Select(shares => shares?[t].Share.Value ?? 0)]))], last);
        var floor = new double[steps.Length];
        for (var i = 0; i <= named.Length; i++)
        {
            double[] ceiling = [.. steps.Select((step, t) => floor[t] + (i < named.Length ? step.Level[i] : step.Level.Skip(named.Length).Sum()))];
            if (ceiling.Zip(floor).Any(level => level.First > level.Second))
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

        Coordinates[] Steps(double[] levels) => Panel.Steps(steps.Zip(levels, (step, level) => (step.Time, level)), 0, Last(group));
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
            : $"Alliances that last for {Figure.Time(12 * years)}: {Figure.List([.. groups.Zip(Short(groups), (group, name) => $"{Figure.Share(At(group, years).Value)}{Of(study, group, name)}")])}";
    }

    private static string TitleOfEndings(SurvivalStudy study)
    {
        var ended = study.Groups.Where(group => group.Causes.Count > 0).ToArray();
        return ended.Length > MostInTitle
            ? "Why alliances end"
            : $"Why alliances end most often: {Figure.List([.. ended.Zip(Short(ended), (group, name) =>
            {
                var most = group.Causes.MaxBy(cause => group.Incidence(cause, group.Longest).Value)!;
                return $"“{ShortNames.Of(group.Causes, LongestInTitle)[group.Causes.IndexOf(most)]}”{Of(study, group, name)} ({Figure.Share(group.Incidence(most, group.Longest).Value)})";
            })])}";
    }

    private static IReadOnlyList<string> Short(SurvivalGroup[] groups) => ShortNames.Of([.. groups.Select(group => group.Name)], LongestInTitle);

    private static string Of(SurvivalStudy study, SurvivalGroup group, string name) =>
        group.Simulated ? $" in {name} as simulated" : group == study.Whole ? " as observed" : $" in {name}";

    private static string Caption(SurvivalGroup group) => group.Simulated ? $"{group.Name}, simulated" : group.Name;

    private static Estimate At(SurvivalGroup group, double years) => group.Survival(years * group.Unit.PerYear());

    private static double Years(SurvivalGroup group, double time) => time / group.Unit.PerYear();

    private static double Last(SurvivalGroup group) => Years(group, group.Longest);
}
