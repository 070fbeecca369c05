using Entente.Worlds;

namespace Entente.Mechanisms.Conduct;

/// <summary>What a member weighs when it chooses what to do this month, in units of its stake.</summary>
public readonly record struct Situation
{
    /// <summary>Mean belief w_i that another member contributes, 0 to 1.</summary>
    public required double Belief { get; init; }
    /// <summary>Number of other members, n - 1.</summary>
    public required int Others { get; init; }
    /// <summary>Mean rivalry rho_i with the others.</summary>
    public required double Rivalry { get; init; }
    /// <summary>Compliance chi = f d that the contract compels.</summary>
    public required double Compliance { get; init; }
    /// <summary>Perceived justice J_i.</summary>
    public required double Justice { get; init; }
    /// <summary>Quality phi of the process.</summary>
    public required double ProcessQuality { get; init; }
    /// <summary>Value of leaving, leave_i.</summary>
    public required double Leave { get; init; }
    /// <summary>What it did last month.</summary>
    public required Choice Last { get; init; }
    /// <summary>Whether a conflict made it angry.</summary>
    public required bool Angry { get; init; }
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

/// <summary>
/// Contribute, withhold or leave: the heart of the model. A member weighs this month's payoff and what cooperation would be worth if
/// it lasts, by its belief that the others contribute - of their own will, or compelled - against what it can have on its own. At rivalry .3
/// and without a contract the payoffs are those of the experiment of Solinas et al. (2022), one laboratory point = .2; less rivalry
/// makes it a game of coordination.
/// </summary>
public static class ConductRules
{
    /// <summary>Belief w that another contributes, of its own will or compelled: 1 - (1 - tau)(1 - chi).</summary>
    public static double Belief(double trust, double compliance) => 1 - (1 - trust) * (1 - compliance);

    /// <summary>Payoff of contributing when a share x of the others does: x - .5.</summary>
    public static double PayContribute(ConductOptions options, double x) => x - options.Cost;

    /// <summary>Payoff of withholding when a share x of the others contributes: .2 + .4 x + (rho - .3) - chi.</summary>
    public static double PayWithhold(ConductOptions options, double x, double rivalry, double compliance) =>
        options.FreeRide + options.FreeRideShare * x + (rivalry - options.RivalryReference) - compliance;

    /// <summary>Belief q that cooperation goes on: w^min(n - 1, 2), less by guilt after withholding.</summary>
    public static double Continuation(ConductOptions options, double belief, int others, bool withheld) =>
        Power(belief, Math.Min(others, options.Pivotal)) * (withheld ? 1 - options.Guilt : 1);

    /// <summary>What an alliance slot is thought to earn elsewhere, in units of stake: min(.4, .05 / stake).</summary>
    public static double Elsewhere(ConductOptions options, double stake) =>
        Math.Min(options.SlotYieldMax, options.SlotYield / stake);

    /// <summary>Value of leaving: what the slot earns elsewhere less the net cost of exit, spread over the future.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="stake">The member's stake s_i Y.</param>
    /// <param name="exitCost">Exit cost less what is recovered, in money.</param>
    public static double Leave(ConductOptions options, double stake, double exitCost) =>
        Elsewhere(options, stake) - (1 - options.Discount) * exitCost / stake;

    /// <summary>Log-odds of the three choices.</summary>
    public static LogOdds Weigh(ConductOptions options, in Situation s)
    {
        var alone = Math.Max(PayWithhold(options, 0, s.Rivalry, s.Compliance), s.Leave);
        var q = Continuation(options, s.Belief, s.Others, s.Last == Choice.Withhold);
        // Payoffs are linear in x, so their expectation over the others' choices is the payoff at the mean belief.
        var contribute = (1 - options.Discount) * PayContribute(options, s.Belief)
            + options.Discount * (q * PayContribute(options, 1) + (1 - q) * alone)
            + options.JusticeWarmth * s.Justice * s.ProcessQuality;
        var withhold = (1 - options.Discount) * PayWithhold(options, s.Belief, s.Rivalry, s.Compliance)
            + options.Discount * alone;
        return new LogOdds(
            options.Precision * contribute + (s.Last == Choice.Contribute ? options.Habit : 0),
            options.Precision * withhold + (s.Last == Choice.Withhold ? options.Habit : 0),
            s.MayLeave
                ? options.Precision * (s.Leave - options.Reluctance) + (s.Angry ? options.Anger : 0)
                : double.NegativeInfinity);
    }

    /// <summary>The choice that a uniform draw picks by softmax; leaving takes the upper end.</summary>
    public static Choice Pick(in LogOdds odds, double uniform)
    {
        var highest = Math.Max(odds.Contribute, Math.Max(odds.Withhold, odds.Leave));
        var contribute = Exp(odds.Contribute - highest);
        var withhold = Exp(odds.Withhold - highest);
        var leave = Exp(odds.Leave - highest);
        var point = uniform * (contribute + withhold + leave);
        return point < contribute ? Choice.Contribute : point < contribute + withhold ? Choice.Withhold : Choice.Leave;
    }

    /// <summary>
    /// Whether a member stays only because of the exit barrier: leaving is not its best choice, and would be if nothing had to be
    /// forfeited.
    /// </summary>
    /// <param name="options">Parameters.</param>
    /// <param name="situation">The situation as it is.</param>
    /// <param name="odds">The log-odds in it.</param>
    /// <param name="freeLeave">Value of leaving without an exit barrier; never less than with it.</param>
    public static bool IsLockedIn(ConductOptions options, in Situation situation, in LogOdds odds, double freeLeave)
    {
        if (!situation.MayLeave || odds.LeavingIsBest)
            return false;
        // A better way out makes the other two choices no less attractive, so what does not beat them now never will.
        var leave = options.Precision * (freeLeave - options.Reluctance) + (situation.Angry ? options.Anger : 0);
        return leave > odds.Contribute && leave > odds.Withhold
            && Weigh(options, situation with { Leave = freeLeave }).LeavingIsBest;
    }

    /// <summary>Effort that goes with a choice: contribute 1, withhold .4, leave 0.</summary>
    public static double Effort(ConductOptions options, Choice choice) => choice switch
    {
        Choice.Contribute => 1,
        Choice.Withhold => options.WithheldEffort,
        _ => 0,
    };

    private static double Power(double x, int exponent)
    {
        var power = x;
        for (var factor = 1; factor < exponent; factor++)
            power *= x;
        return power;
    }

    // Of three choices one has the highest odds, and one is often not open.
    private static double Exp(double x) => x == 0 ? 1 : double.IsNegativeInfinity(x) ? 0 : Math.Exp(x);
}
