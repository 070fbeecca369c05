using BenchmarkDotNet.Attributes;
using Entente.Engine;
using Entente.Worlds;

namespace Entente.Benchmarks;

/// <summary>One world of many firms over 180 months, with nobody looking on: time and memory a firm.</summary>
[WarmupCount(1)]
[IterationCount(3)]
[InvocationCount(1)]
public class LargeWorldBenchmarks
{
    private World? _world;

    /// <summary>The way of governing.</summary>
    [ParamsAllValues]
    public Arm Arm { get; set; }

    /// <summary>Number of firms.</summary>
    [Params(1_000, 10_000, 100_000)]
    public int Firms { get; set; }

    /// <summary>Founds and plays a world; divide by firms and 180 for the time of a firm-month.</summary>
    [Benchmark]
    public void Play()
    {
        _world = null;
        _world = Founding.Create(Arms.Of(Arm, Firms), Arms.Seed, 0);
        Simulation.Play(_world, Nobody.Instance);
    }

    /// <summary>Tells how much the world that was played last takes up.</summary>
    [GlobalCleanup]
    public void Weigh()
    {
        var with = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(_world);
        _world = null;
        var without = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine($"// {Arm}, {Firms} firms: the world takes up {(with - without) / Firms} B a firm");
    }
}
