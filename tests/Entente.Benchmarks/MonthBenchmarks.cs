using BenchmarkDotNet.Attributes;
using Entente.Engine;
using Entente.Worlds;

namespace Entente.Benchmarks;

/// <summary>One month of a world of 30 firms that has been running for ten years: the mean of the next sixty.</summary>
public class MonthBenchmarks
{
    private const int Months = 60;
    private const int Before = 120;

    private readonly IReadOnlyList<IPhase> _phases = new Month().Phases;
    private World _world = null!;
    private uint _replication;

    /// <summary>The way of governing.</summary>
    [ParamsAllValues]
    public Arm Arm { get; set; }

    /// <summary>Plays until all code is compiled as well as it will be: each measurement is too short for that.</summary>
    [GlobalSetup]
    public void WarmUp()
    {
        for (uint replication = 0; replication < 100; replication++)
            Simulation.Run(Arms.Of(Arm), 1, replication);
    }

    /// <summary>Plays the first ten years.</summary>
    [IterationSetup]
    public void Start()
    {
        _world = Founding.Create(Arms.Of(Arm), Arms.Seed, _replication++ % 50);
        for (var month = 0; month < Before; month++)
            Play(month);
    }

    /// <summary>All phases of a month.</summary>
    [Benchmark(OperationsPerInvoke = Months)]
    public void OneMonth()
    {
        for (var month = Before; month < Before + Months; month++)
            Play(month);
    }

    private void Play(int month)
    {
        _world.Begin(month);
        foreach (var phase in _phases)
            phase.Apply(_world);
        _world.Close();
    }
}
