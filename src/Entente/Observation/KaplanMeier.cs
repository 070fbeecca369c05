namespace Entente.Observation;

/// <summary>
/// The product-limit estimate of survival from lives some of which are censored or came under watch late (Kaplan and Meier 1958; Tsai, Jewell
/// and Wang 1987). Where one life ends in an event and another is censored at the same time, the event comes first; one that comes under watch at
/// that time was not at risk.
/// </summary>
public sealed class KaplanMeier
{
    private readonly List<(double Time, double Survival, int AtRisk, int Events)> _steps = [];

    /// <summary>Estimates survival.</summary>
    /// <param name="lives">The lives.</param>
    public KaplanMeier(IEnumerable<Spell> lives)
    {
        var sorted = lives.OrderBy(life => life.Exit).ToArray();
        double[] entries = [.. sorted.Select(life => life.Entry).Order()];
        Count = sorted.Length;
        var survival = 1.0;
        var entered = 0;
        for (var first = 0; first < sorted.Length;)
        {
            var (time, next, events) = (sorted[first].Exit, first, 0);
            while (next < sorted.Length && sorted[next].Exit == time)
                if (sorted[next++].Event)
                    events++;
            while (entered < entries.Length && entries[entered] < time)
                entered++;
            var atRisk = entered - first;
            if (events > 0)
            {
                survival *= 1 - (double)events / atRisk;
                _steps.Add((time, survival, atRisk, events));
            }

            first = next;
        }
    }

    /// <summary>How many lives it was estimated from.</summary>
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
