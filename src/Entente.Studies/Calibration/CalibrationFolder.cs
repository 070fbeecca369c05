using System.Globalization;
using System.Text;
using Entente.Scenarios;
using Entente.Studies.Results;
using Entente.Studies.Statistics;

namespace Entente.Studies.Calibration;

/// <summary>Writes what a calibration found beside its points: parameters to include, fit and profiles as CSV, a page and a picture.</summary>
public static class CalibrationFolder
{
    /// <summary>The parameter file, for <c>include</c>.</summary>
    public const string ParameterFile = "parameters.yaml";
    /// <summary>The page.</summary>
    public const string Page = "calibration.md";


    /// <summary>Writes all of it; each file is whole under its name.</summary>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to.</exception>
    public static void Write(string directory, CalibrationResult result, ICalibrationObjective objective)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(objective);
        var sheet = CalibrationChart.Draw(result);
        (string Name, byte[] Bytes)[] files =
        [
            (ParameterFile, Encoding.UTF8.GetBytes(Parameters(result))),
            ("fit.csv", Encoding.UTF8.GetBytes(CsvFile.Of(FitTable(result)))),
            ("profiles.csv", Encoding.UTF8.GetBytes(CsvFile.Of(ProfileTable(result)))),
            (Page, Encoding.UTF8.GetBytes(CalibrationPage.Write(result, objective))),
            ("profiles.png", sheet.Png()),
            ("profiles.svg", Encoding.UTF8.GetBytes(sheet.Svg())),
        ];
        try
        {
            foreach (var (name, bytes) in files)
                WholeFile.Write(Path.Combine(directory, name), bytes);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }

    private static string Parameters(CalibrationResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Parameters fitted by the calibration {result.Plan.Name}: the best of {result.Points.Count} points, distance {Significant.Of(result.Best.Distance)}.\n");
        if (result.Plan.Experiments is [var experiment, ..])
            text.Append(CultureInfo.InvariantCulture, $"theory: {Theories.NameOf(experiment.People.Theory)}\n");
        text.Append("parameters:\n");
        foreach (var room in result.Profiles.GroupBy(profile => profile.Parameter.Path.Split('.')[0]))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {room.Key}:\n");
            foreach (var profile in room)
                text.Append(CultureInfo.InvariantCulture, $"    {profile.Parameter.Path.Split('.')[1]}: {Significant.Of(profile.Best)}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string?[]> FitTable(CalibrationResult result)
    {
        yield return ["of", "target", "simulated", "low", "high", "source"];
        foreach (var line in result.Fit)
            yield return [line.Of, line.Target, CsvFile.Field(line.Simulated), CsvFile.Field(line.Low), CsvFile.Field(line.High), line.Source];
    }

    private static IEnumerable<string?[]> ProfileTable(CalibrationResult result)
    {
        yield return ["parameter", "from", "to", "leastDistance"];
        foreach (var profile in result.Profiles)
        {
            var width = 1.0 / profile.Profile.Count;
            foreach (var (step, distance) in profile.Profile.Index())
                yield return [profile.Parameter.Path, CsvFile.Field(profile.Parameter.At(step * width)), CsvFile.Field(profile.Parameter.At((step + 1) * width)), CsvFile.Field(distance)];
        }
    }
}
