using System.Management.Automation;
using System.Management.Automation.Runspaces;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary><c>run.ps1</c>, run by PowerShell's own engine. Where only the arguments matter, a program of ours stands in for <c>dotnet</c>.</summary>
[NonParallelizable]
public class RunScriptTests
{
    private static readonly string Root = Repository.Root;

    private readonly string? path = Environment.GetEnvironmentVariable("PATH");
    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("entente-").FullName;

    [TearDown]
    public void Remove()
    {
        Environment.SetEnvironmentVariable("PATH", path);
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("run 'my own.yaml' --out \"a b\"", "run", "my own.yaml", "--out", "a b")]
    [TestCase("run x.yaml --set a=1,2 --set \"name=one, two\"", "run", "x.yaml", "--set", "a=1,2", "--set", "name=one, two")]
    [TestCase("run x.yaml --set dials.exitBarrier=0.50 --seed 20110101 -s -1.25 1,2,3", "run", "x.yaml", "--set", "dials.exitBarrier=0.50", "--seed", "20110101", "-s", "-1.25", "1,2,3")]
    [TestCase("--help", "--help")]
    [TestCase("run --threads=2 --x:y -v --flag-name 'it''s' 'é €' '*' '~' '$HOME' \"a’b\"", "run", "--threads=2", "--x:y", "-v", "--flag-name", "it's", "é €", "*", "~", "$HOME", "a’b")]
    [TestCase("run \"say `\"no`\"\" '' 'back\\'", "run", "say \"no\"", "", "back\\")]
    [TestCase("-Verbose -Debug -OutVariable x", "-Verbose", "-Debug", "-OutVariable", "x")]
    public void Arguments_reach_the_program_as_they_were_typed(string typed, params string[] expected)
    {
        StandIn();
        var (_, said) = PowerShellSays($"& '{Path.Combine(Root, "run.ps1")}' {typed}");
        Assert.That(said, Is.EqualTo((string[])
            [folder, "run", "-c", "Release", "--project", Path.Combine(Root, "src", "Entente.Cli"), "--", .. expected]));
    }

    [Test]
    public void Test_and_bench_pass_their_options_on()
    {
        StandIn();
        Assert.That(PowerShellSays($"& '{Path.Combine(Root, "run.ps1")}' test --filter 'Name~a b' --list-tests").Said, Is.EqualTo((string[])
            [folder, "test", Path.Combine(Root, "Simulation.sln"), "-c", "Release", "--filter", "Name~a b", "--list-tests"]));
        Assert.That(PowerShellSays($"& '{Path.Combine(Root, "run.ps1")}' bench --filter '*'").Said, Is.EqualTo((string[])
            [folder, "run", "-c", "Release", "--project", Path.Combine(Root, "tests", "Entente.Benchmarks"), "--", "--filter", "*"]));
    }

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(130)]
    public void The_exit_code_is_passed_on(int code)
    {
        StandIn(code);
        Assert.That(PowerShellSays($"& '{Path.Combine(Root, "run.ps1")}' run x.yaml").Exit, Is.EqualTo(code));
    }

    [Test]
    public void Without_arguments_it_says_what_can_be_done()
    {
        StandIn(code: 9);
        var (exit, said) = PowerShellSays($"& '{Path.Combine(Root, "run.ps1")}'");
        Assert.That(exit, Is.Zero);
        Assert.That(string.Join('\n', said), Does.Contain("./run.ps1 run ").And.Contain("./run.ps1 test").And.Contain("./run.ps1 bench"));
        Assert.That(said.Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    /// <summary>The program itself, once: it is built if need be, finds the file where the caller is, and its refusal is passed on.</summary>
    [Test]
    public void The_program_runs_from_any_folder()
    {
        File.WriteAllText(Path.Combine(folder, "my own.yaml"), "name: bad\n");
        var (exit, said) = PowerShellSays($"& '{Path.Combine(Root, "run.ps1")}' run 'my own.yaml' 2>&1");
        Assert.That(exit, Is.EqualTo(2));
        Assert.That(string.Join('\n', said), Does.Contain("my own.yaml:1:1 ").And.Contain("nothing was played"));
    }

    [Test]
    public void Tests_can_be_listed_from_any_folder()
    {
        var project = Path.Combine(Root, "tests", "Entente.EndToEnd");
        var script = File.ReadAllText(Path.Combine(Root, "run.ps1"));
        Assert.That(script, Does.Contain("'test', $solution"));

        // The whole solution would be built while its tests run; the same command on the one project that is built for sure.
        File.WriteAllText(Path.Combine(folder, "run.ps1"), script.Replace("'test', $solution", $"'test', '{project}', '--no-build'", StringComparison.Ordinal));
        var (exit, said) = PowerShellSays("& ./run.ps1 test --list-tests");
        Assert.That(exit, Is.Zero);
        Assert.That(string.Join('\n', said), Does.Contain(nameof(Tests_can_be_listed_from_any_folder)));
    }

    private (int Exit, string[] Said) PowerShellSays(string script)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(folder);
        using var shell = PowerShell.Create(runspace);
        var said = shell.AddScript(script).Invoke().Select(line => line.ToString()).ToArray();
        Assert.That(shell.Streams.Error.Select(error => error.ToString()), Is.Empty, string.Join("\n", said));
        return (Convert.ToInt32(runspace.SessionStateProxy.GetVariable("LASTEXITCODE"), null), said);
    }

    /// <summary>Puts a program in the place of <c>dotnet</c> that says where it is and what it is given, a line each.</summary>
    private void StandIn(int code = 0)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("the program that stands in for dotnet is a shell script");
            return;
        }

        var bin = Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName;
        var program = Path.Combine(bin, "dotnet");
        File.WriteAllText(program, FormattableString.Invariant($"#!/bin/sh\npwd\nfor word; do printf '%s\\n' \"$word\"; done\nexit {code}\n"));
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable("PATH", $"{bin}{Path.PathSeparator}{path}");
    }
}
