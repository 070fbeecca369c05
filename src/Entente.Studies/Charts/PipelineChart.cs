using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Charts;

/// <summary>How many alliances and projects get how far, in the mean replication.</summary>
internal static class PipelineChart
{
    public static Sheet Draw(Readings readings)
    {
        var arms = Enumerable.Range(0, readings.Arms.Count).ToArray();
        var alliances = arms.Select(arm => Alliances(readings, arm)).ToArray();
        var projects = arms.Select(arm => Projects(readings, arm)).ToArray();
        var drawn = Math.Min(Ink.Most, arms.Length);
        var sheet = new Sheet(Title(readings, projects),
            "Mean number over replications of alliances (left) and of their projects (right) that got so far, from top to bottom.");
        foreach (var arm in arms[..drawn])
            sheet.Explain(new KeyEntry(readings.Arms[arm], Ink.Colour(arm), null, Ink.Number(arm, arms.Length)));
        return sheet.Note(readings.NotDrawn).Tall(Math.Max(360, 100 + 88 * Math.Max(2, drawn)))
            .Row(Funnel("Alliances", ["proposed", "negotiated", "signed", "first project live"], alliances[..drawn], arms.Length),
                Funnel("Projects of alliances", ["begun", "invested in", "live", "still live at the end"], projects[..drawn], arms.Length));
    }

    private static double[] Alliances(Readings readings, int arm)
    {
        var rows = readings.Rows("alliances", arm);
        var signed = readings.Column<int?>("alliances", "signedMonth");
        var live = readings.Column<int?>("alliances", "liveMonth");
        var proposed = readings.Column<int>("runs", "proposed");
        var formed = readings.Column<int>("runs", "formed");
        var runs = readings.Rows("runs", arm);
        return PerReplication(readings,
            runs.Sum(row => proposed[row]), runs.Sum(row => formed[row]), rows.Count(row => signed[row] is not null), rows.Count(row => live[row] is not null));
    }

    private static double[] Projects(Readings readings, int arm)
    {
        var kind = readings.Column<string>("projects", "kind");
        var invested = readings.Column<int?>("projects", "implementedMonth");
        var live = readings.Column<int?>("projects", "liveMonth");
        var stage = readings.Column<string>("projects", "stage");
        var rows = readings.Rows("projects", arm).Where(row => kind[row] == "alliance").ToArray();
        return PerReplication(readings,
            rows.Length, rows.Count(row => invested[row] is not null), rows.Count(row => live[row] is not null), rows.Count(row => stage[row] == "live"));
    }

    private static double[] PerReplication(Readings readings, params int[] counts) =>
        [.. counts.Select(count => (double)count / Math.Max(1, readings.Replications))];

    private static Plot Funnel(string title, string[] stages, double[][] arms, int all)
    {
        var panel = Panel.Empty("mean number in a replication", "", title);
        var longest = Math.Max(1, arms.Max(arm => arm.Max()));
        var thickness = .8 / arms.Length;
        for (var arm = 0; arm < arms.Length; arm++)
            for (var stage = 0; stage < stages.Length; stage++)
            {
                // The first stage on top, and in it the first arm.
                var place = -stage + .4 - thickness * (arm + .5);
                var bar = panel.Add.Bar(place, arms[arm][stage]);
                bar.Horizontal = true;
                bar.Bars[0].Size = thickness * .92;
                bar.Bars[0].FillColor = Ink.Colour(arm);
                bar.Bars[0].LineWidth = 0;
                var number = Ink.Number(arm, all);
                if (number is not null)
                    panel.Add.Plottable(new Badge(number, new(arms[arm][stage] + .035 * longest, place), Ink.Colour(arm)));
                var label = panel.Add.Text(Figure.Of(arms[arm][stage]), arms[arm][stage] + (number is null ? .01 : .07) * longest, place);
                (label.LabelFontSize, label.LabelAlignment) = (13, Alignment.MiddleLeft);
            }

        panel.Axes.Left.TickGenerator = new NumericManual([.. Enumerable.Range(0, stages.Length).Select(stage => (double)-stage)], stages);
        panel.Axes.Left.MajorTickStyle.Length = 0;
        panel.Axes.Bottom.TickGenerator = new NumericAutomatic { LabelFormatter = Figure.Tick, MinimumTickSpacing = 60 };
        panel.Grid.XAxisStyle.IsVisible = true;
        panel.Grid.YAxisStyle.IsVisible = false;
        panel.Axes.SetLimits(0, 1.2 * longest, .55 - stages.Length, .55);
        return panel;
    }

    private static string Title(Readings readings, double[][] projects)
    {
        var shares = projects.Select((counts, arm) => (counts, arm)).Where(arm => arm.counts[0] > 0)
            .Select(arm => (Value: 100 * arm.counts[2] / arm.counts[0], arm.arm))
            .Select(of => (of.Value, $"{Figure.Tick(Math.Round(of.Value))} under {readings.ShortArms[of.arm]}")).ToArray();
        return shares.Length == 0 ? "No alliance began a project" : $"Of 100 projects that alliances begin there go live {Figure.ByArm(shares)}";
    }
}
