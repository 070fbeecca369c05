namespace Entente.Randomness;

/// <summary>
/// All the luck of one replication. Every draw has an address - (seed, replication, month, process, a, b, index) - and is a
/// pure function of it, so two arms with the same seed meet the same luck wherever their paths agree, and a draw that is
/// added, left out or taken on another thread changes no other.
/// </summary>
/// <remarks>
/// Key = (seed, replication). Counter = (month + 65536 process, a, b, 65536 index + block). Each block gives four uniforms, in
/// the order of its words.
/// </remarks>
/// <param name="seed">The study's master seed.</param>
/// <param name="replication">The number of the replication, from 0.</param>
public readonly struct Draws(uint seed, uint replication)
{
    /// <summary>The draws at one address, one after the other (at most 262,144).</summary>
    /// <param name="process">What the draws are for.</param>
    /// <param name="month">The month, 0 to 65,535; 0 where the draw belongs to no month.</param>
    /// <param name="a">The first entity, or 0.</param>
    /// <param name="b">The second entity, or 0.</param>
    /// <param name="index">Which of several draws of that kind, 0 to 65,535.</param>
    public Luck At(Process process, int month, int a = 0, int b = 0, int index = 0) =>
        new(seed, replication, (uint)month | ((uint)process << 16), (uint)a, (uint)b, (uint)index << 16);

    /// <summary>The draws of an unordered pair: the same whichever is named first.</summary>
    public Luck OfPair(Process process, int month, int a, int b, int index = 0) =>
        At(process, month, Math.Min(a, b), Math.Max(a, b), index);

    /// <summary>The first blocks of many addresses of one process in one month; the index is 0.</summary>
    internal void Blocks(Process process, int month, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, Span<Block> blocks) =>
        Philox.At((uint)month | ((uint)process << 16), a, b, 0, seed, replication, blocks);

    /// <summary>The draws at an address whose first block is known.</summary>
    internal Luck At(Process process, int month, uint a, uint b, Block first) =>
        new(seed, replication, (uint)month | ((uint)process << 16), a, b, 0, first);
}
