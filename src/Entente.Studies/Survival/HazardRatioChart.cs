using Entente.Studies.Charts;
using Entente.Studies.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Survival;

/// <summary>Hazard ratios one below the other on a logarithmic scale, each with its interval, those of simulated arms below those that were observed.</summary>
internal static class HazardRatioChart
{
    private const int LineHeight = 26;
    private const int Rest = 110;
    private const int MostInTitle = 2;
    private const float LabelWidth = 8.2f;
    private const float TextWidth = 170;
    private const double Gap = .6;
    /// <summary>No wider is the axis, however wide an interval is: it ends in an arrow there.</summary>
    private const double Widest = 100;

    /// <summary>Where the axis is no longer, more ticks help.</summary>
    private const double Near = 12;

    private static readonly double[] Finer = [.1, .2, .3, .4, .5, .6, .8, 1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10];
    private static readonly double[] Round = [.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    public static Sheet Draw(IReadOnlyList<HazardRegression> regressions)
    {
        var observed = regressions[0];
        var panel = Panel.Empty("hazard ratio: left of 1 alliances last longer, right of 1 they end sooner", "");
        var (places, labels, y) = (new List<double>(), new List<string>(), 0.0);
        var drawn = new List<(double Y, Estimate Ratio, int Of)>();
        foreach (var line in observed.Lines)
        {
            (places, labels) = ([.. places, y], [.. labels, HazardWords.Difference(line)]);
            foreach (var (of, regression) in regressions.Index())
            {
                if (regression.Like(line) is not { } own)
                    continue;
                drawn.Add((y, own.Coefficient.RatioFor(line.Covariate.Difference), of));
                y--;
            }

            y -= Gap;
        }

        var (low, high) = Limits([.. drawn.Select(dot => dot.Ratio)]);
        foreach (var (place, ratio, of) in drawn)
            Add(panel, place, ratio, of, low, high);
        var one = panel.Add.VerticalLine(0, 1, Colors.Black.WithAlpha(.5));
        one.LinePattern = LinePattern.Dotted;
        panel.Axes.Left.TickGenerator = new NumericManual([.. places], [.. labels]);
        panel.Axes.Left.MinimumSize = 30 + (LabelWidth * labels.Max(label => label.Length));
        double[] ticks = [.. (high / low < Near ? Finer : Round).Where(tick => tick >= low && tick <= high)];
        panel.Axes.Bottom.TickGenerator = new NumericManual([.. ticks.Select(Math.Log10)], [.. ticks.Select(Figure.Tick)]);
        panel.Axes.Right.MinimumSize = TextWidth;
        panel.Axes.Right.TickGenerator = new NumericManual([.. drawn.Select(dot => dot.Y)], [.. drawn.Select(dot => HazardRatioText.Of(dot.Ratio).Replace('-', '\u2013'))]);
        panel.Axes.Right.TickLabelStyle.FontSize = panel.Axes.Left.TickLabelStyle.FontSize;
        (panel.Axes.Right.MajorTickStyle.Length, panel.Axes.Left.MajorTickStyle.Length) = (0, 0);
        panel.Grid.XAxisStyle.IsVisible = true;
        panel.Grid.YAxisStyle.IsVisible = false;
        panel.Axes.SetLimits(Math.Log10(low), Math.Log10(high), y + Gap + .3, .7);
        panel.Axes.SetLimitsY(y + Gap + .3, .7, panel.Axes.Right);

        var sheet = new Sheet(Title(observed), "Hazard ratios of a Cox regression, each with its 95% interval, on a logarithmic scale: of a number for the difference named, of a category against its reference. "
            + "At the right the figures.").Row(panel).Tall(Rest + (int)(LineHeight * (.7 - y)));
        if (regressions.Count > 1)
            foreach (var (of, regression) in regressions.Index())
                sheet.Explain(new KeyEntry(regression.Simulated ? $"{regression.Name}, simulated" : "as observed", Ink.Colour(of), null));
        return sheet;
    }

    /// <summary>The clearest findings.</summary>
    private static string Title(HazardRegression observed)
    {
        var clear = observed.Lines.Where(HazardWords.IsClear).OrderBy(line => line.Coefficient.P).ThenBy(line => line.Label, StringComparer.Ordinal).Take(MostInTitle).ToArray();
        return clear.Length == 0
            ? observed.Lines.Any(line => double.IsInfinity(line.Coefficient.Value)) ? "What the hazard of ending depends on" : "No covariate shows a significant difference in the hazard of ending"
            : $"Hazard of ending: {Figure.List([.. clear.Select(line => $"{HazardWords.Change(HazardWords.Ratio(line).Value)} where {HazardWords.Where(line)}")])}";
    }

    /// <summary>Round ends of the axis: all that is known, but no further from the estimates than any eye can follow.</summary>
    private static (double Low, double High) Limits(Estimate[] ratios)
    {
        double[] values = [1, .. ratios.Select(ratio => ratio.Value).Where(value => value > 0 && double.IsFinite(value))];
        double[] ends = [.. values, .. ratios.SelectMany(ratio => new[] { ratio.Low, ratio.High }).Where(end => end > 0 && double.IsFinite(end))];
        var low = Math.Max(ends.Min(), values.Min() / Widest);
        var high = Math.Min(ends.Max(), values.Max() * Widest);
        // A little air beside the outermost, and never less than from 0.8 to 1.25.
        return (Math.Min(low / 1.1, .8), Math.Max(high * 1.1, 1.25));
    }

    private static void Add(Plot panel, double y, Estimate ratio, int of, double low, double high)
    {
        var colour = Ink.Colour(of);
        if (!double.IsNaN(ratio.Low))
        {
            var (from, to) = (Math.Max(ratio.Low, low), Math.Min(ratio.High, high));
            var interval = panel.Add.Line(Math.Log10(from), y, Math.Log10(to), y);
            (interval.Color, interval.LineWidth) = (colour, 2.2f);
            if (from > ratio.Low)
                Arrow(from, -1);
            if (to < ratio.High)
                Arrow(to, 1);
        }

        if (ratio.Value > 0 && double.IsFinite(ratio.Value))
            panel.Add.Marker(Math.Log10(ratio.Value), y, MarkerShape.FilledCircle, 9, colour).MarkerLineWidth = 0;
        else
            Arrow(ratio.Value > 1 ? high : low, ratio.Value > 1 ? 1 : -1);

        void Arrow(double at, int way)
        {
            var text = panel.Add.Text(way > 0 ? ">" : "<", Math.Log10(at), y);
            (text.LabelFontColor, text.LabelAlignment, text.LabelFontSize) = (colour, way > 0 ? Alignment.MiddleRight : Alignment.MiddleLeft, 20);
            text.LabelBold = true;
        }
    }
}
