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
    /// <param name="durations">Durations, each 0 or more, with whether the event came (false: censored).</param>
    /// <param name="bounds">Where intervals begin, rising, the first 0.</param>
    public static IReadOnlyList<AgeHazard> Of(IReadOnlyCollection<(double Duration, bool Event)> durations, IReadOnlyList<double> bounds)
    {
        ArgumentNullException.ThrowIfNull(durations);
        ArgumentNullException.ThrowIfNull(bounds);
        return [.. bounds.Select((from, i) =>
        {
            var to = i + 1 < bounds.Count ? bounds[i + 1] : double.PositiveInfinity;
            var events = durations.Count(d => d.Event && (d.Duration > from || (i == 0 && d.Duration == from)) && d.Duration <= to);
            return new AgeHazard(from, to, new EventRate(events, durations.Sum(d => Math.Clamp(d.Duration, from, to) - from)));
        })];
    }
}
