using MathNet.Numerics.Statistics;
using ScottPlot;

namespace Entente.Studies.Charts;

/// <summary>Net value of alliances so far, by month.</summary>
internal static class CumulativeValueChart
{
    public static Sheet? Draw(Readings readings)
    {
        // An arm without a single alliance has nothing to draw but a line at 0.
        var arms = Enumerable.Range(0, readings.Arms.Count)
            .Select(arm => (Arm: arm, ByMonth: readings.Monthly("cumulativeNetValue", arm)))
            .Where(arm => arm.ByMonth.Any(month => month.Any(value => value != 0)))
            .ToArray();
        if (arms.Length == 0)
            return null;
        var panel = Panel.Empty("month", "net value of alliances so far\n(monthly values of an average opportunity)");
        var (last, _, _) = Panel.Fans(panel, arms);
        panel.Add.HorizontalLine(0, 1, Colors.Black);
        Panel.ScaleMonths(panel, last);

        var sheet = new Sheet(Title(readings, arms, (int)last + 1),
            "Net value of alliances since the start - live value less running costs and investments - summed over all firms: for each arm the median over replications, and bands that hold half and nine tenths of them.");
        foreach (var (arm, _) in arms)
            sheet.Explain(Panel.Entry($"{readings.Arms[arm]}: median, 50% and 90% of replications", arm));
        return sheet.Row(panel);
    }

    private static string Title(Readings readings, (int Arm, double[][] ByMonth)[] arms, int months)
    {
        var ends = arms.Select(arm => (Name: readings.Arms[arm.Arm], Median: Math.Round(arm.ByMonth[^1].Median())))
            .OrderByDescending(end => end.Median)
            .Select(end => $"{Figure.Tick(end.Median)} under {end.Name}");
        return $"After {Figure.Time(months)} alliances have brought a net value of {Figure.List([.. ends])}, in the median";
    }
}
