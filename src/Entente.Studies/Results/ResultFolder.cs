using Parquet;
using Parquet.Schema;

namespace Entente.Studies.Results;

/// <summary>A finished result, for reading.</summary>
public sealed class ResultFolder
{
    private ResultFolder(string directory, Manifest manifest) => (Directory, Manifest) = (directory, manifest);

    /// <summary>Where it is.</summary>
    public string Directory { get; }

    /// <summary>What it is.</summary>
    public Manifest Manifest { get; }

    /// <summary>Opens a result.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public static ResultFolder Open(string directory) =>
        new(directory, Manifest.Read(Path.Combine(directory, Manifest.FileName)));

    /// <summary>All values of a column of numbers or switches that are always there, in the order of the table.</summary>
    public T[] Values<T>(string table, string column)
        where T : struct
        => Read<T>(table, column, async (group, field, rows) =>
        {
            var values = new T[rows];
            await group.ReadAsync<T>(field, values.AsMemory());
            return values;
        });

    /// <summary>All values of a column of numbers, whole ones included, in the order of the table.</summary>
    public double[] Numbers(string table, string column) =>
        IsWhole(table, column) ? Array.ConvertAll(Values<int>(table, column), value => (double)value) : Values<double>(table, column);

    /// <summary>All values of a column of numbers that may be missing, in the order of the table.</summary>
    public T?[] Optional<T>(string table, string column)
        where T : struct
        => Read<T?>(table, column, async (group, field, rows) =>
        {
            var values = new T?[rows];
            await group.ReadAsync(field, values.AsMemory());
            return values;
        });

    /// <summary>All values of a column of text, in the order of the table.</summary>
    public string[] Texts(string table, string column) => Read<string>(table, column, async (group, field, rows) =>
    {
        var values = new string?[rows];
        await group.ReadAsync(field, values.AsMemory());
        return Array.ConvertAll(values, value => value ?? "");
    });

    private bool IsWhole(string table, string column) => IsWholeAsync(table, column).GetAwaiter().GetResult();

    private async Task<bool> IsWholeAsync(string table, string column)
    {
        await using var reader = await ParquetReader.CreateAsync(Path.Combine(Directory, $"{table}.parquet"));
        return reader.Schema.FindDataField(column).ClrType == typeof(int);
    }

    private T[] Read<T>(string table, string column, Func<ParquetRowGroupReader, DataField, int, Task<T[]>> read) =>
        ReadAsync(table, column, read).GetAwaiter().GetResult();

    private async Task<T[]> ReadAsync<T>(string table, string column, Func<ParquetRowGroupReader, DataField, int, Task<T[]>> read)
    {
        await using var reader = await ParquetReader.CreateAsync(Path.Combine(Directory, $"{table}.parquet"));
        var field = reader.Schema.FindDataField(column);
        var values = new List<T>();
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            values.AddRange(await read(group, field, (int)group.RowCount));
        }

        return [.. values];
    }
}
