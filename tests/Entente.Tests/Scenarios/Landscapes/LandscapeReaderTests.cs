using Entente.Scenarios.Landscapes;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Scenarios.Landscapes;

/// <summary>Landscape files: what they say, and the whole of what is said about one with a fault.</summary>
public class LandscapeReaderTests
{
    private const string Good = """
        name: example
        question: Who sides with whom?
        alpha: 2
        beta: 1
        firms:
          - { name: Ash, size: 1.5, class: a, observed: Left }
          - { name: Birch, size: 2, class: a, observed: Right }
          - name: Cedar
            size: 3
        propensities:
          - [Ash, Cedar, 0.5]
          - [Cedar, Birch, -0.25]
        """;

    private static readonly (string Fault, string Text, string Replacement, string Said)[] Faults =
    [
        ("an unknown key", "beta: 1", "betta: 1", "f.yaml:1:1 the landscape has no beta; it must be a number between -1000 and 1000.\nf.yaml:4:1 the landscape has no betta. Did you mean beta?"),
        ("a key of a scenario", "beta: 1", "beta: 1\narms: []", "f.yaml:5:1 the landscape has no arms; it may have name, question, expectation, firms, alpha, beta, propensities, seed or starts."),
        ("an unknown key of a firm", "size: 1.5", "sise: 1.5", "f.yaml:6:5 firm 1 has no size; it must be a number between 1E-09 and 1000000000.\nf.yaml:6:18 firm 1 has no sise. Did you mean size?"),
        ("no question", "question: Who sides with whom?\n", "", "f.yaml:1:1 the landscape has no question; it must be text."),
        ("a size of 0", "size: 3", "size: 0", "f.yaml:9:5 size is 0; it must be between 1E-09 and 1000000000."),
        ("a comma", "size: 1.5", "size: \"1,5\"", "f.yaml:6:18 size is the text \"1,5\"; it must be a number between 1E-09 and 1000000000."),
        ("a firm twice", "name: Birch", "name: Ash", "f.yaml:7:5 firm Ash is there twice; the first is on line 6.\nf.yaml:12:13 firm is Birch; there is no firm of that name."),
        ("one side", "observed: Right", "observed: Left", "f.yaml:5:1 observed names one side, Left; it must name two sides, or none."),
        ("three sides", "size: 3", "size: 3\n    observed: Middle", "f.yaml:5:1 observed names 3 sides, Left, Right, Middle; it must name two sides, or none."),
        ("a misspelt firm", "[Ash, Cedar, 0.5]", "[Ash, Ceder, 0.5]", "f.yaml:11:11 firm is Ceder; there is no firm of that name. Did you mean Cedar?"),
        ("a firm and itself", "[Ash, Cedar, 0.5]", "[Cedar, Cedar, 0.5]", "f.yaml:11:5 Cedar is named twice; a propensity is that of two firms."),
        ("a pair twice", "[Cedar, Birch, -0.25]", "[Cedar, Ash, -0.25]", "f.yaml:12:5 the propensity of Cedar and Ash is there twice; the first is on line 11."),
        ("two parts", "[Ash, Cedar, 0.5]", "[Ash, Cedar]", "f.yaml:11:5 a propensity does not have three parts; it must be [firm, firm, number]."),
        ("no list", "[Ash, Cedar, 0.5]", "Ash", "f.yaml:11:5 a propensity is Ash; it must be [firm, firm, number]."),
        ("a propensity in words", "0.5]", "high]", "f.yaml:11:18 propensity is high; it must be a number between -1000000000 and 1000000000."),
        ("nothing about a pair", "  - [Cedar, Birch, -0.25]", "", "f.yaml:8:5 nothing says how Birch and Cedar stand to each other; give both a class, or list [Birch, Cedar, number] under propensities."),
        ("firms that are no list", "firms:\n  - { name: Ash, size: 1.5, class: a, observed: Left }\n  - { name: Birch, size: 2, class: a, observed: Right }\n  - name: Cedar\n    size: 3", "firms: many", "f.yaml:5:1 firms is many; it must be a list of 2 to 64 firms.\nf.yaml:7:6 firm is Ash; there is no firm of that name.\nf.yaml:7:11 firm is Cedar; there is no firm of that name.\nf.yaml:8:6 firm is Cedar; there is no firm of that name.\nf.yaml:8:13 firm is Birch; there is no firm of that name."),
        ("too many starts", "beta: 1", "beta: 1\nstarts: 2000000", "f.yaml:5:1 starts is 2000000; it must be a whole number between 1 and 1000000. Did you mean 200000?"),
        ("nothing", Good, "", "f.yaml: there is nothing in the file; a landscape has at least name, question and firms."),
    ];

    private static IEnumerable<TestCaseData> Cases => Faults.Select(f => new TestCaseData(f.Text, f.Replacement, f.Said).SetArgDisplayNames(f.Fault));

    [TestCaseSource(nameof(Cases))]
    public void Everything_wrong_is_said_at_once_with_its_place(string text, string replacement, string said)
    {
        Assert.That(Good, Does.Contain(text));
        var reading = LandscapeReader.Parse(Good.Replace(text, replacement, StringComparison.Ordinal), "f.yaml");
        Assert.That(reading.Scenario, Is.Null);
        Assert.That(string.Join('\n', reading.Problems), Is.EqualTo(said));
    }

    [Test]
    public void A_good_file_is_a_landscape()
    {
        var reading = LandscapeReader.Parse(Good, "f.yaml");
        Assert.That(reading.Problems, Is.Empty);
        var scenario = reading.Scenario!;
        Assert.That(scenario.Firms, Is.EqualTo(
            [new LandscapeFirm("Ash", 1.5, "a", "Left"), new LandscapeFirm("Birch", 2, "a", "Right"), new LandscapeFirm("Cedar", 3, null, null)]));
        Assert.That((scenario.Seed, scenario.Starts, scenario.Text), Is.EqualTo((1u, 10_000, Good)));
        var landscape = scenario.Landscape();
        Assert.That((landscape.Propensity(0, 1), landscape.Propensity(0, 2), landscape.Propensity(2, 1)), Is.EqualTo((-1.0, .5, -.25)));
    }

    [Test]
    public void Without_classes_alpha_and_beta_may_be_left_out()
    {
        var text = "name: n\nquestion: q\nfirms: [{ name: A, size: 1 }, { name: B, size: 2 }]\npropensities: [[A, B, -3]]\n";
        Assert.That(LandscapeReader.Parse(text, "f.yaml").Scenario!.Landscape().Propensity(0, 1), Is.EqualTo(-3));
    }

    [Test]
    public void What_is_set_goes_through_the_same_checks()
    {
        var set = LandscapeReader.Parse(Good, "f.yaml", ["firms.Ash.size=4", "alpha=1.5"]).Scenario!;
        Assert.That((set.Firms[0].Size, set.Alpha), Is.EqualTo((4.0, 1.5)));
        Assert.That(set.Overrides, Is.EqualTo(["firms.Ash.size=4", "alpha=1.5"]));
        Assert.That(LandscapeReader.Parse(Good, "f.yaml", ["firms.Ahs.size=4"]).Problems.Select(p => p.ToString()), Is.EqualTo(
            ["--set: in \"firms.Ahs.size=4\", firms has no item Ahs; its items go by number from 0 to 2 or by name. Did you mean Ash?"]));
    }

    [TestCase("unix-1988", 9)]
    [TestCase("airlines-2001", 18)]
    [TestCase("risc-1992", 10)]
    public void The_delivered_landscapes_read_without_a_problem(string name, int firms)
    {
        var reading = LandscapeReader.Read(Path.Combine(Manual.Root, "scenarios", "landscape", $"{name}.yaml"));
        Assert.That(reading.Problems, Is.Empty);
        Assert.That((reading.Scenario!.Name, reading.Scenario.Firms.Count), Is.EqualTo((name, firms)));
        Assert.That(reading.Scenario.Text, Does.StartWith("# Question: ").And.Contain("# What to expect: ").And.Contain("# Judgements"));
    }
}
