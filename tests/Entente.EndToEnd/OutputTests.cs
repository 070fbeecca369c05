using System.Text.RegularExpressions;
using Entente.Scenarios;
using Entente.Studies.Running;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>What people see: no wider than a terminal, coloured for those who look on and did not say no, the same everywhere.</summary>
public partial class OutputTests
{
    private string folder = "";

    // What a run says where no locale is set; the same for all cases.
    private string plain = "";

    private static IEnumerable<string> Scenarios => Directory.GetFiles(Path.Combine(Repository.Root, "scenarios"), "*.yaml").Select(Path.GetFileName).Order()!;

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("entente-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestCaseSource(nameof(Scenarios))]
    public void Every_shipped_scenario_fits_80_columns_when_piped(string scenario)
    {
        var (output, error) = Run(scenario);
        AssertPlain(output);
        AssertPlain(error);
        var played = ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", scenario)).Scenario!;
        Assert.That(output.Contains(" less ", StringComparison.Ordinal), Is.EqualTo(played.Arms.Count > 1));
        Assert.That(output, Does.EndWith("Results are in out\nTo read them as a page: entente-cli report out\n"
            + (played.Design is null ? "" : $"Its design was not played; to play that:\n  entente-cli sweep {SuggestedCommand.Quoted(Path.Combine(Repository.Root, "scenarios", scenario))} --replications 2 --months 36\n")));

        // Progress, and nothing else, goes to the error stream: a line at most every tenth of the way.
        var lines = error.TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.InRange(1, 10).And.All.Match("^[0-9]+ of [0-9]+ replications, [0-9,]+ a second, [0-9,]+ s left$"));
        Assert.That(output, Does.Not.Contain("a second"));
    }

    [Test]
    public void Six_arms_are_shown_below_each_other_and_each_by_its_name()
    {
        var (output, _) = Run("reference.yaml");
        foreach (var arm in (string[])["calm-fair", "shifting-tight", "shifting-fair", "storm-tight", "storm-fair"])
            Assert.That(output, Does.Contain($"{arm} less calm-tight, replication by replication:"));
        Assert.That(output.Split('\n').Count(line => line.TrimStart().StartsWith("outcome ", StringComparison.Ordinal)), Is.EqualTo(2 + 5));
    }

    /// <summary>The locales need not be installed: the framework goes by their names.</summary>
    [TestCase("LC_ALL", "de_DE.UTF-8")]
    [TestCase("LC_ALL", "tr_TR.UTF-8")]
    [TestCase("LC_ALL", "de_DE.ISO-8859-1")]
    [TestCase("LC_ALL", "C")]
    [TestCase("LANG", "tr_TR.UTF-8")]
    public void A_locale_changes_no_byte_of_the_output(string variable, string locale)
    {
        string[] set = ["--set", "dials.exitBarrier=0.5", "--set", "arms.fair-process.dials.openScope=0.75", "--seed", "12"];
        if (plain.Length == 0)
        {
            plain = Run("telco-disruption.yaml", [("LC_ALL", ""), ("LANG", "C.UTF-8")], set).Output;
            Directory.Delete(Path.Combine(folder, "out"), recursive: true);
        }

        var local = Run("telco-disruption.yaml", [("LC_ALL", ""), ("LANG", "C.UTF-8"), (variable, locale)], set).Output;
        Assert.That(local, Is.EqualTo(plain));
        Assert.That(plain, Does.Match(@"\+?[0-9]\.[0-9]{3}").And.Contain("─").And.Not.Match(@"[0-9]+,[0-9]{1,2}\b(?!,)"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "out", "manifest.json")), Does.Match("\"dials.exitBarrier\",\\s+\"value\": 0.5,"));
    }

    [Test]
    public void A_terminal_of_80_columns_gets_colours_and_a_bar_that_goes_away()
    {
        var shown = RunInTerminal();
        Assert.That(shown, Does.Contain("\e["));
        var lines = Codes().Replace(shown, "").Split('\n').Select(line => line.Split('\r', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("")).ToArray();
        Assert.That(lines, Has.All.Property("Length").LessThanOrEqualTo(80));
        Assert.That(Regex.Count(shown, Regex.Escape("\e[?25l")), Is.EqualTo(Regex.Count(shown, Regex.Escape("\e[?25h"))), "a cursor that was hidden is shown again");
    }

    [TestCase("NO_COLOR", "1")]
    [TestCase("TERM", "dumb")]
    public void A_terminal_that_wants_none_gets_no_codes(string variable, string value)
    {
        var shown = RunInTerminal((variable, value)).Replace("\r", "", StringComparison.Ordinal);
        AssertPlain(shown);
        Assert.That(shown, Does.Contain("6 of 6 replications").And.Contain("fair-process less tight-contract"));
    }

    private static void AssertPlain(string text)
    {
        Assert.That(text, Does.Not.Contain("\e"));

        // A command to paste stays in one line, however long the paths in it.
        foreach (var line in text.Split('\n').Where(line => !line.StartsWith("  entente-cli ", StringComparison.Ordinal)))
            Assert.That(line, Has.Length.LessThanOrEqualTo(80));
    }

    private (string Output, string Error) Run(string scenario, (string, string)[]? environment = null, params string[] more)
    {
        using var program = Started.Run(
            folder, "dotnet", [Started.Program, "run", Path.Combine(Repository.Root, "scenarios", scenario), "--out", "out", "--replications", "2", "--months", "36", .. more],
            environment ?? []);
        var (exit, output, error) = program.End();
        Assert.That(exit, Is.Zero, error);
        return (output, error);
    }

    /// <summary>What a terminal of 80 columns gets, codes and all.</summary>
    private string RunInTerminal(params (string, string)[] environment)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
            Assert.Ignore("a terminal is played by script, of util-linux, which is not here");
        var scenario = Path.Combine(Repository.Root, "scenarios", "telco-disruption.yaml");
        using var program = Started.Run(
            folder, "script",
            ["-qec", $"stty cols 80 rows 24; exec dotnet '{Started.Program}' run '{scenario}' --out out --replications 2 --months 36", "/dev/null"],
            [("TERM", "xterm-256color"), ("NO_COLOR", ""), .. environment]);
        var (exit, output, error) = program.End();
        Assert.That(exit, Is.Zero, error);
        return output;
    }

    [GeneratedRegex("\e\\[[0-9;?]*[A-Za-z]|\e[=>]")]
    private static partial Regex Codes();
}
