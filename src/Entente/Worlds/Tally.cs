namespace Entente.Worlds;

/// <summary>What happened so far, counted: only outcomes read it, no rule does.</summary>
public sealed class Tally
{
    /// <summary>Teams put together.</summary>
    public int Proposed { get; set; }
    /// <summary>Alliances that entered negotiation.</summary>
    public int Formed { get; set; }
    /// <summary>Alliances that entered operation.</summary>
    public int Signed { get; set; }
    /// <summary>Alliances that ended.</summary>
    public int Ended { get; set; }
    /// <summary>Members that left of their own will.</summary>
    public int Exits { get; set; }
    /// <summary>Member-months in operation.</summary>
    public int MemberMonths { get; set; }
    /// <summary>Member-months in which the member contributed.</summary>
    public int Contributed { get; set; }
    /// <summary>Member-months in which the member stayed only because of the exit barrier.</summary>
    public int LockedIn { get; set; }
    /// <summary>Live value of alliance projects.</summary>
    public double GrossValue { get; set; }
    /// <summary>Costs and investments of alliances.</summary>
    public double Spent { get; set; }
    /// <summary>What exit barriers charged leavers, before what they recovered.</summary>
    public double ExitCosts { get; set; }
    /// <summary>Income of all firms.</summary>
    public double Income { get; set; }
    /// <summary>Monthly value of all opportunities there ever were.</summary>
    public double ValueOffered { get; set; }
    /// <summary>Monthly value of those that ever had a live project.</summary>
    public double ValueCaptured { get; set; }
}
