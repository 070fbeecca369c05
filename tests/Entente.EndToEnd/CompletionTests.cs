using System.Management.Automation.Language;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>TAB in the shells that are installed here.</summary>
public class CompletionTests
{
    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make()
    {
        _folder = new WorkingFolder();
        // The program by its name, as on the path of somebody who installed it.
        var program = _folder.Write("bin/entente-cli", $"#!/bin/sh\nexec dotnet '{WorkingFolder.Program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var shell in new[] { "bash", "zsh", "fish", "pwsh" })
            _folder.Write($"script.{shell}", _folder.Entente("completion", shell).Output);
    }

    [TearDown]
    public void Remove() => _folder.Remove();

    [TestCase("ru", "run")]
    [TestCase("", "analyse calibrate claims compare completion export lab landscape merge new report run schema slurm survival sweep validate verify")]
    [TestCase("run --mo", "--months")]
    [TestCase("run --rep", "--replications")]
    [TestCase("run some.yaml --set dials.exitB", "dials.exitBarrier=")]
    [TestCase("new --from trust", "trust-classroom")]
    [TestCase("completion z", "zsh")]
    [TestCase("run ", "")]
    [TestCase("run som", "")]
    [TestCase("run --out ", "")]
    public void In_bash_TAB_offers(string typed, string offered)
    {
        Need("bash");
        var words = typed.Split(' ');
        var script =
            $$"""
            PATH="$PWD/bin:$PATH"
            source script.bash
            COMP_WORDS=(entente-cli {{string.Join(' ', words.Select(word => $"'{word}'"))}})
            COMP_CWORD={{words.Length}}
            COMP_LINE='entente-cli {{typed}}'
            COMP_POINT=${#COMP_LINE}
            _entente_cli entente-cli
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        var answer = _folder.Start("bash", "--norc", "-c", script);
        Assert.That(answer.Exit, Is.Zero, answer.Error);
        Assert.That(string.Join(' ', answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)), Is.EqualTo(offered));
    }

    [Test]
    public void In_bash_a_file_is_completed_where_the_program_offers_nothing()
    {
        Need("bash");
        var answer = _folder.Start("bash", "--norc", "-c", "source script.bash; complete -p entente-cli");
        Assert.That(answer.Output, Is.EqualTo("complete -o bashdefault -o default -F _entente_cli entente-cli\n"));
    }

    [TestCase("entente-cli ru", "run")]
    [TestCase("entente-cli run --mo", "--months")]
    [TestCase("entente-cli completion z", "zsh")]
    [TestCase("entente-cli run script.f", "script.fish")]
    public void In_fish_TAB_offers(string typed, string offered)
    {
        Need("fish");
        var answer = _folder.Start("fish", "--no-config", "-c", $"set -x PATH $PWD/bin $PATH; source script.fish; complete -C '{typed}'");
        Assert.That(answer.Error, Is.Empty);
        Assert.That(answer.Output.TrimEnd('\n'), Is.EqualTo(offered));
    }

    [TestCase("ru", "run")]
    [TestCase("run --mo", "run --months")]
    [TestCase("run script.z", "run script.zsh")]
    public void In_zsh_TAB_completes(string typed, string completed)
    {
        Need("zsh");
        // In a terminal of its own, TAB is typed; reading ends when the completed line shows, or in vain.
        var script =
            $$"""
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "PS1=; PATH=$PWD/bin:\$PATH; autoload -U compinit; compinit -u -D; source script.zsh; print rea''dy"
            zpty -r -m shell line '*ready*'
            zpty -w -n shell $'entente-cli {{typed}}\t'
            zpty -r -m shell line '*entente-cli {{completed}}*'
            """;
        Assert.That(_folder.Start("timeout", "20", "zsh", "-f", "-c", script).Exit, Is.Zero, "the line was not completed within 20 seconds");
    }

    [TestCase("zsh", "-n")]
    [TestCase("bash", "-n")]
    [TestCase("fish", "--no-execute")]
    public void A_script_is_well_formed(string shell, string check)
    {
        Need(shell);
        Assert.That(_folder.Start(shell, check, $"script.{shell}"), Is.EqualTo((0, "", "")));
    }

    [Test]
    public void The_script_for_PowerShell_is_well_formed()
    {
        var script = Parser.ParseInput(File.ReadAllText(_folder["script.pwsh"]), out _, out var errors);
        Assert.That(errors, Is.Empty);
        Assert.That(script.FindAll(part => part is CommandAst command && command.GetCommandName() == "Register-ArgumentCompleter", true), Has.Exactly(1).Items);
    }

    private static void Need(string shell)
    {
        if (WorkingFolder.Find(shell) is null)
            Assert.Ignore($"{shell} is not installed here.");
    }
}
