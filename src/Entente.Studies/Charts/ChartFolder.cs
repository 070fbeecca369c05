using Entente.Studies.Results;

namespace Entente.Studies.Charts;

/// <summary>Draws the charts of a result into its folder <c>charts</c>.</summary>
public static class ChartFolder
{
    /// <summary>Draws all charts.</summary>
    /// <exception cref="ResultsNotWritable">The folder cannot be written.</exception>
    public static void Draw(ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var directory = Path.Combine(folder.Directory, "charts");
        try
        {
            Directory.CreateDirectory(directory);
            Look.Save(CumulativeValueChart.Plot(folder), Path.Combine(directory, "cumulative-value.png"));
            Look.Save(SurvivalChart.Plot(folder), Path.Combine(directory, "survival.png"));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }
}
