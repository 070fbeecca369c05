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
public sealed class Stake
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

/// <summary>One concept for one opportunity.</summary>
public sealed class Project
{
    /// <summary>Number of the project, in order of beginning.</summary>
    public required int Id { get; init; }
    /// <summary>Where it comes from.</summary>
    public required ProjectKind Kind { get; init; }
    /// <summary>The alliance it began in; null for a build or a purchase.</summary>
    public Alliance? Origin { get; init; }
    /// <summary>What it is about.</summary>
    public required Concept Concept { get; init; }
    /// <summary>The opportunity.</summary>
    public Opportunity Opportunity => Concept.Opportunity;
    /// <summary>Hidden quality q of the concept.</summary>
    public double Quality => Concept.Quality;
    /// <summary>Month of beginning.</summary>
    public required int StartedMonth { get; init; }
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
    public int BuildMonths { get; init; }
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
    /// <summary>What each firm has in it.</summary>
    public List<Stake> Stakes { get; } = [];
    /// <summary>What it earned so far.</summary>
    public double GrossValue { get; set; }
    /// <summary>What was spent on and invested in it so far.</summary>
    public double Spent { get; set; }

    /// <summary>Whether it is yet to go live.</summary>
    public bool IsPending => Stage < ProjectStage.Live;
    /// <summary>Whether it is live.</summary>
    public bool IsLive => Stage == ProjectStage.Live;
    /// <summary>Whether it still needs the alliance: not live, or live and not transplanted.</summary>
    public bool IsActive => IsPending || (IsLive && !Transplanted);
    /// <summary>Whether it was invested in, so that shares are fixed.</summary>
    public bool IsInvested => Stage is ProjectStage.Implementation or ProjectStage.Live;
    /// <summary>Whether it belongs to an alliance that goes on.</summary>
    public bool InAlliance => Origin is not null && !Orphaned && !BoughtOut;

    /// <summary>What a firm has in it, or null.</summary>
    public Stake? StakeOf(Firm firm)
    {
        foreach (var stake in Stakes)
            if (stake.Firm == firm)
                return stake;
        return null;
    }

    /// <summary>Takes a firm out; its share passes to the others in proportion to theirs.</summary>
    public void Remove(Firm firm)
    {
        if (StakeOf(firm) is not { } stake)
            return;
        PassOnShare(stake);
        Stakes.Remove(stake);
    }

    /// <summary>Lets a firm step out for good: it keeps what it sank at risk, but neither share nor say.</summary>
    public void StepOut(Firm firm)
    {
        var stake = StakeOf(firm)!;
        PassOnShare(stake);
        stake.SteppedOut = true;
    }

    /// <summary>How many firms take part: have a stake and have not stepped out.</summary>
    public int Participants()
    {
        var count = 0;
        foreach (var stake in Stakes)
            if (!stake.SteppedOut)
                count++;
        return count;
    }

    private void PassOnShare(Stake from)
    {
        var rest = 1 - from.Share;
        if (from.Share > 0 && rest > 0)
            foreach (var stake in Stakes)
                if (stake != from)
                    stake.Share /= rest;
        from.Share = 0;
    }
}
