using Entente.Observation;

namespace Entente.Studies.Charts;

/// <summary>How long alliances wait from proposal until they operate, and until their first project is live.</summary>
internal static class WaitingTimesChart
{
    private const double Shown = .98;

    public static Sheet? Draw(Readings readings)
    {
        var operation = Waits(readings, toLive: false);
        if (operation.Length == 0)
            return null;
        var live = Waits(readings, toLive: true);
        var sheet = new Sheet(Title(readings, operation, live),
            "Share of alliances that are in operation (left) and have a first live project (right) so many months after the proposal, the month of proposal counted: 1 minus the Kaplan-Meier estimate over all replications together, alliances that ended before being censored. Alliances founded by decree are left out.");
        foreach (var (arm, wait) in operation.Where(arm => arm.Arm < Ink.Most))
            sheet.Explain(Panel.Entry($"{readings.Arms[arm]}: {Figure.Tick(wait.Count)} alliances", arm, readings.Arms.Count));
        return sheet.Note(readings.NotDrawn).Row(Chart("Until they operate", operation), Chart("Until the first project is live", live));

        ScottPlot.Plot Chart(string title, (int Arm, KaplanMeier Wait)[] all)
        {
            var arms = all.Where(arm => arm.Arm < Ink.Most).ToArray();
            var panel = Panel.Empty("months from proposal", "share of alliances", title);
            // The last few that wait for years would squeeze all others to the edge.
            var longest = arms.Select(arm => arm.Wait.Steps.TakeWhile(step => step.Survival > 1 - Shown).Select(step => step.Time).LastOrDefault(12)).DefaultIfEmpty(12).Max();
            var lines = arms.Select(arm => (arm.Arm, Points: Panel.Steps(
                arm.Wait.Steps.Where(step => step.Time <= longest).Select(step => (step.Time, 1 - step.Survival)), 0, longest))).ToArray();
            foreach (var (arm, points) in lines)
                Panel.Line(panel, points, arm);
            Panel.ScaleMonths(panel, longest, most: 9);
            Panel.ScaleShares(panel);
            Panel.Numbers(panel, lines, readings.Arms.Count);
            return panel;
        }
    }

    private static (int Arm, KaplanMeier Wait)[] Waits(Readings readings, bool toLive)
    {
        return [.. Enumerable.Range(0, readings.Arms.Count)
            .Select(arm => (Arm: arm, Negotiated: readings.Alliances(arm).Where(life => life.Negotiated > 0).ToArray()))
            .Where(arm => arm.Negotiated.Length > 0)
            .Select(arm => (arm.Arm, new KaplanMeier(arm.Negotiated.Select(life => toLive
                ? new Spell((life.Live ?? life.Ended ?? readings.LastMonth) - life.Proposed + 1, life.Live is not null)
                : new Spell(life.Negotiated, life.Signed is not null)))))];
    }

    private static string Title(Readings readings, (int Arm, KaplanMeier Wait)[] operation, (int Arm, KaplanMeier Wait)[] live)
    {
        string Medians((int Arm, KaplanMeier Wait)[] arms) => Figure.ByArm([.. arms.Select(arm => double.IsNaN(arm.Wait.Median)
            ? (double.PositiveInfinity, $"not reached under {readings.ShortArms[arm.Arm]}")
            : (arm.Wait.Median, $"{Figure.Tick(arm.Wait.Median)} under {readings.ShortArms[arm.Arm]}"))]);
        return $"Median months from proposal to operation: {Medians(operation)}; to the first live project: {Medians(live)}";
    }
}
