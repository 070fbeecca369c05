using System.Text;
using Entente.Scenarios.Laboratory;
using Entente.Studies.Results;

namespace Entente.Studies.Laboratory;

/// <summary>Writes what came of an experiment: a table as CSV, and the pictures.</summary>
public static class LaboratoryFolder
{
    private const string TableName = "shares.csv";

    /// <summary>Writes <c>shares.csv</c> (treatment, group, measure, simulated, low, high, observed, observedLow, observedHigh, count) and the pictures.</summary>
    /// <param name="directory">Where they go: a folder that is new or empty.</param>
    /// <param name="experiment">What was played.</param>
    /// <param name="comparisons">What came of it.</param>
    /// <exception cref="ResultsInTheWay">There is something in the folder already; nothing was written.</exception>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to; nothing is left behind.</exception>
    public static void Write(string directory, Experiment experiment, IReadOnlyList<LaboratoryComparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(comparisons);
        try
        {
            using var draft = ResultsDraft.Begin(directory);
            WriteTable(draft.PathOf(TableName), experiment.Treatment.Name, comparisons);
            List<string> files = [TableName];
            foreach (var (name, sheet) in LaboratoryCharts.Draw(experiment, comparisons))
            {
                File.WriteAllBytes(draft.PathOf($"{name}.png"), sheet.Png());
                File.WriteAllText(draft.PathOf($"{name}.svg"), sheet.Svg(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                files.AddRange([$"{name}.png", $"{name}.svg"]);
            }

            draft.Publish(files);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }

    private static void WriteTable(string path, string treatment, IEnumerable<LaboratoryComparison> comparisons)
    {
        using var file = new CsvFile(path);
        foreach (var heading in (string[])["treatment", "group", "measure", "simulated", "low", "high", "observed", "observedLow", "observedHigh", "count"])
            file.Add(heading);
        file.EndLine();
        foreach (var c in comparisons)
        {
            foreach (var text in new[] { treatment, c.Measure.Group, c.Measure.Name })
                file.Add(text);
            foreach (var number in new[] { c.Simulated, c.Low, c.High, c.Observed, c.ObservedLow, c.ObservedHigh })
                AddShare(file, number);
            file.Add(c.Count);
            file.EndLine();
        }

        file.Finish();
    }

    private static void AddShare(CsvFile file, double share)
    {
        if (double.IsNaN(share))
            file.Add((string?)null);
        else
            file.Add(share);
    }
}
