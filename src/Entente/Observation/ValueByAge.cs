using Entente.Worlds;

namespace Entente.Observation;

/// <summary>
/// Net value of alliances over their first months of operation: what they earned until then less all they had cost since their proposal,
/// earnings of projects that outlive an alliance included.
/// </summary>
/// <param name="age">How many months.</param>
internal sealed class ValueByAge(int age)
{
    private readonly Dictionary<int, double> _reached = [];

    /// <summary>Looks at an alliance at the end of a month, whether it goes on or has ended.</summary>
    public void Observe(Alliance alliance, int month)
    {
        if (month - alliance.SignedMonth == age - 1)
            _reached.Add(alliance.Id, Net(alliance));
    }

    /// <summary>The value of an alliance whose books are closed; NaN where it was never signed, or the run ends before it is so old.</summary>
    /// <param name="alliance">The alliance.</param>
    /// <param name="months">Months of the run.</param>
    public double Of(Alliance alliance, int months)
    {
        if (alliance.SignedMonth is not { } signed || signed + age > months)
            return double.NaN;

        // Where it and all its projects ended before that age, nothing came after.
        return _reached.TryGetValue(alliance.Id, out var value) ? value : Net(alliance);
    }

    private static double Net(Alliance alliance) => alliance.GrossValue - alliance.Spent;
}
