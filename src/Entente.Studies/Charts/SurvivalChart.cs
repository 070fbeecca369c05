using Entente.Observation;
using Entente.Studies.Statistics;

namespace Entente.Studies.Charts;

/// <summary>Share of signed alliances still in operation, by months of operation.</summary>
internal static class SurvivalChart
{
    // More bands than these cover each other.
    private const int MostBands = 5;

    public static Sheet? Draw(Readings readings)
    {
        var arms = Arms(readings);
        if (arms.Length == 0)
            return null;
        var panel = Panel.Empty("months of operation", "share of alliances still in operation");
        var drawn = arms.Where(arm => arm.Arm < Ink.Most).ToArray();
        foreach (var (arm, survival, last) in drawn.Length <= MostBands ? drawn : [])
        {
            // A band without corners would cut them; each step is drawn as one.
            var band = SurvivalBand.Of(survival);
            var low = Panel.Steps(band.Select(step => (step.Time, step.Low)), 1, last);
            var high = Panel.Steps(band.Select(step => (step.Time, step.High)), 1, last);
            Panel.Band(panel, [.. low.Select(p => p.X)], [.. low.Select(p => p.Y)], [.. high.Select(p => p.Y)], arm, .18);
        }

        var lines = drawn.Select(arm => (arm.Arm, Points: Panel.Steps(arm.Survival.Steps.Select(step => (step.Time, step.Survival)), 1, arm.Last))).ToArray();
        foreach (var (arm, points) in lines)
            Panel.Line(panel, points, arm);
        Panel.ScaleMonths(panel, drawn.Select(arm => arm.Last).DefaultIfEmpty(1).Max());
        Panel.ScaleShares(panel);
        Panel.Numbers(panel, lines, readings.Arms.Count);

        var sheet = new Sheet(Title(readings, arms),
            $"Kaplan-Meier estimate over the signed alliances of all replications together, those that go on being censored{(drawn.Length <= MostBands ? ", with pointwise 95% bands (Greenwood, log-log) that take alliances for independent" : "")}.");
        foreach (var (arm, survival, _) in drawn)
            sheet.Explain(Panel.Entry($"{readings.Arms[arm]}: {Figure.Tick(survival.Count)} alliances", arm, readings.Arms.Count));
        return sheet.Note(readings.NotDrawn).Row(panel);
    }

    private static (int Arm, KaplanMeier Survival, double Last)[] Arms(Readings readings)
    {
        return [.. Enumerable.Range(0, readings.Arms.Count)
            .Select(arm => (Arm: arm, Signed: readings.Alliances(arm).Where(life => life.Signed is not null).ToArray()))
            .Where(arm => arm.Signed.Length > 0)
            .Select(arm => (
                arm.Arm,
                new KaplanMeier(arm.Signed.Select(life => new Spell(life.Operated, life.Ended is not null))),
                (double)arm.Signed.Max(life => life.Operated)))];
    }

    private static string Title(Readings readings, (int Arm, KaplanMeier Survival, double Last)[] arms)
    {
        // Nothing is said of ages that an arm was not watched to.
        var years = Math.Min(5, (int)(arms.Min(arm => arm.Last) / 12));
        return years == 0
            ? "How long alliances last"
            : $"Alliances that last for {Figure.Time(12 * years)}: {Figure.ByArm([.. arms.Select(arm => (Share: arm.Survival.At(12 * years), arm.Arm)).Select(of => (of.Share, $"{Figure.Share(of.Share)} under {readings.ShortArms[of.Arm]}"))])}";
    }
}
