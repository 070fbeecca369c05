using Entente.Studies.Results;

namespace Entente.Studies.Charts;

/// <summary>
/// Draws the charts of a result into its folder <c>charts</c>, each as PNG for slides and as SVG for print. A chart with nothing to
/// show is left out.
/// </summary>
public static class ChartFolder
{
    private static readonly IReadOnlyList<(string Name, Func<Readings, Sheet?> Draw)> Charts =
    [
        ("cumulative-value", CumulativeValueChart.Draw),
        ("core-and-income", IncomeChart.Draw),
        ("trust", TrustChart.Draw),
        ("survival", SurvivalChart.Draw),
        ("endings", EndingsChart.Draw),
        ("waiting-times", WaitingTimesChart.Draw),
        ("pipeline", PipelineChart.Draw),
        ("network", NetworkChart.Draw),
    ];

    /// <summary>The charts as pictures for pages, in the order in which to read them.</summary>
    public static IReadOnlyList<Picture> Pictures(ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var readings = new Readings(folder);
        var pictures = new List<Picture>();
        foreach (var (name, draw) in Charts)
            if (draw(readings)?.Note(readings.LeftOut) is { } sheet)
                pictures.Add(new Picture(name, sheet.Title, sheet.Description, sheet.Svg()));
        return pictures;
    }

    /// <summary>Draws all charts.</summary>
    /// <exception cref="ResultsNotWritable">The folder cannot be written.</exception>
    public static void Draw(ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var directory = Path.Combine(folder.Directory, "charts");
        var readings = new Readings(folder);
        try
        {
            Directory.CreateDirectory(directory);
            foreach (var (name, draw) in Charts)
            {
                if (draw(readings)?.Note(readings.LeftOut) is not { } sheet)
                    continue;
                WholeFile.Write(Path.Combine(directory, $"{name}.png"), sheet.Png());
                WholeFile.Write(Path.Combine(directory, $"{name}.svg"), sheet.Svg());
            }
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }
}
