using Entente.Cli;
using Entente.Scenarios;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>What the program says before anything is played: help, version, mistyped words, validate, new and schema.</summary>
public class CommandTests
{
    private const string SchemaLine = "# yaml-language-server: $schema=schema.json\n";

    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new WorkingFolder();

    [TearDown]
    public void Remove() => _folder.Remove();

    [TestCase("")]
    [TestCase("new")]
    [TestCase("validate")]
    [TestCase("run")]
    [TestCase("claims")]
    [TestCase("report")]
    [TestCase("landscape")]
    [TestCase("schema")]
    [TestCase("completion")]
    public void Help_fits_80_columns_and_each_command_has_an_example(string command)
    {
        var help = command.Length == 0 ? _folder.Entente("--help") : _folder.Entente(command, "--help");
        Assert.That((help.Exit, help.Error), Is.EqualTo((0, "")));
        Assert.That(help.Output, Does.Contain($"Usage:\n  entente-cli {(command.Length == 0 ? "[command]" : command)} "));
        Assert.That(help.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
        if (command.Length > 0)
            Assert.That(help.Output, Does.Contain($"Example:\n  entente-cli {command} "));
    }

    [Test]
    public void Without_a_command_the_help_is_shown_and_the_exit_says_that_something_was_missing()
    {
        var bare = _folder.Entente();
        Assert.That((bare.Exit, bare.Output), Is.EqualTo((2, _folder.Entente("--help").Output)));
    }

    [TestCase("There is no command rnu. Did you mean run?\nType 'entente-cli --help' for the commands.\n", "rnu", "a.yaml")]
    [TestCase("There is no command quit.\nType 'entente-cli --help' for the commands.\n", "quit")]
    [TestCase("There is no option --verison. Did you mean --version?\nType 'entente-cli --help' for the commands.\n", "--verison")]
    [TestCase("run has no option --montsh. Did you mean --months?\nType 'entente-cli run --help' for what run takes.\n", "run", "--montsh", "3", "a.yaml")]
    [TestCase("run has no option --montsh. Did you mean --months?\nType 'entente-cli run --help' for what run takes.\n", "run", "a.yaml", "--montsh=3")]
    [TestCase("shell is zhs; it must be bash, zsh, fish or pwsh. Did you mean zsh?\nType 'entente-cli completion --help' for what completion takes.\n", "completion", "zhs")]
    [TestCase("--from is classroom; it must be exit-and-storm, exit-barriers, reference, table-1, telco-disruption or trust-classroom.\nType 'entente-cli new --help' for what new takes.\n", "new", "--from", "classroom")]
    public void A_mistyped_word_is_named_with_the_nearest(string said, params string[] arguments)
    {
        var answer = _folder.Entente(arguments);
        Assert.That(answer, Is.EqualTo((2, "", said)));
        Assert.That(_folder.Files(), Is.Empty);
    }

    [TestCase("0.1.0+40c3dbbab442ff6ef0716c37a3c6f3c9f6b6fd34", "Entente 0.1.0 (40c3dbb, .NET 10.0.1)")]
    [TestCase("0.1.0", "Entente 0.1.0 (commit unknown, .NET 10.0.1)")]
    [TestCase("0.2.0-beta.1+abc", "Entente 0.2.0-beta.1 (abc, .NET 10.0.1)")]
    public void The_version_line_does_without_a_commit_where_the_build_knew_none(string built, string line) =>
        Assert.That(ProgramVersion.Line(ProgramVersion.Split(built), new Version(10, 0, 1)), Is.EqualTo(line));

    [Test]
    public void A_sound_scenario_is_summed_up()
    {
        File.Copy(Path.Combine(WorkingFolder.Scenarios, "telco-disruption.yaml"), _folder["telco.yaml"]);
        var answer = _folder.Entente("validate", "telco.yaml", "--set", "months=60", "--set", "replications=1000");
        Assert.That((answer.Exit, answer.Error), Is.EqualTo((0, "")));
        Assert.That(answer.Output, Does.StartWith("telco.yaml is sound.\n  name         telco-disruption\n")
            .And.Contain("tight-contract (the reference), fair-process, no-alliances\n")
            .And.Contain("3 arms x 1,000 replications x 60 months, seed 20110101\n")
            .And.Contain("3,000 rows of runs, 180,000 of months, 90,000 of firms")
            .And.Contain("months=60, replications=1000\n"));
        Assert.That(answer.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    /// <summary>A pipe can be read once; what kind of file it is and what is in it are told from the same reading.</summary>
    [TestCase("reference.yaml", "  name         reference\n")]
    [TestCase("claims/05-exit-barriers.yaml", "  claim        ")]
    [TestCase("lab/pd3.yaml", "  experiment   pd3\n")]
    [TestCase("landscape/unix-1988.yaml", "  landscape    ")]
    [TestCase("calibration/starting-numbers.yaml", "  parameters   for other files to include\n")]
    public void A_pipe_is_validated_as_the_file_is(string file, string said)
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("there are no such pipes here");
        var answer = _folder.Start("bash", "-c", $"dotnet '{WorkingFolder.Program}' validate <(cat '{Path.Combine(WorkingFolder.Scenarios, file)}')");
        Assert.That((answer.Exit, answer.Error), Is.EqualTo((0, "")));
        Assert.That(answer.Output, Does.StartWith("/dev/fd/").And.Contain(" is sound.\n").And.Contain(said));
    }

    [Test]
    public void All_scenarios_of_a_directory_are_checked_and_all_problems_listed()
    {
        var good = File.ReadAllText(Path.Combine(WorkingFolder.Scenarios, "reference.yaml"));
        _folder.Write("studies/b.yaml", good);
        _folder.Write("studies/a.yaml", good.Replace("seed: 1", "sed: 1", StringComparison.Ordinal).Replace("months: 180", "months: 0", StringComparison.Ordinal));
        var answer = _folder.Entente("validate", "studies");
        Assert.That(answer.Exit, Is.EqualTo(2));
        Assert.That(answer.Output, Does.Contain("studies/b.yaml is sound.").And.Not.Contain("a.yaml"));
        Assert.That(answer.Error, Is.EqualTo(
            "studies/a.yaml:8:1 the scenario has no seed; it must be a whole number between 0 and 4294967295.\n"
            + "studies/a.yaml:10:1 the scenario has no sed. Did you mean seed?\n"
            + "studies/a.yaml:12:1 months is 0; it must be a whole number between 1 and 4000.\n"
            + "3 problems; studies/a.yaml cannot be played.\n"));
    }

    [TestCase("telco-disruption", "telco-disruption: there is no such file. Did you mean scenarios/telco-disruption.yaml?")]
    [TestCase("scenarios/telco-disrupton.yaml", "scenarios/telco-disrupton.yaml: there is no such file. Did you mean scenarios/telco-disruption.yaml?")]
    [TestCase("scenarios", "scenarios: this is a directory; name a scenario file in it, such as scenarios/telco-disruption.yaml.")]
    public void A_missing_file_and_a_directory_point_to_what_is_near(string named, string said)
    {
        _folder.Write("scenarios/telco-disruption.yaml", "");
        Assert.That(_folder.Entente("run", named), Is.EqualTo((2, "", $"{said}\nOne problem; nothing was played and nothing written.\n")));
    }

    [Test]
    public void A_new_scenario_runs_as_it_is_and_is_called_as_its_file()
    {
        var written = _folder.Entente("new", "pilot.yaml");
        Assert.That(written, Is.EqualTo((
            0,
            "Wrote pilot.yaml, a scenario that runs as it is.\nWrote schema.json, by which editors complete and check it.\n"
            + "Change it, then see what it would play, and play it:\n  entente-cli validate pilot.yaml\n  entente-cli run pilot.yaml\n",
            "")));
        Assert.That(_folder.Files(), Is.EqualTo(["pilot.yaml", "schema.json"]));
        Assert.That(File.ReadAllText(_folder["pilot.yaml"]), Does.StartWith($"{SchemaLine}# Question: ").And.Contain("\nname: pilot\n"));
        Assert.That(ScenarioReader.Read(_folder["pilot.yaml"]).Problems, Is.Empty);

        var run = _folder.Entente("run", "pilot.yaml", "--out", "out");
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("fair-process less tight-contract"));
    }

    [TestCase("reference")]
    [TestCase("telco-disruption")]
    [TestCase("trust-classroom")]
    public void A_new_scenario_may_start_from_a_delivered_one(string from)
    {
        Assert.That(_folder.Entente("new", "--from", from).Exit, Is.Zero);
        var delivered = File.ReadAllText(Path.Combine(WorkingFolder.Scenarios, $"{from}.yaml"));
        Assert.That(
            File.ReadAllText(_folder["my-study.yaml"]),
            Is.EqualTo(delivered.Replace($"name: {from}\n", "name: my-study\n", StringComparison.Ordinal)));
    }

    [Test]
    public void Nothing_is_written_over()
    {
        _folder.Write("my-study.yaml", "mine");
        _folder.Write("schema.json", "{}");
        Directory.CreateDirectory(_folder["folder"]);
        Assert.That(_folder.Entente("new"), Is.EqualTo((2, "", "my-study.yaml is there already and stays as it is; name another file. Nothing was written.\n")));
        Assert.That(_folder.Entente("new", "folder"), Is.EqualTo((2, "", "folder is a directory; name a file in it, such as folder/my-study.yaml. Nothing was written.\n")));
        Assert.That(_folder.Entente("new", "none/a.yaml"), Is.EqualTo((2, "", "There is no directory none to write a.yaml to. Nothing was written.\n")));
        Assert.That(_folder.Entente("schema", "--out", "my-study.yaml"), Is.EqualTo((2, "", "my-study.yaml is there already and is no schema of scenarios; name another file. Nothing was written.\n")));
        Assert.That(_folder.Files(), Is.EqualTo(["folder", "my-study.yaml", "schema.json"]));

        // Beside a schema of something else a scenario does not claim to follow it.
        Assert.That(_folder.Entente("new", "other.yaml").Exit, Is.Zero);
        Assert.That(File.ReadAllText(_folder["other.yaml"]), Does.StartWith("# Question: "));
        Assert.That((File.ReadAllText(_folder["my-study.yaml"]), File.ReadAllText(_folder["schema.json"])), Is.EqualTo(("mine", "{}")));
    }

    [Test]
    public void The_schema_printed_and_the_schema_written_are_the_one_beside_the_scenarios()
    {
        var schema = File.ReadAllText(Path.Combine(WorkingFolder.Scenarios, "schema.json"));
        Assert.That(_folder.Entente("schema"), Is.EqualTo((0, schema, "")));
        _folder.Write("schema.json", schema[..500]);
        Assert.That(_folder.Entente("schema", "--out", "schema.json").Exit, Is.Zero);
        Assert.That(File.ReadAllText(_folder["schema.json"]), Is.EqualTo(schema));
        Assert.That(_folder.Entente("schema", "--out", "none/schema.json").Exit, Is.EqualTo(3));
        Assert.That(_folder.Files(), Is.EqualTo(["schema.json"]));
    }
}
