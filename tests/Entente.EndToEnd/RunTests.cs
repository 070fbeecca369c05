using System.Diagnostics;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>The program as people start it.</summary>
public class RunTests
{
    private const string Scenario =
        """
        # Question: does the program run?
        name: small
        question: Does the program run?
        seed: 1
        replications: 3
        months: 24
        disruption: storm
        industry: { firms: 8 }
        arms:
          - { name: tight-contract, preset: tight-contract }
          - { name: fair-process, preset: fair-process }

        """;

    private string _folder = "";

    [SetUp]
    public void Make()
    {
        _folder = Directory.CreateTempSubdirectory("entente-").FullName;
        File.WriteAllText(Path.Combine(_folder, "small.yaml"), Scenario);
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    /// <summary>The runtime is told of a machine of 100 MiB (DOTNET_GCHeapHardLimit, in hexadecimal), less than the program itself is said to take.</summary>
    [TestCase("run", "reference.yaml", true)]
    [TestCase("run", "reference.yaml", false)]
    [TestCase("sweep", "table-1.yaml", true)]
    public void More_memory_than_there_is_is_told_before_a_study_starts(string command, string file, bool small)
    {
        using var program = Started.Run(
            _folder, "dotnet", [Started.Program, command, Path.Combine(WorkingFolder.Scenarios, file), "--replications", "1", "--set", "months=12", "--out", "out"],
            small ? [("DOTNET_GCHeapHardLimit", "6400000")] : []);
        var (exit, _, error) = program.End();
        if (!small)
            Assert.That(exit, Is.Zero, error);
        Assert.That(error, small ? Does.Match("^This study takes about [0-9]+ MB of memory, and there are 105 MB: it may be stopped\\. ") : Does.Not.Contain("of memory"));
    }

    [Test]
    public void A_run_leaves_what_it_promises_and_says_how_the_arms_compare()
    {
        var run = Start("run", "small.yaml", "--out", "out");
        Assert.Multiple(() =>
        {
            Assert.That(run.Exit, Is.Zero, run.Error);
            Assert.That(Result.Files(Path.Combine(_folder, "out")), Is.EquivalentTo(Result.Whole));
            Assert.That(run.Output, Does.Contain("Does the program run?").And.Contain("fair-process less tight-contract").And.Contain("Results are in out"));
            Assert.That(run.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
            Assert.That(run.Output, Does.Not.Contain("\u001b"));
            Assert.That(run.Error, Does.Contain("6 of 6 replications"));
        });
    }

    [Test]
    public void Without_out_results_go_below_results_by_scenario_and_time()
    {
        Assert.That(Start("run", "small.yaml").Exit, Is.Zero);
        var folder = Directory.EnumerateDirectories(Path.Combine(_folder, "results", "small")).Single();
        Assert.That(Path.GetFileName(folder), Does.Match("^[0-9]{8}-[0-9]{6}$"));
        Assert.That(File.Exists(Path.Combine(folder, "manifest.json")));
    }

    [TestCase("de_DE.UTF-8")]
    [TestCase("tr_TR.UTF-8")]
    public void A_locale_changes_no_byte(string locale)
    {
        var plain = Start("run", "small.yaml", "--out", "plain", "--set", "dials.exitBarrier=0.25");
        var local = Start(["run", "small.yaml", "--out", "local", "--set", "dials.exitBarrier=0.25"], locale);
        Assert.That(local.Output.Replace("local", "plain", StringComparison.Ordinal), Is.EqualTo(plain.Output));
        var tables = Directory.GetFiles(Path.Combine(_folder, "plain"), "*.parquet", SearchOption.AllDirectories);
        Assert.That(tables, Has.Length.EqualTo(6));
        foreach (var table in tables)
            Assert.That(File.ReadAllBytes(table.Replace("plain", "local", StringComparison.Ordinal)), Is.EqualTo(File.ReadAllBytes(table)).AsCollection, table);
    }

    [Test]
    public void Options_change_what_is_played()
    {
        var run = Start("run", "small.yaml", "--replications", "2", "--months", "12", "--seed", "9", "--threads", "1", "--out", "out", "--set", "arms.fair-process.dials.exitBarrier=0.25");
        var manifest = File.ReadAllText(Path.Combine(_folder, "out", "manifest.json"));
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(manifest, Does.Contain("\"replicationsFinished\": 2").And.Contain("\"seed\": 9").And.Contain("\"months\": 12").And.Match("\"dials.exitBarrier\",\\s+\"value\": 0.25"));
    }

    [Test]
    public void Mistakes_in_a_scenario_are_all_listed_and_nothing_is_written()
    {
        File.WriteAllText(Path.Combine(_folder, "bad.yaml"), Scenario.Replace("seed: 1", "sed: 1", StringComparison.Ordinal).Replace("storm", "strom", StringComparison.Ordinal));
        var run = Start("run", "bad.yaml", "--out", "out");
        Assert.That(run.Exit, Is.EqualTo(2));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Error, Does.Contain("bad.yaml:4:1 the scenario has no sed. Did you mean seed?").And.Contain("bad.yaml:7:1 disruption is strom").And.Contain("nothing written"));
        Assert.That(Directory.Exists(Path.Combine(_folder, "out")), Is.False);
    }

    [TestCase("--threads is 1.5; it must be a whole number between 1 and 1024.", "run", "small.yaml", "--threads", "1.5")]
    [TestCase("--seed is -1; it must be a whole number between 0 and 4294967295.", "run", "small.yaml", "--seed", "-1")]
    [TestCase("none.yaml", "run", "none.yaml")]
    [TestCase("--set", "run", "small.yaml", "--set", "dials.exitBarier=1")]
    [TestCase("Required argument 'file' missing for command: 'run'.", "run")]
    public void Bad_input_is_named_and_ends_with_2(string said, params string[] arguments)
    {
        var run = Start(arguments);
        Assert.That(run.Exit, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(said));
        Assert.That(run.Output, Is.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Has.Exactly(1).Items);
    }

    [Test]
    public void A_result_is_never_written_over()
    {
        Start("run", "small.yaml", "--out", "out");
        var before = File.ReadAllText(Path.Combine(_folder, "out", "manifest.json"));
        var run = Start("run", "small.yaml", "--out", "out");
        Assert.That(run.Exit, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("out").And.Contain("empty"));
        Assert.That(File.ReadAllText(Path.Combine(_folder, "out", "manifest.json")), Is.EqualTo(before));
    }

    [Test]
    public void A_folder_that_cannot_be_written_ends_with_3_and_one_line()
    {
        var run = Start("run", "small.yaml", "--out", "small.yaml/out");
        Assert.That(run.Exit, Is.EqualTo(3));
        Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public void The_version_names_the_commit() =>
        Assert.That(Start("--version").Output, Does.Match(@"^Entente [0-9]+\.[0-9]+\.[0-9]+ \(([0-9a-f]{7}|commit unknown), \.NET 10\.[0-9.]+\)\n$"));

    private (int Exit, string Output, string Error) Start(params string[] arguments) => Start(arguments, "C.UTF-8");

    private (int Exit, string Output, string Error) Start(string[] arguments, string locale)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "entente-cli.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = locale;
        start.Environment["LANG"] = locale;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
