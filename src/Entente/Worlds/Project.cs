namespace Entente.Worlds;

/// <summary>How far a project is, or how it ended.</summary>
public enum ProjectStage
{
    /// <summary>An idea is being worked out.</summary>
    Idea,
    /// <summary>A concept is being worked out.</summary>
    Concept,
    /// <summary>It is before the gates.</summary>
    Gate,
    /// <summary>It is being implemented.</summary>
    Implementation,
    /// <summary>It earns.</summary>
    Live,
    /// <summary>It was stopped.</summary>
    Stopped,
    /// <summary>It was shut because it earned too little.</summary>
    Failed,
    /// <summary>Its time is over.</summary>
    Obsolete,
}

/// <summary>Where a project comes from.</summary>
public enum ProjectKind
{
    /// <summary>An alliance's.</summary>
    Alliance,
    /// <summary>Built alone.</summary>
    Build,
    /// <summary>Bought at arm's length.</summary>
    Purchase,
}

/// <summary>What a project is about.</summary>
/// <param name="Opportunity">The opportunity.</param>
/// <param name="Lead">Number of the firm whose concept it is.</param>
/// <param name="Number">Which of the lead's concepts on this opportunity, from 0.</param>
/// <param name="Quality">Hidden quality q, 0 to 1.</param>
public readonly record struct Concept(Opportunity Opportunity, int Lead, int Number, double Quality);

/// <summary>What one firm has in a project.</summary>
public record struct Stake
{
    /// <summary>The firm.</summary>
    public required Firm Firm { get; set; }
    /// <summary>Its share of value and cost, fixed when the project was invested in; 0 before, and after stepping out.</summary>
    public double Share { get; set; }
    /// <summary>What it sank into the project.</summary>
    public double Sunk { get; set; }
    /// <summary>Whether it stepped out, for good.</summary>
    public bool SteppedOut { get; set; }
}

/// <summary>One concept for one opportunity. Objects are used again for another project once this one has ended.</summary>
public sealed class Project
{
    private Stake[] _stakes = new Stake[2];
    private int _stakeCount;

    /// <summary>Number of the project, in order of beginning.</summary>
    public int Id { get; internal set; }
    /// <summary>Where it comes from.</summary>
    public ProjectKind Kind { get; internal set; }
    /// <summary>The alliance it began in; null for a build or a purchase.</summary>
    public Alliance? Origin { get; internal set; }
    /// <summary>What it is about.</summary>
    public Concept Concept { get; internal set; }
    /// <summary>The opportunity.</summary>
    public Opportunity Opportunity => Concept.Opportunity;
    /// <summary>Hidden quality q of the concept.</summary>
    public double Quality => Concept.Quality;
    /// <summary>Month of beginning.</summary>
    public int StartedMonth { get; internal set; }
    /// <summary>Month of entering implementation.</summary>
    public int? ImplementedMonth { get; set; }
    /// <summary>Month of going live.</summary>
    public int? LiveMonth { get; set; }
    /// <summary>Month of its end.</summary>
    public int? EndedMonth { get; set; }
    /// <summary>How far it is, or how it ended.</summary>
    public ProjectStage Stage { get; set; }
    /// <summary>Progress in its stage: of a concept or an implementation 0 to 1, at the gates the number passed.</summary>
    public double Progress { get; set; }
    /// <summary>Months that a build or a purchase takes.</summary>
    public int BuildMonths { get; internal set; }
    /// <summary>Coverage of what the opportunity requires.</summary>
    public double Coverage { get; set; }
    /// <summary>Investment level, 0 to 1.</summary>
    public double Investment { get; set; }
    /// <summary>Misfit with a world that moved on, 0 to 1.</summary>
    public double Misfit { get; set; }
    /// <summary>Live value this month.</summary>
    public double MonthValue { get; set; }
    /// <summary>Consecutive months in which it earned too little.</summary>
    public int MonthsFailing { get; set; }
    /// <summary>Whether it belongs to the operating units.</summary>
    public bool Transplanted { get; set; }
    /// <summary>Whether one member bought the others out.</summary>
    public bool BoughtOut { get; set; }
    /// <summary>Whether its alliance ended and it went on.</summary>
    public bool Orphaned { get; set; }
    /// <summary>What it earned so far.</summary>
    public double GrossValue { get; set; }
    /// <summary>What was spent on and invested in it so far.</summary>
    public double Spent { get; set; }

    /// <summary>What each firm has in it, in the order in which they came.</summary>
    public Span<Stake> Stakes => _stakes.AsSpan(0, _stakeCount);
    /// <summary>Whether it is yet to go live.</summary>
    public bool IsPending => Stage < ProjectStage.Live;
    /// <summary>Whether it is live.</summary>
    public bool IsLive => Stage == ProjectStage.Live;
    /// <summary>Whether it is over.</summary>
    public bool HasEnded => Stage > ProjectStage.Live;
    /// <summary>Whether it still needs the alliance: not live, or live and not transplanted.</summary>
    public bool IsActive => IsPending || (IsLive && !Transplanted);
    /// <summary>Whether it was invested in, so that shares are fixed.</summary>
    public bool IsInvested => Stage is ProjectStage.Implementation or ProjectStage.Live;
    /// <summary>Whether it belongs to an alliance that goes on.</summary>
    public bool InAlliance => Origin is not null && !Orphaned && !BoughtOut;

    /// <summary>Whether a firm has something in it.</summary>
    public bool HasStake(Firm firm) => PlaceOf(firm) >= 0;

    /// <summary>Whether a firm takes part: has a stake and has not stepped out.</summary>
    public bool TakesPart(Firm firm) => PlaceOf(firm) is >= 0 and var place && !_stakes[place].SteppedOut;

    /// <summary>What a firm sank into it; 0 without a stake.</summary>
    public double SunkBy(Firm firm) => PlaceOf(firm) is >= 0 and var place ? _stakes[place].Sunk : 0;

    /// <summary>Takes a firm in, without a share as yet.</summary>
    public void Admit(Firm firm)
    {
        if (_stakeCount == _stakes.Length)
            Array.Resize(ref _stakes, 2 * _stakeCount);
        _stakes[_stakeCount++] = new Stake { Firm = firm };
    }

    /// <summary>Takes a firm out; its share passes to the others in proportion to theirs.</summary>
    public void Remove(Firm firm)
    {
        var place = PlaceOf(firm);
        if (place < 0)
            return;
        PassOnShare(place);
        RemoveAt(place);
    }

    /// <summary>Lets a firm step out for good: it keeps what it sank at risk, but neither share nor say.</summary>
    public void StepOut(Firm firm)
    {
        var place = PlaceOf(firm);
        PassOnShare(place);
        _stakes[place].SteppedOut = true;
    }

    /// <summary>Makes it one firm's own.</summary>
    public void PassTo(Firm owner)
    {
        _stakes[0] = _stakes[PlaceOf(owner)] with { Share = 1 };
        Array.Clear(_stakes, 1, _stakeCount - 1);
        _stakeCount = 1;
    }

    /// <summary>Puts one firm in another's place; where both have a stake they become one.</summary>
    public void Replace(Firm firm, Firm heir)
    {
        var (place, own) = (PlaceOf(firm), PlaceOf(heir));
        ref var stake = ref _stakes[place];
        if (own < 0)
        {
            stake.Firm = heir;
            return;
        }

        _stakes[own].Share += stake.Share;
        _stakes[own].Sunk += stake.Sunk;
        _stakes[own].SteppedOut &= stake.SteppedOut;
        RemoveAt(place);
    }

    /// <summary>How many firms take part: have a stake and have not stepped out.</summary>
    public int Participants()
    {
        var count = 0;
        foreach (ref readonly var stake in Stakes)
            if (!stake.SteppedOut)
                count++;
        return count;
    }

    /// <summary>Makes it as new.</summary>
    internal void Renew()
    {
        Array.Clear(_stakes);
        _stakeCount = 0;
        (Origin, Concept) = (null, default);
        (ImplementedMonth, LiveMonth, EndedMonth) = (null, null, null);
        (Id, Kind, StartedMonth, Stage, BuildMonths, MonthsFailing) = (0, default, 0, default, 0, 0);
        (Progress, Coverage, Investment, Misfit, MonthValue, GrossValue, Spent) = (0, 0, 0, 0, 0, 0, 0);
        (Transplanted, BoughtOut, Orphaned) = (false, false, false);
    }

    private int PlaceOf(Firm firm)
    {
        for (var place = 0; place < _stakeCount; place++)
            if (_stakes[place].Firm == firm)
                return place;
        return -1;
    }

    private void RemoveAt(int place)
    {
        _stakeCount--;
        Array.Copy(_stakes, place + 1, _stakes, place, _stakeCount - place);
        _stakes[_stakeCount] = default;
    }

    private void PassOnShare(int from)
    {
        var rest = 1 - _stakes[from].Share;
        if (_stakes[from].Share > 0 && rest > 0)
            for (var place = 0; place < _stakeCount; place++)
                if (place != from)
                    _stakes[place].Share /= rest;
        _stakes[from].Share = 0;
    }
}
