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
}
