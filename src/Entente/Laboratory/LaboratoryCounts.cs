using Entente.Worlds;

namespace Entente.Laboratory;

/// <summary>
/// What people chose, counted as the published data are: choices of those whose alliance had not been terminated, by period and by what
/// happened last period. Every choice is one of three: contribute, withhold, leave, in this order.
/// </summary>
public sealed class LaboratoryCounts
{
    private readonly List<long[]> _byPeriod = [];
    private readonly long[][][] _responses;

    /// <summary>Nothing yet.</summary>
    /// <param name="partners">People in an alliance.</param>
    public LaboratoryCounts(int partners) => _responses =
        [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, partners).Select(_ => new long[3]).ToArray())];

    /// <summary>People in an alliance.</summary>
    public int Partners => _responses[0].Length;
    /// <summary>Alliances formed.</summary>
    public long Alliances { get; set; }
    /// <summary>Alliances that somebody left.</summary>
    public long Terminated { get; set; }
    /// <summary>Alliances in which every partner contributed in every period.</summary>
    public long AlwaysContributed { get; set; }
    /// <summary>Periods in which anybody chose.</summary>
    public int Periods => _byPeriod.Count;

    /// <summary>Choices of one kind in a period, from 0.</summary>
    public long this[int period, Choice choice] => period < Periods ? _byPeriod[period][Column(choice)] : 0;

    /// <summary>How often one choice followed on what happened last period.</summary>
    /// <param name="last">What the person did: contribute or withhold.</param>
    /// <param name="contributing">How many of the partners contributed.</param>
    /// <param name="choice">What the person does now.</param>
    public long Response(Choice last, int contributing, Choice choice) => _responses[Column(last)][contributing][Column(choice)];

    /// <summary>All choices of one kind.</summary>
    public long Total(Choice choice) => _byPeriod.Sum(period => period[Column(choice)]);

    /// <summary>All choices.</summary>
    public long Choices => _byPeriod.Sum(period => period.Sum());

    /// <summary>Counts choices in a period.</summary>
    public void Count(int period, Choice choice, long times = 1)
    {
        while (_byPeriod.Count <= period)
            _byPeriod.Add(new long[3]);
        _byPeriod[period][Column(choice)] += times;
    }

    /// <summary>Counts answers to what happened last period.</summary>
    public void CountResponse(Choice last, int contributing, Choice choice, long times = 1) =>
        _responses[Column(last)][contributing][Column(choice)] += times;

    /// <summary>Adds the counts of another play of the same experiment.</summary>
    public void Add(LaboratoryCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Alliances += other.Alliances;
        Terminated += other.Terminated;
        AlwaysContributed += other.AlwaysContributed;
        for (var period = 0; period < other.Periods; period++)
            foreach (var choice in (ReadOnlySpan<Choice>)[Choice.Contribute, Choice.Withhold, Choice.Leave])
                Count(period, choice, other[period, choice]);
        for (var last = 0; last < 2; last++)
            for (var contributing = 0; contributing < Partners; contributing++)
                for (var choice = 0; choice < 3; choice++)
                    _responses[last][contributing][choice] += other._responses[last][contributing][choice];
    }

    private static int Column(Choice choice) => choice switch
    {
        Choice.Contribute => 0,
        Choice.Withhold => 1,
        Choice.Leave => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "not a choice"),
    };
}
