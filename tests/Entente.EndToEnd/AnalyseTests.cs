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
        Assert.That(sweep.Output, Does.Contain($"{method}: ").And.Contain("income of fair less that of tight").And.Contain(heading).And.Contain("Results are in out\n"));
        Assert.That(sweep.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80), "it fits a terminal");

        var other = _folder.Entente("analyse", "out", "--outcome", "netValue", "--arm", "fair", "--against", "none");
        Assert.That(other.Exit, Is.Zero, other.Error);
        Assert.That(other.Output, Does.Contain("net value of fair").And.Not.Contain("less that of"));
        foreach (var name in (string[])["income-fair-less-tight", "netValue-fair"])
        {
            Assert.That(File.ReadAllLines(_folder[$"out/analysis/{name}-{table}.csv"])[0], Does.StartWith($"of,role,{heading},{heading} low,{heading} high"));
            Assert.That(new FileInfo(_folder[$"out/analysis/{name}.png"]).Length, Is.GreaterThan(1000));
            Assert.That(File.ReadAllText(_folder[$"out/analysis/{name}.svg"]), Does.EndWith("</svg>\n").Or.EndsWith("</svg>"));
        }

        var before = _folder.Entente("analyse", "out").Output;
        Assert.That(_folder.Entente("analyse", "out").Output, Is.EqualTo(before), "intervals are drawn the same each time");
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
