using Entente.Observation;

namespace Entente.Studies.Survival;

/// <summary>Hazard in an interval of age: events over the time that was lived in it.</summary>
/// <param name="From">Where the interval begins; an event at this very age is of the interval before, unless there is none.</param>
/// <param name="To">Where it ends, this age included; infinity for the last.</param>
/// <param name="Events">Events in the interval, and time lived in it.</param>
public sealed record AgeHazard(double From, double To, EventRate Events);

/// <summary>Hazard by age, constant within intervals.</summary>
public static class HazardByAge
{
    /// <summary>Hazard in each interval between bounds, and beyond the last.</summary>
    /// <param name="lives">The lives; time before one came under watch does not count.</param>
    /// <param name="bounds">Where intervals begin, rising, the first 0.</param>
    public static IReadOnlyList<AgeHazard> Of(IReadOnlyCollection<Spell> lives, IReadOnlyList<double> bounds)
    {
        ArgumentNullException.ThrowIfNull(lives);
        ArgumentNullException.ThrowIfNull(bounds);
        return [.. bounds.Select((from, i) =>
        {
            var to = i + 1 < bounds.Count ? bounds[i + 1] : double.PositiveInfinity;
            var events = lives.Count(life => life.Event && (life.Exit > from || (i == 0 && life.Exit == from)) && life.Exit <= to);
            return new AgeHazard(from, to, new EventRate(events, lives.Sum(life => Math.Clamp(life.Exit, from, to) - Math.Clamp(life.Entry, from, to))));
        })];
    }
}
