using Entente.Studies.Results;

namespace Entente.Studies.Sweeps;

/// <summary>Writes an analysis beside its sweep: its sentences, tables as CSV, and pictures of them.</summary>
public static class SweepFolder
{
    /// <summary>The folder, in that of the sweep.</summary>
    public const string FolderName = "analysis";

    /// <summary>Writes it; each file is whole under its name.</summary>
    /// <returns>The folder.</returns>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to.</exception>
    public static string Write(ResultFolder folder, SweepValues values, SweepAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(analysis);
        var directory = Path.Combine(folder.Directory, FolderName);
        var name = values.Against is null ? $"{values.Outcome.Column}-{values.Arm}" : $"{values.Outcome.Column}-{values.Arm}-minus-{values.Against}";
        var pictures = analysis.Tables.Where(table => table.Picture is not null)
            .Select((table, i) => (Name: i == 0 ? name : $"{name}-{table.Name}", Sheet: EstimatesChart.Draw(values, table))).ToArray();
        try
        {
            Directory.CreateDirectory(directory);
            foreach (var table in analysis.Tables)
                WholeFile.Write(Path.Combine(directory, $"{name}-{table.Name}.csv"), Csv(table));
            WholeFile.Write(Path.Combine(directory, $"{name}.txt"), $"{analysis.Finding}.\n{string.Concat(analysis.Sentences.Select(sentence => $"{sentence}\n"))}");
            foreach (var (picture, sheet) in pictures)
            {
                WholeFile.Write(Path.Combine(directory, $"{picture}.png"), sheet.Png());
                WholeFile.Write(Path.Combine(directory, $"{picture}.svg"), sheet.Svg());
            }

            return directory;
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }

    /// <summary>A table as comma-separated values: what a line is about, whose choice that is, and each value with its interval.</summary>
    internal static string Csv(SweepTable table) => CsvFile.Of(Lines(table));

    private static IEnumerable<string?[]> Lines(SweepTable table)
    {
        yield return ["of", "role", .. table.Headings.SelectMany(heading => (string[])[heading, $"{heading} low", $"{heading} high"])];
        foreach (var line in table.Lines)
            yield return [line.Label, line.Role?.ToString().ToLowerInvariant(), .. line.Values.SelectMany(value => (string?[])[CsvFile.Field(value.Value), CsvFile.Field(value.Low), CsvFile.Field(value.High)])];
    }
}
