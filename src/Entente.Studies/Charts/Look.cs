using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Charts;

/// <summary>How all charts look: colours that colour-blind people can tell apart (Okabe and Ito) with a line pattern each, so that grey prints can be read too.</summary>
internal static class Look
{
    private const int Width = 1100;
    private const int Height = 700;

    private static readonly Color[] Colours =
    [
        Color.FromHex("#0072B2"), Color.FromHex("#D55E00"), Color.FromHex("#009E73"), Color.FromHex("#CC79A7"),
        Color.FromHex("#E69F00"), Color.FromHex("#56B4E9"), Color.FromHex("#000000"),
    ];

    private static readonly LinePattern[] Patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.DenselyDashed, LinePattern.Dotted];

    public static Color Colour(int arm) => Colours[arm % Colours.Length];

    public static LinePattern Pattern(int arm) => Patterns[arm % Patterns.Length];

    /// <summary>An empty plot.</summary>
    public static Plot Plot(string title, string x, string y)
    {
        Lettering.Use();
        var plot = new Plot();
        plot.Font.Set("Lato");
        plot.Title(title, 22);
        plot.XLabel(x, 17);
        plot.YLabel(y, 17);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 15;
        plot.Axes.Left.TickLabelStyle.FontSize = 15;
        plot.Axes.Left.TickGenerator = new NumericAutomatic
        {
            LabelFormatter = value => value.ToString("#,0.###", CultureInfo.InvariantCulture).Replace('-', '−'),
        };
        plot.Grid.MajorLineColor = Color.FromHex("#E4E4E4");
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        return plot;
    }

    /// <summary>Marks years on the time axis.</summary>
    public static void Years(Plot plot, double months)
    {
        var step = months > 120 ? 24 : months > 36 ? 12 : 6;
        var ticks = new NumericManual();
        for (var month = 0; month <= months; month += step)
            ticks.AddMajor(month, month.ToString(CultureInfo.InvariantCulture));
        plot.Axes.Bottom.TickGenerator = ticks;
    }

    /// <summary>Puts the legend below the title, outside the data.</summary>
    public static void Legend(Plot plot)
    {
        var panel = plot.ShowLegend(Edge.Bottom);
        panel.Legend.FontSize = 15;
        panel.Legend.OutlineWidth = 0;
        panel.Legend.ShadowColor = Colors.Transparent;
        panel.Legend.Orientation = Orientation.Horizontal;
        panel.Legend.SymbolWidth = 40;
    }

    /// <summary>Saves a plot under its final name once it is whole.</summary>
    public static void Save(Plot plot, string path)
    {
        plot.SavePng(path + ".tmp", Width, Height);
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
