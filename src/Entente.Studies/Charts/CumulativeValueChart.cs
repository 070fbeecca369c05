using System.Globalization;
using Entente.Studies.Results;
using MathNet.Numerics.Statistics;
using ScottPlot;

namespace Entente.Studies.Charts;

/// <summary>Net value of alliances so far, by month: the median over replications in fans that hold half and nine tenths of them.</summary>
internal static class CumulativeValueChart
{
    public static Plot Plot(ResultFolder folder)
    {
        // Arms without a single alliance have nothing to draw but a line at 0.
        var arms = Arms(folder).Where(arm => arm.ByMonth.Any(month => month.Any(value => value != 0))).ToArray();
        var plot = Look.Plot(Title(arms), "month", "net value of alliances so far (monthly values of an average opportunity)");
        var last = 0;
        foreach (var (index, _, byMonth) in arms)
        {
            last = byMonth.Length - 1;
            double[] months = [.. Enumerable.Range(0, byMonth.Length).Select(month => (double)month)];
            Fan(plot, months, byMonth, 0.05, 0.95, Look.Colour(index).WithAlpha(0.15));
            Fan(plot, months, byMonth, 0.25, 0.75, Look.Colour(index).WithAlpha(0.3));
        }

        foreach (var (index, name, byMonth) in arms)
        {
            double[] months = [.. Enumerable.Range(0, byMonth.Length).Select(month => (double)month)];
            var line = plot.Add.Scatter(months, Quantile(byMonth, 0.5));
            line.MarkerSize = 0;
            line.LineWidth = 3;
            line.Color = Look.Colour(index);
            line.LinePattern = Look.Pattern(index);
            line.LegendText = $"{name} (median; 50% and 90% of replications)";
        }

        plot.Add.HorizontalLine(0, 1, Colors.Black);
        plot.Axes.SetLimitsX(0, Math.Max(1, last));
        Look.Years(plot, last);
        Look.Legend(plot);
        return plot;
    }

    private static string Title((int Index, string Name, double[][] ByMonth)[] arms)
    {
        if (arms.Length == 0)
            return "No alliance ever earned or spent anything";
        var ends = arms.Select(arm => (arm.Name, Median: arm.ByMonth[^1].Median())).OrderByDescending(end => end.Median).ToArray();
        return "Median net value at the end: " + string.Join(", ", ends.Select(end =>
            string.Create(CultureInfo.InvariantCulture, $"{end.Name} {Math.Round(end.Median) + 0.0:#,0}").Replace(" -", " \u2212", StringComparison.Ordinal)));
    }

    private static void Fan(Plot plot, double[] months, double[][] byMonth, double low, double high, Color colour)
    {
        var fan = plot.Add.FillY(months, Quantile(byMonth, low), Quantile(byMonth, high));
        fan.FillColor = colour;
        fan.LineWidth = 0;
        fan.MarkerSize = 0;
    }

    private static double[] Quantile(double[][] byMonth, double tau) => [.. byMonth.Select(values => values.Quantile(tau))];

    private static IEnumerable<(int Index, string Name, double[][] ByMonth)> Arms(ResultFolder folder)
    {
        var names = folder.Column<string>("months", "arm");
        var months = folder.Column<int>("months", "month");
        var values = folder.Column<double>("months", "cumulativeNetValue");
        var count = months.Max() + 1;
        for (var index = 0; index < folder.Manifest.Arms.Count; index++)
        {
            var arm = folder.Manifest.Arms[index].Name;
            var byMonth = new List<double>[count];
            for (var month = 0; month < count; month++)
                byMonth[month] = [];
            for (var row = 0; row < names.Length; row++)
                if (names[row] == arm)
                    byMonth[months[row]].Add(values[row]);
            yield return (index, arm, [.. byMonth.Select(list => list.ToArray())]);
        }
    }
}
