using MathNet.Numerics.Statistics;

namespace Entente.Studies.Charts;

/// <summary>Core revenue and income of all firms, by month.</summary>
internal static class IncomeChart
{
    public static Sheet Draw(Readings readings)
    {
        var core = Shares(readings, "coreRevenue");
        var income = Shares(readings, "income").Take(Ink.Most).ToArray();
        var drawn = income.Select(arm => arm.Arm).ToArray();
        var top = Math.Max(1.1, 1.05 * Math.Max(Highest(core), Highest(income)));
        var bottom = Math.Min(0, 1.05 * Math.Min(Lowest(core), Lowest(income)));
        var panels = new[] { (Values: core[..drawn.Length], Title: "Core revenue"), (Values: income, Title: "Income, from the core and all else") }
            .Select(side =>
            {
                var panel = Panel.Empty("month", "share of core revenue in the first month", side.Title);
                var (last, _, _) = Panel.Fans(panel, side.Values);
                Panel.ScaleMonths(panel, last, most: 8);
                panel.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
                {
                    LabelFormatter = Figure.Share,
                    MinimumTickSpacing = 40,
                };
                panel.Axes.SetLimitsY(bottom, top);
                Panel.Numbers(panel, [.. side.Values.Select(arm => (arm.Arm, Panel.Medians(arm.ByMonth)))], readings.Arms.Count);
                return panel;
            });

        var sheet = new Sheet(Title(readings, core),
            $"Left the core revenue of all firms, right their whole income of the month - core revenue and what alliances, builds and purchases bring, less what they cost - as a share of core revenue in the first month: {Panel.FansInWords(drawn.Length)}.");
        return sheet.ExplainFans(readings, drawn).Row([.. panels]);
    }

    /// <summary>Each value over core revenue in the first month of its replication: the table is ordered by replication, arm and month.</summary>
    private static (int Arm, double[][] ByMonth)[] Shares(Readings readings, string column) => [.. readings.Monthly(part =>
    {
        var (months, values, core) = (part.Column<int>("month"), part.Column<double>(column), part.Column<double>("coreRevenue"));
        var start = double.NaN;
        for (var row = 0; row < values.Length; row++)
        {
            if (months[row] == 0)
                start = core[row];
            values[row] = start > 0 ? values[row] / start : double.NaN;
        }

        return values;
    }).Index()];

    private static double Highest((int, double[][] ByMonth)[] arms) =>
        arms.SelectMany(arm => arm.ByMonth).Where(month => month.Length > 0).Select(month => month.Quantile(.95)).DefaultIfEmpty(1).Max();

    private static double Lowest((int, double[][] ByMonth)[] arms) =>
        arms.SelectMany(arm => arm.ByMonth).Where(month => month.Length > 0).Select(month => month.Quantile(.05)).DefaultIfEmpty(0).Min();

    private static string Title(Readings readings, (int Arm, double[][] ByMonth)[] core)
    {
        var ends = core.Where(arm => arm.ByMonth.Length > 0 && arm.ByMonth[^1].Length > 0)
            .Select(arm => (Value: arm.ByMonth[^1].Median(), arm.Arm))
            .Select(end => (end.Value, $"{Figure.Share(end.Value)} under {readings.ShortArms[end.Arm]}")).ToArray();
        return ends.Length == 0 ? "No firm has core revenue" : $"In the last month core revenue is {Figure.ByArm(ends)} of what it was in the first";
    }
}
