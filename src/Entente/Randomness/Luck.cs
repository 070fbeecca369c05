using System.Runtime.CompilerServices;

namespace Entente.Randomness;

/// <summary>The draws at one address, in order. Asking for one more never changes those before it.</summary>
public struct Luck
{
    private const double Scale = 1.0 / 4294967296.0;
    private const double LargestPoissonPiece = 64;

    private readonly uint _key0, _key1, _c0, _c1, _c2;
    private uint _c3;
    private int _used;
    private Block _block;

    internal Luck(uint key0, uint key1, uint c0, uint c1, uint c2, uint c3) =>
        (_key0, _key1, _c0, _c1, _c2, _c3, _used) = (key0, key1, c0, c1, c2, c3, 4);

    /// <summary>The same with its first block already drawn.</summary>
    internal Luck(uint key0, uint key1, uint c0, uint c1, uint c2, uint c3, Block first) =>
        (_key0, _key1, _c0, _c1, _c2, _c3, _used, _block) = (key0, key1, c0, c1, c2, c3 + 1, 0, first);

    /// <summary>The next word of the current block, or the first of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Word()
    {
        if (_used == 4)
            DrawBlock();
        return Unsafe.Add(ref Unsafe.As<Block, uint>(ref _block), _used++);
    }

    /// <summary>U(0, 1), never 0 and never 1: (word + 1/2) / 2^32.</summary>
    public double Uniform() => (Word() + 0.5) * Scale;

    /// <summary>U(low, high).</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>True with a probability; one draw, whatever the probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>A whole number from 0 to count - 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>N(0, sd), by inversion: one draw, and a larger draw never gives a smaller number.</summary>
    public double Normal(double standardDeviation = 1) => standardDeviation * NormalQuantile.At(Uniform());

    /// <summary>Lognormal with mean 1 and the given standard deviation of its logarithm.</summary>
    public double LogNormal(double logSd) => Math.Exp(Normal(logSd) - 0.5 * logSd * logSd);

    /// <summary>Logistic with mean 0.</summary>
    public double Logistic(double scale)
    {
        var u = Uniform();
        return scale * Math.Log(u / (1 - u));
    }

    /// <summary>Geometric on 1, 2, ... with the given mean, at least 1: one draw, inverted.</summary>
    public int Geometric(double mean)
    {
        if (mean <= 1)
        {
            _ = Word();
            return 1;
        }

        return 1 + (int)Math.Floor(Math.Log(Uniform()) / Math.Log(1 - 1 / mean));
    }

    /// <summary>Binomial: as many draws as trials.</summary>
    public int Binomial(int trials, double probability)
    {
        var count = 0;
        for (var trial = 0; trial < trials; trial++)
            if (Chance(probability))
                count++;
        return count;
    }

    /// <summary>
    /// Poisson by inversion, so that a larger mean never gives fewer; means over 64 are cut into equal pieces of at most 64
    /// whose counts are added.
    /// </summary>
    public int Poisson(double mean)
    {
        if (mean <= 0)
            return 0;
        var pieces = (int)Math.Ceiling(mean / LargestPoissonPiece);
        var count = 0;
        for (var piece = 0; piece < pieces; piece++)
            count += PoissonPiece(mean / pieces);
        return count;
    }

    /// <summary>Beta with the given mean and concentration (the sum of its two parameters); a mean of 0 or 1 is that constant.</summary>
    public double BetaByMean(double mean, double concentration) =>
        mean <= 0 ? 0 : mean >= 1 ? 1 : Beta(mean * concentration, (1 - mean) * concentration);

    /// <summary>Beta with two parameters, as a ratio of gammas; by logarithms below shape 1, where gammas underflow.</summary>
    public double Beta(double alpha, double beta)
    {
        if (alpha >= 1 && beta >= 1)
        {
            var x = Gamma(alpha);
            var y = Gamma(beta);
            return x / (x + y);
        }

        var logX = LogGamma(alpha);
        var logY = LogGamma(beta);
        return 1 / (1 + Math.Exp(logY - logX));
    }

    /// <summary>The logarithm of a gamma with unit scale: below shape 1 by the boost of Marsaglia and Tsang.</summary>
    private double LogGamma(double shape) =>
        shape < 1 ? Math.Log(Gamma(shape + 1)) + Math.Log(Uniform()) / shape : Math.Log(Gamma(shape));

    /// <summary>A gamma with unit scale and shape 1 or more (Marsaglia and Tsang 2000).</summary>
    private double Gamma(double shape)
    {
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + c * x;
            if (v <= 0)
                continue;
            v = v * v * v;
            var u = Uniform();
            // The first test is theirs too: it accepts nothing that the second would not, and is quicker.
            if (u < 1 - 0.0331 * x * x * x * x || Math.Log(u) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }

    private void DrawBlock()
    {
        _block = Philox.At(new Block(_c0, _c1, _c2, _c3++), _key0, _key1);
        _used = 0;
    }

    private int PoissonPiece(double mean)
    {
        var u = Uniform();
        var probability = Math.Exp(-mean);
        var cumulative = probability;
        var count = 0;
        while (u > cumulative && count < 1000)
        {
            probability *= mean / ++count;
            cumulative += probability;
        }

        return count;
    }
}
