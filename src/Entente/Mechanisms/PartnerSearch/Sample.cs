using Entente.Randomness;

namespace Entente.Mechanisms.PartnerSearch;

/// <summary>Draws distinct places below a bound, one after the other, each equally likely: a shuffle that is never written out.</summary>
internal sealed class Sample
{
    private readonly List<(int Place, int Value)> _moved = [];
    private int _left;

    public void Start(int count)
    {
        _moved.Clear();
        _left = count;
    }

    /// <summary>The next place, or -1 when all have been drawn.</summary>
    public int Next(ref Luck luck)
    {
        if (_left == 0)
            return -1;
        var place = luck.Below(_left);
        _left--;
        var value = At(place);
        Move(place, At(_left));
        return value;
    }

    private int At(int place)
    {
        foreach (var (moved, value) in _moved)
            if (moved == place)
                return value;
        return place;
    }

    private void Move(int place, int value)
    {
        for (var m = 0; m < _moved.Count; m++)
            if (_moved[m].Place == place)
            {
                _moved[m] = (place, value);
                return;
            }

        _moved.Add((place, value));
    }
}
