using MathNet.Numerics.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Charts;

/// <summary>Panels as all charts have them, and what is drawn on them.</summary>
internal static class Panel
{
    private const float LabelSize = 15;
    private const float TickSize = 14;
    private const float LineWidth = 2.6f;

    /// <summary>An empty panel.</summary>
    public static Plot Empty(string horizontal, string vertical, string title = "")
    {
        Fonts.Default = Typefaces.Name;
        var plot = new Plot();
        plot.XLabel(horizontal, LabelSize);
        plot.YLabel(vertical, LabelSize);
        if (title.Length > 0)
            plot.Title(title, LabelSize + 1);
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = TickSize;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Right.MinimumSize = 28; // half of the last tick's number
        plot.Axes.Left.MinimumSize = 76; // so that panels one below the other stand in line
        plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = Figure.Tick, MinimumTickSpacing = 40 };
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Colors.Black.WithAlpha(.1);
        return plot;
    }

    /// <summary>An axis of months, ticked in steps that a calendar knows.</summary>
    public static void ScaleMonths(Plot plot, double months, int most = 12)
    {
        double[] steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 360];
        var step = steps.FirstOrDefault(step => months / step <= most, 600);
        plot.Axes.Bottom.TickGenerator = new NumericFixedInterval { Interval = step, LabelFormatter = Figure.Tick };
        plot.Axes.SetLimitsX(0, Math.Max(1, months));
    }

    /// <summary>An axis of shares, from 0 to 100%.</summary>
    public static void ScaleShares(Plot plot)
    {
        double[] shares = [0, .2, .4, .6, .8, 1];
        plot.Axes.Left.TickGenerator = new NumericManual(shares, [.. shares.Select(Figure.Share)]);
        plot.Axes.SetLimitsY(0, 1.02);
    }

    /// <summary>The line of an arm.</summary>
    public static void Line(Plot plot, Coordinates[] points, int arm)
    {
        var line = plot.Add.ScatterLine(points, Ink.Colour(arm));
        (line.LineWidth, line.LinePattern) = (LineWidth, Ink.Pattern(arm));
    }

    /// <summary>A band of an arm.</summary>
    public static void Band(Plot plot, double[] x, double[] low, double[] high, int arm, double opacity)
    {
        if (x.Length < 2)
            return;
        var band = plot.Add.FillY(x, low, high);
        (band.FillColor, band.LineWidth, band.MarkerSize) = (Ink.Colour(arm).WithAlpha(opacity), 0, 0);
    }

    /// <summary>
    /// Fans of several arms over months: bands that hold half and nine tenths of the replications, and medians on top. Returns the
    /// last month and the lowest and highest value drawn.
    /// </summary>
    public static (double Last, double Low, double High) Fans(Plot plot, IEnumerable<(int Arm, double[][] ByMonth)> arms)
    {
        var drawn = arms.Select(arm => (arm.Arm, Months: Enumerable.Range(0, arm.ByMonth.Length).Where(m => arm.ByMonth[m].Length > 0).ToArray(), arm.ByMonth)).ToArray();
        var (last, lowest, highest) = (1.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (arm, months, byMonth) in drawn)
        {
            double[] x = [.. months.Select(month => (double)month)];
            double[] Quantile(double tau) => [.. months.Select(month => byMonth[month].Quantile(tau))];
            var (low, high) = (Quantile(.05), Quantile(.95));
            Band(plot, x, low, high, arm, .13);
            Band(plot, x, Quantile(.25), Quantile(.75), arm, .25);
            if (x.Length == 0)
                continue;
            (last, lowest, highest) = (Math.Max(last, x[^1]), Math.Min(lowest, low.Min()), Math.Max(highest, high.Max()));
        }

        foreach (var (arm, months, byMonth) in drawn)
            Line(plot, [.. months.Select(month => new Coordinates(month, byMonth[month].Median()))], arm);
        return double.IsFinite(lowest) ? (last, lowest, highest) : (last, 0, 1);
    }

    /// <summary>A step function, from time 0 to the end of what was watched.</summary>
    public static Coordinates[] Steps(IEnumerable<(double Time, double Level)> steps, double start, double last)
    {
        var points = new List<Coordinates> { new(0, start) };
        foreach (var (time, level) in steps)
        {
            points.Add(new(time, points[^1].Y));
            points.Add(new(time, level));
        }

        points.Add(new(Math.Max(last, points[^1].X), points[^1].Y));
        return [.. points];
    }

    /// <summary>What arms look like, for the key.</summary>
    public static KeyEntry Entry(string label, int arm) => new(label, Ink.Colour(arm), Ink.Dash(arm));
}
