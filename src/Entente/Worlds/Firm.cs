namespace Entente.Worlds;

/// <summary>A firm: what it can do, where it is, what it believes and what it earns.</summary>
public sealed class Firm
{
    /// <summary>Number of the firm, from 0.</summary>
    public required int Id { get; init; }
    /// <summary>Its name, or an empty text.</summary>
    public required string Name { get; init; }
    /// <summary>Strength in each domain, 0 to 1; length K.</summary>
    public required double[] Capabilities { get; init; }
    /// <summary>Share of its business in each local market, summing to 1; length M.</summary>
    public required double[] Presence { get; init; }
    /// <summary>Weight of each domain for its next customers; length K.</summary>
    public required double[] Targets { get; init; }
    /// <summary>Size; the mean firm is 1 at the start.</summary>
    public double Size { get; set; }
    /// <summary>Generalised trust g: trust in firms never met, before rivalry.</summary>
    public double GeneralTrust { get; set; }
    /// <summary>Belief in fair processes h: the leadership quality it expects.</summary>
    public double Fairness { get; set; }
    /// <summary>Culture u, a point between 0 and 1.</summary>
    public double Culture { get; init; }
    /// <summary>Control bias b: how much its lawyers want to pin down.</summary>
    public double ControlBias { get; set; }
    /// <summary>Inertia k.</summary>
    public double Inertia { get; init; }
    /// <summary>Allocentricity o.</summary>
    public double Allocentricity { get; init; }
    /// <summary>Month of the year, 0 to 11, in which it plans.</summary>
    public int PlanningMonth { get; init; }
    /// <summary>Perceived threat T.</summary>
    public double Threat { get; set; }
    /// <summary>Alliance experience x, in months.</summary>
    public double Experience { get; set; }
    /// <summary>Alliances it can have at a time.</summary>
    public int Slots { get; set; }
    /// <summary>Projects not yet live that its experts can carry.</summary>
    public int ExpertCapacity { get; set; }
    /// <summary>Projects not yet live that its experts carry.</summary>
    public int PendingProjects { get; set; }
    /// <summary>The alliances it is in, negotiations included.</summary>
    public List<Alliance> Alliances { get; } = [];
    /// <summary>Projects not ended that are its own: built, bought, or bought out of an alliance.</summary>
    public List<Project> Builds { get; } = [];

    /// <summary>Core revenue R.</summary>
    public double CoreRevenue { get; set; }
    /// <summary>Core revenue at the start.</summary>
    public double CoreAtStart { get; init; }
    /// <summary>Income this month from all but the core.</summary>
    public double OtherIncome { get; set; }
    /// <summary>Live value received this month.</summary>
    public double LiveValue { get; set; }
    /// <summary>Income of all months so far.</summary>
    public double TotalIncome { get; set; }
    /// <summary>Value received from alliances so far, before costs.</summary>
    public double AllianceValue { get; set; }
    /// <summary>The same, less costs and investments and with transfers between members.</summary>
    public double AllianceNet { get; set; }
    /// <summary>Consecutive months in which income was under the failing line.</summary>
    public int MonthsFailing { get; set; }
    /// <summary>Month in which it failed, if it did.</summary>
    public int? FailedMonth { get; set; }
    /// <summary>Month in which it was acquired, if it was.</summary>
    public int? AcquiredMonth { get; set; }
    /// <summary>Alliances it entered.</summary>
    public int AlliancesJoined { get; set; }
    /// <summary>How often its capabilities have changed: what was worked out from them holds as long as this stays the same.</summary>
    public int Changes { get; set; }

    /// <summary>Whether it is still in business.</summary>
    public bool InBusiness => FailedMonth is null && AcquiredMonth is null;
    /// <summary>Whether it could enter one more alliance.</summary>
    public bool HasFreeSlot => InBusiness && Alliances.Count < Slots;
    /// <summary>Whether its experts could carry one more project.</summary>
    public bool HasFreeExperts => PendingProjects < ExpertCapacity;

    /// <summary>Whether it is in an alliance, or in negotiation, with another firm.</summary>
    public bool IsAlliedWith(Firm other)
    {
        foreach (var alliance in Alliances)
            if (alliance.MemberOf(other) is not null)
                return true;
        return false;
    }

    /// <summary>Whether it has a project on an opportunity, or negotiates about it.</summary>
    public bool WorksOn(Opportunity opportunity)
    {
        foreach (var build in Builds)
            if (build.Opportunity == opportunity)
                return true;
        foreach (var alliance in Alliances)
        {
            if (alliance.Phase == AlliancePhase.Negotiate && alliance.Opportunity == opportunity)
                return true;
            foreach (var project in alliance.Projects)
                if (project.Opportunity == opportunity)
                    return true;
        }

        return false;
    }
}
