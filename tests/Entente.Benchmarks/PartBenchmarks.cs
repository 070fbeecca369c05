using BenchmarkDotNet.Attributes;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Benchmarks;

/// <summary>The parts that everything else is made of.</summary>
public class PartBenchmarks
{
    private const int Many = 64;

    private readonly Draws _draws = new(1, 2);
    private readonly Lots _lots = new();
    private readonly TrustLedger _ledger = new(1000);
    private int _next;

    /// <summary>A ledger in which each firm has met about ten others.</summary>
    [GlobalSetup]
    public void Meet()
    {
        for (var firm = 0; firm < 1000; firm++)
            for (var step = 1; step <= 5; step++)
                _ledger.Meet(firm, (firm + 37 * step) % 1000, 0.1, 0.5, 0.6);
    }

    /// <summary>One block of four words.</summary>
    [Benchmark]
    public Block PhiloxBlock() => Philox.At(new Block((uint)_next++, 2, 3, 4), 5, 6);

    /// <summary>The first uniform at one of many addresses, drawn together.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public double UniformByLot()
    {
        _lots.Clear();
        for (var address = 0; address < Many; address++)
            _lots.Ask(address, _next);
        _lots.Draw(_draws, Process.Conduct, 7);
        var sum = 0.0;
        for (var address = 0; address < Many; address++)
            sum += _lots.Next().Uniform();
        _next++;
        return sum;
    }

    /// <summary>The first uniform at one address.</summary>
    [Benchmark]
    public double UniformAtAnAddress() => _draws.At(Process.Conduct, 7, _next++, 3).Uniform();

    /// <summary>A normal after others at the same address.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public double Normal()
    {
        var luck = _draws.At(Process.Conduct, 7, _next++);
        var sum = 0.0;
        for (var i = 0; i < Many; i++)
            sum += luck.Normal();
        return sum;
    }

    /// <summary>Trust of a firm in another, looked up by their numbers.</summary>
    [Benchmark]
    public double TrustByPair()
    {
        var firm = (_next++ & 511) * 2 % 1000;
        return _ledger.Of(firm, (firm + 74) % 1000);
    }

    /// <summary>Trust of a firm in another, looked up by their bond.</summary>
    [Benchmark]
    public double TrustByBond() => _ledger[_next++ & 8191];
}
