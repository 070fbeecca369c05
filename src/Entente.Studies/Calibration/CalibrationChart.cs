using Entente.Studies.Charts;
using Entente.Studies.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Entente.Studies.Calibration;

/// <summary>A profile for each parameter of a calibration: how near one can come with a value.</summary>
internal static class CalibrationChart
{
    private const int Across = 3;
    private const double Shown = 4;
    private const double LeastShown = 0.4;
    private const int FewNames = 3;

    public static Sheet Draw(CalibrationResult result)
    {
        var loose = result.Profiles.Where(profile => !profile.Pinned).Select(profile => profile.Parameter.Path).ToArray();
        string[] paths = Captions.Of([.. result.Profiles.Select(profile => profile.Parameter.Path)], Sheet.WidthOf(Across), Panel.LabelSize, bold: false);
        var sheet = new Sheet(
            loose.Length == 0
                ? $"{result.Plan.Name}: the data pin down every parameter to less than half of its range"
                : $"{result.Plan.Name}: the data leave open {(loose.Length > FewNames ? $"{loose.Length} of {result.Profiles.Count} parameters" : Figure.List(loose))}",
            "For each parameter the least distance from the data that any tried point with such a value has; within the shaded band a point fits about as well as the best, whose value is marked.");
        foreach (var row in result.Profiles.Zip(paths).Chunk(Across))
            sheet.Row([.. row.Select(profile => Panel_(result, profile.First, profile.Second)), .. Enumerable.Repeat(0, Across - row.Length).Select(_ => Nothing())]);
        return sheet.Tall(330)
            .Explain(new KeyEntry("least distance with such a value", Ink.Colour(0), []))
            .Explain(new KeyEntry("fits about as well", Ink.Colour(1).WithAlpha(.25), null));
    }

    private static Plot Panel_(CalibrationResult result, ParameterProfile profile, string path)
    {
        var p = profile.Parameter;
        var panel = Panel.Empty(path, "least distance");
        var width = 1.0 / profile.Profile.Count;
        Panel.Band(panel, [0, 1], [0, 0], [result.Acceptable, result.Acceptable], 1, .25);
        Panel.Line(panel, [.. profile.Profile.Index().Where(s => !double.IsNaN(s.Item)).Select(s => new Coordinates((s.Index + .5) * width, s.Item))], 0);
        panel.Add.Marker(p.Place(profile.Best), result.Best.Distance, MarkerShape.FilledCircle, 9, Ink.Colour(0)).MarkerLineWidth = 0;
        double[] places = [0, .5, 1];
        panel.Axes.Bottom.TickGenerator = new NumericManual(places, [.. places.Select(place => Significant.Of(p.At(place)))]);
        var top = Math.Max(LeastShown, Shown * result.Acceptable);
        panel.Axes.SetLimits(-.03, 1.03, -.04 * top, top);
        return panel;
    }

    private static Plot Nothing()
    {
        var plot = new Plot();
        plot.HideGrid();
        plot.Layout.Frameless();
        plot.HideAxesAndGrid();
        return plot;
    }
}
