namespace Entente.Randomness;

/// <summary>
/// The luck of many addresses of one process, drawn together: the same numbers as one by one, several times as fast.
/// First all ask, then the lots are drawn, then each takes its own, in the order of asking.
/// </summary>
public sealed class Lots
{
    private uint[] _a = new uint[64];
    private uint[] _b = new uint[64];
    private Block[] _blocks = new Block[64];
    private Draws _draws;
    private Process _process;
    private int _month;
    private int _next;

    /// <summary>How many have asked.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets who asked.</summary>
    public void Clear() => Count = 0;

    /// <summary>Asks for the draws at an address.</summary>
    /// <param name="a">The first entity.</param>
    /// <param name="b">The second entity, or 0.</param>
    public void Ask(int a, int b = 0)
    {
        if (Count == _a.Length)
        {
            Array.Resize(ref _a, 2 * Count);
            Array.Resize(ref _b, 2 * Count);
            Array.Resize(ref _blocks, 2 * Count);
        }

        (_a[Count], _b[Count]) = ((uint)a, (uint)b);
        Count++;
    }

    /// <summary>Draws for all who asked.</summary>
    public void Draw(Draws draws, Process process, int month)
    {
        (_draws, _process, _month, _next) = (draws, process, month, 0);
        // Blocks come by eights; a few more than were asked for cost less than the last ones one by one.
        var count = Count < 3 ? Count : (Count + 7) / 8 * 8;
        draws.Blocks(process, month, _a.AsSpan(0, count), _b.AsSpan(0, count), _blocks);
    }

    /// <summary>The draws of the next in the order of asking.</summary>
    public Luck Next() => this[_next++];

    /// <summary>The draws of one who asked.</summary>
    /// <param name="asked">Its place in the order of asking, from 0.</param>
    public Luck this[int asked] => _draws.At(_process, _month, _a[asked], _b[asked], _blocks[asked]);
}
