using System.Text;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>The laboratory and calibration as a user meets them.</summary>
public class LabTests
{
    private WorkingFolder _folder = null!;

    private static string[] Experiments =>
        [.. Directory.GetFiles(Path.Combine(WorkingFolder.Scenarios, "lab"), "*.yaml").Select(file => Path.GetFileName(file)).Order()];

    [SetUp]
    public void Make() => _folder = new WorkingFolder();

    [TearDown]
    public void Remove() => _folder.Remove();

    [Test]
    public void There_are_eight_treatments() => Assert.That(Experiments, Has.Length.EqualTo(8));

    [TestCaseSource(nameof(Experiments))]
    public void Every_treatment_is_played_within_80_columns(string file)
    {
        var played = _folder.Entente("lab", Shipped("lab", file), "--replications", "5");
        Assert.That((played.Exit, played.Error), Is.EqualTo((0, "")));
        Assert.That(played.Output.Split('\n'), Has.All.Property("Length").LessThanOrEqualTo(80));
        var observed = File.ReadAllText(Shipped("lab", file)).Contains("\nobserved:", StringComparison.Ordinal);
        Assert.That(played.Output, observed ? Does.Contain("Root mean square error of the four summary shares: 0.0") : Does.Contain("these are predictions"));
        Assert.That(_folder.Files(), Is.Empty);
    }

    [Test]
    public void With_out_the_shares_and_pictures_are_written_and_never_over_others()
    {
        string[] command = ["lab", Shipped("lab", "pd2.yaml"), "--replications", "3", "--out", "out"];
        Assert.That(_folder.Entente(command).Exit, Is.Zero);
        Assert.That(In("out"), Is.EquivalentTo("choices-by-period.png choices-by-period.svg responses.png responses.svg shares.csv".Split(' ')));
        var lines = File.ReadAllText(_folder["out/shares.csv"]).Split("\r\n");
        Assert.That(lines[0], Is.EqualTo("treatment,group,measure,simulated,low,high,observed,observedLow,observedHigh,count"));
        Assert.That(lines[1], Does.StartWith("pd2,summary,\"contribute, period 1\",").And.EndsWith(",288"));
        var again = _folder.Entente(command);
        Assert.That(again.Exit, Is.EqualTo(2));
        Assert.That(again.Error, Does.Contain("choose a new or an empty directory"));
    }

    [Test]
    public void A_treatment_of_ones_own_needs_a_payoff_table_and_may_have_observations()
    {
        const string own =
            """
            name: mine
            question: What if withholding pays nothing?
            seed: 1
            replications: 2
            payoffs: { contribute: [-1, 2], withhold: [0, 0], alone: 1 }
            exitCost: 2
            continuation: 0.8
            sessions: [{ people: 10, lengths: [3, 4] }]
            observed: seen
            """;
        var file = _folder.Write("mine.yaml", own);
        _folder.Write("seen/alliances.csv", "treatment,alliances,terminated,always_contributed\nmine,10,2,7\n");
        _folder.Write("seen/choices-by-period.csv", "# a comment\ntreatment,period,contribute,withhold,leave\nmine,1,18,1,1\n");
        var responses = _folder.Write("seen/responses.csv", "treatment,own_last,partners_contributing_last,contribute,withhold,leave\nmine,C,1,16,two,0\n");
        var wrong = _folder.Entente("lab", file);
        Assert.That(wrong.Exit, Is.EqualTo(2));
        Assert.That(wrong.Error, Does.Contain("responses.csv:2:5 withhold is two; it must be a whole number between 0 and 1000000000."));
        File.WriteAllBytes(responses, Encoding.Latin1.GetBytes("treatment,own_last\ncafé,C\n"));
        Assert.That(_folder.Entente("lab", file).Error, Does.Contain("responses.csv:2:4 there is a character here that is not UTF-8."));
        File.WriteAllText(responses, "treatment,own_last\nmine,C\n");
        Assert.That(_folder.Entente("lab", file).Error, Does.Contain("responses.csv has no column partners_contributing_last; it has treatment, own_last."));

        File.WriteAllText(responses, "treatment,own_last,partners_contributing_last,contribute,withhold,leave\nmine,C,1,16,2,0\n");
        var right = _folder.Entente("lab", file);
        Assert.That(right.Exit, Is.Zero, right.Error);
        Assert.That(right.Output, Does.Match("contribute, period 1 +[0-9.]+ +[0-9.-]+ +0.90 "));
    }

    [Test]
    public void All_that_is_wrong_with_an_experiment_is_said_at_once()
    {
        var file = _folder.Write("wrong.yaml",
            """
            name: wrong
            question: Is it read?
            seed: 1
            replications: 2
            payoffs: { contribute: [-1, 2], withhold: [0, 0, 1], alone: 1 }
            exitCost: -2
            continuation: 0.9
            sessions: [{ people: 1, lengths: [3, 0] }]
            parameters: { conduct: { precison: 3 } }
            """);
        var wrong = _folder.Entente("lab", file);
        Assert.That(wrong.Exit, Is.EqualTo(2));
        Assert.That(wrong.Error, Does.Contain("wrong.yaml:5:1 payoffs has 2 for contribute and 3 for withhold")
            .And.Contain("exitCost is -2; it must be").And.Contain("people is 1; it must be").And.Contain("lengths item 2 is 0; it must be")
            .And.Contain("conduct has no precison. Did you mean precision?"));
    }

    [Test]
    public void Calibration_writes_parameters_that_an_experiment_includes_and_goes_on_where_it_stopped()
    {
        var file = _folder.Write("small.yaml",
            $$"""
            name: small
            question: Does it run?
            seed: 3
            replications: 1
            start: 10
            generations: 1
            points: 4
            parameters:
              - { path: conduct.guilt, from: 0, to: 1 }
              - { path: laboratory.breakage, start: 0.9, from: 0.2, to: 1 }
            experiments: ["{{Shipped("lab", "pd2.yaml")}}"]
            """);
        var fitted = _folder.Entente("calibrate", file, "--out", "fit");
        Assert.That(fitted.Exit, Is.Zero, fitted.Error);
        Assert.That(fitted.Output.Split('\n'), Has.All.Property("Length").LessThanOrEqualTo(80));
        Assert.That(In("fit"), Is.EquivalentTo("points.csv parameters.yaml fit.csv profiles.csv profiles.png profiles.svg calibration.md".Split(' ')));
        var points = File.ReadAllText(_folder["fit/points.csv"]);
        Assert.That(points.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(2 + 14));

        File.WriteAllText(_folder["fit/points.csv"], string.Join('\n', points.Split('\n')[..9]) + "\n");
        var again = _folder.Entente("calibrate", file, "--out", "fit", "--threads", "1");
        Assert.That((again.Exit, again.Output), Is.EqualTo((0, fitted.Output)));
        Assert.That(again.Error, Does.Contain("7 points are there already"));
        Assert.That(File.ReadAllText(_folder["fit/points.csv"]), Is.EqualTo(points));

        var experiment = File.ReadAllText(Shipped("lab", "cg3.yaml"));
        var including = _folder.Write("including.yaml", $"{experiment}\ninclude: fit/parameters.yaml\n");
        Assert.That(_folder.Entente("lab", including, "--replications", "2").Exit, Is.Zero);
        Assert.That(_folder.Entente("calibrate", file, "--leave-one-out").Error, Does.Contain("needs two experiments or more"));
    }

    [Test]
    public void What_is_wrong_with_a_calibration_is_said_with_its_place()
    {
        var file = _folder.Write("wrong.yaml",
            $$"""
            name: wrong
            question: Is it read?
            seed: 3
            replications: 1
            start: 10
            generations: 1
            points: 4
            parameters:
              - { path: conduct.gilt, from: 0, to: 1 }
              - { path: conduct.habit, from: 2, to: 1 }
            experiments: ["{{Shipped("lab", "pd2-exit-cost.yaml")}}"]
            """);
        var wrong = _folder.Entente("calibrate", file);
        Assert.That(wrong.Exit, Is.EqualTo(2));
        Assert.That(wrong.Error, Does.Contain("path is conduct.gilt; it must be that of a number. Did you mean conduct.guilt?")
            .And.Contain("from is 2 and to is 1").And.Contain("has no observations to fit to"));
        Assert.That(_folder.Files().Single(), Is.EqualTo("wrong.yaml"));
    }

    [TestCase("lab")]
    [TestCase("landscape")]
    [TestCase("calibration")]
    [TestCase("claims")]
    [TestCase("facts")]
    public void Every_shipped_file_is_validated_as_what_it_is(string folder)
    {
        var checkedFiles = _folder.Entente("validate", Path.Combine(WorkingFolder.Scenarios, folder));
        Assert.That((checkedFiles.Exit, checkedFiles.Error), Is.EqualTo((0, "")));
        var files = Directory.GetFiles(Path.Combine(WorkingFolder.Scenarios, folder), "*.yaml");
        Assert.That(checkedFiles.Output.Split('\n').Count(line => line.Contains(" is sound", StringComparison.Ordinal)), Is.EqualTo(files.Length));
        Assert.That(_folder.Entente("validate", _folder.Write("below.yaml", "parameters: { trust: { grwth: 1 } }\n")).Error, Does.Contain("below.yaml:1:24 trust has no grwth"));
    }

    private IEnumerable<string> In(string folder) => Directory.GetFiles(_folder[folder]).Select(file => Path.GetFileName(file));

    private static string Shipped(string folder, string file) => Path.Combine(WorkingFolder.Scenarios, folder, file);
}
