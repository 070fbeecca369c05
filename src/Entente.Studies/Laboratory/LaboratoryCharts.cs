using Entente.Scenarios.Laboratory;
using Entente.Studies.Charts;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Laboratory;

/// <summary>What people in a laboratory do, simulated beside observed: by period, and after what happened last period.</summary>
internal static class LaboratoryCharts
{
    private const int Simulated = 0;
    private const int Observed = 1;
    private const int MostPeriods = 25;
    private const int MostTicks = 8;
    private const int FewObservations = 10;

    private static readonly string[] Choices = ["contribute", "withhold", "leave"];

    public static IEnumerable<(string Name, Sheet Sheet)> Draw(Experiment experiment, IReadOnlyList<LaboratoryComparison> comparisons) =>
    [
        ("choices-by-period", Periods(experiment, comparisons)),
        ("responses", Responses(experiment, comparisons)),
    ];

    private static Sheet Periods(Experiment experiment, IReadOnlyList<LaboratoryComparison> comparisons)
    {
        var sheet = new Sheet(Title(experiment, comparisons),
            "Share of the choices of a period, for people whose alliance had not been terminated: the mean and the range of 95% of simulated experiments of this size, and what people did, with Wilson's 95% intervals.");
        var seen = comparisons.Count(c => c.Measure.Group == LaboratoryMeasures.ByPeriod && c.Count > 0) / Choices.Length;
        var last = seen > 0 ? seen : MostPeriods;
        var panels = Choices.Select(choice =>
        {
            var rows = comparisons.Where(c => c.Measure.Group == LaboratoryMeasures.ByPeriod
                && c.Measure.Name.StartsWith($"{choice},", StringComparison.Ordinal)).Take(last).ToArray();
            var drawn = rows.Select((row, period) => (row, Period: period + 1.0)).Where(point => !double.IsNaN(point.row.Simulated)).ToArray();
            var panel = Panel.Empty("period", $"share who {choice}");
            Panel.Band(panel, [.. drawn.Select(p => p.Period)], [.. drawn.Select(p => p.row.Low)], [.. drawn.Select(p => p.row.High)], Simulated, .2);
            Panel.Line(panel, [.. drawn.Select(p => new Coordinates(p.Period, p.row.Simulated))], Simulated);
            foreach (var (row, period) in drawn.Where(p => p.row.Count > 0))
                Whisker(panel, period, row);
            panel.Axes.Bottom.TickGenerator = new NumericFixedInterval { Interval = 5, LabelFormatter = Figure.Tick };
            panel.Axes.SetLimitsX(0, drawn.Length + 1);
            Panel.ScaleShares(panel);
            return panel;
        });
        return Explained(sheet.Row([.. panels]).Tall(420), comparisons);
    }

    private static Sheet Responses(Experiment experiment, IReadOnlyList<LaboratoryComparison> comparisons)
    {
        var sheet = new Sheet($"{experiment.Treatment.Name}: what people do after what happened last period",
            "Share of choices after one's own last choice (C contributed, W withheld) and the number of partners who contributed: simulated mean and 95% range, and observed shares with Wilson's 95% intervals where there are at least 10 observations.");
        var panels = Choices.Select(choice =>
        {
            var rows = comparisons.Where(c => c.Measure.Group == LaboratoryMeasures.Responses
                && c.Measure.Name.StartsWith($"{choice} ", StringComparison.Ordinal)).ToArray();
            var panel = Panel.Empty("last period: own, partners", $"share who then {choice}");
            foreach (var (row, place) in rows.Select((row, place) => (row, place)).Where(p => !double.IsNaN(p.row.Simulated)))
            {
                var bar = panel.Add.Bar(place, row.Simulated);
                (bar.Color, bar.Bars[0].Size, bar.Bars[0].LineWidth) = (Ink.Colour(Simulated).WithAlpha(.35), .7, 0);
                panel.Add.Line(place - .12, row.Low, place - .12, row.High).Color = Ink.Colour(Simulated);
                if (row.Count >= FewObservations)
                    Whisker(panel, place + .12, row);
            }

            var partners = experiment.Treatment.Partners;
            // Of many every third has room.
            int[] ticks = [.. Enumerable.Range(0, rows.Length).Where(i => rows.Length <= MostTicks || i % partners % 3 == 0)];
            panel.Axes.Bottom.TickGenerator = new NumericManual(
                [.. ticks.Select(i => (double)i)],
                [.. ticks.Select(i => $"{(i < partners ? "C" : "W")} {i % partners}")]);
            panel.Axes.SetLimitsX(-.6, rows.Length - .4);
            Panel.ScaleShares(panel);
            return panel;
        });
        return Explained(sheet.Row([.. panels]).Tall(420), comparisons);
    }

    private static void Whisker(Plot panel, double x, LaboratoryComparison row)
    {
        var whisker = panel.Add.Line(x, row.ObservedLow, x, row.ObservedHigh);
        (whisker.Color, whisker.LineWidth) = (Ink.Colour(Observed), 1.4f);
        var dot = panel.Add.Marker(x, row.Observed, MarkerShape.FilledCircle, 7, Ink.Colour(Observed));
        dot.MarkerLineWidth = 0;
    }

    private static Sheet Explained(Sheet sheet, IReadOnlyList<LaboratoryComparison> comparisons)
    {
        sheet.Explain(Panel.Entry("simulated: mean, and 95% of experiments", Simulated));
        if (comparisons.Any(c => c.Count > 0))
            sheet.Explain(new KeyEntry("observed, with 95% interval", Ink.Colour(Observed), []));
        return sheet;
    }

    private static string Title(Experiment experiment, IReadOnlyList<LaboratoryComparison> comparisons)
    {
        var overall = comparisons.Single(c => c.Measure == LaboratoryMeasures.FourShares[1]);
        return overall.Count > 0
            ? $"{experiment.Treatment.Name}: {Figure.Share(overall.Simulated)} of simulated and {Figure.Share(overall.Observed)} of observed choices contribute"
            : $"{experiment.Treatment.Name}: {Figure.Share(overall.Simulated)} of simulated choices contribute; nobody's were observed";
    }
}
