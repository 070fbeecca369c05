using Entente.Studies.Results;

namespace Entente.Studies.Survival;

/// <summary>
/// Writes the signed alliances of a result as a table for survival analysis: <c>survival</c> reads it without options, and in R
/// <c>survfit(Surv(time, event) ~ arm, read.csv("survival.csv"))</c> works as it stands.
/// </summary>
public static class SurvivalExport
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "survival.csv";

    private static readonly string[] NotCovariates = ["arm", "replication", "alliance", "signedMonth", "endedMonth", "operationMonths", "ending"];

    /// <summary>
    /// Writes <c>survival.csv</c>: alliance, arm, replication, start (months from the beginning of the simulation to that of the first month in operation),
    /// end (to the end of the last month in operation or, where it goes on, of the last month played), time (months of operation; always end - start),
    /// event (1 ended, 0 censored), cause (empty where censored), and all other columns of the table of alliances. The file gets its name when it is whole.
    /// </summary>
    /// <param name="folder">The result.</param>
    /// <param name="directory">Where the file goes; other files there are left alone.</param>
    /// <param name="cancel">Ends it early; nothing is left behind.</param>
    /// <returns>The alliances written.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    /// <exception cref="ResultsInTheWay">There is such a file already; nothing was written.</exception>
    /// <exception cref="ResultsNotWritable">The directory cannot be written to, or the disk is full; nothing is left behind.</exception>
    /// <exception cref="ResultsUnreadable">The table of alliances is spoilt, or there is none; nothing was written.</exception>
    public static int Write(ResultFolder folder, string directory, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(Path.GetFullPath(directory), FileName);
        if (Path.Exists(path))
            throw new ResultsInTheWay(directory, $"already holds {FileName}");
        SimulatedAlliances.Check(folder);
        var signed = folder.Column<int?>("alliances", "signedMonth");
        var rows = Enumerable.Range(0, signed.Length).Where(row => signed[row] is not null).ToArray();
        var columns = Columns(folder, signed);
        var draft = $"{path}.{Environment.ProcessId}.draft";
        var made = Directory.Exists(directory) ? null : directory;
        var done = false;
        try
        {
            Directory.CreateDirectory(directory);
            using (var file = new CsvFile(draft))
            {
                foreach (var (name, _) in columns)
                    file.Add(name);
                file.EndLine();
                foreach (var row in rows)
                {
                    cancel.ThrowIfCancellationRequested();
                    foreach (var (_, values) in columns)
                        file.Add(values, row);
                    file.EndLine();
                }

                file.Finish();
            }

            File.Move(draft, path);
            done = true;
            return rows.Length;
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
        finally
        {
            if (!done)
                Remove(draft, made);
        }
    }

    private static List<(string Name, Array Values)> Columns(ResultFolder folder, int?[] signed)
    {
        var ended = folder.Column<int?>("alliances", "endedMonth");
        var months = folder.Column<int>("alliances", "operationMonths");
        List<(string, Array)> columns =
        [
            ("alliance", folder.Column<int>("alliances", "alliance")),
            ("arm", folder.Column<string>("alliances", "arm")),
            ("replication", folder.Column<int>("alliances", "replication")),
            ("start", signed),
            ("end", Array.ConvertAll(Enumerable.Range(0, signed.Length).ToArray(), row => signed[row] + months[row])),
            ("time", months),
            ("event", Array.ConvertAll(ended, month => month is null ? 0 : 1)),
            ("cause", folder.Column<string>("alliances", "ending")),
        ];
        columns.AddRange(folder.Columns("alliances").Except(NotCovariates).Select(name => (name, Values(folder, name))));
        return columns;
    }

    internal static Array Values(ResultFolder folder, string name)
    {
        foreach (var read in new Func<Array>[]
        {
            () => folder.Column<int?>("alliances", name), () => folder.Column<double>("alliances", name),
            () => folder.Column<string>("alliances", name), () => folder.Column<bool>("alliances", name),
        })
        {
            try
            {
                return read();
            }
            catch (ArgumentException)
            {
                // It holds something else.
            }
        }

        throw new ArgumentException($"alliances.{name} holds what no table can.", nameof(name));
    }

    private static void Remove(string draft, string? made)
    {
        try
        {
            File.Delete(draft);
            if (made is not null && Directory.Exists(made) && !Directory.EnumerateFileSystemEntries(made).Any())
                Directory.Delete(made);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            // What could not be written to could not be cleared either.
        }
    }
}
