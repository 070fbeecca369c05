using Entente.Observation;

namespace Entente.Studies.Results;

/// <summary>A table of results, and how its rows come out of a recording.</summary>
internal abstract class Table(string name)
{
    /// <summary>All tables, in the order of the manifest.</summary>
    public static IReadOnlyList<Table> All { get; } =
    [
        new Table<RunRow>("runs", recording => [recording.Run]),
        new Table<MonthRow>("months", recording => recording.Months),
        new Table<AllianceRow>("alliances", recording => recording.Alliances),
        new Table<ProjectRow>("projects", recording => recording.Projects),
        new Table<FirmRow>("firms", recording => recording.Firms),
        new Table<EventRow>("events", recording => recording.Events),
    ];

    public string Name { get; } = name;
    public string FileName => $"{Name}.parquet";

    /// <summary>Starts a file of this table.</summary>
    public abstract TableFile Create(string path, ColumnMeanings meanings, IReadOnlyDictionary<string, string> metadata);
}

internal sealed class Table<TRow>(string name, Func<Recording, IReadOnlyList<TRow>> rows) : Table(name)
{
    public override TableFile Create(string path, ColumnMeanings meanings, IReadOnlyDictionary<string, string> metadata) =>
        new TableFile<TRow>(path, rows, meanings, metadata);
}
