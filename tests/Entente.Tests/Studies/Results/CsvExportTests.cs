using System.Globalization;
using CsCheck;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Studies.Results;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Studies.Results;

/// <summary>What is exported reads back as what was exported, bit by bit, and explains itself.</summary>
public class CsvExportTests
{
    private static readonly string[] Tables = ["runs", "months", "alliances", "projects", "firms", "events"];

    /// <summary>Up to five replications of two arms with anything in their rows; then the replications in a batch.</summary>
    private static readonly Gen<(Recording[][] Recordings, int Batch)> Studies =
        Gen.Select(Fakes.Recording().Array[2].Array[1, 5], Gen.Int[1, 3]);

    [Test]
    public void Every_value_of_every_table_reads_back_bit_by_bit() => Studies.Sample(
        study =>
        {
            using var folder = new TemporaryFolder();
            // Names that a spreadsheet could stumble over; a scenario does not allow them, which is no reason to be careless.
            var results = Written(folder, study.Recordings, study.Batch, "a \"tight\", hard\r\ncontract", "=1+1;\n\ttab");
            var written = CsvExport.Write(results, folder.At("csv"), []);
            Assert.That(written.Select(table => table.Table), Is.EqualTo(Tables));
            foreach (var (table, rows) in written)
            {
                var expected = Duck.Query($"select * from {Duck.Quoted(folder.At("run", table, "*.parquet"))}");
                var read = ReadCsv(folder.At("csv", $"{table}.csv"), table);
                Assert.That(rows, Is.EqualTo(expected.Length), table);
                Assert.That(read, Has.Length.EqualTo(expected.Length), table);
                for (var i = 0; i < expected.Length; i++)
                    AssertSame(read[i], expected[i], $"{table}, row {i}");
            }
        },
        iter: 20, threads: 1, print: _ => "");

    [Test]
    public void A_file_is_written_as_RFC_4180_says()
    {
        using var folder = new TemporaryFolder();
        var results = Written(
            folder, [[Fakes.Numbered(0, 0) with
            {
                Events =
                [
                    new EventRow { Month = -3, Kind = "a,b", Why = "", Amount = 0.1 },
                    new EventRow { Kind = "she said \"no\"", Why = "one\r\ntwo", Firm = 7, Amount = double.NaN },
                    new EventRow { Kind = " spaced ", Why = "Zürich 🤝", Amount = double.NegativeInfinity },
                    new EventRow { Kind = "plain", Why = "x", Amount = -5e-324 },
                ],
            }
            ]], 1, "pact");
        CsvExport.Write(results, folder.At("csv"), ["events"]);
        Assert.That(File.ReadAllBytes(folder.At("csv", "events.csv")), Is.EqualTo(System.Text.Encoding.UTF8.GetBytes(string.Concat(
            "arm,replication,month,sequence,kind,alliance,firm,other,project,why,amount\r\n",
            "pact,0,-3,0,\"a,b\",,,,,\"\",0.1\r\n",
            "pact,0,0,0,\"she said \"\"no\"\"\",,7,,,\"one\r\ntwo\",NaN\r\n",
            "pact,0,0,0, spaced ,,,,,Zürich 🤝,-Infinity\r\n",
            "pact,0,0,0,plain,,,,,x,-5E-324\r\n"))));
    }

    [Test]
    public void The_codebook_explains_every_column_of_the_tables_written()
    {
        using var folder = new TemporaryFolder();
        var results = Written(folder, [[Fakes.Numbered(0, 0), Fakes.Numbered(1, 0)]], 1, "one", "other");
        CsvExport.Write(results, folder.At("csv"), []);
        var expected = Tables.SelectMany(table => results.Columns(table).Select(column =>
            (object?[])[table, column, results.Unit(table, column), results.Meaning(table, column)])).ToArray();
        var book = Duck.Query($"select * from read_csv({Duck.Quoted(folder.At("csv", CsvExport.Codebook))}, header = true)");
        Assert.That(book.Select(row => (object?[])[row[0], row[1], row[3], row[4]]), Is.EqualTo(expected));
        Assert.That(book, Has.Length.GreaterThan(150));
        Assert.That(book.Select(row => row[2]).Distinct(), Is.EquivalentTo((string[])
            ["number", "whole number", "whole number or empty", "true or false", "text"]));
        Assert.That(book.Single(row => row[0] is "firms" && row[1] is "failedMonth")[2], Is.EqualTo("whole number or empty"));
    }

    [Test]
    public void Only_the_tables_asked_for_are_written_each_once()
    {
        using var folder = new TemporaryFolder();
        CsvExport.Write(Written(folder, [[Fakes.Numbered(0, 0)]], 1, "one"), folder.At("csv"), ["firms", "runs", "firms"]);
        Assert.That(Directory.GetFileSystemEntries(folder.At("csv")).Select(Path.GetFileName).Order(), Is.EqualTo((string[])["codebook.csv", "firms.csv", "runs.csv"]));
    }

    [Test]
    public void Nothing_is_written_over_and_nothing_is_left_where_an_export_does_not_end()
    {
        using var folder = new TemporaryFolder();
        var results = Written(folder, [[Fakes.Numbered(0, 0)]], 1, "one");
        Assert.Throws<ArgumentException>(() => CsvExport.Write(results, folder.At("csv"), ["run"]));
        Assert.Throws<OperationCanceledException>(() => CsvExport.Write(results, folder.At("csv"), [], new CancellationToken(canceled: true)));
        File.WriteAllText(folder.At("run", "firms", "00000.parquet"), "spoilt");
        Assert.Throws<ResultsUnreadable>(() => CsvExport.Write(results, folder.At("csv"), []));
        Assert.That(Directory.Exists(folder.At("csv")), Is.False);

        Directory.CreateDirectory(folder.At("csv"));
        File.WriteAllText(folder.At("csv", "runs.csv"), "mine");
        var refusal = Assert.Throws<ResultsInTheWay>(() => CsvExport.Write(results, folder.At("csv"), ["runs"]))!;
        Assert.That(refusal.Message, Is.EqualTo($"{folder.At("csv")} is not empty (it holds runs.csv); choose a new or an empty directory."));
        Assert.That(File.ReadAllText(folder.At("csv", "runs.csv")), Is.EqualTo("mine"));
    }

    private static ResultFolder Written(TemporaryFolder folder, Recording[][] recordings, int batch, params string[] arms)
    {
        var scenario = Fakes.Scenario(arms.Length, recordings.Length);
        Fakes.Run(
            scenario with { Arms = [.. scenario.Arms.Zip(arms, (arm, name) => new Arm(name, arm.Preset, arm.Setting))] },
            Fakes.Options(folder.At("run"), batchSize: batch),
            (setting, _, replication) => recordings[replication][Fakes.ArmOf(setting)]);
        return ResultFolder.Open(folder.At("run"));
    }

    /// <summary>DuckDB's reading, of the types the rows have, and without the apostrophe before what begins like a formula; a field in quotes is a text and never null.</summary>
    private static object?[][] ReadCsv(string file, string table)
    {
        var types = GeneratedTables.RowTypes[table].GetProperties().Select(property =>
            (Name: char.ToLowerInvariant(property.Name[0]) + property.Name[1..], Type: Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
            .Prepend((Name: "replication", Type: typeof(int))).Prepend((Name: "arm", Type: typeof(string)))
            .Select(column => $"'{column.Name}': '{(column.Type == typeof(double) ? "DOUBLE" : column.Type == typeof(int) ? "INTEGER" : column.Type == typeof(bool) ? "BOOLEAN" : "VARCHAR")}'");
        return CsvFileTests.Back(Duck.Query(
            $"select * from read_csv({Duck.Quoted(file)}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
            + $"allow_quoted_nulls = false, strict_mode = true, columns = {{{string.Join(", ", types)}}})"));
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
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{place}, {i}: read {actual[i] ?? "null"}, wrote {expected[i] ?? "null"}"));
        }
    }
}
