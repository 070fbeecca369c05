using System.Buffers;
using System.Reflection;
using Entente.Observation;
using Parquet;
using Parquet.Schema;

namespace Entente.Studies.Results;

/// <summary>Reads a value of a row.</summary>
internal delegate TValue Reading<TRow, TValue>(ref TRow row);

/// <summary>One column of a table: its name, unit and meaning, and the values of the row group that is being gathered.</summary>
internal abstract class Column<TRow>(DataField field, string unit, string meaning)
{
    public DataField Field { get; } = field;
    public string Unit { get; } = unit;
    public string Meaning { get; } = meaning;

    /// <summary>How values are laid out before they are compressed.</summary>
    public virtual EncodingHint Encoding => EncodingHint.Default;

    public abstract void Add(ref TRow row);

    /// <summary>Writes what was gathered as the next column of a row group, and starts afresh.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group);

    /// <summary>The column of a property of a row.</summary>
    public static Column<TRow> Of(PropertyInfo property, ColumnMeanings meanings)
    {
        var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        var unit = property.GetCustomAttribute<ColumnAttribute>()?.Unit
            ?? throw new InvalidOperationException($"{typeof(TRow).Name}.{property.Name} has no unit.");
        var meaning = meanings.Of(property);
        Reading<TRow, TValue> Reading<TValue>() => property.GetMethod!.CreateDelegate<Reading<TRow, TValue>>();

        return property.PropertyType switch
        {
            var type when type == typeof(double) => new NumberColumn<TRow, double>(name, unit, meaning, Reading<double>()),
            var type when type == typeof(int) => new NumberColumn<TRow, int>(name, unit, meaning, Reading<int>()),
            var type when type == typeof(bool) => new NumberColumn<TRow, bool>(name, unit, meaning, Reading<bool>()),
            var type when type == typeof(int?) => new GapColumn<TRow>(name, unit, meaning, Reading<int?>()),
            var type when type == typeof(string) => new TextColumn<TRow>(name, unit, meaning, Reading<string>()),
            var type => throw new InvalidOperationException($"{typeof(TRow).Name}.{property.Name} is a {type.Name}; no column holds that."),
        };
    }
}

/// <summary>A column of values of one type.</summary>
internal abstract class Column<TRow, TValue>(DataField field, string unit, string meaning, Reading<TRow, TValue> read) : Column<TRow>(field, unit, meaning)
{
    // Pieces instead of one array, which would be copied whenever it grows; they are used again for the next row group.
    private const int Length = 4096;

    private readonly List<TValue[]> pieces = [];
    private int count;

    public override void Add(ref TRow row)
    {
        if (count == pieces.Count * Length)
            pieces.Add(new TValue[Length]);
        pieces[count / Length][count % Length] = read(ref row);
        count++;
    }

    public override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await WriteAsync(group, count);
        count = 0;
    }

    protected abstract Task WriteAsync(ParquetRowGroupWriter group, int rows);

    /// <summary>Values one after another, as the library writes them; to be given back to the pool.</summary>
    protected TWritten[] Joined<TWritten>(Func<TValue, TWritten> written)
    {
        var values = ArrayPool<TWritten>.Shared.Rent(count);
        for (var row = 0; row < count; row++)
            values[row] = written(pieces[row / Length][row % Length]);
        return values;
    }
}

/// <summary>A column with a number, or a yes or no, in every row.</summary>
internal sealed class NumberColumn<TRow, TValue>(string name, string unit, string meaning, Reading<TRow, TValue> read)
    : Column<TRow, TValue>(new DataField<TValue>(name), unit, meaning, read)
    where TValue : struct
{
    /// <summary>
    /// Doubles byte by byte: this makes small files, and goes without the bounds of a row group. Those leave NaN out, and
    /// readers that trust them would find NaN where it is not, or not where it is.
    /// </summary>
    public override EncodingHint Encoding =>
        typeof(TValue) == typeof(double) ? EncodingHint.ByteSplitStream : EncodingHint.Default;

    protected override async Task WriteAsync(ParquetRowGroupWriter group, int rows)
    {
        var values = Joined(value => value);
        await group.WriteAsync<TValue>(Field, values.AsMemory(0, rows));
        ArrayPool<TValue>.Shared.Return(values);
    }
}

/// <summary>A column with a whole number in some rows and nothing in others.</summary>
internal sealed class GapColumn<TRow>(string name, string unit, string meaning, Reading<TRow, int?> read)
    : Column<TRow, int?>(new DataField<int?>(name), unit, meaning, read)
{
    protected override async Task WriteAsync(ParquetRowGroupWriter group, int rows)
    {
        var values = Joined(value => value);
        await group.WriteAsync<int>(Field, values.AsMemory(0, rows));
        ArrayPool<int?>.Shared.Return(values);
    }
}

/// <summary>A column with a text in every row.</summary>
internal sealed class TextColumn<TRow>(string name, string unit, string meaning, Reading<TRow, string> read)
    : Column<TRow, string>(new DataField(name, typeof(string), isNullable: false), unit, meaning, read)
{
    public override EncodingHint Encoding => EncodingHint.Dictionary;

    protected override async Task WriteAsync(ParquetRowGroupWriter group, int rows)
    {
        var texts = Joined(text => text.AsMemory());
        await group.WriteAsync<ReadOnlyMemory<char>>(Field, texts.AsMemory(0, rows));
        ArrayPool<ReadOnlyMemory<char>>.Shared.Return(texts, clearArray: true);
    }
}
