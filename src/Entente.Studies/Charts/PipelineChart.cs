using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Charts;

/// <summary>How many alliances and projects get how far, in the mean replication.</summary>
internal static class PipelineChart
{
    public static Sheet Draw(Readings readings)
    {
        var (alliances, projects) = (Alliances(readings), Projects(readings));
        var drawn = Math.Min(Ink.Most, alliances.Length);
        var sheet = new Sheet(Title(readings, projects),
            "Mean number over replications of alliances (left) and of their projects (right) that got so far, from top to bottom.");
        for (var arm = 0; arm < drawn; arm++)
            sheet.Explain(new KeyEntry(readings.Arms[arm], Ink.Colour(arm), null, Ink.Number(arm, alliances.Length)));
        return sheet.Note(readings.NotDrawn).Tall(Math.Max(360, 100 + 88 * Math.Max(2, drawn)))
            .Row(Funnel("Alliances", ["proposed", "negotiated", "signed", "first project live"], alliances[..drawn], alliances.Length),
                Funnel("Projects of alliances", ["begun", "invested in", "live", "still live at the end"], projects[..drawn], projects.Length));
    }

    private static double[][] Alliances(Readings readings)
    {
        var counts = readings.Arms.Select((_, arm) => (int[])
        [
            0, 0, readings.Alliances(arm).Count(life => life.Signed is not null), readings.Alliances(arm).Count(life => life.Live is not null),
        ]).ToArray();
        foreach (var part in readings.Parts("runs"))
        {
            var (arms, proposed, formed) = (part.Arms(), part.Column<int>("proposed"), part.Column<int>("formed"));
            for (var row = 0; row < arms.Length; row++)
            {
                counts[arms[row]][0] += proposed[row];
                counts[arms[row]][1] += formed[row];
            }
        }

        return PerReplication(readings, counts);
    }

    private static double[][] Projects(Readings readings)
    {
        var counts = readings.Arms.Select(_ => new int[4]).ToArray();
        foreach (var part in readings.Parts("projects"))
        {
            var (arms, kind, stage) = (part.Arms(), part.Column<string>("kind"), part.Column<string>("stage"));
            var (invested, live) = (part.Column<int?>("implementedMonth"), part.Column<int?>("liveMonth"));
            for (var row = 0; row < arms.Length; row++)
            {
                if (kind[row] != "alliance")
                    continue;
                var count = counts[arms[row]];
                count[0]++;
                count[1] += invested[row] is null ? 0 : 1;
                count[2] += live[row] is null ? 0 : 1;
                count[3] += stage[row] == "live" ? 1 : 0;
            }
        }

        return PerReplication(readings, counts);
    }

    private static double[][] PerReplication(Readings readings, int[][] counts) =>
        Array.ConvertAll(counts, arm => Array.ConvertAll(arm, count => (double)count / Math.Max(1, readings.Replications)));

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
