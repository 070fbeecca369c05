using System.Security.Cryptography;
using Entente.Observation;

namespace Entente.Studies.Results;

/// <summary>Results cannot be written: the message says where, and why.</summary>
public sealed class ResultsNotWritable : Exception
{
    /// <summary>A folder that cannot be written, with the cause.</summary>
    public ResultsNotWritable(string directory, Exception cause)
        : base($"{directory}: results cannot be written here: {cause.Message}", cause)
    {
    }
}

/// <summary>Writes the tables of one result, and nothing under a final name before it is whole.</summary>
internal sealed class ResultWriter : IDisposable
{
    private readonly string _directory;
    private readonly Table<RunRow> _runs;
    private readonly Table<MonthRow> _months;
    private readonly Table<AllianceRow> _alliances;
    private readonly Table<ProjectRow> _projects;
    private readonly Table<FirmRow> _firms;
    private readonly Table<EventRow> _events;
    private readonly List<ITable> _tables = [];
    private bool _completed;

    public ResultWriter(string directory, IReadOnlyDictionary<string, string> about)
    {
        _directory = directory;
        Directory.CreateDirectory(directory);
        try
        {
            _runs = Open<RunRow>("runs", about);
            _months = Open<MonthRow>("months", about);
            _alliances = Open<AllianceRow>("alliances", about);
            _projects = Open<ProjectRow>("projects", about);
            _firms = Open<FirmRow>("firms", about);
            _events = Open<EventRow>("events", about);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Write(IEnumerable<(string Arm, int Replication, Recording Recording)> batch)
    {
        foreach (var (arm, replication, recording) in batch)
        {
            _runs.Add(arm, replication, [recording.Run]);
            _months.Add(arm, replication, recording.Months);
            _alliances.Add(arm, replication, recording.Alliances);
            _projects.Add(arm, replication, recording.Projects);
            _firms.Add(arm, replication, recording.Firms);
            _events.Add(arm, replication, recording.Events);
        }

        foreach (var table in _tables)
            table.EndBatchAsync().GetAwaiter().GetResult();
    }

    /// <summary>Gives every table its final name, and then the manifest.</summary>
    public Manifest Complete(Func<IReadOnlyList<TableInfo>, Manifest> describe)
    {
        foreach (var table in _tables)
            table.Complete();
        var manifest = describe([.. _tables.Select(table => new TableInfo(table.Name, table.Rows, Hash(table.Path)))]);
        var path = Path.Combine(_directory, Manifest.FileName);
        File.WriteAllText(path + ".tmp", manifest.ToJson());
        File.Move(path + ".tmp", path);
        _completed = true;
        return manifest;
    }

    /// <summary>Removes whatever was written, unless it was completed.</summary>
    public void Dispose()
    {
        if (_completed)
            return;
        foreach (var table in _tables)
        {
            table.Dispose();
            File.Delete(table.Path);
        }

        File.Delete(Path.Combine(_directory, Manifest.FileName + ".tmp"));
        if (!Directory.EnumerateFileSystemEntries(_directory).Any())
            Directory.Delete(_directory);
    }

    private Table<TRow> Open<TRow>(string name, IReadOnlyDictionary<string, string> about)
    {
        var table = new Table<TRow>(name, _directory, about);
        _tables.Add(table);
        return table;
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
