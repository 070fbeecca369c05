using Entente.Observation;
using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Survival;

/// <summary>
/// The survival of a group of alliances. Intervals of an observed group take its alliances for independent. Those of one replication are not,
/// and there can be any number of them: the estimate of a simulated group is that of all replications together, and its interval holds the middle 95%
/// of the estimates of single replications; there is none where more than a tenth of them have no estimate.
/// </summary>
public sealed class SurvivalGroup
{
    /// <summary>Where intervals of age begin for hazards, in years.</summary>
    public static IReadOnlyList<double> HazardAges { get; } = [0, 1, 2, 3, 5, 10];

    private const double MostReplications = 0.9;

    private readonly Part all;
    private readonly Part[] replications;
    private readonly Dictionary<string, IReadOnlyList<(double Time, Estimate Share, double Error)>> incidences = [];

    /// <summary>A group.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="simulated">Whether it was simulated.</param>
    /// <param name="unit">What durations are in.</param>
    /// <param name="alliances">Its alliances, one or more.</param>
    public SurvivalGroup(string name, bool simulated, TimeUnit unit, IReadOnlyCollection<PanelAlliance> alliances)
    {
        ArgumentNullException.ThrowIfNull(alliances);
        (Name, Simulated, Unit) = (name, simulated, unit);
        Causes = [.. alliances.Where(a => a.Cause.Length > 0).GroupBy(a => a.Cause).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key)];
        all = new Part([.. alliances], Causes);
        replications = simulated ? [.. alliances.GroupBy(a => a.Replication).Select(same => new Part([.. same], Causes))] : [];
        Median = simulated ? MedianOfSimulated() : MedianSurvival.Of(all.Survival);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }
    /// <summary>Whether it was simulated.</summary>
    public bool Simulated { get; }
    /// <summary>What durations are in.</summary>
    public TimeUnit Unit { get; }
    /// <summary>How many alliances there are.</summary>
    public int Count => all.Alliances.Length;
    /// <summary>How many of them ended.</summary>
    public int Ended => all.Alliances.Count(alliance => alliance.Ended);
    /// <summary>The longest time an alliance was watched.</summary>
    public double Longest => all.Longest;
    /// <summary>The causes of ends, the most frequent first.</summary>
    public IReadOnlyList<string> Causes { get; }
    /// <summary>
    /// The age at which all who were at risk had ended though others came under watch at greater ages: survival is 0 from there on. NaN where there is none.
    /// </summary>
    public double Emptied => all.Survival.Steps.Where(step => step.Survival == 0 && step.Time < Longest).Select(step => step.Time).FirstOrDefault(double.NaN);
    /// <summary>The time by which half have ended; NaN where it was not reached.</summary>
    public Estimate Median { get; }

    /// <summary>The lives of its alliances, as far as they were watched.</summary>
    public IReadOnlyList<Spell> Lives => all.Lives;

    /// <summary>Share that goes on at a time; nothing is known of times to which nobody was watched.</summary>
    public Estimate Survival(double time)
    {
        if (!all.Knows(time))
            return Estimate.None;
        if (Simulated)
            return OverReplications(all.Survival.At(time), part => part.Knows(time) ? part.Survival.At(time) : double.NaN);
        var step = SurvivalBand.Of(all.Survival).LastOrDefault(step => step.Time <= time, (Time: 0, Low: 1, High: 1));
        return new Estimate(all.Survival.At(time), step.Low, step.High);
    }

    /// <summary>Every time at which alliances ended: the number watched until then, the number that ended, and the share that goes on.</summary>
    public IReadOnlyList<(double Time, int AtRisk, int Ended, Estimate Survival)> Steps()
    {
        var band = Simulated ? null : SurvivalBand.Of(all.Survival);
        return [.. all.Survival.Steps.Select((step, i) => (step.Time, step.AtRisk, step.Events,
            band is null ? Survival(step.Time) : new Estimate(step.Survival, band[i].Low, band[i].High)))];
    }

    /// <summary>Ends per year by age in years, for ages that were lived.</summary>
    public IReadOnlyList<(AgeHazard Age, Estimate PerYear)> Hazards()
    {
        var ofReplications = replications.Select(part => part.Hazards(Unit)).ToArray();
        return [.. all.Hazards(Unit).Index().Where(age => age.Item.Events.Exposure > 0).Select(age => (age.Item,
            Simulated ? OverReplications(age.Item.Events.Rate.Value, ofReplications.Select(ages => ages[age.Index].Events.Rate.Value)) : age.Item.Events.Rate))];
    }

    /// <summary>Share that a cause has ended by a time; nothing is known of times to which nobody was watched.</summary>
    public Estimate Incidence(string cause, double time)
    {
        if (!all.Knows(time))
            return Estimate.None;
        var number = Causes.IndexOf(cause);
        if (number < 0)
            return new Estimate(0, double.NaN, double.NaN);
        if (Simulated)
            return OverReplications(all.Incidence.At(time, number), part => part.Knows(time) ? part.Incidence.At(time, number) : double.NaN);
        return IncidenceBand.At(Band(cause), time);
    }

    /// <summary>Share that a cause of this group has ended by every time at which alliances ended.</summary>
    public IReadOnlyList<(double Time, Estimate Share)> IncidenceSteps(string cause) => Simulated
        ? [.. all.Incidence.Steps.Select(step => (step.Time, Incidence(cause, step.Time)))]
        : [.. Band(cause).Select(step => (step.Time, step.Share))];

    /// <summary>
    /// The cumulative hazard by a time: Nelson and Aalen's estimate, each of its steps spread evenly over a month before it, as simulated
    /// alliances end somewhere within a month.
    /// </summary>
    public double CumulativeHazard(double time)
    {
        var month = Unit.PerYear() / 12;
        var hazard = 0.0;
        foreach (var step in all.Survival.Steps)
        {
            if (step.Time - month >= time && step.Time > time)
                break;
            hazard += (double)step.Events / step.AtRisk * Math.Clamp((time - step.Time + month) / month, 0, 1);
        }

        return hazard;
    }

    private IReadOnlyList<(double Time, Estimate Share, double Error)> Band(string cause)
    {
        if (!incidences.TryGetValue(cause, out var band))
            incidences[cause] = band = IncidenceBand.Of(all.CausesOfEnds, Causes.IndexOf(cause));
        return band;
    }

    private Estimate MedianOfSimulated()
    {
        // What a replication did not reach is longer than all that was.
        var over = OverReplications(all.Survival.Median, replications.Select(part => double.IsNaN(part.Survival.Median) ? double.MaxValue : part.Survival.Median));
        static double Reached(double median) => median > 1e300 ? double.NaN : median;
        return over with { Low = Reached(over.Low), High = Reached(over.High) };
    }

    private Estimate OverReplications(double value, Func<Part, double> of) => OverReplications(value, replications.Select(of));

    private Estimate OverReplications(double value, IEnumerable<double> ofReplications)
    {
        double[] known = [.. ofReplications.Where(estimate => !double.IsNaN(estimate))];
        // Those that were watched to great ages are not like the others: where all of a replication ended, its survival is known for ever.
        return known.Length < 2 || known.Length < MostReplications * replications.Length ? new Estimate(value, double.NaN, double.NaN) : new Estimate(value, known.Quantile(.025), known.Quantile(.975));
    }

    private sealed class Part
    {
        public Part(PanelAlliance[] alliances, IReadOnlyList<string> causes)
        {
            Alliances = alliances;
            Lives = [.. alliances.Select(alliance => alliance.Life)];
            CausesOfEnds = [.. alliances.Select(alliance => (alliance.Life.Entry, alliance.Life.Exit, alliance.Ended ? causes.IndexOf(alliance.Cause) : -1))];
            Survival = new KaplanMeier(Lives);
            Incidence = new CumulativeIncidence(CausesOfEnds.Select(end => (end.Exit, end.Cause)), causes.Count);
            Longest = alliances.Max(alliance => alliance.Duration);
        }

        public PanelAlliance[] Alliances { get; }
        public Spell[] Lives { get; }
        public (double Entry, double Exit, int Cause)[] CausesOfEnds { get; }
        public KaplanMeier Survival { get; }
        public CumulativeIncidence Incidence { get; }
        public double Longest { get; }

        public bool Knows(double time) => time <= Longest || Survival.Steps is [.., { Survival: 0 }];

        public IReadOnlyList<AgeHazard> Hazards(TimeUnit unit) =>
            HazardByAge.Of([.. Lives.Select(life => life with { Exit = life.Exit / unit.PerYear(), Entry = life.Entry / unit.PerYear() })], HazardAges);
    }
}

/// <summary>What a list with the face of a read-only one does not offer.</summary>
internal static class Places
{
    /// <summary>Where something is, or -1.</summary>
    public static int IndexOf(this IReadOnlyList<string> list, string item)
    {
        for (var i = 0; i < list.Count; i++)
            if (list[i] == item)
                return i;
        return -1;
    }
}
