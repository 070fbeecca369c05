using Entente.Studies.Results;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>Differences between arms, known to the precision asked.</summary>
public class CompareTests
{
    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make()
    {
        _folder = new WorkingFolder();
        _folder.Write("study.yaml",
            """
            name: study
            question: Which earns more?
            seed: 7
            replications: 1
            months: 40
            industry: { firms: 10 }
            arms:
              - { name: tight, preset: tight-contract }
              - { name: fair, preset: fair-process }
              - { name: none, preset: no-alliances }
            """);
    }

    [TearDown]
    public void Remove() => _folder.Remove();

    [Test]
    public void Replications_are_added_until_the_difference_is_known_and_sentences_say_so()
    {
        var compared = _folder.Entente("compare", "study.yaml", "--within", "2%", "--out", "values.csv");
        Assert.That(compared.Exit, Is.Zero, compared.Error);
        Assert.That(compared.Output, Does.Match("fair: income .* of tight's").And.Match("none: income ").And.Contain("known to 2%").Or.Contain("by less than 2%"));
        Assert.That(compared.Output, Does.Contain("variance ratio of pairing").And.Contain("twin worlds part in month").And.Contain("whenever one looks"));
        Assert.That(compared.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
        var values = File.ReadAllLines(_folder["values.csv"]);
        Assert.That(values[0], Is.EqualTo("replication,tight,fair,none"));
        Assert.That(compared.Output, Does.Contain($"{values.Length - 1} replications of each arm"));

        // The values are those of a run.
        Assert.That(_folder.Entente("run", "study.yaml", "--replications", "3", "--out", "run").Exit, Is.Zero);
        var run = ResultFolder.Open(_folder["run"]).Column<double>("runs", "income");
        Assert.That(values[3].Split(',')[2], Is.EqualTo(run[7].ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public void What_cannot_be_decided_within_the_budget_says_how_many_replications_would_do()
    {
        var open = _folder.Entente("compare", "study.yaml", "--within", "0.5", "--budget", "40", "--arm", "fair", "--outcome", "netValue");
        Assert.That(open.Exit, Is.Zero, open.Error);
        Assert.That(open.Output.ReplaceLineEndings(" "), Does.Match("fair: net value is .*: not decided to 0.500 after 40 replications; about [0-9,]+ would do\\."));
    }

    [Test]
    public void A_plan_says_beforehand_how_many_replications_answer_which_difference()
    {
        var plan = _folder.Entente("compare", "study.yaml", "--plan", "--pilot", "30", "--within", "3%");
        Assert.That(plan.Exit, Is.Zero, plan.Error);
        Assert.That(plan.Output, Does.Contain("From a pilot of 30 replications").And.Contain("known anytime").And.Contain("3%").And.Contain("0.25%"));
        Assert.That(plan.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    [TestCase("--outcome is incme; it must be a column of the table of runs or a measure. Did you mean income? Nothing was played.", "--outcome", "incme")]
    [TestCase("--reference is tigt; it must be tight, fair or none. Did you mean tight? Nothing was played.", "--reference", "tigt")]
    [TestCase("--arm is tight; it must be fair or none. Nothing was played.", "--arm", "tight")]
    [TestCase("study.yaml is there already; choose another name for --out. Nothing was played.", "--out", "study.yaml")]
    public void What_cannot_be_compared_is_told(string said, params string[] arguments)
    {
        var refused = _folder.Entente(["compare", "study.yaml", .. arguments]);
        Assert.That((refused.Exit, refused.Output, refused.Error), Is.EqualTo((2, "", $"{said}\n")));
    }

    [TestCase("0%")]
    [TestCase("-3")]
    [TestCase("half")]
    public void A_precision_is_a_share_or_an_amount_above_nought(string within) =>
        Assert.That(_folder.Entente("compare", "study.yaml", $"--within={within}").Error, Does.StartWith($"--within is {within}; it must be a share such as 0.5% or an amount such as 400, above 0."));
}
