using System.Globalization;
using System.Reflection;
using System.Text.Json;
using DuckDB.NET.Data;
using Entente.Engine;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Results;
using Entente.Studies.Running;
using NUnit.Framework;

namespace Entente.Tests.Studies;

/// <summary>What a study leaves behind, read back by a reader that is not ours.</summary>
public class StudyTests
{
    private static readonly string[] Tables = ["runs", "months", "alliances", "projects", "firms", "events"];

    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("entente-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Tables_hold_what_was_recorded()
    {
        var scenario = Small(replications: 5);
        var result = Run(scenario, "a", threads: 2, batch: 2);
        var recordings = (from r in Enumerable.Range(0, 5)
                          from arm in scenario.Arms
                          select (arm.Name, r, Simulation.Run(arm.Setting, scenario.Seed, (uint)r))).ToArray();
        Assert.Multiple(() =>
        {
            Compare<RunRow>(result, "runs", recordings, recording => [recording.Run]);
            Compare(result, "months", recordings, recording => recording.Months);
            Compare(result, "alliances", recordings, recording => recording.Alliances);
            Compare(result, "projects", recordings, recording => recording.Projects);
            Compare(result, "firms", recordings, recording => recording.Firms);
            Compare(result, "events", recordings, recording => recording.Events);
        });
    }

    [Test]
    public void Every_batch_is_a_row_group_and_every_column_says_what_it_is()
    {
        var result = Run(Small(replications: 5), "a", threads: 1, batch: 2);
        foreach (var table in Tables)
        {
            var path = Path.Combine(result.Directory, $"{table}.parquet");
            Assert.That(Query($"select count(distinct row_group_id) from parquet_metadata('{path}')")[0][0], Is.EqualTo(3L));
            Assert.That(Query($"select distinct compression from parquet_metadata('{path}')").Select(row => row[0]), Is.EqualTo(new object[] { "ZSTD" }));
            var columns = Query($"select name from parquet_schema('{path}') where num_children is null").Select(row => (string)row[0]!).ToArray();
            var metadata = Query($"select decode(key), decode(value) from parquet_kv_metadata('{path}')").ToDictionary(row => (string)row[0]!, row => (string)row[1]!);
            Assert.That(columns, Has.Length.GreaterThan(8));
            Assert.That(columns.SelectMany(c => new[] { $"column.{c}.unit", $"column.{c}.meaning" }).Where(key => !metadata.TryGetValue(key, out var text) || text.Length == 0), Is.Empty);
            Assert.That(metadata["entente.seed"], Is.EqualTo("5"));
        }
    }

    [Test]
    public void Bytes_do_not_depend_on_threads()
    {
        var one = Run(Small(replications: 9), "one", threads: 1, batch: 4);
        foreach (var threads in new[] { 2, 7 })
        {
            var many = Run(Small(replications: 9), $"many{threads}", threads, batch: 4);
            Assert.That(many.Manifest.Tables, Is.EqualTo(one.Manifest.Tables));
            foreach (var table in Tables)
                Assert.That(
                    File.ReadAllBytes(Path.Combine(many.Directory, $"{table}.parquet")),
                    Is.EqualTo(File.ReadAllBytes(Path.Combine(one.Directory, $"{table}.parquet"))).AsCollection, table);
        }
    }

    [Test]
    public void The_manifest_says_all_that_was_played()
    {
        var scenario = Small(replications: 2);
        var result = Run(scenario, "a", threads: 1, batch: 4);
        var manifest = ResultFolder.Open(result.Directory).Manifest;
        Assert.Multiple(() =>
        {
            Assert.That(manifest.Complete);
            Assert.That(manifest.ScenarioText, Is.EqualTo(scenario.Text));
            Assert.That(manifest.Arms.Select(arm => arm.Parameters["dials.exitBarrier"]), Is.EqualTo("0.8 0.1 0.8".Split(' ')));
            Assert.That(manifest.Arms.Select(arm => arm.Parameters["partnerSearch.alliancesAllowed"]), Is.EqualTo("true true false".Split(' ')));
            Assert.That(manifest.Tables.Select(table => table.Name), Is.EqualTo(Tables));
            Assert.That(manifest.Tables[0].Rows, Is.EqualTo(6));
            Assert.That(manifest.Circumstances.Started, Is.EqualTo(DateTimeOffset.UnixEpoch));
        });
    }

    [Test]
    public void A_failed_replication_is_named_and_leaves_nothing_behind()
    {
        var failure = Assert.Throws<ReplicationFailure>(() => Run(Small(replications: 9), "a", threads: 2, batch: 2,
            (setting, seed, replication) => replication == 5
                ? throw new SimulationException(17, "Trust", new InvalidOperationException("planted"))
                : Simulation.Run(setting, seed, replication)));
        Assert.That(failure!.Message, Does.Match("scenario small, arm [a-z-]+, seed 5, replication 5, stopped in month 17, step Trust: .*planted"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public void Stopping_keeps_the_batches_that_are_whole_and_says_so()
    {
        using var stop = new CancellationTokenSource();
        var result = Run(Small(replications: 9), "a", threads: 1, batch: 2, (setting, seed, replication) =>
        {
            if (replication == 5)
                stop.Cancel();
            return Simulation.Run(setting, seed, replication);
        }, stop.Token);
        Assert.That(result.Manifest.Complete, Is.False);
        Assert.That(result.Manifest.ReplicationsPlayed, Is.EqualTo(4));
        Assert.That(ResultFolder.Open(result.Directory).Values<int>("runs", "replication").Max(), Is.EqualTo(3));
        Assert.That(Directory.EnumerateFiles(result.Directory, "*.tmp"), Is.Empty);
    }

    [Test]
    public void A_place_that_cannot_be_written_is_named()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        var problem = Assert.Throws<ResultsNotWritable>(() => Run(Small(replications: 1), Path.Combine("file", "below"), threads: 1, batch: 1));
        Assert.That(problem!.Message, Does.Contain(Path.Combine(_folder, "file", "below")));
        Assert.That(File.ReadAllText(Path.Combine(_folder, "file")), Is.Empty);
    }

    private static Scenario Small(int replications) => new()
    {
        Name = "small",
        Question = "Does it hold?",
        Seed = 5,
        Replications = replications,
        Outcomes = ["income"],
        Text = "name: small\n",
        Overrides = [],
        Arms = [.. Presets.All.Select(preset => new Arm(preset.Name, preset.Name,
            preset.ApplyTo(new Setting { Months = 30, Industry = new Industry { Firms = 8 } })))],
    };

    private StudyResult Run(Scenario scenario, string name, int threads, int batch, Player? player = null, CancellationToken cancel = default) =>
        Study.Run(scenario, new StudyOptions
        {
            Directory = Path.Combine(_folder, name),
            Threads = threads,
            BatchSize = batch,
            Program = "1.2.3",
            Commit = "abc",
        }, null, new StoppedClock(), cancel, player);

    private static void Compare<TRow>(
        StudyResult result, string table, (string Arm, int Replication, Recording Recording)[] recordings, Func<Recording, IEnumerable<TRow>> rows)
    {
        var columns = typeof(TRow).GetProperties().Where(p => p.IsDefined(typeof(ColumnAttribute))).ToArray();
        var names = columns.Select(c => JsonNamingPolicy.CamelCase.ConvertName(c.Name));
        var expected = recordings.SelectMany(r => rows(r.Recording).Select(row =>
            Line([r.Arm, r.Replication, .. columns.Select(c => c.GetValue(row))])));
        var actual = Query($"select arm, replication, {string.Join(", ", names.Select(n => $"\"{n}\""))} from '{Path.Combine(result.Directory, table)}.parquet'").Select(Line);
        Assert.That(actual, Is.EqualTo(expected), table);
    }

    private static string Line(object?[] values) =>
        string.Join('|', values.Select(value => value is null or DBNull ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)));

    private static List<object?[]> Query(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.GetValue(i);
            rows.Add(row);
        }

        return rows;
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
