using Entente.Scenarios.Designs;
using Entente.Studies.Charts;
using Entente.Studies.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Sweeps;

/// <summary>Estimates one below the other, each with its interval: the first values of a table. What could not be estimated leaves its line empty.</summary>
internal static class EstimatesChart
{
    private const int Most = 20;
    private const string Points = "points";
    private const int LineHeight = 34;
    private const int TwoLines = 48;
    private const int Rest = 110;
    private const float LabelSize = 14;
    private const float WidestLabel = 420;

    private static readonly MarkerShape[] Shapes = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp];

    public static Sheet Draw(SweepValues values, SweepTable table)
    {
        var lines = table.Lines.Take(Most).ToArray();
        var labels = Captions.Of([.. lines.Select(line => line.Label)], WidestLabel, LabelSize, bold: false);
        using var font = Typefaces.Font(LabelSize, bold: false);
        var left = 40 + labels.SelectMany(label => label.Split('\n')).Max(line => font.MeasureText(line));
        var panel = Panel.Empty(Captions.Of([$"{table.Headings[0]}, {values.Subject}"], Sheet.WidthOf(1) - left, Panel.LabelSize, bold: false)[0], "");
        for (var i = 0; i < lines.Length; i++)
            Add(panel, -i, lines[i].Values[0], Role(lines[i], table));

        // A mean is not compared with nothing; a difference is.
        if (table.Headings[0] != "mean" || values.Against is not null)
            panel.Add.VerticalLine(0, 1, Colors.Black.WithAlpha(.5)).LinePattern = LinePattern.Dotted;
        panel.Axes.Left.TickGenerator = new NumericManual([.. lines.Select((_, i) => (double)-i)], labels);
        panel.Axes.Left.MinimumSize = left;
        panel.Axes.Bottom.TickGenerator = new NumericAutomatic { LabelFormatter = Figure.Tick, MinimumTickSpacing = 60 };
        panel.Grid.XAxisStyle.IsVisible = true;
        panel.Axes.Margins(horizontal: .05);
        panel.Axes.SetLimitsY(-lines.Length + .3, .7);

        var sheet = new Sheet(table.Picture!, $"{table.Title}. Each mark is an estimate, the line through it its 95% interval.").Row(panel)
            .Tall(Rest + (labels[0].Contains('\n', StringComparison.Ordinal) ? TwoLines : LineHeight) * lines.Length);
        foreach (var role in lines.Select(line => Role(line, table)).Distinct().Order())
            sheet.Explain(new KeyEntry(table.Name == Points ? "mean" : role switch { 0 => "lever: what a manager chooses", 1 => "uncertainty: what the world does", _ => "two together" }, Ink.Colour(role), null, Shape: Shapes[role]));
        return table.Lines.Count > lines.Length ? sheet.Note($"The first {lines.Length} of {table.Lines.Count} are drawn; the table has all.") : sheet;
    }

    private static int Role(SweepLine line, SweepTable table) => line.Role switch { FactorRole.Lever => 0, FactorRole.Uncertainty => 1, _ => table.Name == Points ? 0 : 2 };

    private static void Add(Plot panel, double y, Estimate estimate, int role)
    {
        if (!double.IsFinite(estimate.Value))
            return;
        if (double.IsFinite(estimate.Low) && double.IsFinite(estimate.High))
        {
            var interval = panel.Add.Line(estimate.Low, y, estimate.High, y);
            (interval.Color, interval.LineWidth) = (Ink.Colour(role), 2.2f);
        }

        var dot = panel.Add.Marker(estimate.Value, y, Shapes[role], 9, Ink.Colour(role));
        dot.MarkerLineWidth = 0;
    }
}
