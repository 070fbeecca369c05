using MathNet.Numerics.Statistics;
using ScottPlot;

namespace Entente.Studies.Charts;

/// <summary>Net value of alliances so far, by month.</summary>
internal static class CumulativeValueChart
{
    private const double Spare = .05;

    public static Sheet? Draw(Readings readings)
    {
        // An arm without a single alliance has nothing to draw but a line at 0.
        var arms = readings.Monthly("cumulativeNetValue").Index()
            .Select(arm => (Arm: arm.Index, ByMonth: arm.Item))
            .Where(arm => arm.ByMonth.Any(month => month.Any(value => value != 0)))
            .ToArray();
        if (arms.Length == 0)
            return null;
        var panel = Panel.Empty("month", "net value of alliances so far\n(monthly values of an average opportunity)");
        var drawn = arms.Where(arm => arm.Arm < Ink.Most).ToArray();
        var (last, low, high) = Panel.Fans(panel, drawn);
        panel.Add.HorizontalLine(0, 1, Colors.Black);
        Panel.ScaleMonths(panel, last);
        (low, high) = (Math.Min(0, low), Math.Max(0, high));
        panel.Axes.SetLimitsY(low - (Spare * (high - low)), high + (Spare * (high - low)));
        Panel.Numbers(panel, [.. drawn.Select(arm => (arm.Arm, Panel.Medians(arm.ByMonth)))], readings.Arms.Count);

        var sheet = new Sheet(Title(readings, arms, (int)last + 1),
            $"Net value of alliances since the start - live value less running costs and investments - summed over all firms: {Panel.FansInWords(drawn.Length)}.");
        return sheet.ExplainFans(readings, [.. drawn.Select(arm => arm.Arm)]).Row(panel);
    }

    private static string Title(Readings readings, (int Arm, double[][] ByMonth)[] arms, int months)
    {
        var ends = arms.Select(arm => (Name: readings.ShortArms[arm.Arm], Median: Math.Round(arm.ByMonth[^1].Median())))
            .OrderByDescending(end => end.Median)
            .Select(end => (end.Median, $"{Figure.Tick(end.Median)} under {end.Name}"));
        return $"After {Figure.Time(months)} alliances have brought a net value of {Figure.ByArm([.. ends])}, in the median";
    }
}
