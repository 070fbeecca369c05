namespace Entente.Studies.Results;

/// <summary>Writes tables of a result as comma-separated values, for programs that do not read Parquet.</summary>
public static class CsvExport
{
    /// <summary>The file that says of every column what it holds.</summary>
    public const string Codebook = "codebook.csv";

    /// <summary>
    /// Writes tables as <c>TABLE.csv</c>, and a codebook of their columns. Values read back bit by bit. The files get their names when all
    /// of them are whole. Memory is bounded by the largest row group.
    /// </summary>
    /// <param name="folder">The result.</param>
    /// <param name="directory">Where the files go: a folder that is new or empty.</param>
    /// <param name="tables">The tables to write; all of them if empty.</param>
    /// <param name="cancel">Ends the export early; nothing is left behind.</param>
    /// <returns>The rows of each table written.</returns>
    /// <exception cref="ArgumentException">There is no such table; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The export was ended early.</exception>
    /// <exception cref="ResultsInTheWay">There is something in the directory already; nothing was written.</exception>
    /// <exception cref="ResultsNotWritable">The directory cannot be written to, or the disk is full; nothing is left behind.</exception>
    /// <exception cref="ResultsUnreadable">A table is spoilt; nothing is left behind.</exception>
    public static IReadOnlyList<(string Table, long Rows)> Write(
        ResultFolder folder, string directory, IReadOnlyCollection<string> tables, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(tables);
        string[] names = [.. tables.Count > 0 ? tables.Distinct() : folder.Manifest.Tables.Select(table => table.Name)];
        foreach (var name in names)
            _ = folder.Table(name);
        try
        {
            using var draft = ResultsDraft.Begin(directory);
            var rows = WriteAsync(folder, draft, names, cancel).GetAwaiter().GetResult();
            draft.Publish([.. names.Select(FileName), Codebook]);
            return rows;
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }

    private static async Task<(string, long)[]> WriteAsync(ResultFolder folder, ResultsDraft draft, string[] tables, CancellationToken cancel)
    {
        using var codebook = new CsvFile(draft.PathOf(Codebook));
        foreach (var heading in (string[])["table", "column", "type", "unit", "meaning"])
            codebook.Add(heading);
        codebook.EndLine();

        var written = new List<(string, long)>();
        foreach (var table in tables)
        {
            var reading = folder.Read(table);
            var columns = await reading.ColumnsAsync();
            Describe(codebook, table, columns);
            written.Add((table, await WriteAsync(reading, columns, draft.PathOf(FileName(table)), cancel)));
        }

        codebook.Finish();
        return [.. written];
    }

    private static async Task<long> WriteAsync(TableReading reading, ColumnRecord[] described, string path, CancellationToken cancel)
    {
        using var file = new CsvFile(path);
        foreach (var column in described)
            file.Add(column.Name);
        file.EndLine();

        var rows = 0L;
        for (var part = 0; part < reading.Parts; part++)
        {
            var groups = await reading.GroupsAsync(part);
            for (var group = 0; group < groups; group++)
            {
                var columns = await reading.GroupAsync(part, group);
                for (var row = 0; row < columns[0].Length; row++)
                {
                    cancel.ThrowIfCancellationRequested();
                    foreach (var column in columns)
                        file.Add(column, row);
                    file.EndLine();
                }

                rows += columns[0].Length;
            }
        }

        file.Finish();
        return rows;
    }

    private static void Describe(CsvFile codebook, string table, ColumnRecord[] columns)
    {
        foreach (var column in columns)
        {
            codebook.Add(table);
            codebook.Add(column.Name);
            codebook.Add(Words(column.Type));
            codebook.Add(column.Unit);
            codebook.Add(column.Meaning);
            codebook.EndLine();
        }
    }

    private static string Words(ColumnType type) => type switch
    {
        ColumnType.Number => "number",
        ColumnType.Whole => "whole number",
        ColumnType.WholeOrNothing => "whole number or empty",
        ColumnType.YesOrNo => "true or false",
        _ => "text",
    };

    private static string FileName(string table) => $"{table}.csv";
}
