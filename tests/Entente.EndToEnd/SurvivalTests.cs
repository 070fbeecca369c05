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
        Assert.That(output, Does.StartWith("remission.csv: 42 alliances, 30 ended, 12 censored.\nColumns found by name: durations from time, events from event, groups from\ngroup.\nDurations are read as months (--unit says otherwise).\n"));
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
        var played = _folder.Entente("survival", "own.csv", "--until", "2005-12-31", "--beside", Scenario, "--replications", "4", "--threads", "1", "--out", "played");
        var read = _folder.Entente("survival", "own.csv", "--until", "2005-12-31", "--beside", "result", "--out", "read");
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
        Assert.That(output.ReplaceLineEndings(" "), Does.Contain("Columns found by name: durations from time, events from event, causes from cause, groups from arm."));
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
            cat("moments", sprintf("%.8f", survdiff(Surv(end - start, event) ~ arm, d)$chisq), all(d$end - d$start == d$time), "\n")
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
        Assert.That(found[3], Is.EqualTo((string[])["moments", found[2][1], "TRUE"]));
    }

    /// <summary>An alliance has one duration, whether it is read as such, as end minus start, by R, or by the table of runs.</summary>
    [Test]
    public void Durations_of_an_export_are_the_same_however_they_are_read()
    {
        Assert.That(_folder.Entente("run", Scenario, "--replications", "3", "--out", "result").Exit, Is.Zero);
        Assert.That(_folder.Entente("export", "result", "--survival", "--csv", "--table", "runs", "--table", "alliances", "--out", "csv").Exit, Is.Zero);
        string[] read = ["survival", "csv/survival.csv", "--out"];
        Assert.That(_folder.Entente([.. read, "time"]).Exit, Is.Zero);
        Assert.That(_folder.Entente([.. read, "moments", "--start", "start", "--end", "end"]).Exit, Is.Zero);
        foreach (var file in Files)
            Assert.That(File.ReadAllBytes(_folder[$"moments/{file}"]), Is.EqualTo(File.ReadAllBytes(_folder[$"time/{file}"])), file);

        var lives = Cells("survival", "arm", "replication", "start", "end", "time", "event");
        Assert.That(lives.Select(life => Number(life[3]) - Number(life[2])), Is.EqualTo(lives.Select(life => Number(life[4]))));
        Assert.That(lives.Select(life => life[5]).Distinct(), Is.EquivalentTo((string[])["0", "1"]));
        // As the table of alliances counts them: the months of signing and of ending both, but for mergers, which come before alliances operate; and
        // those that go on to the last month, which is the 180th.
        var alliances = Cells("alliances", "signedMonth", "endedMonth", "operationMonths", "ending").Where(alliance => alliance[0].Length > 0).ToArray();
        Assert.That(lives.Select(life => Number(life[4])), Is.EqualTo(alliances.Select(alliance => Number(alliance[2]))));
        Assert.That(lives.Select(life => Number(life[3])), Is.EqualTo(alliances.Select(alliance => alliance[1].Length == 0 ? 180 : Number(alliance[1]) + (alliance[3] == "merged" ? 0 : 1))));
        foreach (var run in Cells("runs", "arm", "replication", "survival60"))
        {
            var survival = 1.0;
            var own = lives.Where(life => life[0] == run[0] && life[1] == run[1]).ToArray();
            foreach (var month in Enumerable.Range(0, 61))
                survival *= 1 - (own.Count(life => life[5] == "1" && Number(life[4]) == month) / Math.Max(1.0, own.Count(life => Number(life[4]) >= month)));
            Assert.That(Number(run[2]), own.Length == 0 ? Is.NaN : Is.EqualTo(survival).Within(1e-12), $"{run[0]} {run[1]}");
        }
    }

    [Test]
    public void A_table_comes_through_a_pipe_too()
    {
        _folder.Write("panel.csv", "time;event;group\n12,5;1;all\n14;0.0;b\n3;1.0;b\n");
        if (!File.Exists("/bin/bash"))
            Assert.Ignore("There is no bash here.");
        var read = _folder.Entente("survival", "panel.csv");
        Assert.That((read.Exit, read.Error), Is.EqualTo((0, "")));
        foreach (var (line, name) in new[]
        {
            ("survival <(cat panel.csv)", "/dev/fd/[0-9]+"), ("survival - < panel.csv", "standard input"), ("survival /dev/stdin < panel.csv", "/dev/stdin"),
        })
        {
            var piped = _folder.Start("/bin/bash", "-c", $"dotnet '{WorkingFolder.Program}' {line}");
            Assert.That((piped.Exit, piped.Error), Is.EqualTo((0, "")), line);
            Assert.That(piped.Output, Does.Match($"^{name}: 3 alliances"));
            Assert.That(piped.Output[piped.Output.IndexOf(':', StringComparison.Ordinal)..], Is.EqualTo(read.Output["panel.csv".Length..]), line);
        }

        Assert.That(_folder.Start("/bin/bash", "-c", $"dotnet '{WorkingFolder.Program}' survival - < /dev/null"),
            Is.EqualTo((2, "", "standard input: is empty; it must begin with a line that names its columns.\nOne problem; nothing was worked out.\n")));
    }

    /// <summary>What can be told only by who made the table is asked, and the option that is offered answers it.</summary>
    [Test]
    public void A_question_is_answered_by_the_option_that_it_offers()
    {
        _folder.Write("excel.csv", "start;end\n32888;34778\n");
        var asked = _folder.Entente("survival", "excel.csv");
        Assert.That((asked.Exit, asked.Output), Is.EqualTo((2, "")));
        Assert.That(asked.Error, Does.Contain("Say --dates excel (day numbers of Excel: 1990-01-15), "));
        Assert.That(_folder.Entente("survival", "excel.csv", "--dates", "excel", "--unit", "days").Output, Does.Contain("(32888 is 1990-01-15)").And.Contain("1,890.0"));
        Assert.That(_folder.Entente("survival", "excel.csv", "--dates", "exel").Error, Does.Contain("Did you mean excel?"));

        File.WriteAllBytes(_folder["latin.csv"], System.Text.Encoding.Latin1.GetBytes("time,event,firm\n3,1,café\n5,1,cafè\n"));
        Assert.That(_folder.Entente("survival", "latin.csv", "--by", "firm").Error, Does.StartWith("latin.csv:2:8 there is a character here that is not UTF-8.").And.Contain("--encoding windows-1252"));
        Assert.That(_folder.Entente("survival", "latin.csv", "--by", "firm", "--encoding", "windows-1252").Output, Does.Contain("café ").And.Contain("cafè "));

        _folder.Write("odd.csv", "time/state\n3/over\n5/-99\n9/on\n");
        Assert.That(_folder.Entente("survival", "odd.csv", "--separator", "/", "--event", "state", "--ended", "over", "--missing", "-99").Output.ReplaceLineEndings(" "),
            Does.StartWith("odd.csv: 2 alliances, 1 ended, 1 censored.").And.Contain("Alliances ended where state is over; all others are censored.").And.Contain("Left out: 1 row with a value that was said to be missing."));
        Assert.That(_folder.Entente("survival", ".").Error, Does.StartWith(".: is a folder; name a CSV file in it, such as ./excel.csv."));
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
        string[] survival = ["survival", "own.csv", "--until", "2005-12-31", "--beside"];
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
            + "wrong.csv:3:2 end is empty: until when were ongoing alliances watched? Say so with --until, such as --until 2002, the last end in the table.\nwrong.yaml:")
            .And.EndWith("nothing was worked out and nothing written.\n"));
        Assert.That(_folder.Files(), Is.EqualTo("wrong.csv wrong.yaml".Split(' ')));

        Own();
        Assert.That(_folder.Entente("survival", "own.csv", "--time", "started", "--until", "2006").Error, Does.Contain("--time and --until are both given; alliances have either durations or starts and ends."));
        Assert.That(_folder.Entente("survival", "own.csv", "--replications", "3").Error, Does.Contain("--replications is given without --beside"));
        Assert.That(_folder.Entente("survival", "own.csv", "--unit", "month").Error, Does.Contain("--unit is month; it must be months, years or days. Did you mean months?"));
        Directory.CreateDirectory(_folder["empty"]);
        var nothing = _folder.Entente("survival", "own.csv", "--until", "2005-12-31", "--beside", "empty", "--out", "out");
        Assert.That((nothing.Exit, Directory.Exists(_folder["out"])), Is.EqualTo((2, false)));
        Assert.That(nothing.Error, Does.Contain("holds no results: there is no manifest.json."));
        Assert.That(_folder.Entente("survival", "own.csv", "--until", "2005-12-31", "--beside", "empty", "--replications", "3").Error,
            Does.Contain("--replications: 3 are asked, but empty is a result and has been played already."));
    }

    /// <summary>An artificial panel of two groups.</summary>
    private void Own() => _folder.Write("own.csv", "# artificial\nname,started,ended,reason,group\n" + string.Concat(Enumerable.Range(0, 40).Select(i =>
        i % 4 == 3
            ? $"a{i},{1990 + i % 9}-0{1 + i % 9},,,{(i % 3 == 0 ? "equity" : "contract")}\n"
            : $"a{i},{1990 + i % 9}-0{1 + i % 9},{1999 + i % 6}-{10 + i % 3}-{10 + i % 17},{(i % 5 < 2 ? "left" : "completed")},{(i % 3 == 0 ? "equity" : "contract")}\n")));

    private string[][] Lines(string table) => [.. File.ReadAllLines(_folder[$"out/{table}.csv"]).Skip(1).Select(line => line.Split(','))];

    /// <summary>Columns of a table that was exported.</summary>
    private string[][] Cells(string table, params string[] columns)
    {
        var lines = File.ReadAllLines(_folder[$"csv/{table}.csv"]).Select(line => line.Split(',')).ToArray();
        return [.. lines.Skip(1).Select(line => columns.Select(column => line[Array.IndexOf(lines[0], column)]).ToArray())];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
