using System.Globalization;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>Survival of alliances: one's own table, simulated ones beside it, and the way to R and back.</summary>
public class SurvivalTests
{
    private static readonly string[] Files =
        ["endings.png", "endings.svg", "groups.csv", "hazard.csv", "incidence.csv", "survival.csv", "survival.png", "survival.svg", "tests.csv"];

    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new WorkingFolder();

    [TearDown]
    public void Remove() => _folder.Remove();

    private static string Scenario => Path.Combine(WorkingFolder.Scenarios, "telco-disruption.yaml");

    /// <summary>Weeks of remission (Freireich et al. 1963), taken for months: medians 23 and 8, chi-square 16.79.</summary>
    [Test]
    public void A_textbook_example_comes_out_as_published()
    {
        var lines = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+".Split(' ').Select(week => $"{week.TrimEnd('+')},{(week.EndsWith('+') ? 0 : 1)},6-MP")
            .Concat("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23".Split(' ').Select(week => $"{week},1,placebo"));
        _folder.Write("remission.csv", $"time,event,group\n{string.Join('\n', lines)}\n");
        var (exit, output, error) = _folder.Entente("survival", "remission.csv");
        Assert.That((exit, error), Is.EqualTo((0, "")));
        Assert.That(output.Split('\n'), Has.All.Property("Length").LessThanOrEqualTo(80));
        Assert.That(output, Does.Not.Contain("\e"));
        Assert.That(output, Does.StartWith("remission.csv: 42 alliances, 30 ended, 12 censored.\nTaken: durations from time, ended or censored from event, groups from group;\ndurations in months.\n"));
        Assert.That(output, Does.Match(@"6-MP +21 +9 +12 +23\.0 \(13\.0 on\)").And.Match(@"placebo +21 +21 +0 +8\.0 \(4\.0-11\.0\)"));
        Assert.That(output, Does.Match(@"6-MP +75 \(50-89\) +- +- +-").And.Match(@"placebo +19 \(6-38\) +0 +0 +0"));
        Assert.That(output, Does.Contain("chi-square 16.79 on 1 degree of freedom, p < 0.0001."));
        Assert.That(_folder.Files().Single(), Is.EqualTo("remission.csv"));
    }

    [Test]
    public void Tables_and_pictures_are_left_whole_and_written_over_by_nothing()
    {
        Own();
        string[] command = ["survival", "own.csv", "--until", "2005-12-31", "--unit", "years", "--beside", Scenario, "--replications", "4", "--out", "out"];
        var (exit, output, error) = _folder.Entente(command);
        Assert.That(exit, Is.Zero, error);
        Assert.That(output, Does.EndWith("Tables and pictures are in out\n").And.Contain("~ tight-contract").And.Contain("median, years"));
        Assert.That(output.Split('\n'), Has.All.Property("Length").LessThanOrEqualTo(80));
        Assert.That(Directory.GetFileSystemEntries(_folder["out"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal), Is.EqualTo(Files));
        Assert.That(File.ReadAllLines(_folder["out/groups.csv"]).Skip(1).Select(line => string.Join(' ', line.Split(',')[..2])),
            Is.EqualTo((string[])["equity observed", "contract observed", "tight-contract simulated", "fair-process simulated"]));
        Assert.That(File.ReadAllLines(_folder["out/tests.csv"]), Has.Length.EqualTo(1 + 2 + 3 * 2));
        var again = _folder.Entente(command);
        Assert.That(again.Exit, Is.EqualTo(2));
        Assert.That(again.Error, Does.Contain("choose a new or an empty directory"));
    }

    [Test]
    public void A_scenario_played_beside_says_what_its_result_says()
    {
        Own();
        Assert.That(_folder.Entente("run", Scenario, "--replications", "4", "--out", "result").Exit, Is.Zero);
        var played = _folder.Entente("survival", "own.csv", "--until", "2006", "--beside", Scenario, "--replications", "4", "--threads", "1", "--out", "played");
        var read = _folder.Entente("survival", "own.csv", "--until", "2006", "--beside", "result", "--out", "read");
        Assert.That((played.Exit, read.Exit), Is.EqualTo((0, 0)), played.Error + read.Error);
        foreach (var file in Files)
            Assert.That(File.ReadAllBytes(_folder[$"read/{file}"]), Is.EqualTo(File.ReadAllBytes(_folder[$"played/{file}"])), file);
    }

    [Test]
    public void What_is_exported_is_read_without_options_and_R_finds_the_same_in_it()
    {
        Assert.That(_folder.Entente("run", Scenario, "--replications", "3", "--out", "result").Exit, Is.Zero);
        var exported = _folder.Entente("export", "result", "--survival");
        Assert.That((exported.Exit, exported.Error), Is.EqualTo((0, "")));
        Assert.That(exported.Output, Does.Match(@"^survival\.csv has [0-9]+ signed alliances\nThe files are in result/csv\n$"));
        var file = _folder["result/csv/survival.csv"];
        Assert.That(File.ReadLines(file).First(), Does.StartWith("alliance,arm,replication,start,end,time,event,cause,name,members,size,"));
        var (exit, output, error) = _folder.Entente("survival", "result/csv/survival.csv", "--out", "out");
        Assert.That((exit, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("Taken: durations from time, ended or censored from event, causes from cause,\ngroups from arm; durations in months."));
        Assert.That(output, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"{File.ReadLines(file).Count() - 1:N0} alliances")));

        var rscript = ((string[])["/usr/bin/Rscript", "Rscript"]).FirstOrDefault(path =>
            (File.Exists(path) || WorkingFolder.Find(path) is not null) && _folder.Start(path, "-e", "library(survival)").Exit == 0);
        if (rscript is null)
            Assert.Ignore("R, or its package survival, is not installed.");
        var inR = _folder.Start(rscript!, "-e",
            """
            library(survival)
            d <- read.csv("result/csv/survival.csv")
            f <- survfit(Surv(time, event) ~ arm, d, conf.type = "log-log")
            for (arm in c("tight-contract", "fair-process")) {
              one <- survfit(Surv(time, event) ~ 1, d[d$arm == arm, ], conf.type = "log-log")
              q <- quantile(one, .5)
              s <- summary(one, times = 24)
              m <- survfit(Surv(time, factor(ifelse(event == 1, cause, "none"), c("none", sort(unique(cause[event == 1]))))) ~ 1, d[d$arm == arm, ])
              left <- summary(m, times = 24)$pstate[, m$states == "left"]
              cat(arm, one$n, q$quantile, q$lower, q$upper, sprintf("%.10f", c(s$surv, s$lower, s$upper, left)), "\n")
            }
            cat("test", sprintf("%.8f", survdiff(Surv(time, event) ~ arm, d)$chisq), "\n")
            """);
        Assert.That(inR.Exit, Is.Zero, inR.Error);
        var found = inR.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ')).ToArray();
        foreach (var arm in found.Take(2))
        {
            var group = Lines("groups").Single(line => line[0] == arm[0]);
            Assert.That((string[])[group[2], .. group[6..].Select(cell => cell.Length == 0 ? "NA" : cell)], Is.EqualTo(arm[1..5]), arm[0]);
            var step = Lines("survival").Last(line => line[0] == arm[0] && Number(line[2]) <= 24);
            Assert.That(step[5..].Select(Number), Is.EqualTo(arm[5..8].Select(Number)).Within(1e-9), arm[0]);
            var left = Lines("incidence").LastOrDefault(line => line[0] == arm[0] && line[2] == "left" && Number(line[3]) <= 24);
            Assert.That(Number(left![4]), Is.EqualTo(Number(arm[8])).Within(1e-9), arm[0]);
        }

        Assert.That(Number(Lines("tests")[1][5]), Is.EqualTo(Number(found[2][1])).Within(1e-6));
    }

    [Test]
    public void An_export_for_survival_stands_beside_the_tables_and_is_not_written_over()
    {
        Assert.That(_folder.Entente("run", Scenario, "--replications", "1", "--months", "40", "--out", "result").Exit, Is.Zero);
        Assert.That(_folder.Entente("export", "result", "--csv", "--survival", "--table", "runs", "--out", "both").Exit, Is.Zero);
        Assert.That(Directory.GetFiles(_folder["both"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal), Is.EqualTo("codebook.csv runs.csv survival.csv".Split(' ')));
        var before = File.ReadAllBytes(_folder["both/survival.csv"]);
        var again = _folder.Entente("export", "result", "--survival", "--out", "both");
        Assert.That(again.Exit, Is.EqualTo(2));
        Assert.That(again.Error, Is.EqualTo("both already holds survival.csv; choose a new or an empty directory. Nothing was written.\n"));
        Assert.That(File.ReadAllBytes(_folder["both/survival.csv"]), Is.EqualTo(before));
        Assert.That(_folder.Entente("export", "result").Error, Does.Contain("What to write is missing; it is --csv, --survival or both."));
        Assert.That(_folder.Entente("export", "result", "--survival", "--table", "runs").Error, Does.Contain("--table is given without --csv"));
    }

    [Test]
    public void Of_a_sweep_all_points_are_taken_together()
    {
        Own();
        var scenario = Path.Combine(WorkingFolder.Scenarios, "table-1.yaml");
        string[] sweep = ["sweep", scenario, "--replications", "1", "--months", "60", "--out"];
        Assert.That(_folder.Entente([.. sweep, "without"]).Exit, Is.Zero);
        string[] survival = ["survival", "own.csv", "--until", "2006", "--beside"];
        foreach (var refused in new[] { _folder.Entente([.. survival, "without"]), _folder.Entente("export", "without", "--survival") })
            Assert.That((refused.Exit, refused.Error), Is.EqualTo((2, $"{_folder["without"]} has no table of alliances; a sweep writes it with --table alliances. Nothing was written.\n")));

        Assert.That(_folder.Entente([.. sweep, "with", "--table", "alliances"]).Exit, Is.Zero);
        var beside = _folder.Entente([.. survival, "with"]);
        Assert.That(beside.Exit, Is.Zero, beside.Error);
        Assert.That(beside.Output.ReplaceLineEndings(" "), Does.Contain("all replications at all points of the sweep together"));
        Assert.That(_folder.Entente("export", "with", "--survival").Exit, Is.Zero);
        Assert.That(File.ReadLines(_folder["with/csv/survival.csv"]).First(), Does.Contain(",cause,point,"));
    }

    [Test]
    public void The_shipped_panel_says_that_it_is_artificial_and_is_read_as_the_guide_says()
    {
        var panel = Path.Combine(WorkingFolder.Scenarios, "panels", "artificial.csv");
        Assert.That(File.ReadLines(panel).First(), Does.StartWith("# Artificial"));
        var (exit, output, error) = _folder.Entente("survival", panel, "--until", "2000-12-31");
        Assert.That((exit, error), Is.EqualTo((0, "")));
        Assert.That(output.ReplaceLineEndings(" "), Does.Contain("48 alliances, 37 ended, 11 censored."));
    }

    [Test]
    public void Everything_wrong_is_said_and_nothing_is_written()
    {
        _folder.Write("wrong.csv", "start,end\n2001-13,2002\n2001,\n");
        _folder.Write("wrong.yaml", "name: 3\n");
        var wrong = _folder.Entente("survival", "wrong.csv", "--beside", "wrong.yaml", "--out", "out");
        Assert.That(wrong.Exit, Is.EqualTo(2));
        Assert.That(wrong.Output, Is.Empty);
        Assert.That(wrong.Error, Does.StartWith(
            "wrong.csv:2:1 start is 2001-13; it must be a date such as 2001-03-15, 2001-03 or 2001.\n"
            + "wrong.csv:3:2 end is empty; it must be a time, unless --until says up to when alliances that go on were watched.\nwrong.yaml:")
            .And.EndWith("nothing was worked out and nothing written.\n"));
        Assert.That(_folder.Files(), Is.EqualTo("wrong.csv wrong.yaml".Split(' ')));

        Own();
        Assert.That(_folder.Entente("survival", "own.csv", "--time", "started", "--until", "2006").Error, Does.Contain("--time and --until are both given; alliances have either durations or starts and ends."));
        Assert.That(_folder.Entente("survival", "own.csv", "--replications", "3").Error, Does.Contain("--replications is given without --beside"));
        Assert.That(_folder.Entente("survival", "own.csv", "--unit", "month").Error, Does.Contain("--unit is month; it must be months, years or days. Did you mean months?"));
        Directory.CreateDirectory(_folder["empty"]);
        var nothing = _folder.Entente("survival", "own.csv", "--until", "2006", "--beside", "empty", "--out", "out");
        Assert.That((nothing.Exit, Directory.Exists(_folder["out"])), Is.EqualTo((2, false)));
        Assert.That(nothing.Error, Does.Contain("holds no results: there is no manifest.json."));
        Assert.That(_folder.Entente("survival", "own.csv", "--until", "2006", "--beside", "empty", "--replications", "3").Error,
            Does.Contain("--replications: 3 are asked, but empty is a result and has been played already."));
    }

    /// <summary>An artificial panel of two groups.</summary>
    private void Own() => _folder.Write("own.csv", "# artificial\nname,started,ended,reason,group\n" + string.Concat(Enumerable.Range(0, 40).Select(i =>
        i % 4 == 3
            ? $"a{i},{1990 + i % 9}-0{1 + i % 9},,,{(i % 3 == 0 ? "equity" : "contract")}\n"
            : $"a{i},{1990 + i % 9}-0{1 + i % 9},{1999 + i % 6}-{10 + i % 3}-{10 + i % 17},{(i % 5 < 2 ? "left" : "completed")},{(i % 3 == 0 ? "equity" : "contract")}\n")));

    private string[][] Lines(string table) => [.. File.ReadAllLines(_folder[$"out/{table}.csv"]).Skip(1).Select(line => line.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
