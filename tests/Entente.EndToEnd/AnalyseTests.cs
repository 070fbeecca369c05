using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>Every design says at its end what it shows, and can be asked of another outcome.</summary>
public class AnalyseTests
{
    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new WorkingFolder();

    [TearDown]
    public void Remove() => _folder.Remove();

    [TestCase("factorial", "", "effects", "effect")]
    [TestCase("fractional-factorial", "runs: 4", "effects", "effect")]
    [TestCase("grid", "", "points", "mean")]
    [TestCase("latin-hypercube", "points: 40", "correlations", "correlation")]
    [TestCase("sobol", "points: 32", "correlations", "correlation")]
    [TestCase("morris", "trajectories: 4", "elementary", "mu*")]
    [TestCase("saltelli", "points: 16", "indices", "total")]
    public void Each_method_is_analysed_in_its_own_way(string method, string size, string table, string heading)
    {
        _folder.Write("sweep.yaml",
            $$"""
            name: sweep
            question: What matters?
            seed: 5
            replications: 3
            months: 30
            industry: { firms: 8 }
            arms:
              - { name: tight, preset: tight-contract }
              - { name: fair, preset: fair-process }
            design:
              method: {{method}}
              {{size}}
              levers:
                arms.fair.dials.exitBarrier: { from: 0, to: 1 }
                arms.fair.dials.contact: [0.2, 0.8]
              uncertainties:
                disruption.max: { from: 0.1, to: 0.9 }
            """);
        var sweep = _folder.Entente("sweep", "sweep.yaml", "--out", "out");
        Assert.That(sweep.Exit, Is.Zero, sweep.Error);
        Assert.That(sweep.Output, Does.Contain($"{method}: ").And.Match(@"[Ii]ncome[ \n]\(fair minus tight\)|Income is (lower|higher) under fair than under tight").And.Contain(heading).And.Contain("Results are in out\n"));
        Assert.That(sweep.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80), "it fits a terminal");

        var other = _folder.Entente("analyse", "out", "--outcome", "coreRetained", "--arm", "fair", "--against", "none");
        Assert.That(other.Exit, Is.Zero, other.Error);
        Assert.That(other.Output, Does.Match("[Cc]ore[ \n]retained[ \n]of[ \n]fair").And.Not.Contain("fair minus"));
        foreach (var name in (string[])["income-fair-minus-tight", "coreRetained-fair"])
        {
            Assert.That(File.ReadAllLines(_folder[$"out/analysis/{name}-{table}.csv"])[0], Does.StartWith($"of,role,{heading},{heading} low,{heading} high"));
            Assert.That(new FileInfo(_folder[$"out/analysis/{name}.png"]).Length, Is.GreaterThan(1000));
            Assert.That(File.ReadAllText(_folder[$"out/analysis/{name}.svg"]), Does.EndWith("</svg>\n").Or.EndsWith("</svg>"));
        }

        var before = _folder.Entente("analyse", "out").Output;
        Assert.That(_folder.Entente("analyse", "out").Output, Is.EqualTo(before), "intervals are drawn the same each time");
    }

    /// <summary>A factor of names is compared by group, with a picture of its own; an arm may be called none.</summary>
    [Test]
    public void Names_have_their_means_and_an_arm_may_be_called_none()
    {
        _folder.Write("sweep.yaml",
            """
            { name: sweep, question: What?, seed: 7, replications: 4, months: 60, disruption: storm, industry: { firms: 8 },
              arms: [{ name: none, preset: no-alliances }, { name: fair, preset: fair-process }], outcomes: [coreRetained],
              design: { method: latin-hypercube, points: 30, uncertainties: { disruption.max: [0.5, 0.05, 0.95], theory: [valuation, reciprocity] } } }
            """);
        var sweep = _folder.Entente("sweep", "sweep.yaml", "--out", "out");
        Assert.That(sweep.Exit, Is.Zero, sweep.Error);
        Assert.That(sweep.Output, Does.Contain("Core retained is lower under fair than under none").And.Contain("theory reciprocity"));
        Assert.That(File.ReadAllLines(_folder["out/analysis/coreRetained-fair-minus-none-levels.csv"]).Select(line => line.Split(',')[0]), Is.EqualTo((string[])["of", "theory valuation", "theory reciprocity"]));
        Assert.That(new FileInfo(_folder["out/analysis/coreRetained-fair-minus-none-levels.png"]).Length, Is.GreaterThan(1000));
        Assert.That(_folder.Entente("analyse", "out", "--against", "nothing").Output, Does.Contain("ore retained of fair"));
        Assert.That(_folder.Entente("analyse", "out", "--against", "nobody").Error, Is.EqualTo("--against is nobody; it must be none or nothing. Nothing was written.\n"));

        // What does not vary has sentences, and neither tables nor pictures; what exists nowhere is refused.
        var constant = _folder.Entente("analyse", "out", "--outcome", "firmsFailed");
        Assert.That((constant.Exit, constant.Error), Is.EqualTo((0, "")));
        Assert.That(constant.Output, Does.Contain("No factor changes firms failed (fair minus none).").And.Contain("The text is in "));
        Assert.That(Directory.GetFiles(_folder["out/analysis"], "firmsFailed*").Select(Path.GetFileName), Is.EqualTo((string[])["firmsFailed-fair-minus-none.txt"]));
        var nowhere = _folder.Entente("analyse", "out", "--outcome", "successOfEnded");
        Assert.That(nowhere.Exit, Is.EqualTo(2));
        Assert.That(nowhere.Error, Does.Contain("has no replication in which successOfEnded exists at all 30 points").And.EndsWith("at 0 of them for none). Take an outcome that always exists, such as --outcome income. Nothing was written.\n"));
    }

    /// <summary>Points of another design than the one that was simulated are not taken for them.</summary>
    [Test]
    public void A_sweep_whose_points_this_program_would_not_choose_is_refused()
    {
        _folder.Write("sweep.yaml",
            """
            { name: sweep, question: What?, seed: 5, replications: 1, months: 6, industry: { firms: 4 }, arms: [{ name: tight, preset: tight-contract }],
              design: { method: grid, levers: { dials.contact: [0.2, 0.8] } } }
            """);
        Assert.That(_folder.Entente("sweep", "sweep.yaml", "--out", "out").Exit, Is.Zero);
        var manifest = File.ReadAllText(_folder["out/manifest.json"]);
        File.WriteAllText(_folder["out/manifest.json"], manifest.Replace("[0.2, 0.8]", "[0.2, 0.7]", StringComparison.Ordinal));
        foreach (var command in (string[])["analyse", "verify"])
        {
            var refused = _folder.Entente(command, "out");
            Assert.That(refused.Exit, Is.EqualTo(2), refused.Output);
            Assert.That(refused.Error, Does.Contain("holds points that this program does not choose for its design; it was written by version"));
        }
    }

    [TestCase("--outcome is incme; it must be a column of the table of runs. Did you mean income? Nothing was written.", "--outcome", "incme")]
    [TestCase("--arm is fairr; it must be tight or fair. Did you mean fair? Nothing was written.", "--arm", "fairr")]
    [TestCase("--against is fair; it must be tight or none. Nothing was written.", "--against", "fair")]
    public void What_is_not_there_is_told(string said, params string[] arguments)
    {
        _folder.Write("sweep.yaml",
            """
            { name: sweep, question: What?, seed: 5, replications: 1, months: 6, industry: { firms: 4 }, arms: [{ name: tight, preset: tight-contract }, { name: fair, preset: fair-process }],
              design: { method: grid, levers: { dials.contact: [0.2, 0.8] } } }
            """);
        Assert.That(_folder.Entente("sweep", "sweep.yaml", "--out", "out").Exit, Is.Zero);
        var refused = _folder.Entente(["analyse", "out", .. arguments]);
        Assert.That((refused.Exit, refused.Error), Is.EqualTo((2, $"{said}\n")));
    }

    [Test]
    public void Only_a_whole_sweep_is_analysed()
    {
        _folder.Write("sweep.yaml",
            """
            { name: sweep, question: What?, seed: 5, replications: 4, months: 6, industry: { firms: 4 }, arms: [{ name: tight, preset: tight-contract }, { name: fair, preset: fair-process }],
              design: { method: grid, levers: { dials.contact: [0.2, 0.8] } } }
            """);
        Assert.That(_folder.Entente("run", "sweep.yaml", "--out", "run").Exit, Is.Zero);
        Assert.That(_folder.Entente("analyse", "run").Error, Does.Contain("holds no sweep"));
        Assert.That(_folder.Entente("sweep", "sweep.yaml", "--out", "out", "--shard", "1/2", "--batch", "4").Exit, Is.Zero);
        Assert.That(_folder.Entente("analyse", "out/shards/001-of-002").Error, Does.Contain("holds a part of a sweep"));
        Assert.That(_folder.Entente("report", "out/shards/001-of-002").Error, Does.Contain("holds a sweep, which the page of a run cannot show"));
    }
}
