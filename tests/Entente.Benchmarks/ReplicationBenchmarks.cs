using BenchmarkDotNet.Attributes;
using Entente.Engine;
using Entente.Observation;
using Entente.Worlds;

namespace Entente.Benchmarks;

/// <summary>One replication of 30 firms over 180 months, another one each time.</summary>
public class ReplicationBenchmarks
{
    private uint _replication;

    /// <summary>The way of governing.</summary>
    [ParamsAllValues]
    public Arm Arm { get; set; }

    /// <summary>As a study plays it: founded, played, written down.</summary>
    [Benchmark]
    public Recording Replication() => Simulation.Run(Arms.Of(Arm), Arms.Seed, _replication++ % 50);

    /// <summary>Founded and played, with nobody looking on.</summary>
    [Benchmark]
    public World Unobserved()
    {
        var world = Founding.Create(Arms.Of(Arm), Arms.Seed, _replication++ % 50);
        Simulation.Play(world, Nobody.Instance);
        return world;
    }
}

internal sealed class Nobody : IObserver
{
    public static readonly Nobody Instance = new();

    public void Observe(World world)
    {
    }
}
