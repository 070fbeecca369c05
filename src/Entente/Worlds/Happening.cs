namespace Entente.Worlds;

/// <summary>What can happen.</summary>
public enum HappeningKind
{
    /// <summary>A firm found an opportunity it could make alone, and its core business vetoed it.</summary>
    Vetoed,
    /// <summary>A concept was screened out before anything began.</summary>
    ScreenedOut,
    /// <summary>A firm began to build alone.</summary>
    BuildStarted,
    /// <summary>A firm bought at arm's length.</summary>
    Purchased,
    /// <summary>A firm acquired another.</summary>
    Acquired,
    /// <summary>A team was put together.</summary>
    Proposed,
    /// <summary>A firm refused to enter.</summary>
    Refused,
    /// <summary>A team entered negotiation.</summary>
    Formed,
    /// <summary>An alliance was founded by decree.</summary>
    Founded,
    /// <summary>A member's lawyers added a clause.</summary>
    ClauseAdded,
    /// <summary>A founding project was dropped because its opportunity closed.</summary>
    FoundingDropped,
    /// <summary>An alliance entered operation.</summary>
    Signed,
    /// <summary>A contingency was settled before the meeting.</summary>
    Settled,
    /// <summary>A contingency was debated and decided; the amount is the number of votes.</summary>
    Decided,
    /// <summary>A contingency was debated and never decided; the amount is the number of votes.</summary>
    Undecided,
    /// <summary>A member stepped out of a project.</summary>
    SteppedOut,
    /// <summary>A member was outvoted.</summary>
    Outvoted,
    /// <summary>The contract was renegotiated; the amount is the months of stall.</summary>
    Renegotiated,
    /// <summary>A renegotiation turned into conflict; the amount is the months of stall.</summary>
    Conflict,
    /// <summary>A conflict made a member angry.</summary>
    Angered,
    /// <summary>Governance posts rotated.</summary>
    PostsRotated,
    /// <summary>A restructuring began.</summary>
    RestructuringBegan,
    /// <summary>A restructuring ended.</summary>
    RestructuringEnded,
    /// <summary>A member held back.</summary>
    Withheld,
    /// <summary>An alliance began a project.</summary>
    ProjectStarted,
    /// <summary>A project passed its gates and boards, or needed none, and was invested in; the amount is the money sunk.</summary>
    ProjectInvested,
    /// <summary>A project went live.</summary>
    ProjectLive,
    /// <summary>A project ended.</summary>
    ProjectEnded,
    /// <summary>A member left; the amount is the exit cost paid.</summary>
    Left,
    /// <summary>A firm asked to join; the cause says what the members decided.</summary>
    Applied,
    /// <summary>A member bought the others out of a project; the amount is the price.</summary>
    BoughtOut,
    /// <summary>An alliance ended.</summary>
    Ended,
    /// <summary>A firm failed.</summary>
    FirmFailed,
}

/// <summary>Something that happened. Whoever took part is named by number, or null.</summary>
/// <param name="Month">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Alliance">The alliance.</param>
/// <param name="Firm">The firm.</param>
/// <param name="Other">The other firm.</param>
/// <param name="Project">The project.</param>
/// <param name="Why">The cause, in a word or two.</param>
/// <param name="Amount">What it came to; NaN where nothing is counted.</param>
public readonly record struct Happening(
    int Month, HappeningKind Kind, int? Alliance, int? Firm, int? Other, int? Project, string Why, double Amount);
