using System.Globalization;
using Entente.Observation;
using Entente.Studies.Results;
using ScottPlot;

namespace Entente.Studies.Charts;

/// <summary>Share of signed alliances still in operation, by months of operation: Kaplan-Meier over all replications together.</summary>
internal static class SurvivalChart
{
    public static Plot Plot(ResultFolder folder)
    {
        var arms = Arms(folder).Where(arm => arm.Survival.Count > 0).ToArray();
        var plot = Look.Plot(Title(arms), "months of operation", "share of alliances still in operation");
        var longest = 12.0;
        foreach (var (index, name, survival, last) in arms)
        {
            longest = Math.Max(longest, last);
            var (x, y) = Steps(survival, last);
            var line = plot.Add.ScatterLine(x, y);
            line.LineWidth = 3;
            line.Color = Look.Colour(index);
            line.LinePattern = Look.Pattern(index);
            line.LegendText = string.Create(CultureInfo.InvariantCulture, $"{name} ({survival.Count:N0} alliances)");
        }

        plot.Axes.SetLimits(0, longest, 0, 1.02);
        Look.Years(plot, longest);
        Look.Legend(plot);
        return plot;
    }

    private static string Title((int Index, string Name, KaplanMeier Survival, double Last)[] arms)
    {
        if (arms.Length == 0)
            return "No alliance was signed";
        // Nothing is said of ages that an arm was not watched to.
        var years = Math.Min(5, (int)(arms.Min(arm => arm.Last) / 12));
        if (years == 0)
            return "How long alliances last";
        var shares = arms.Select(arm => string.Create(
            CultureInfo.InvariantCulture, $"{100 * arm.Survival.At(12 * years):0}% under {arm.Name}"));
        return $"Alliances that last {years} year{(years == 1 ? "" : "s")}: {string.Join(", ", shares)}";
    }

    private static (double[] X, double[] Y) Steps(KaplanMeier survival, double last)
    {
        List<double> x = [0], y = [1];
        foreach (var step in survival.Steps)
        {
            x.Add(step.Time);
            y.Add(y[^1]);
            x.Add(step.Time);
            y.Add(step.Survival);
        }

        x.Add(last);
        y.Add(y[^1]);
        return ([.. x], [.. y]);
    }

    private static IEnumerable<(int Index, string Name, KaplanMeier Survival, double Last)> Arms(ResultFolder folder)
    {
        var names = folder.Column<string>("alliances", "arm");
        var signed = folder.Column<int?>("alliances", "signedMonth");
        var ended = folder.Column<int?>("alliances", "endedMonth");
        var months = folder.Column<int>("alliances", "operationMonths");
        for (var index = 0; index < folder.Manifest.Arms.Count; index++)
        {
            var arm = folder.Manifest.Arms[index].Name;
            var rows = Enumerable.Range(0, names.Length).Where(row => names[row] == arm && signed[row] is not null).ToArray();
            yield return (index, arm, new KaplanMeier(rows.Select(row => ((double)months[row], ended[row] is not null))),
                rows.Length == 0 ? 0 : rows.Max(row => months[row]));
        }
    }
}
