using System.Collections.Concurrent;
using System.Globalization;
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

    private readonly ConcurrentDictionary<string, bool> asWritten = new();

    private ResultFolder(string directory, Manifest manifest) => (Directory, Manifest) = (directory, manifest);

    /// <summary>The names of the tables that a study may write.</summary>
    public static IReadOnlyList<string> TableNames => Results.Table.Names;

    /// <summary>The folder, as a full path.</summary>
    public string Directory { get; }

    /// <summary>What was played, and what is in the folder.</summary>
    public Manifest Manifest { get; }

    /// <summary>Batches that were written: every table has as many parts.</summary>
    internal int Batches => Manifest.Tables[0].Parts.Count;

    /// <summary>Opens the folder a study left.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="ResultsUnreadable">There is no manifest, it is spoilt, or a table is missing.</exception>
    public static ResultFolder Open(string directory)
    {
        var full = FullPath(directory);
        var manifest = ReadManifest(full);
        foreach (var part in manifest.Tables.SelectMany(table => table.Parts).Where(part => !File.Exists(Path.Combine(full, part.File))))
            throw new ResultsUnreadable(full, $"is not whole: {part.File} is missing.");
        return new ResultFolder(full, manifest);
    }

    /// <summary>The full path of a folder of results.</summary>
    /// <exception cref="ResultsUnreadable">The path is empty, as a variable of a shell that is not set.</exception>
    public static string FullPath(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return directory.AsSpan().Trim().IsEmpty
            ? throw new ResultsUnreadable("The path of the results", "is empty; name their folder, such as results/telco.")
            : Path.GetFullPath(directory);
    }

    /// <summary>The names of a table's columns, in order.</summary>
    /// <param name="table">The table: runs, months, alliances, projects, firms or events.</param>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public string[] Columns(string table) =>
        PartFile.Read(First(table), reader => Task.FromResult(reader.Schema.DataFields.Select(field => field.Name).ToArray()));

    /// <summary>The values of a column, in order of replication, then arm, then as they were observed.</summary>
    /// <typeparam name="T">
    /// <see cref="double"/>, <see cref="int"/>, <see cref="bool"/>, <see cref="string"/>, or <see cref="int"/> that may be null
    /// where there are gaps. Whole numbers may also be read as <see cref="double"/>; gaps are NaN then.
    /// </typeparam>
    /// <param name="table">The table: runs, months, alliances, projects, firms or events.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">There is no such table or column, or the column does not hold such values.</exception>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public T[] Column<T>(string table, string column) => Column<T>(table, column, Batches);

    /// <summary>The same of the first batches alone.</summary>
    internal T[] Column<T>(string table, string column, int batches)
    {
        var parts = Enumerable.Range(0, Math.Min(batches, Batches)).Select(batch => ColumnOfBatch<T>(table, column, batch)).ToArray();
        return parts is [var only] ? only : Joined(parts);
    }

    /// <summary>The same of one batch.</summary>
    internal T[] ColumnOfBatch<T>(string table, string column, int batch) =>
        PartFile.Read(PathOf(Table(table).Parts[batch]), async reader => (T[])await Values<T>(reader, Field(reader, table, column), table, column));

    private static T[] Joined<T>(T[][] parts)
    {
        var values = new T[parts.Sum(part => part.Length)];
        var start = 0;
        foreach (var part in parts)
        {
            part.CopyTo(values, start);
            start += part.Length;
        }

        return values;
    }

    private static async Task<Array> Values<T>(ParquetReader reader, DataField field, string table, string column) => (typeof(T), field.ClrType, field.IsNullable) switch
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

    /// <summary>The part of a table that a batch left, to be read column by column.</summary>
    internal TablePart Part(string table, int batch) => new(this, table, batch);

    /// <summary>Opens the parts of a table to be read one after another.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    /// <exception cref="ResultsUnreadable">A file is spoilt.</exception>
    internal TableReading Read(string table) => new([.. Table(table).Parts.Select(PathOf)]);

    /// <summary>The path of something in the folder.</summary>
    internal string At(string name) => Path.Combine(Directory, name);

    /// <summary>The path of a part whose file is as it was written: whoever reads one asks for it here.</summary>
    /// <exception cref="ResultsUnreadable">The file is not the one that the manifest describes.</exception>
    internal string PathOf(PartRecord part)
    {
        var path = At(part.File);
        return IsAsWritten(part) ? path : throw new ResultsUnreadable(
            path, "is not the file that the manifest describes: its SHA-256 differs. Restore it from a copy, or simulate the study again with the same command and --resume.");
    }

    /// <summary>Makes sure that every file is the one that the manifest describes.</summary>
    /// <exception cref="ResultsUnreadable">One is not.</exception>
    internal void RequireAsWritten()
    {
        foreach (var part in Manifest.Tables.SelectMany(table => table.Parts))
            _ = PathOf(part);
    }

    /// <summary>Whether the file of a part is as it was written. It is read once.</summary>
    internal bool IsAsWritten(PartRecord part)
    {
        try
        {
            return asWritten.GetOrAdd(part.File, _ => part.IsAsWritten(Directory));
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsUnreadable(At(part.File), $"cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>What the manifest says of a table.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    internal TableRecord Table(string table) => Manifest.Tables.FirstOrDefault(t => t.Name == table) ?? throw new ArgumentException(
        $"There is no table {table}; the tables are {string.Join(", ", Manifest.Tables.Select(t => t.Name))}.", nameof(table));

    private string First(string table) => PathOf(Table(table).Parts[0]);

    private string Documentation(string table, string column, string kind) => PartFile.Read(First(table), reader =>
        Task.FromResult(reader.CustomMetadata[$"column.{Field(reader, table, column).Name}.{kind}"]));

    internal static Manifest ReadManifest(string directory)
    {
        var path = Path.Combine(directory, ManifestName);
        try
        {
            return ManifestJson.Read(OwnFile.Text(path));
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            if (Ledger.Read(directory) is { } begun)
                throw new ResultsUnreadable(directory, string.Create(CultureInfo.InvariantCulture, $"holds a study that is not finished ({begun.Batches.Sum(batch => batch.Replications):N0} of {begun.Head.ReplicationsAsked:N0} replications); play it to its end with --resume."), cause);
            throw new ResultsUnreadable(directory, $"holds no results: there is no {ManifestName}.", cause);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsUnreadable(path, $"cannot be read: {cause.Message}", cause);
        }
        catch (JsonException cause)
        {
            throw new ResultsUnreadable(path, $"is no manifest: {StrictJson.Fault(cause)}", cause);
        }
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
        var values = new string[RowCount(reader)];
        await EachGroup(reader, (group, start, count) => Results.Texts.ReadAsync(group, field, values.AsMemory(start, count)));
        return values;
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
