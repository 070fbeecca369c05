using System.Collections;
using System.Globalization;
using System.Reflection;
using CsCheck;
using Entente.Observation;
using Entente.Studies.Results;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Studies.Results;

/// <summary>What is observed is what can be read, by us and by others.</summary>
public class TableTests
{
    private const int Arms = 2;

    /// <summary>Recordings of two arms, up to five replications of each; then the replications in a batch.</summary>
    private static readonly Gen<(Recording[][] Recordings, int Batch)> Studies =
        Gen.Select(Fakes.Recording().Array[Arms].Array[1, 5], Gen.Int[1, 3]);

    [Test]
    public void Every_value_of_every_table_reads_back() => Studies.Sample(
        study =>
        {
            using var folder = new TemporaryFolder();
            var results = Written(folder, study.Recordings, study.Batch);
            foreach (var (table, rowType) in GeneratedTables.RowTypes)
            {
                var expected = Expected(table, study.Recordings);
                var read = Duck.Query($"select * from {Duck.Quoted(folder.At("run", table, "*.parquet"))}");
                Assert.That(read, Has.Length.EqualTo(expected.Length), table);
                for (var i = 0; i < expected.Length; i++)
                    AssertSame(read[i], expected[i], $"{table}, row {i}");

                var columns = results.Columns(table);
                Assert.That(columns, Is.EqualTo((string[])["arm", "replication", .. rowType.GetProperties().Select(Name)]));
                for (var i = 0; i < columns.Length; i++)
                    AssertSame([.. Read(results, table, columns[i], i)], [.. expected.Select(row => row[i])], $"{table}.{columns[i]}");
            }
        },
        iter: 20, threads: 1, print: _ => "");

    /// <summary>Readers skip row groups by the bounds that the writer put down; wrong bounds lose rows.</summary>
    [Test]
    public void What_others_filter_by_loses_no_row() => Studies.Sample(
        study =>
        {
            using var folder = new TemporaryFolder();
            Written(folder, study.Recordings, study.Batch);
            var file = Duck.Quoted(folder.At("run", "events", "*.parquet"));
            var events = study.Recordings.SelectMany(arms => arms).SelectMany(recording => recording.Events).ToArray();
            long Count(string condition) => (long)Duck.Single($"select count(*) from {file} where {condition}")!;

            foreach (var bound in new[] { -1.5, 0, 1e9 })
            {
                var number = bound.ToString("R", CultureInfo.InvariantCulture);
                Assert.That(Count($"amount < {number}"), Is.EqualTo(events.Count(e => e.Amount < bound)));
                Assert.That(Count($"isnan(amount) or amount > {number}"), Is.EqualTo(events.Count(e => !(e.Amount <= bound))));
                Assert.That(Count($"firm < {number}"), Is.EqualTo(events.Count(e => e.Firm < bound)));
            }

            Assert.That(Count("isnan(amount)"), Is.EqualTo(events.Count(e => double.IsNaN(e.Amount))));
            Assert.That(Count("firm is null"), Is.EqualTo(events.Count(e => e.Firm is null)));
            foreach (var kind in events.Select(e => e.Kind).Where(kind => !kind.Contains('\0', StringComparison.Ordinal)).Distinct())
                Assert.That(Count($"kind = {Duck.Quoted(kind)}"), Is.EqualTo(events.Count(e => e.Kind == kind)), kind);
        },
        iter: 20, threads: 1, print: _ => "");

    [Test]
    public void A_part_holds_a_batch_of_replications_of_all_arms_in_order()
    {
        using var folder = new TemporaryFolder();
        Fakes.Run(
            Fakes.Scenario(arms: 2, replications: 7), Fakes.Options(folder.At("run"), batchSize: 3),
            (setting, _, replication) => Fakes.Numbered(Fakes.ArmOf(setting), replication, rows: (int)replication));
        object?[] PartSizes(string table) =>
            [.. Duck.Query($"select distinct file_name, row_group_num_rows from parquet_metadata({Duck.Quoted(folder.At("run", table, "*.parquet"))}) order by 1")
                .Select(row => row[1])];

        Assert.That(PartSizes("runs"), Is.EqualTo(new long[] { 6, 6, 2 }));
        Assert.That(PartSizes("months"), Is.EqualTo(new long[] { 2 * (0 + 1 + 2), 2 * (3 + 4 + 5), 2 * 6 }));
        Assert.That(PartSizes("alliances"), Is.EqualTo(new long[] { 0, 0, 0 }));

        var results = ResultFolder.Open(folder.At("run"));
        var order = Enumerable.Range(0, 7).SelectMany(replication => new[] { (replication, "arm 0"), (replication, "arm 1") });
        Assert.That(results.Column<int>("runs", "replication").Zip(results.Column<string>("runs", "arm")), Is.EqualTo(order));
        Assert.That(results.Column<double>("runs", "netValue"), Is.EqualTo(order.Select(o => (1000 * o.replication) + (o.Item2 == "arm 1" ? 1 : 0))));
    }

    /// <summary>A group ends with the recording that makes it 65,536 rows or more: here with the fourth of six of 20,000.</summary>
    [Test]
    public void A_large_part_is_written_in_groups_of_rows_and_reads_back_in_order()
    {
        using var folder = new TemporaryFolder();
        Fakes.Run(
            Fakes.Scenario(arms: 2, replications: 3), Fakes.Options(folder.At("run")),
            (setting, _, replication) => Fakes.Numbered(Fakes.ArmOf(setting), replication, rows: 20_000));
        var file = Duck.Quoted(folder.At("run", "events", "00000.parquet"));
        Assert.That(
            Duck.Query($"select distinct row_group_id, row_group_num_rows from parquet_metadata({file}) order by 1").Select(row => row[1]),
            Is.EqualTo(new long[] { 80_000, 40_000 }));

        var results = ResultFolder.Open(folder.At("run"));
        Assert.That(results.Manifest.Tables.Single(table => table.Name == "events").Rows, Is.EqualTo(120_000));
        var rows = Enumerable.Range(0, 120_000).Select(row => $"arm {row / 20_000 % 2},{row / 40_000},{row % 20_000}").ToArray();
        var (arms, replications, sequence) = (results.Column<string>("events", "arm"), results.Column<int>("events", "replication"), results.Column<int>("events", "sequence"));
        Assert.That(arms.Select((arm, row) => $"{arm},{replications[row]},{sequence[row]}").SequenceEqual(rows), "by column");
        CsvExport.Write(results, folder.At("csv"), ["events"]);
        var lines = File.ReadLines(folder.At("csv", "events.csv")).Skip(1).Select(line => line.Split(','));
        Assert.That(lines.Select(cells => $"{cells[0]},{cells[1]},{cells[3]}").SequenceEqual(rows), "as CSV");
    }

    [Test]
    public void Every_column_says_its_unit_and_what_it_means()
    {
        using var folder = new TemporaryFolder();
        var results = Written(folder, [[Recording(), Recording()]], batch: 1);
        var documented = 0;
        foreach (var (table, rowType) in GeneratedTables.RowTypes)
        {
            var metadata = Metadata(folder, table);
            foreach (var column in results.Columns(table))
            {
                Assert.That(metadata[$"column.{column}.unit"], Is.Not.Empty);
                Assert.That(metadata[$"column.{column}.meaning"], Does.EndWith("."));
                Assert.That(results.Unit(table, column), Is.EqualTo(metadata[$"column.{column}.unit"]));
                Assert.That(results.Meaning(table, column), Is.EqualTo(metadata[$"column.{column}.meaning"]));
                documented++;
            }

            foreach (var property in rowType.GetProperties())
            {
                Assert.That(metadata[$"column.{Name(property)}.unit"], Is.EqualTo(property.GetCustomAttribute<ColumnAttribute>()!.Unit));
                Assert.That(metadata[$"column.{Name(property)}.meaning"], Is.EqualTo(CodeComments.Of(property)));
            }
        }

        Assert.That(documented, Is.GreaterThan(150));
        Assert.That(results.Meaning("runs", "worstIncome"), Is.EqualTo("Income over all months of the firm that has least."));
    }

    [Test]
    public void A_table_says_by_itself_where_it_comes_from()
    {
        using var folder = new TemporaryFolder();
        Fakes.Run(Fakes.Scenario(1, 1, 42, "months=3", "dials.exitBarrier=.5"), Fakes.Options(folder.At("run")));
        foreach (var table in GeneratedTables.RowTypes.Keys)
        {
            var metadata = Metadata(folder, table);
            Assert.That(metadata["program.version"], Is.EqualTo("1.2.3"));
            Assert.That(metadata["program.commit"], Is.EqualTo("abcdef0"));
            Assert.That(metadata["scenario.name"], Is.EqualTo("fake"));
            Assert.That(metadata["scenario.overrides"], Is.EqualTo("months=3\ndials.exitBarrier=.5"));
            Assert.That(metadata["seed"], Is.EqualTo("42"));
            Assert.That(metadata["scenario.sha256"], Is.EqualTo(Duck.Single("select sha256('name: fake # ünïcode' || chr(10))")));
        }
    }

    [Test]
    public void Columns_are_compressed_and_repeated_texts_are_kept_once()
    {
        using var folder = new TemporaryFolder();
        Fakes.Run(Fakes.Scenario(2, 10), Fakes.Options(folder.At("run")));
        var columns = Duck.Query($"select path_in_schema, compression, encodings from parquet_metadata({Duck.Quoted(folder.At("run", "events", "*.parquet"))})");
        Assert.That(columns.Select(c => c[1]), Has.All.EqualTo("ZSTD"));
        Assert.That(columns.Single(c => (string)c[0]! == "kind")[2], Does.Contain("DICTIONARY"));
    }

    private static Recording Recording() => Fakes.Numbered(0, 0);

    private static ResultFolder Written(TemporaryFolder folder, Recording[][] recordings, int batch)
    {
        Fakes.Run(
            Fakes.Scenario(Arms, recordings.Length), Fakes.Options(folder.At("run"), batchSize: batch),
            (setting, _, replication) => recordings[replication][Fakes.ArmOf(setting)]);
        return ResultFolder.Open(folder.At("run"));
    }

    private static Dictionary<string, string> Metadata(TemporaryFolder folder, string table) => Duck
        .Query($"select decode(key), decode(value) from parquet_kv_metadata({Duck.Quoted(folder.At("run", table, "00000.parquet"))})")
        .ToDictionary(pair => (string)pair[0]!, pair => (string)pair[1]!);

    /// <summary>The rows of a table as they must read: by replication, then by arm.</summary>
    private static object?[][] Expected(string table, Recording[][] recordings) =>
    [
        .. from replication in Enumerable.Range(0, recordings.Length)
           from arm in Enumerable.Range(0, Arms)
           from object row in Rows(table, recordings[replication][arm])
           select (object?[])[$"arm {arm}", replication, .. row.GetType().GetProperties().Select(property => property.GetValue(row))],
    ];

    private static IEnumerable Rows(string table, Recording recording) => table switch
    {
        "runs" => new[] { recording.Run },
        "months" => recording.Months,
        "alliances" => recording.Alliances,
        "projects" => recording.Projects,
        "firms" => recording.Firms,
        "events" => recording.Events,
        _ => throw new ArgumentException(table),
    };

    private static IEnumerable<object?> Read(ResultFolder results, string table, string column, int position)
    {
        var type = position == 0 ? typeof(string)
            : position == 1 ? typeof(int)
            : GeneratedTables.RowTypes[table].GetProperties()[position - 2].PropertyType;
        return type == typeof(double) ? results.Column<double>(table, column).Cast<object?>()
            : type == typeof(int) ? results.Column<int>(table, column).Cast<object?>()
            : type == typeof(int?) ? results.Column<int?>(table, column).Cast<object?>()
            : type == typeof(bool) ? results.Column<bool>(table, column).Cast<object?>()
            : results.Column<string>(table, column);
    }

    /// <summary>Equal to the last bit, sign of zero included; any NaN is as good as another.</summary>
    private static void AssertSame(object?[] actual, object?[] expected, string place)
    {
        Assert.That(actual, Has.Length.EqualTo(expected.Length), place);
        for (var i = 0; i < expected.Length; i++)
        {
            var same = (actual[i], expected[i]) is (double a, double b)
                ? BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b))
                : Equals(actual[i], expected[i]);
            if (!same)
                Assert.Fail($"{place}, {i}: read {actual[i] ?? "null"}, wrote {expected[i] ?? "null"}");
        }
    }

    private static string Name(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
}
