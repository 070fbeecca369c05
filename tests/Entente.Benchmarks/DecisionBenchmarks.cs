using BenchmarkDotNet.Attributes;
using Entente.Scenarios;
using Entente.Studies.Comparisons;

namespace Entente.Benchmarks;

/// <summary>How long it takes to know the differences of the telco scenario to half a hundredth of income.</summary>
[WarmupCount(1)]
[IterationCount(5)]
public class DecisionBenchmarks
{
    private readonly Scenario _scenario = ScenarioReader.Read(Find("scenarios/telco-disruption.yaml")).Scenario!;

    /// <summary>Threads that play.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Adds paired replications until both arms are decided.</summary>
    [Benchmark]
    public PairedResult Decide() => PairedStudy.Run(_scenario, null, new PairedStudyOptions
    {
        Outcome = "income",
        Reference = 0,
        Others = [1, 2],
        Within = new Precision(0.005, Relative: true),
        Threads = Threads,
    }, null, CancellationToken.None);

    /// <summary>Benchmarks are run from folders of their own, somewhere below the project's.</summary>
    private static string Find(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, file)))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no {file} above {AppContext.BaseDirectory}");
        return Path.Combine(folder.FullName, file);
    }
}
