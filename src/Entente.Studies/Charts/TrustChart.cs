using MathNet.Numerics.Statistics;

namespace Entente.Studies.Charts;

/// <summary>Mean trust between the members of alliances in operation, by month.</summary>
internal static class TrustChart
{
    public static Sheet? Draw(Readings readings)
    {
        // While few replications have an alliance at all, their trust tells more of them than of the arm.
        var arms = readings.Monthly("meanTrust").Index()
            .Select(arm => (Arm: arm.Index, ByMonth: arm.Item.Select(month => 2 * month.Length >= readings.Replications ? month : []).ToArray()))
            .Where(arm => arm.ByMonth.Any(month => month.Length > 0))
            .ToArray();
        if (arms.Length == 0)
            return null;
        var panel = Panel.Empty("month", "mean trust of members in each other (0 to 1)");
        var drawn = arms.Where(arm => arm.Arm < Ink.Most).ToArray();
        var (last, _, _) = Panel.Fans(panel, drawn);
        Panel.ScaleMonths(panel, last);
        panel.Axes.SetLimitsY(0, 1.02);
        Panel.Numbers(panel, [.. drawn.Select(arm => (arm.Arm, Panel.Medians(arm.ByMonth)))], readings.Arms.Count);

        var sheet = new Sheet(Title(readings, arms),
            $"Trust of the members of alliances in operation in each other, mean over all pairs in a month: {Panel.FansInWords(drawn.Length)}. Months in which fewer than half of the replications have an alliance in operation are left out.");
        return sheet.ExplainFans(readings, [.. drawn.Select(arm => arm.Arm)]).Row(panel);
    }

    private static string Title(Readings readings, (int Arm, double[][] ByMonth)[] arms)
    {
        var ends = arms.Select(arm => (Value: arm.ByMonth.Last(month => month.Length > 0).Median(), arm.Arm))
            .Select(end => (end.Value, $"{Figure.Of(end.Value)} under {readings.ShortArms[end.Arm]}"));
        return $"In the end trust between allies is {Figure.ByArm([.. ends])}";
    }
}
