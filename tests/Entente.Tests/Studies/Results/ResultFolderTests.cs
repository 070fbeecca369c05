using System.Text.Json.Nodes;
using Entente.Studies.Results;
using Entente.Studies.Running;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Studies.Results;

/// <summary>Results are read as they are, and whoever asks for what is not there is told what is.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ResultFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ResultFolder results;

    public ResultFolderTests()
    {
        Fakes.Run(Fakes.Scenario(2, 3), Fakes.Options(folder.At("run")));
        results = ResultFolder.Open(folder.At("run"));
    }

    public void Dispose() => folder.Dispose();

    [TestCase("")]
    [TestCase(" ")]
    public void An_empty_path_is_said_to_be_empty(string path)
    {
        Assert.That(() => ResultFolder.Open(path), Throws.TypeOf<ResultsUnreadable>().With.Message.EqualTo("The path of the results is empty; name their folder, such as results/telco."));
        Assert.That(() => ShardFolders.Look(path), Throws.TypeOf<ResultsUnreadable>());
    }

    /// <summary>In the place of a file of ours there may be anything.</summary>
    [TestCase("manifest.json")]
    [TestCase("ledger.jsonl")]
    public void What_has_no_end_or_is_a_folder_is_refused(string name)
    {
        using var other = new TemporaryFolder();
        if (!File.Exists("/dev/zero"))
            Assert.Ignore("there is no such device here");
        File.CreateSymbolicLink(other.At(name), "/dev/zero");
        Assert.That(() => ResultFolder.Open(other.Root), Throws.TypeOf<ResultsUnreadable>().With.Message.EqualTo($"{other.At(name)} cannot be read: it is larger than 256 MB, the most that is read."));
        File.Delete(other.At(name));
        Directory.CreateDirectory(other.At(name));
        Assert.That(() => ResultFolder.Open(other.Root), Throws.TypeOf<ResultsUnreadable>());
    }

    [Test]
    public void Whole_numbers_read_as_numbers_too_and_gaps_as_NaN()
    {
        Assert.That(results.Column<double>("runs", "replication"), Is.EqualTo(new double[] { 0, 0, 1, 1, 2, 2 }));
        Assert.That(results.Column<int?>("runs", "replication"), Is.EqualTo(new int?[] { 0, 0, 1, 1, 2, 2 }));
        Assert.That(results.Column<double>("firms", "failedMonth"), Is.EqualTo(Enumerable.Repeat(double.NaN, 6)));
    }

    [Test]
    public void What_a_column_does_not_hold_cannot_be_read_from_it()
    {
        Assert.That(Fault(() => results.Column<int>("firms", "failedMonth")), Is.EqualTo("firms.failedMonth holds whole numbers with gaps, not whole numbers."));
        Assert.That(Fault(() => results.Column<int>("runs", "netValue")), Is.EqualTo("runs.netValue holds numbers, not whole numbers."));
        Assert.That(Fault(() => results.Column<double>("runs", "arm")), Is.EqualTo("runs.arm holds text, not numbers."));
        Assert.That(Fault(() => results.Column<string>("projects", "boughtOut")), Is.EqualTo("projects.boughtOut holds yes or no, not text."));
    }

    [Test]
    public void Unknown_tables_and_columns_are_named_with_what_there_is()
    {
        Assert.That(Fault(() => results.Columns("run")), Is.EqualTo("There is no table run; the tables are runs, months, alliances, projects, firms, events."));
        Assert.That(Fault(() => results.Column<double>("runs", "netvalue")), Is.EqualTo("runs has no column netvalue. Did you mean netValue?"));
        Assert.That(Fault(() => results.Unit("runs", "zzzzzzzz")), Is.EqualTo("runs has no column zzzzzzzz."));
    }

    [Test]
    public void Columns_tell_their_units()
    {
        Assert.That(results.Unit("runs", "netValue"), Is.EqualTo("money"));
        Assert.That(results.Unit("runs", "replication"), Is.EqualTo("number"));
    }

    [Test]
    public void A_folder_without_a_manifest_holds_no_results()
    {
        Assert.That(Unreadable(() => ResultFolder.Open(folder.Root)), Is.EqualTo($"{folder.Root} holds no results: there is no manifest.json."));
        Assert.That(Unreadable(() => ResultFolder.Open(folder.At("none"))), Is.EqualTo($"{folder.At("none")} holds no results: there is no manifest.json."));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("{\"seed\": -1}")]
    public void A_spoilt_manifest_is_called_so(string text)
    {
        File.WriteAllText(folder.At("run", "manifest.json"), text);
        Assert.That(Unreadable(() => ResultFolder.Open(folder.At("run"))), Does.StartWith($"{folder.At("run", "manifest.json")} is no manifest: "));
    }

    [TestCase("batchSize", "0", "batchSize is 0; it must be 1 or more.")]
    [TestCase("replicationsFinished", "-1", "replicationsFinished is -1; it must be 0 or more.")]
    [TestCase("replicationsFinished", "4", "replicationsFinished is 4; it must be at most replicationsAsked, 3.")]
    [TestCase("replicationsAsked", "5", "replicationsFinished is 3; it must be 5, for the study is complete.")]
    [TestCase("seed", "4294967296", "seed is not what it must be in line ")]
    [TestCase("firstReplication", "null", "firstReplication is not what it must be in line ")]
    [TestCase("arms", "[]", "arms must hold at least one, and no null.")]
    [TestCase("arms", "[null]", "arms must hold at least one, and no null.")]
    [TestCase("tables", "[]", "tables are none; they must be one or more of runs, months, alliances, projects, firms, events, in this order.")]
    [TestCase("tables", "[null]", "tables must not hold null.")]
    [TestCase("tables", "[{\"name\": \"runs\", \"rows\": 1, \"parts\": [{\"file\": \"../../secret.parquet\", \"rows\": 1, \"sha256\": \"\"}]}]", "a part of the table runs is ../../secret.parquet; it must be runs/00000.parquet.")]
    [TestCase("shard", "{\"number\": 3, \"of\": 2}", "shard.number is 3; it must be at most shard.of, 2.")]
    public void A_manifest_with_a_value_that_cannot_be_is_refused_by_its_name(string field, string value, string said)
    {
        var path = folder.At("run", "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        manifest[field] = JsonNode.Parse(value);
        File.WriteAllText(path, manifest.ToJsonString());
        var message = Unreadable(() => ResultFolder.Open(folder.At("run")));
        Assert.That(message, Does.StartWith($"{path} is no manifest: {said}"));
        Assert.That(message, Does.Not.Contain("Entente.").And.Not.Contain("System."));
    }

    [TestCase("{}")]
    [TestCase("{\"seed\": \"a\"}")]
    [TestCase("[1, 2")]
    public void No_message_names_a_type_of_the_program(string text)
    {
        File.WriteAllText(folder.At("run", "manifest.json"), text);
        Assert.That(Unreadable(() => ResultFolder.Open(folder.At("run"))), Does.Not.Contain("Entente.").And.Not.Contain("System."));
    }

    [Test]
    public void A_missing_or_spoilt_table_is_named()
    {
        File.WriteAllText(folder.At("run", "firms", "00000.parquet"), "spoilt");
        Assert.That(Unreadable(() => results.Columns("firms")), Does.StartWith($"{folder.At("run", "firms", "00000.parquet")} is not the file that the manifest describes: "));
        File.Delete(folder.At("run", "firms", "00000.parquet"));
        Assert.That(Unreadable(() => ResultFolder.Open(folder.At("run"))), Is.EqualTo($"{folder.At("run")} is not whole: firms/00000.parquet is missing."));
    }

    [Test]
    public void Without_the_meanings_of_columns_the_program_is_not_whole()
    {
        Assert.That(File.Exists(Path.Combine(AppContext.BaseDirectory, "Entente.xml")), "the build leaves the comments of the model beside the program");
        var missing = Assert.Throws<InvalidOperationException>(() => ColumnMeanings.Read(folder.At("Entente.xml")))!;
        Assert.That(missing.Message, Does.StartWith("The meanings of the columns cannot be read, so the program was not built whole: ").And.Contain("Entente.xml"));

        File.WriteAllText(folder.At("Entente.xml"), "<doc><members></members></doc>");
        var empty = Assert.Throws<InvalidOperationException>(() =>
            ColumnMeanings.Read(folder.At("Entente.xml")).Of(GeneratedTables.RowTypes["runs"].GetProperty("NetValue")!))!;
        Assert.That(empty.Message, Is.EqualTo($"{folder.At("Entente.xml")} does not say what RunRow.NetValue means."));
    }

    [Test]
    public void The_page_on_results_names_every_file_and_every_field_of_the_manifest()
    {
        var page = File.ReadAllText(Path.Combine(Manual.Root, "results", "README.md"));
        foreach (var file in Directory.EnumerateFiles(folder.At("run")).Select(Path.GetFileName))
            Assert.That(page, Does.Contain($"`{file}`"));
        Type[] records =
        [
            typeof(Manifest), typeof(ScenarioRecord), typeof(ArmRecord), typeof(ParameterRecord), typeof(TableRecord), typeof(PartRecord), typeof(DesignRecord), typeof(Shard), typeof(MachineRecord),
        ];
        foreach (var field in records.SelectMany(record => record.GetProperties()).Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]))
            Assert.That(page, Does.Contain($"`{field}`"));
    }

    private static string Fault(Action code) => Assert.Throws<ArgumentException>(code)!.Message.Split(" (Parameter")[0];

    private static string Unreadable(Action code) => Assert.Throws<ResultsUnreadable>(code)!.Message;
}
