using Entente.Cli;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>Whatever happens to streams, files, libraries and memory: a sentence, an exit code, and nothing lost.</summary>
public class FailureTests
{
    private WorkingFolder folder = null!;

    [SetUp]
    public void Make()
    {
        folder = new WorkingFolder();
        folder.Write("study.yaml",
            """
            name: study
            question: "Red \e[31m text\a \u202Eevil?"
            seed: 7
            replications: 4
            months: 24
            industry: { firms: 8 }
            arms:
              - { name: tight, preset: tight-contract }
              - { name: fair, preset: fair-process }
            """);
    }

    [TearDown]
    public void Remove() => folder.Remove();

    public static IEnumerable<string> Commands() => HelpTests.Commands().Where(command => HelpTests.Find(command).Subcommands.Count == 0);

    /// <summary>What an unset variable of a shell gives.</summary>
    [TestCaseSource(nameof(Commands))]
    public void Nothing_is_given_to_no_argument_and_no_option(string command)
    {
        var found = HelpTests.Find(command);
        foreach (var argument in found.Arguments)
            Assert.That(Mistakes.In(Root.Create().Parse([.. command.Split(' '), ""])), Is.EqualTo((string[])[$"The argument {argument.Name} is empty: perhaps a variable of the shell is not set."]));
        foreach (var option in found.Options.Where(option => !option.Hidden && option.ValueType != typeof(bool) && option.ValueType != typeof(void)))
        {
            string[] words = [.. command.Split(' '), .. found.Arguments.Select(_ => "x"), option.Name, " "];
            Assert.That(Mistakes.In(Root.Create().Parse(words)), Is.EqualTo((string[])[$"{option.Name} is empty: perhaps a variable of the shell is not set."]));
        }
    }

    [TestCase("2>/dev/full", 0)]
    [TestCase("2>&-", 0)]
    [TestCase(">/dev/full", 3)]
    [TestCase(">/dev/full 2>/dev/full", 3)]
    public void Output_that_cannot_be_written_stops_no_study(string streams, int exit)
    {
        var run = Shell($"run study.yaml --out out {streams}");
        Assert.That(run.Exit, Is.EqualTo(exit), run.Error);
        if (streams == ">/dev/full")
            Assert.That(run.Error, Does.EndWith("The output cannot be written: No space left on device. Results are in out\n"));
        var verified = folder.Entente("verify", "out");
        Assert.That(verified.Exit, Is.Zero, verified.Output);
        Assert.That(Directory.GetFiles(folder["out/charts"]), Is.Not.Empty);
    }

    [TestCase("schema")]
    [TestCase("completion bash")]
    [TestCase("run --help")]
    [TestCase("--version")]
    [TestCase("validate study.yaml")]
    public void A_text_that_cannot_be_written_is_told_in_words(string command)
    {
        var (exit, _, error) = Shell($"{command} >/dev/full");
        Assert.That((exit, error), Is.EqualTo((3, "The output cannot be written: No space left on device.\n")));
    }

    [Test]
    public void Who_closes_a_pipe_early_stops_nothing()
    {
        Assert.That(Shell("run study.yaml --out out 2>&1 | head -n 1").Exit, Is.Zero);
        Assert.That(folder.Entente("verify", "out").Exit, Is.Zero);
    }

    /// <summary>What the system allows a file to grow to.</summary>
    [Test]
    public void A_file_beyond_the_limit_is_a_full_disk()
    {
        var (exit, _, error) = Shell("run study.yaml --months 120 --replications 40 --out out", "ulimit -f 20; ");
        Assert.That(exit, Is.EqualTo(3), error);
        Assert.That(error, Does.EndWith("The results cannot be written to out: A file would be larger than is allowed here. Make room there, or choose another place with --out.\n"));
        Assert.That(Path.Exists(folder["out"]), Is.False);
    }

    [Test]
    public void Without_memory_it_says_so_and_keeps_what_was_finished()
    {
        var (exit, _, error) = Shell("run study.yaml --months 600 --replications 3000 --batch 1 --out out --set industry.firms=60", "DOTNET_GCHeapHardLimit=0x1400000 ");
        Assert.That(exit, Is.EqualTo(1), error);
        Assert.That(error, Does.Contain("not enough memory").And.Not.Contain("   at ").And.Not.Contain("Exception"));
    }

    [Test]
    public void A_library_that_is_missing_is_named()
    {
        var program = folder["program"];
        Copy(Path.GetDirectoryName(WorkingFolder.Program)!, program);
        File.Delete(Path.Combine(program, "Parquet.dll"));
        var (exit, _, error) = folder.Start("dotnet", Path.Combine(program, Path.GetFileName(WorkingFolder.Program)), "run", "study.yaml", "--out", "out");
        Assert.That(exit, Is.EqualTo(1), error);
        Assert.That(error, Does.Contain("A library that the program needs cannot be loaded; install the program anew.").And.Contain("Parquet").And.Not.Contain("   at "));
        Assert.That(Path.Exists(folder["out"]), Is.False);
    }

    [Test]
    public void Studies_that_begin_in_the_same_second_have_folders_of_their_own()
    {
        var (exit, _, error) = folder.Start("bash", "-c", string.Concat(Enumerable.Repeat($"dotnet '{WorkingFolder.Program}' run study.yaml >/dev/null & ", 3)) + "wait");
        Assert.That(exit, Is.Zero, error);
        var left = Directory.GetDirectories(folder["results/study"]);
        Assert.That(left, Has.Length.EqualTo(3));
        foreach (var result in left)
            Assert.That(File.Exists(Path.Combine(result, "manifest.json")), result);
    }

    /// <summary>Of two into one folder, one is told; neither fails for a reason that it does not understand.</summary>
    [Test]
    public void Two_at_once_into_one_folder_are_told_apart()
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var name = $"out{attempt}";
            var (_, output, error) = folder.Start("bash", "-c", string.Concat(Enumerable.Repeat($"(dotnet '{WorkingFolder.Program}' run study.yaml --out {name} >/dev/null; echo $?) & ", 2)) + "wait");
            Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(), Is.EqualTo((string[])["0", "2"]), error);
        }
    }

    [Test]
    public void What_a_user_wrote_is_shown_and_does_not_steer_the_terminal()
    {
        var run = folder.Entente("run", "study.yaml", "--out", "out");
        Assert.That(run.Output, Does.StartWith("Red ␛[31m text␇ �evil?\n"));
        var mistake = folder.Entente("run", "study.yaml", "--set", "\u001b]0;x\u0007=1", "--out", "other");
        Assert.That(mistake.Exit, Is.EqualTo(2));
        Assert.That(run.Output + mistake.Error, Does.Not.Match("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]"));
        if (!File.Exists("/usr/bin/script"))
            Assert.Ignore("a terminal is played by script, of util-linux, which is not here");
        var terminal = folder.Start("script", "-qec", $"dotnet '{WorkingFolder.Program}' validate study.yaml", "/dev/null");
        Assert.That(terminal.Output, Does.Contain("Red ␛[31m text␇ �evil?"));
    }

    [Test]
    public void A_value_that_nobody_would_read_is_cut()
    {
        var error = folder.Entente("run", new string('a', 100_000)).Error;
        Assert.That(error, Has.Length.LessThan(2100).And.Contain(" … "));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in (string[])[.. Directory.GetFiles(from, "*.dll"), .. Directory.GetFiles(from, "*.json"), .. Directory.GetFiles(from, "*.xml")])
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>Runs the program as a shell does.</summary>
    private (int Exit, string Output, string Error) Shell(string words, string before = "")
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("it needs a shell and /dev/full");
        // The limit on files is also one on the framework's own maps of memory, unless it does without these.
        return folder.Start("bash", "-c", $"set -o pipefail; export DOTNET_EnableWriteXorExecute=0; {before}dotnet '{WorkingFolder.Program}' {words}");
    }
}
