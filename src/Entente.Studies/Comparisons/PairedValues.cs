using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Results;

namespace Entente.Studies.Comparisons;

/// <summary>Writes the values behind a comparison as CSV: <c>replication</c>, and a column for each arm, the reference first.</summary>
public static class PairedValues
{
    /// <summary>Writes them; the file is whole under its name.</summary>
    /// <param name="path">The file; one that is there is left alone.</param>
    /// <param name="scenario">What was played.</param>
    /// <param name="options">What was compared.</param>
    /// <param name="result">What came of it.</param>
    /// <exception cref="ResultsNotWritable">The file cannot be written; nothing is left behind.</exception>
    public static void Write(string path, Scenario scenario, PairedStudyOptions options, PairedResult result)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(result);
        string[] headings = ["replication", .. options.Others.Prepend(options.Reference).Select(arm => scenario.Arms[arm].Name)];
        var lines = Enumerable.Range(0, result.Replications).Select(replication => (string[])
            [replication.ToString(CultureInfo.InvariantCulture), .. result.Values.Select(values => values[replication].ToString("R", CultureInfo.InvariantCulture))]);
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            WholeFile.Write(full, CsvFile.Of(lines.Prepend(headings)), overwrite: false);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(path, cause);
        }
    }
}
