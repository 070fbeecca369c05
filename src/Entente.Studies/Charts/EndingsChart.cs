using Entente.Studies.Statistics;
using Entente.Worlds;
using ScottPlot;

namespace Entente.Studies.Charts;

/// <summary>Why alliances end: competing risks by months of operation, one panel for each arm.</summary>
internal static class EndingsChart
{
    // Shares of the height of a panel that letters take, in one row and in several.
    private const double Named = .045;
    private const double NamedInRows = .1;
    private const int MostInTitle = 4;

    /// <summary>Causes that can end an alliance in operation, from the most successful up, each with a colour; dark and light alternate, for prints in grey.</summary>
    private static readonly (string Cause, Color Colour)[] Causes =
    [
        (Words.Of(Ending.Completed), Color.FromHex("#009E73")),
        (Words.Of(Ending.BoughtOut), Color.FromHex("#B9E3D3")),
        (Words.Of(Ending.Merged), Color.FromHex("#56B4E9")),
        (Words.Of(Ending.Dormant), Color.FromHex("#D9D9D9")),
        (Words.Of(Ending.Failed), Color.FromHex("#A6761D")),
        (Words.Of(Ending.FirmFailed), Color.FromHex("#F0C27B")),
        (Words.Of(Ending.Left), Color.FromHex("#D55E00")),
    ];

    public static Sheet? Draw(Readings readings)
    {
        var arms = Arms(readings);
        if (arms.Length == 0)
            return null;
        var last = arms.Max(arm => arm.Last);
        var sheet = new Sheet(Title(readings, arms),
            "Cumulative incidence of each cause of ending (Aalen-Johansen) over the signed alliances of all replications together, stacked: the white above is the share still in operation.");
        const int PerRow = 3;
        var captions = Captions.Of(readings.Arms, Sheet.WidthOf(Math.Min(arms.Length, PerRow)), Panel.TitleSize);
        foreach (var row in arms.Chunk(PerRow))
            sheet.Row([.. row.Select(arm => Panels(captions[arm.Arm], arm.Incidence, arm.Last, last, Math.Min(arms.Length, PerRow), arms.Length > PerRow ? NamedInRows : Named))]);
        for (var cause = Causes.Length - 1; cause >= 0; cause--)
            if (arms.Any(arm => arm.Incidence.At(last, cause) > 0))
                sheet.Explain(new KeyEntry(Causes[cause].Cause, Causes[cause].Colour, null));
        return sheet.Tall(arms.Length > PerRow ? 330 : 460);
    }

    private static Plot Panels(string name, CumulativeIncidence incidence, double watched, double last, int inRow, double named)
    {
        var panel = Panel.Empty("months of operation", "share of alliances that ended", name);
        var floor = Panel.Steps(incidence.Steps.Select(step => (step.Time, 0.0)), 0, watched);
        for (var cause = 0; cause < Causes.Length; cause++)
        {
            var ceiling = Panel.Steps(incidence.Steps.Select(step => (step.Time, step.Shares.Take(cause + 1).Sum())), 0, watched);
            var area = panel.Add.FillY([.. floor.Select(p => p.X)], [.. floor.Select(p => p.Y)], [.. ceiling.Select(p => p.Y)]);
            (area.FillColor, area.LineColor, area.LineWidth, area.MarkerSize) = (Causes[cause].Colour, Colors.White, 1, 0);
            floor = ceiling;
        }

        // On top of all areas: each would cover what is written on the one before.
        for (var cause = 0; cause < Causes.Length; cause++)
            Name(panel, incidence, cause, watched, last, inRow, named);

        Panel.ScaleMonths(panel, last, most: 12 / inRow);
        Panel.ScaleShares(panel);
        return panel;
    }

    /// <summary>Writes a cause on its area, near the end, where the area is high enough for all of it.</summary>
    private static void Name(Plot panel, CumulativeIncidence incidence, int cause, double watched, double last, int inRow, double named)
    {
        const double LetterWidth = .0105;
        double Top(double time, int upTo) => Enumerable.Range(0, upTo + 1).Sum(below => incidence.At(time, below));
        var text = $"{Causes[cause].Cause} {Figure.Share(incidence.At(watched, cause))}";
        var (right, left) = (watched - .02 * last, watched - (.03 + text.Length * LetterWidth * inRow) * last);
        var (low, high) = (Top(right, cause - 1), Top(left, cause));
        if (high - low < named)
            return;
        var label = panel.Add.Text(text, right, (low + high) / 2);
        (label.LabelFontSize, label.LabelFontColor, label.LabelAlignment) = (14, Ink.Readable(Causes[cause].Colour), Alignment.MiddleRight);
    }

    private static (int Arm, CumulativeIncidence Incidence, double Last)[] Arms(Readings readings)
    {
        return [.. Enumerable.Range(0, readings.Arms.Count)
            .Select(arm => (Arm: arm, Signed: readings.Alliances(arm).Where(life => life.Signed is not null).ToArray()))
            .Where(arm => arm.Signed.Length > 0)
            .Select(arm => (
                arm.Arm,
                new CumulativeIncidence(arm.Signed.Select(life => ((double)life.Operated, Array.FindIndex(Causes, c => c.Cause == life.Ending))), Causes.Length),
                (double)arm.Signed.Max(life => life.Operated)))];
    }

    private static string Title(Readings readings, (int Arm, CumulativeIncidence Incidence, double Last)[] arms)
    {
        var findings = arms.Select(arm =>
        {
            var most = Enumerable.Range(0, Causes.Length).MaxBy(cause => arm.Incidence.At(arm.Last, cause));
            var share = arm.Incidence.At(arm.Last, most);
            var cause = share == 0 ? "nothing" : $"\u201c{Causes[most].Cause}\u201d";
            return (Cause: cause, Phrase: $"{cause} under {readings.ShortArms[arm.Arm]}{(share == 0 ? "" : $" ({Figure.Share(share)})")}");
        }).ToArray();
        var phrases = findings.Length <= MostInTitle
            ? findings.Select(finding => finding.Phrase)
            : findings.GroupBy(finding => finding.Cause).OrderByDescending(same => same.Count()).Select(same => $"{same.Key} under {Figure.Tick(same.Count())} of {Figure.Tick(findings.Length)} arms");
        return $"How alliances end most often: {Figure.List([.. phrases])}";
    }
}
