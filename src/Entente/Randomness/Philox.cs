using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Randomness;

/// <summary>Four 32-bit words: a Philox counter, or the block that comes of it.</summary>
public readonly record struct Block(uint W0, uint W1, uint W2, uint W3);

/// <summary>
/// Philox-4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", SC'11 (doi 10.1145/2063384.2063405): a keyed bijection of 128 bits that passes for random.
/// </summary>
public static class Philox
{
    private const ulong Multiplier0 = 0xD2511F53;
    private const ulong Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The block at a counter, under a key of two words.</summary>
    public static Block At(Block counter, uint key0, uint key1)
    {
        var (c0, c1, c2, c3) = (counter.W0, counter.W1, counter.W2, counter.W3);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Multiplier0 * c0;
            var product1 = Multiplier1 * c2;
            (c0, c1, c2, c3) = (
                (uint)(product1 >> 32) ^ c1 ^ key0, (uint)product1,
                (uint)(product0 >> 32) ^ c3 ^ key1, (uint)product0);
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return new Block(c0, c1, c2, c3);
    }

    /// <summary>The blocks at many counters that differ in their two middle words: eight at a time where the processor can.</summary>
    /// <param name="w0">First word of every counter.</param>
    /// <param name="w1">Second word of each.</param>
    /// <param name="w2">Third word of each; as many.</param>
    /// <param name="w3">Fourth word of every counter.</param>
    /// <param name="key0">First word of the key.</param>
    /// <param name="key1">Second word of the key.</param>
    /// <param name="blocks">Where the blocks are written; as many.</param>
    public static void At(
        uint w0, ReadOnlySpan<uint> w1, ReadOnlySpan<uint> w2, uint w3, uint key0, uint key1, Span<Block> blocks)
    {
        var next = 0;
        if (Avx2.IsSupported)
            for (; next + 8 <= w1.Length; next += 8)
                Eight(w0, Vector256.Create(w1[next..]), Vector256.Create(w2[next..]), w3, key0, key1, blocks.Slice(next, 8));
        for (; next < w1.Length; next++)
            blocks[next] = At(new Block(w0, w1[next], w2[next], w3), key0, key1);
    }

    private static void Eight(
        uint w0, Vector256<uint> w1, Vector256<uint> w2, uint w3, uint key0, uint key1, Span<Block> blocks)
    {
        var (c0, c1, c2, c3) = (Vector256.Create(w0), w1, w2, Vector256.Create(w3));
        for (var round = 0; round < Rounds; round++)
        {
            var (high0, low0) = Product(c0, Vector256.Create((uint)Multiplier0));
            var (high1, low1) = Product(c2, Vector256.Create((uint)Multiplier1));
            (c0, c1, c2, c3) = (high1 ^ c1 ^ Vector256.Create(key0), low1, high0 ^ c3 ^ Vector256.Create(key1), low0);
            key0 += Weyl0;
            key1 += Weyl1;
        }

        // Each block gathers one word of each vector.
        var first = Avx2.UnpackLow(c0, c1).AsUInt64();
        var second = Avx2.UnpackLow(c2, c3).AsUInt64();
        var third = Avx2.UnpackHigh(c0, c1).AsUInt64();
        var fourth = Avx2.UnpackHigh(c2, c3).AsUInt64();
        var words = MemoryMarshal.Cast<Block, Vector128<ulong>>(blocks);
        Put(words, 0, Avx2.UnpackLow(first, second));
        Put(words, 1, Avx2.UnpackHigh(first, second));
        Put(words, 2, Avx2.UnpackLow(third, fourth));
        Put(words, 3, Avx2.UnpackHigh(third, fourth));
    }

    private static void Put(Span<Vector128<ulong>> words, int place, Vector256<ulong> pair) =>
        (words[place], words[place + 4]) = (pair.GetLower(), pair.GetUpper());

    /// <summary>High and low words of eight products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<uint> High, Vector256<uint> Low) Product(Vector256<uint> x, Vector256<uint> multiplier)
    {
        const byte OddLanes = 0b10101010;
        var even = Avx2.Multiply(x, multiplier);
        var odd = Avx2.Multiply((x.AsUInt64() >>> 32).AsUInt32(), multiplier);
        return (
            Avx2.Blend((even >>> 32).AsUInt32(), odd.AsUInt32(), OddLanes),
            Avx2.Blend(even.AsUInt32(), (odd << 32).AsUInt32(), OddLanes));
    }
}
