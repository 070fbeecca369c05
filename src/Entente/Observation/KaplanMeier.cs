namespace Entente.Observation;

/// <summary>
/// The product-limit estimate of survival from durations some of which are censored (Kaplan and Meier 1958). Where a
/// duration ends in an event and another is censored at the same time, the event comes first.
/// </summary>
public sealed class KaplanMeier
{
    private readonly List<(double Time, double Survival, int AtRisk, int Events)> _steps = [];

    /// <summary>Estimates survival.</summary>
    /// <param name="durations">Durations, each 0 or more, with whether the event came (false: censored).</param>
    public KaplanMeier(IEnumerable<(double Duration, bool Event)> durations)
    {
        var sorted = durations.OrderBy(d => d.Duration).ToArray();
        Count = sorted.Length;
        var survival = 1.0;
        for (var first = 0; first < sorted.Length;)
        {
            var next = first;
            var events = 0;
            while (next < sorted.Length && sorted[next].Duration == sorted[first].Duration)
                if (sorted[next++].Event)
                    events++;
            var atRisk = sorted.Length - first;
            if (events > 0)
            {
                survival *= 1 - (double)events / atRisk;
                _steps.Add((sorted[first].Duration, survival, atRisk, events));
            }

            first = next;
        }
    }

    /// <summary>How many durations it was estimated from.</summary>
    public int Count { get; }

    /// <summary>The times at which events came, with survival just after each, the number at risk and of events.</summary>
    public IReadOnlyList<(double Time, double Survival, int AtRisk, int Events)> Steps => _steps;

    /// <summary>Share still without the event just after a time; NaN if nothing was observed at all.</summary>
    public double At(double time)
    {
        if (Count == 0)
            return double.NaN;
        var survival = 1.0;
        foreach (var step in _steps)
        {
            if (step.Time > time)
                break;
            survival = step.Survival;
        }

        return survival;
    }

    /// <summary>The first time at which survival is a half or less; NaN if it never gets there.</summary>
    public double Median
    {
        get
        {
            foreach (var step in _steps)
                if (step.Survival <= 0.5)
                    return step.Time;
            return double.NaN;
        }
    }
}
