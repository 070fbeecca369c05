using Parquet;
using Parquet.Schema;

namespace Entente.Studies.Results;

/// <summary>A table of results that is being read, part by part, so that memory does not grow with the study.</summary>
/// <param name="parts">Paths of the parts, in order.</param>
internal sealed class TableReading(IReadOnlyList<string> parts)
{
    /// <summary>How many parts there are.</summary>
    public int Parts => parts.Count;

    /// <summary>The columns, in order, as the first part itself describes them.</summary>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public Task<ColumnRecord[]> ColumnsAsync() => Reading(parts[0], reader => Task.FromResult(reader.Schema.DataFields.Select(column => new ColumnRecord(
        column.Name, TypeOf(column), reader.CustomMetadata[$"column.{column.Name}.unit"], reader.CustomMetadata[$"column.{column.Name}.meaning"])).ToArray()));

    /// <summary>What a part says of itself: of which scenario it is, among other things.</summary>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public Task<IReadOnlyDictionary<string, string>> MetadataAsync(int part) =>
        Reading(parts[part], reader => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(reader.CustomMetadata)));

    /// <summary>How many row groups a part has.</summary>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public Task<int> GroupsAsync(int part) => Reading(parts[part], reader => Task.FromResult(reader.RowGroupCount));

    /// <summary>The values of a row group, column by column: numbers, whole numbers with gaps or without, yes or no, or texts.</summary>
    /// <exception cref="ResultsUnreadable">The file is spoilt.</exception>
    public Task<Array[]> GroupAsync(int part, int group) => Reading(parts[part], async reader =>
    {
        using var rows = reader.OpenRowGroupReader(group);
        var fields = reader.Schema.DataFields;
        var values = new Array[fields.Length];
        for (var i = 0; i < fields.Length; i++)
            values[i] = await ValuesAsync(rows, fields[i], (int)rows.RowCount);
        return values;
    });

    private static async Task<Array> ValuesAsync(ParquetRowGroupReader rows, DataField field, int count)
    {
        switch (TypeOf(field))
        {
            case ColumnType.Number:
                return await Values(new double[count]);
            case ColumnType.Whole:
                return await Values(new int[count]);
            case ColumnType.YesOrNo:
                return await Values(new bool[count]);
            case ColumnType.WholeOrNothing:
                var gaps = new int?[count];
                if (count > 0)
                    await rows.ReadAsync(field, gaps.AsMemory());
                return gaps;
            default:
                var texts = new string[count];
                if (count > 0)
                    await Texts.ReadAsync(rows, field, texts);
                return texts;
        }

        async Task<Array> Values<T>(T[] values)
            where T : struct
        {
            if (count > 0)
                await rows.ReadAsync(field, values.AsMemory());
            return values;
        }
    }

    private static ColumnType TypeOf(DataField field) => (field.ClrType, field.IsNullable) switch
    {
        var (held, gaps) when held == typeof(double) && !gaps => ColumnType.Number,
        var (held, gaps) when held == typeof(int) => gaps ? ColumnType.WholeOrNothing : ColumnType.Whole,
        var (held, gaps) when held == typeof(bool) && !gaps => ColumnType.YesOrNo,
        var (held, _) when held == typeof(ReadOnlyMemory<char>) => ColumnType.Text,
        var (held, _) => throw new InvalidDataException($"column {field.Name} holds {held.Name}, which no table of results does"),
    };

    private static Task<T> Reading<T>(string path, Func<ParquetReader, Task<T>> read) => Task.FromResult(PartFile.Read(path, read));
}

/// <summary>A column of a table, as its file describes it.</summary>
internal sealed record ColumnRecord(string Name, ColumnType Type, string Unit, string Meaning);

/// <summary>What a column holds in each row.</summary>
internal enum ColumnType
{
    Number,
    Whole,
    WholeOrNothing,
    YesOrNo,
    Text,
}
