using System.Reflection;
using System.Text.Json;
using Entente.Observation;
using Parquet;
using Parquet.Schema;

namespace Entente.Studies.Results;

/// <summary>One column of a table, with the values of the batch at hand.</summary>
/// <typeparam name="TRow">The row it is taken from.</typeparam>
internal abstract class Column<TRow>(DataField dataField, string unit, string meaning)
{
    public DataField Field => dataField;
    public string Unit => unit;
    public string Meaning => meaning;

    public abstract void Add(TRow row);

    public abstract Task WriteAsync(ParquetRowGroupWriter group);

    /// <summary>The columns of a row type, in the order of its properties: one each, in camel case.</summary>
    public static IReadOnlyList<Column<TRow>> All() =>
        [.. typeof(TRow).GetProperties().Where(property => property.IsDefined(typeof(ColumnAttribute))).Select(Of)];

    private static Column<TRow> Of(PropertyInfo property)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var unit = property.GetCustomAttribute<ColumnAttribute>()!.Unit;
        var meaning = Meanings.Of(typeof(TRow), property.Name);
        Func<TRow, T> Read<T>() => property.GetMethod!.CreateDelegate<Func<TRow, T>>();
        return property.PropertyType switch
        {
            var type when type == typeof(string) => new TextColumn<TRow>(name, unit, meaning, Read<string>()),
            var type when type == typeof(double) => new PlainColumn<TRow, double>(name, unit, meaning, Read<double>()),
            var type when type == typeof(int) => new PlainColumn<TRow, int>(name, unit, meaning, Read<int>()),
            var type when type == typeof(bool) => new PlainColumn<TRow, bool>(name, unit, meaning, Read<bool>()),
            var type when type == typeof(int?) => new OptionalColumn<TRow, int>(name, unit, meaning, Read<int?>()),
            var type => throw new NotSupportedException($"{typeof(TRow).Name}.{property.Name} is a {type.Name}: no column can hold it."),
        };
    }
}

internal sealed class PlainColumn<TRow, T>(string name, string unit, string meaning, Func<TRow, T> read)
    : Column<TRow>(new DataField<T>(name), unit, meaning)
    where T : struct
{
    private readonly List<T> _values = [];

    public override void Add(TRow row) => _values.Add(read(row));

    public override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await group.WriteAsync<T>(Field, _values.ToArray());
        _values.Clear();
    }
}

internal sealed class OptionalColumn<TRow, T>(string name, string unit, string meaning, Func<TRow, T?> read)
    : Column<TRow>(new DataField<T?>(name), unit, meaning)
    where T : struct
{
    private readonly List<T?> _values = [];

    public override void Add(TRow row) => _values.Add(read(row));

    public override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await group.WriteAsync<T>(Field, (ReadOnlyMemory<T?>)_values.ToArray());
        _values.Clear();
    }
}

internal sealed class TextColumn<TRow>(string name, string unit, string meaning, Func<TRow, string> read)
    : Column<TRow>(new DataField(name, typeof(string), isNullable: false), unit, meaning)
{
    private readonly List<string> _values = [];

    public override void Add(TRow row) => _values.Add(read(row));

    public override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await group.WriteAsync(Field, _values);
        _values.Clear();
    }
}
