using System.Text.Json;
using Entente.Scenarios;
using Parquet;
using Parquet.Schema;

namespace Entente.Studies.Results;

/// <summary>The results of a study, to be read: its manifest, and its tables column by column.</summary>
public sealed class ResultFolder
{
    internal const string ManifestName = "manifest.json";

    /// <summary>What the reader of the files holds texts as.</summary>
    private static readonly Type HeldText = typeof(ReadOnlyMemory<char>);

    private ResultFolder(string directory, Manifest manifest) => (Directory, Manifest) = (directory, manifest);

    /// <summary>The folder, as a full path.</summary>
    public string Directory { get; }

    /// <summary>What was played, and what is in the folder.</summary>
    public Manifest Manifest { get; }

    /// <summary>Opens the folder a study left.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="ResultsUnreadable">There is no manifest, it is spoilt, or a table is missing.</exception>
    public static ResultFolder Open(string directory)
    {
        var full = Path.GetFullPath(directory);
        var manifest = ReadManifest(full);
        foreach (var table in manifest.Tables.Where(table => !File.Exists(Path.Combine(full, table.File))))
            throw new ResultsUnreadable(full, $"is not whole: {table.File} is missing.");
        return new ResultFolder(full, manifest);
    }

    /// <summary>The names of a table's columns, in order.</summary>
    /// <param name="table">The table: runs, months, alliances, projects, firms or events.</param>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public string[] Columns(string table) =>
        Reading(table, reader => Task.FromResult(reader.Schema.DataFields.Select(field => field.Name).ToArray()));

    /// <summary>The values of a column, in order of replication, then arm, then as they were observed.</summary>
    /// <typeparam name="T">
    /// <see cref="double"/>, <see cref="int"/>, <see cref="bool"/>, <see cref="string"/>, or <see cref="int"/> that may be null
    /// where there are gaps. Whole numbers may also be read as <see cref="double"/>; gaps are NaN then.
    /// </typeparam>
    /// <param name="table">The table: runs, months, alliances, projects, firms or events.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">There is no such table or column, or the column does not hold such values.</exception>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public T[] Column<T>(string table, string column) => Reading(table, async reader =>
    {
        var field = Field(reader, table, column);
        Array values = (typeof(T), field.ClrType, field.IsNullable) switch
        {
            var (wanted, held, gaps) when wanted == typeof(double) && held == typeof(double) && !gaps => await Numbers<double>(reader, field),
            var (wanted, held, gaps) when wanted == typeof(int) && held == typeof(int) && !gaps => await Numbers<int>(reader, field),
            var (wanted, held, gaps) when wanted == typeof(bool) && held == typeof(bool) && !gaps => await Numbers<bool>(reader, field),
            var (wanted, held, _) when wanted == typeof(string) && held == HeldText => await Texts(reader, field),
            var (wanted, held, gaps) when wanted == typeof(int?) && held == typeof(int) && gaps => await Gaps(reader, field),
            var (wanted, held, gaps) when wanted == typeof(int?) && held == typeof(int) && !gaps =>
                Array.ConvertAll(await Numbers<int>(reader, field), value => (int?)value),
            var (wanted, held, gaps) when wanted == typeof(double) && held == typeof(int) && !gaps =>
                Array.ConvertAll(await Numbers<int>(reader, field), value => (double)value),
            var (wanted, held, gaps) when wanted == typeof(double) && held == typeof(int) && gaps =>
                Array.ConvertAll(await Gaps(reader, field), value => value ?? double.NaN),
            var (wanted, held, gaps) => throw new ArgumentException(
                $"{table}.{column} holds {Name(held, gaps)}, not {Name(Nullable.GetUnderlyingType(wanted) ?? wanted, Nullable.GetUnderlyingType(wanted) is not null)}.", nameof(column)),
        };
        return (T[])values;
    });

    /// <summary>The unit of a column, in words.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">There is no such table or column.</exception>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public string Unit(string table, string column) => Documentation(table, column, "unit");

    /// <summary>What a column means, in a sentence or two.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">There is no such table or column.</exception>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public string Meaning(string table, string column) => Documentation(table, column, "meaning");

    /// <summary>Opens a table to be read row group by row group.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    internal Task<TableReading> ReadAsync(string table) => TableReading.OpenAsync(PathOf(table));

    private string Documentation(string table, string column, string kind) => Reading(table, reader =>
        Task.FromResult(reader.CustomMetadata[$"column.{Field(reader, table, column).Name}.{kind}"]));

    private static Manifest ReadManifest(string directory)
    {
        var path = Path.Combine(directory, ManifestName);
        try
        {
            return ManifestJson.Read(File.ReadAllText(path));
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ResultsUnreadable(directory, $"holds no results: there is no {ManifestName}.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsUnreadable(path, $"cannot be read: {cause.Message}", cause);
        }
        catch (JsonException cause)
        {
            throw new ResultsUnreadable(path, $"is no manifest: {cause.Message}", cause);
        }
    }

    private TResult Reading<TResult>(string table, Func<ParquetReader, Task<TResult>> read)
    {
        var path = PathOf(table);
        return ReadAsync().GetAwaiter().GetResult();

        async Task<TResult> ReadAsync()
        {
            try
            {
                await using var reader = await ParquetReader.CreateAsync(path);
                return await read(reader);
            }
            catch (Exception cause) when (cause is not ArgumentException)
            {
                throw new ResultsUnreadable(path, $"cannot be read: {cause.Message}", cause);
            }
        }
    }

    /// <summary>The file of a table.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    internal string PathOf(string table)
    {
        var file = Manifest.Tables.FirstOrDefault(t => t.Name == table)?.File ?? throw new ArgumentException(
            $"There is no table {table}; the tables are {string.Join(", ", Manifest.Tables.Select(t => t.Name))}.", nameof(table));
        return Path.Combine(Directory, file);
    }

    private static DataField Field(ParquetReader reader, string table, string column)
    {
        var fields = reader.Schema.DataFields;
        if (fields.FirstOrDefault(field => field.Name == column) is { } found)
            return found;
        var nearest = Suggestions.Nearest(column, fields.Select(field => field.Name));
        throw new ArgumentException(
            $"{table} has no column {column}.{(nearest is null ? "" : $" Did you mean {nearest}?")}", nameof(column));
    }

    private static async Task<T[]> Numbers<T>(ParquetReader reader, DataField field)
        where T : struct
    {
        var values = new T[RowCount(reader)];
        await EachGroup(reader, (group, start, count) => group.ReadAsync(field, values.AsMemory(start, count)));
        return values;
    }

    private static async Task<int?[]> Gaps(ParquetReader reader, DataField field)
    {
        var values = new int?[RowCount(reader)];
        await EachGroup(reader, (group, start, count) => group.ReadAsync(field, values.AsMemory(start, count)));
        return values;
    }

    private static async Task<string[]> Texts(ParquetReader reader, DataField field)
    {
        var values = new string?[RowCount(reader)];
        await EachGroup(reader, (group, start, count) => group.ReadAsync(field, values.AsMemory(start, count)));
        return Array.ConvertAll(values, value => value!);
    }

    private static async Task EachGroup(ParquetReader reader, Func<ParquetRowGroupReader, int, int, ValueTask> read)
    {
        var start = 0;
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            var count = (int)group.RowCount;
            if (count > 0)
                await read(group, start, count);
            start += count;
        }
    }

    private static long RowCount(ParquetReader reader) => reader.RowGroups.Sum(group => group.RowCount);

    private static string Name(Type type, bool gaps) =>
        type == typeof(double) ? "numbers"
        : type == typeof(int) ? gaps ? "whole numbers with gaps" : "whole numbers"
        : type == typeof(bool) ? "yes or no"
        : type == typeof(string) || type == HeldText ? "text"
        : type.Name;
}
