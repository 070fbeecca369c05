using MathNet.Numerics.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Charts;

/// <summary>Panels as all charts have them, and what is drawn on them.</summary>
internal static class Panel
{
    /// <summary>Space right of what is drawn: half of the last tick's number.</summary>
    public const float RightSpace = 28;
    /// <summary>Space left of it: the same in all panels, so that those one below the other stand in line.</summary>
    public const float LeftSpace = 76;
    /// <summary>Size of the letters above a panel.</summary>
    public const float TitleSize = LabelSize + 1;

    /// <summary>Size of the letters along an axis.</summary>
    public const float LabelSize = 15;

    private const float TickSize = 14;
    private const float LineWidth = 2.6f;

    // Bands of more arms than these cover each other.
    private const int FewFans = 3;
    private const int MostBands = 5;

    /// <summary>An empty panel.</summary>
    public static Plot Empty(string horizontal, string vertical, string title = "")
    {
        Fonts.Default = Typefaces.Name;
        var plot = new Plot();
        plot.XLabel(horizontal, LabelSize);
        plot.YLabel(vertical, LabelSize);
        if (title.Length > 0)
            plot.Title(title, TitleSize);
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = TickSize;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Right.MinimumSize = RightSpace;
        plot.Axes.Left.MinimumSize = LeftSpace;
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

    /// <summary>What fans of so many arms show, for descriptions and notes.</summary>
    public static string FansInWords(int arms) => arms switch
    {
        <= FewFans => "for each arm the median over replications, and bands that hold half and nine tenths of them",
        <= MostBands => "for each arm the median over replications, and a band that holds half of them",
        _ => "for each arm the median over replications",
    };

    /// <summary>Explains the fans of arms: what their bands are, by line where there is room for it, else below.</summary>
    public static Sheet ExplainFans(this Sheet sheet, Readings readings, IReadOnlyCollection<int> arms)
    {
        foreach (var arm in arms)
            sheet.Explain(Entry(arms.Count <= FewFans ? $"{readings.Arms[arm]}: median, 50% and 90% of replications" : readings.Arms[arm], arm, readings.Arms.Count));
        return sheet.Note(arms.Count switch
        {
            <= FewFans => "",
            <= MostBands => "Lines are medians over replications; bands hold half of them.",
            _ => "Lines are medians over replications.",
        }).Note(readings.NotDrawn);
    }

    /// <summary>
    /// Fans of several arms over months: medians, and below them bands that hold half and nine tenths of the replications, as far as so many can be told
    /// apart. Returns the last month and the lowest and highest value drawn.
    /// </summary>
    public static (double Last, double Low, double High) Fans(Plot plot, IReadOnlyCollection<(int Arm, double[][] ByMonth)> arms)
    {
        var drawn = arms.Select(arm => (arm.Arm, Months: Enumerable.Range(0, arm.ByMonth.Length).Where(m => arm.ByMonth[m].Length > 0).ToArray(), arm.ByMonth)).ToArray();
        var (last, lowest, highest) = (1.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (arm, months, byMonth) in drawn)
        {
            double[] x = [.. months.Select(month => (double)month)];
            double[] Quantile(double tau) => [.. months.Select(month => byMonth[month].Quantile(tau))];
            if (x.Length == 0)
                continue;
            var outer = arms.Count <= FewFans ? .05 : arms.Count <= MostBands ? .25 : .5;
            var (low, high) = (Quantile(outer), Quantile(1 - outer));
            if (arms.Count <= FewFans)
                Band(plot, x, low, high, arm, .13);
            if (arms.Count <= MostBands)
                Band(plot, x, Quantile(.25), Quantile(.75), arm, .25);
            (last, lowest, highest) = (Math.Max(last, x[^1]), Math.Min(lowest, low.Min()), Math.Max(highest, high.Max()));
        }

        foreach (var (arm, months, byMonth) in drawn)
            Line(plot, Medians(months, byMonth), arm);
        return double.IsFinite(lowest) ? (last, lowest, highest) : (last, 0, 1);
    }

    /// <summary>Medians by month, where there are values.</summary>
    public static Coordinates[] Medians(double[][] byMonth) => Medians([.. Enumerable.Range(0, byMonth.Length).Where(month => byMonth[month].Length > 0)], byMonth);

    private static Coordinates[] Medians(int[] months, double[][] byMonth) => [.. months.Select(month => new Coordinates(month, byMonth[month].Median()))];

    /// <summary>
    /// Writes the numbers of arms on their lines, where there are more than colour and style can tell apart. Each has a place of its own along its line, so
    /// that lines on top of each other keep their numbers apart. To be called when the axes are scaled.
    /// </summary>
    /// <param name="plot">The panel.</param>
    /// <param name="lines">The lines, by arm.</param>
    /// <param name="arms">How many arms the result has.</param>
    public static void Numbers(Plot plot, IReadOnlyList<(int Arm, Coordinates[] Points)> lines, int arms)
    {
        // Shares of a panel that a number takes, and that it stays off the frame.
        const double Wide = .05, High = .06, Off = .03;
        const int Tries = 4;
        var (limits, placed) = (plot.Axes.GetLimits(), new List<Coordinates>());
        Coordinates Inside(Coordinates at) => new(
            Math.Clamp(at.X, limits.Left + (Off * limits.HorizontalSpan), limits.Right - (Off * limits.HorizontalSpan)),
            Math.Clamp(at.Y, limits.Bottom + (Off * limits.VerticalSpan), limits.Top - (Off * limits.VerticalSpan)));
        bool Free(Coordinates at) => placed.TrueForAll(other =>
            Math.Abs(at.X - other.X) > Wide * limits.HorizontalSpan || Math.Abs(at.Y - other.Y) > High * limits.VerticalSpan);
        foreach (var (i, (arm, points)) in lines.Index())
        {
            if (points.Length == 0 || Ink.Number(arm, arms) is not { } number)
                continue;
            // On the line, well within the panel, where nothing is yet; else near it.
            var tries = Tries * lines.Count;
            Coordinates[] on = [.. Enumerable.Range(0, tries).Select(j => Along(points, ((((Tries * i) + j) % tries) + 1.0) / (tries + 1), limits))];
            var near = Enumerable.Range(1, lines.Count).SelectMany(k => on.SelectMany(at => new[] { at with { Y = at.Y + (k * High * limits.VerticalSpan) }, at with { Y = at.Y - (k * High * limits.VerticalSpan) } }));
            var place = on.Where(at => Inside(at) == at).Concat(on.Select(Inside)).Concat(near.Select(Inside)).FirstOrDefault(Free, on[0]);
            placed.Add(place);
            plot.Add.Plottable(new Badge(number, place, Ink.Colour(arm)));
        }
    }

    /// <summary>The place on a line at a share of its length as it is drawn.</summary>
    private static Coordinates Along(Coordinates[] points, double share, AxisLimits limits)
    {
        // Panels are about twice as wide as high.
        double Length(Coordinates from, Coordinates to) => double.Hypot(2 * (to.X - from.X) / limits.HorizontalSpan, (to.Y - from.Y) / limits.VerticalSpan);
        var left = share * points.Zip(points.Skip(1), Length).Sum();
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            var length = Length(from, to);
            if (left <= length && length > 0)
                return new(from.X + ((to.X - from.X) * left / length), from.Y + ((to.Y - from.Y) * left / length));
            left -= length;
        }

        return points[^1];
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
    /// <param name="label">What it stands for.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="arms">How many arms the result has.</param>
    public static KeyEntry Entry(string label, int arm, int arms = 1) => new(label, Ink.Colour(arm), Ink.Dash(arm), Ink.Number(arm, arms));
}
