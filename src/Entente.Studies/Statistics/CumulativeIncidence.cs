namespace Entente.Studies.Statistics;

/// <summary>
/// Cumulative incidence of each of several causes, of which only the first can strike: the estimate of Aalen and Johansen (1978). At
/// every time the incidences add up to 1 less the Kaplan-Meier estimate of surviving all of them. Where a cause strikes and another duration is
/// censored at the same time, the cause comes first.
/// </summary>
public sealed class CumulativeIncidence
{
    private readonly List<(double Time, double[] Shares)> _steps = [];

    /// <summary>Estimates incidence.</summary>
    /// <param name="durations">Durations, each 0 or more, with the cause that ended each, from 0; less than 0: censored.</param>
    /// <param name="causes">How many causes there are.</param>
    public CumulativeIncidence(IEnumerable<(double Duration, int Cause)> durations, int causes)
    {
        ArgumentNullException.ThrowIfNull(durations);
        var sorted = durations.OrderBy(d => d.Duration).ToArray();
        var survival = 1.0;
        var shares = new double[causes];
        var events = new int[causes];
        for (var first = 0; first < sorted.Length;)
        {
            Array.Clear(events);
            var next = first;
            for (; next < sorted.Length && sorted[next].Duration == sorted[first].Duration; next++)
                if (sorted[next].Cause >= 0)
                    events[sorted[next].Cause]++;
            double atRisk = sorted.Length - first;
            if (events.Sum() > 0)
            {
                for (var cause = 0; cause < causes; cause++)
                    shares[cause] += survival * events[cause] / atRisk;
                survival *= 1 - events.Sum() / atRisk;
                _steps.Add((sorted[first].Duration, [.. shares]));
            }

            first = next;
        }
    }

    /// <summary>The times at which something ended, with the share that each cause has ended by then.</summary>
    public IReadOnlyList<(double Time, double[] Shares)> Steps => _steps;

    /// <summary>Share that a cause has ended by a time.</summary>
    public double At(double time, int cause)
    {
        var share = 0.0;
        foreach (var step in _steps)
        {
            if (step.Time > time)
                break;
            share = step.Shares[cause];
        }

        return share;
    }
}
