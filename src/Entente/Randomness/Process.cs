namespace Entente.Randomness;

/// <summary>
/// What a draw is for: part of its address, so that a new draw in one room never shifts the luck of another.
/// The numbers are part of the published model: they may be added to, never changed.
/// </summary>
public enum Process
{
    /// <summary>A firm's state at the start; addressed by firm.</summary>
    Firm = 1,
    /// <summary>How many opportunities are open at the start; no entity.</summary>
    Stock = 2,
    /// <summary>How many opportunities arrive this month; no entity.</summary>
    Arrivals = 3,
    /// <summary>An opportunity's properties; addressed by opportunity.</summary>
    Opportunity = 4,
    /// <summary>A concept's hidden quality; addressed by opportunity, lead firm and number of the concept.</summary>
    Concept = 5,
    /// <summary>The month's random order of firms; addressed by firm.</summary>
    FirmOrder = 6,
    /// <summary>The month's random order of alliances; addressed by pair.</summary>
    AllianceOrder = 7,
    /// <summary>Whether a firm searches, what it looks at, whom it considers; addressed by firm.</summary>
    Search = 8,
    /// <summary>A screening; addressed by opportunity, lead firm and number of the concept.</summary>
    Screening = 9,
    /// <summary>What a pair makes of each other when one considers the other; addressed by unordered pair.</summary>
    Affinity = 10,
    /// <summary>An entry decision; addressed by the firm that decides and the firm that asks.</summary>
    Entry = 11,
    /// <summary>The quality of those who run an alliance's process; addressed by pair.</summary>
    Leadership = 12,
    /// <summary>Whether a member adds a clause; addressed by directed pair.</summary>
    Clause = 13,
    /// <summary>Breaking off a negotiation, and going on without a project; addressed by pair.</summary>
    Negotiation = 14,
    /// <summary>Contingencies and how they are settled; addressed by pair.</summary>
    Governance = 15,
    /// <summary>What a member does this month; addressed by directed pair.</summary>
    Conduct = 16,
    /// <summary>What a member sees of another's conduct; addressed by directed pair.</summary>
    Perception = 17,
    /// <summary>New ideas of an alliance; addressed by pair.</summary>
    Ideas = 18,
    /// <summary>A gate's noise; addressed by opportunity, lead firm and number of the concept.</summary>
    Gate = 19,
    /// <summary>A board's vote on a project; addressed by opportunity and firm, and number of the concept.</summary>
    Board = 20,
    /// <summary>A shock that puts projects out of fit, and becoming obsolete; addressed by opportunity.</summary>
    Shock = 21,
    /// <summary>Going on without a project; addressed by pair.</summary>
    Dormancy = 23,
    /// <summary>Applying to join; addressed by the applicant and the alliance's first member.</summary>
    Application = 24,
    /// <summary>Buying the others out of a project; addressed by opportunity, lead firm and number of the concept.</summary>
    BuyOut = 25,
    /// <summary>The outcome of a restructuring; addressed by pair.</summary>
    Restructuring = 26,
    /// <summary>What a person does in a period of the laboratory; addressed by person and interaction.</summary>
    Laboratory = 40,
    /// <summary>Who meets whom in the laboratory; addressed by session and interaction.</summary>
    LaboratoryGroups = 41,
    /// <summary>The trust that a person brings to an interaction; addressed by person and interaction.</summary>
    LaboratoryTrust = 42,
    /// <summary>Where a search looks next; addressed by generation and point.</summary>
    Calibration = 43,
    /// <summary>Which replications are played again to verify a result; no entity.</summary>
    Verification = 44,
    /// <summary>Points of a design; month 0: shifts, addressed by dimension, month 1: trajectories, addressed by number.</summary>
    Design = 45,
    /// <summary>Which values are drawn again to see how far an estimate is off; addressed by number of the draw.</summary>
    Bootstrap = 46,
    /// <summary>Where a descent into a landscape starts; addressed by number of the start.</summary>
    LandscapeStart = 50,
    /// <summary>How far a size in a landscape is off; addressed by firm and number of the draw.</summary>
    LandscapeSize = 51,
}
