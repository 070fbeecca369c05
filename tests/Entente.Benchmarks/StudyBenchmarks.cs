using BenchmarkDotNet.Attributes;
using Entente.Engine;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Studies.Running;

namespace Entente.Benchmarks;

/// <summary>A study of the two ways, 400 replications each (four batches), on one thread and on two; and its writing alone.</summary>
[WarmupCount(1)]
[IterationCount(5)]
public class StudyBenchmarks
{
    private readonly Recording[] _recordings = [Played(Arm.Tight), Played(Arm.Fair)];
    private string _folder = "";

    /// <summary>Threads that play.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Gives each iteration a folder of its own.</summary>
    [IterationSetup]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("entente-benchmark-").FullName;

    /// <summary>Removes it.</summary>
    [IterationCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    /// <summary>Plays and writes.</summary>
    [Benchmark(OperationsPerInvoke = 800)]
    public void PlayAndWrite() => Run(Simulation.Run);

    /// <summary>Writes recordings that are there already.</summary>
    [Benchmark(OperationsPerInvoke = 800)]
    public void Write() => Run((setting, _, _) => _recordings[setting.Dials.FairProcess > 0.5 ? 1 : 0]);

    private static Recording Played(Arm arm) => Simulation.Run(Arms.Of(arm), Arms.Seed, 0);

    private void Run(Player player)
    {
        var scenario = new Scenario
        {
            Name = "benchmark",
            Question = "How fast?",
            Seed = Arms.Seed,
            Replications = 400,
            Arms = [new("tight", "tight-contract", Arms.Of(Arm.Tight)), new("fair", "fair-process", Arms.Of(Arm.Fair))],
            Outcomes = ["income"],
            Text = "",
            Overrides = [],
        };
        var options = new StudyOptions
        {
            OutputDirectory = Path.Combine(_folder, "out"),
            ProgramVersion = "benchmark",
            Commit = "",
            Threads = Threads,
        };
        Study.Run(scenario, options, null, TimeProvider.System, CancellationToken.None, player);
    }
}
