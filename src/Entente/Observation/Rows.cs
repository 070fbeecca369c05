using System.Collections;

namespace Entente.Observation;

/// <summary>
/// A table that only grows, kept in pieces: a list of that length in one piece would be copied again and again and live where the
/// garbage collector seldom looks.
/// </summary>
public sealed class Rows<TRow> : IReadOnlyList<TRow>
    where TRow : struct
{
    private const int Length = 256;

    private readonly List<TRow[]> _pieces = [];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public TRow this[int index] => _pieces[index / Length][index % Length];

    /// <summary>A row where it is.</summary>
    public ref readonly TRow At(int index) => ref _pieces[index / Length][index % Length];

    /// <summary>Adds a row.</summary>
    public void Add(in TRow row)
    {
        if (Count == _pieces.Count * Length)
            _pieces.Add(new TRow[Length]);
        _pieces[^1][Count % Length] = row;
        Count++;
    }

    /// <inheritdoc/>
    public IEnumerator<TRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
