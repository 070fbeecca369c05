using Entente.Scenarios;
using Entente.Studies.Running;
using NUnit.Framework;

namespace Entente.Tests.Studies.Running;

/// <summary>What a study is said to take is what it takes, within a factor of two.</summary>
public class StudyDemandTests
{
    /// <summary>
    /// Largest resident memory (VmHWM) of <c>run</c>, and bytes of its tables, as measured on Linux with .NET 10 for arms that are tight-contract and
    /// fair-process in turn. A study takes somewhat more or less where processors are more, so that the bound is wide.
    /// </summary>
    [TestCase(30, 12, 2, 1, 1, 120, 0.1)]
    [TestCase(30, 180, 100, 2, 2, 526, 14.5)]
    [TestCase(30, 180, 10, 2, 2, 150, 1.6)]
    [TestCase(3_000, 60, 4, 1, 1, 196, 3.3)]
    [TestCase(3_000, 60, 4, 1, 2, 233, 3.3)]
    [TestCase(100_000, 1, 1, 1, 1, 393, 8.6)]
    [TestCase(100_000, 12, 1, 1, 1, 515, 11.3)]
    public void Memory_and_disk_are_within_a_factor_of_two_of_what_was_measured(int firms, int months, int replications, int arms, int threads, double memory, double disk)
    {
        var demand = StudyDemand.Of(StudyPlan.Of(Toy(firms, months, replications, arms)), threads, StudyOptions.UsualBatch);
        Assert.That(demand.Memory / 1e6 / memory, Is.InRange(0.5, 2), "memory");
        Assert.That(demand.Disk / 1e6 / disk, Is.InRange(0.5, 2), "disk");
    }

    [TestCase("months: 60")]
    [TestCase("months: 60\nindustry: { firms: 200 }")]
    [TestCase("months: 180\ndisruption: storm")]
    public void The_size_of_tables_is_right_within_a_factor_of_two(string more)
    {
        using var folder = new TemporaryFolder();
        var scenario = Read($"{{ name: x, preset: tight-contract }}, {{ name: y, preset: fair-process }}", $"replications: 8\n{more}");
        Study.Run(scenario, Fakes.Options(folder.At("run"), batchSize: 4), null, new TickingClock(), default);
        var size = Directory.EnumerateFiles(folder.Root, "*.parquet", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Assert.That(StudyDemand.Of(StudyPlan.Of(scenario), 2, 4).Disk / size, Is.InRange(0.5, 2));
    }

    /// <summary>60 firms at the ends of three ranges: 1000 x 60 / 30 x 1000 = 2,000,000 open opportunities without disruption, of 256 bytes each.</summary>
    [Test]
    public void Opportunities_that_wait_take_memory()
    {
        const string waiting = "parameters: { environment: { arrivalRate: 1000, windowMonths: 1000 } }\ndisruption: calm";
        double Memory(string more, int threads) => StudyDemand.Of(
            StudyPlan.Of(Read("{ name: x, preset: tight-contract }", $"replications: 2\nmonths: 2\nindustry: {{ firms: 60 }}\n{more}")), threads, 100).Memory;
        Assert.That(Memory(waiting, 1) - Memory("disruption: calm", 1), Is.EqualTo(512e6).Within(5).Percent);
        Assert.That(Memory(waiting, 2) - Memory("disruption: calm", 2), Is.EqualTo(1024e6).Within(5).Percent);
    }

    [Test]
    public void More_opportunities_than_can_be_simulated_are_refused()
    {
        const string most = "name: q\nquestion: q\nseed: 1\nreplications: 1\nindustry: { firms: 1000000 }\ndisruption: calm\n";
        Assert.That(ScenarioReader.Parse($"{most}arms: [{{ name: x, preset: tight-contract }}]", "x.yaml").Problems, Is.Empty);
        Assert.That(
            ScenarioReader.Parse($"{most}parameters: {{ environment: {{ arrivalRate: 100 }} }}\narms: [{{ name: x, preset: tight-contract }}]", "x.yaml").Problems.Single().Message,
            Does.Match("^the arm x has about [0-9,]+ opportunities open at a time; there may be 10,000,000\\. Lower environment\\.arrivalRate, "));
    }

    private static Scenario Toy(int firms, int months, int replications, int arms) => Read(
        string.Join(", ", Enumerable.Range(0, arms).Select(arm => $"{{ name: a{arm}, preset: {(arm % 2 == 0 ? "tight-contract" : "fair-process")} }}")),
        $"replications: {replications}\nmonths: {months}\nindustry: {{ firms: {firms} }}");

    private static Scenario Read(string arms, string more)
    {
        var reading = ScenarioReader.Parse($"name: m\nquestion: q\nseed: 1\n{more}\narms: [{arms}]", "m.yaml");
        Assert.That(reading.Problems, Is.Empty);
        return reading.Scenario!;
    }
}
