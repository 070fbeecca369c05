using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace Entente.Studies.Results;

/// <summary>One table on its way to disk: a row group a batch, zstd, under a temporary name until it is whole.</summary>
internal sealed class Table<TRow> : ITable
{
    private readonly List<string> _arms = [];
    private readonly List<int> _replications = [];
    private readonly IReadOnlyList<Column<TRow>> _columns = Column<TRow>.All();
    private readonly DataField _arm = new("arm", typeof(string), isNullable: false);
    private readonly DataField<int> _replication = new("replication");
    private readonly FileStream _file;
    private readonly ParquetWriter _writer;
    private bool _completed;

    public Table(string name, string directory, IReadOnlyDictionary<string, string> about)
    {
        Name = name;
        Path = System.IO.Path.Combine(directory, $"{name}.parquet");
        _file = new FileStream(Path + ".tmp", FileMode.CreateNew);
        var schema = new ParquetSchema([_arm, _replication, .. _columns.Select(column => column.Field)]);
        // The default level, smallest, is many times slower for a few per cent of size.
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest };
        _writer = ParquetWriter.CreateAsync(schema, _file, options).GetAwaiter().GetResult();
        _writer.CustomMetadata = Describe(about);
    }

    public string Name { get; }

    public string Path { get; }

    public long Rows { get; private set; }

    public void Add(string arm, int replication, IEnumerable<TRow> rows)
    {
        foreach (var row in rows)
        {
            _arms.Add(arm);
            _replications.Add(replication);
            foreach (var column in _columns)
                column.Add(row);
        }
    }

    public async Task EndBatchAsync()
    {
        using var group = _writer.CreateRowGroup();
        await group.WriteAsync(_arm, _arms);
        await group.WriteAsync<int>(_replication, _replications.ToArray());
        foreach (var column in _columns)
            await column.WriteAsync(group);
        Rows += _arms.Count;
        _arms.Clear();
        _replications.Clear();
    }

    public void Complete()
    {
        Close();
        File.Move(Path + ".tmp", Path);
        _completed = true;
    }

    /// <summary>Removes what was written, unless it was completed.</summary>
    public void Dispose()
    {
        if (_completed)
            return;
        try
        {
            Close();
        }
        catch (IOException)
        {
            // The disk may be full: what cannot be finished is only to be removed.
        }

        File.Delete(Path + ".tmp");
    }

    private void Close()
    {
        using (_file)
            _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private Dictionary<string, string> Describe(IReadOnlyDictionary<string, string> about)
    {
        var metadata = new Dictionary<string, string>(about)
        {
            ["column.arm.unit"] = "text",
            ["column.arm.meaning"] = "Name of the arm.",
            ["column.replication.unit"] = "number",
            ["column.replication.meaning"] = "Number of the replication, from 0; the same replication of two arms lives in the same world.",
        };
        foreach (var column in _columns)
        {
            metadata[$"column.{column.Field.Name}.unit"] = column.Unit;
            metadata[$"column.{column.Field.Name}.meaning"] = column.Meaning;
        }

        return metadata;
    }
}

/// <summary>A table, whatever its rows.</summary>
internal interface ITable : IDisposable
{
    public string Name { get; }
    public string Path { get; }
    public long Rows { get; }

    public Task EndBatchAsync();

    public void Complete();
}
