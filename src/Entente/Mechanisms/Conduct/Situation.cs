using Entente.Worlds;

namespace Entente.Mechanisms.Conduct;

/// <summary>
/// What a month of an alliance pays a member, in units of its stake: by what it does and by how many of the others contribute. In the field
/// the payoffs are linear in the share that contributes; in the laboratory they are the experiment's table.
/// </summary>
/// <param name="ContributeNow">Expected, of contributing this month.</param>
/// <param name="WithholdNow">Expected, of withholding this month.</param>
/// <param name="Together">Of contributing when all others do.</param>
/// <param name="Exploited">Of contributing when nobody else does.</param>
/// <param name="Tempted">Of withholding when all others contribute.</param>
/// <param name="Apart">Of withholding when nobody else contributes.</param>
public readonly record struct Payoffs(
    double ContributeNow, double WithholdNow, double Together, double Exploited, double Tempted, double Apart);

/// <summary>What a member weighs when it chooses what to do this month, in units of its stake.</summary>
public readonly record struct Situation
{
    /// <summary>Mean belief w_i that another member contributes, 0 to 1.</summary>
    public required double Belief { get; init; }
    /// <summary>Number of other members, n - 1.</summary>
    public required int Others { get; init; }
    /// <summary>What contributing and withholding pay.</summary>
    public required Payoffs Payoffs { get; init; }
    /// <summary>Value of leaving, leave_i.</summary>
    public required double Leave { get; init; }
    /// <summary>What next month counts beside this one, delta.</summary>
    public required double Discount { get; init; }
    /// <summary>What a just process adds to the value of contributing.</summary>
    public double Warmth { get; init; }
    /// <summary>What it did last month.</summary>
    public required Choice Last { get; init; }
    /// <summary>Share of the others it saw contributing last month; without meaning in the first.</summary>
    public double Seen { get; init; }
    /// <summary>What last month paid it; without meaning in the first.</summary>
    public double Earned { get; init; }
    /// <summary>Whether a conflict made it angry.</summary>
    public bool Angry { get; init; }
    /// <summary>Whether it may leave at all.</summary>
    public required bool MayLeave { get; init; }
}

/// <summary>Log-odds of the three choices; minus infinity for one that is not open.</summary>
/// <param name="Contribute">Of contributing.</param>
/// <param name="Withhold">Of withholding.</param>
/// <param name="Leave">Of leaving.</param>
public readonly record struct LogOdds(double Contribute, double Withhold, double Leave)
{
    /// <summary>Whether leaving has the highest.</summary>
    public bool LeavingIsBest => Leave > Contribute && Leave > Withhold;
}
