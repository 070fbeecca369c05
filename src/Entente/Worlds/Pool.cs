namespace Entente.Worlds;

/// <summary>Objects that have served and can be used again, so that a long simulation asks for memory only while it grows.</summary>
/// <param name="make">Makes one more.</param>
internal sealed class Pool<T>(Func<T> make)
{
    private readonly Stack<T> _spare = new();

    /// <summary>An object, new or as new.</summary>
    public T Take() => _spare.TryPop(out var spare) ? spare : make();

    /// <summary>Takes back an object that nobody refers to and that has been made as new.</summary>
    public void Return(T spare) => _spare.Push(spare);
}
