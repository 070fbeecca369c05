namespace Entente.Worlds;

/// <summary>What can happen.</summary>
public enum HappeningKind
{
    /// <summary>A firm found an opportunity it could make alone, and its core business vetoed it.</summary>
    Vetoed,
    /// <summary>A concept was screened out before anything began; the cause is search or idea.</summary>
    ScreenedOut,
    /// <summary>A firm began to build alone; the amount is the price.</summary>
    BuildStarted,
    /// <summary>A firm bought at arm's length; the amount is the price.</summary>
    Purchased,
    /// <summary>A firm acquired another; the amount is the price.</summary>
    Acquired,
    /// <summary>A team was put together; the firm is the one that searched, the other its first choice, the amount the number in the team.</summary>
    Proposed,
    /// <summary>A firm refused to enter; the other is the one that searched.</summary>
    Refused,
    /// <summary>A team entered negotiation; the two firms are the first of those that entered.</summary>
    Formed,
    /// <summary>An alliance was founded by decree; the two firms are its first members.</summary>
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
    /// <summary>A restructuring began; the cause is locked in or misfit.</summary>
    RestructuringBegan,
    /// <summary>A restructuring was concluded; the cause says whether it succeeded.</summary>
    RestructuringEnded,
    /// <summary>A member withheld its contribution; the amount is what it gained at its co-members' expense.</summary>
    Withheld,
    /// <summary>An alliance began a project.</summary>
    ProjectStarted,
    /// <summary>A project passed its gates and boards, or needed none, and was invested in; the amount is the money sunk.</summary>
    ProjectInvested,
    /// <summary>A project went live.</summary>
    ProjectLive,
    /// <summary>A project ended; the cause is window closed, gate, board, earned too little, obsolete, nobody left, alliance ended or firm failed.</summary>
    ProjectEnded,
    /// <summary>A member left of its own will; the cause is angry or empty; the amount is the exit cost that the barrier charges, 0 where nobody stayed. What the leaver recovers of its investment is not taken off, so that it may in fact have been paid by those who stayed.</summary>
    Left,
    /// <summary>A firm asked to join; the cause says what the members decided.</summary>
    Applied,
    /// <summary>A member bought the others out of a project; the amount is the price.</summary>
    BoughtOut,
    /// <summary>An alliance ended, in negotiation or in operation; the causes are those of the table of alliances.</summary>
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
