using Entente.Worlds;

namespace Entente.Mechanisms.Conduct;

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

    /// <summary>What a month pays in the field, where payoffs are linear in the share of the others that contributes.</summary>
    public static Payoffs Field(ConductOptions options, double belief, double rivalry, double compliance) => new(
        PayContribute(options, belief),
        PayWithhold(options, belief, rivalry, compliance),
        PayContribute(options, 1),
        PayContribute(options, 0),
        PayWithhold(options, 1, rivalry, compliance),
        PayWithhold(options, 0, rivalry, compliance));

    /// <summary>What last month paid, by what one did and the share of the others that contributed, between the corners of the payoffs.</summary>
    public static double Earned(in Payoffs payoffs, Choice last, double seen) => last == Choice.Withhold
        ? payoffs.Apart + seen * (payoffs.Tempted - payoffs.Apart)
        : payoffs.Exploited + seen * (payoffs.Together - payoffs.Exploited);

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

    /// <summary>What is left without cooperation: mutual withholding or the way out, whichever pays more.</summary>
    public static double Out(in Situation s) => Math.Max(s.Payoffs.Apart, s.Leave);

    /// <summary>Log-odds of the three choices by probabilities: of contributing, and of leaving where it does not contribute.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="s">The situation.</param>
    /// <param name="contribute">Probability of contributing.</param>
    /// <param name="walk">Probability of leaving, given that it does not contribute.</param>
    public static LogOdds ByProbability(ConductOptions options, in Situation s, double contribute, double walk)
    {
        var leave = s.MayLeave ? walk : 0;
        return new LogOdds(
            Math.Log(contribute),
            Math.Log((1 - contribute) * (1 - leave)),
            s.MayLeave ? Math.Log((1 - contribute) * leave) + (s.Angry ? options.Anger : 0) : double.NegativeInfinity);
    }

    /// <summary>
    /// Probability of leaving for one who does not contribute, in the rival theories: the more surely the more leaving is worth than what
    /// staying brings.
    /// </summary>
    public static double Walk(ConductOptions options, double most, in Situation s, double staying) =>
        most * Logistic(options.Precision * (s.Leave - options.Reluctance - staying));

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

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
    /// <param name="theory">How it chooses.</param>
    /// <param name="memory">What it remembers.</param>
    /// <param name="situation">The situation as it is.</param>
    /// <param name="odds">The log-odds in it.</param>
    /// <param name="freeLeave">Value of leaving without an exit barrier; never less than with it.</param>
    public static bool IsLockedIn(
        IConductTheory theory, double memory, in Situation situation, in LogOdds odds, double freeLeave) =>
        situation.MayLeave && !odds.LeavingIsBest && freeLeave > situation.Leave
        && theory.Weigh(memory, situation with { Leave = freeLeave }).LeavingIsBest;

    /// <summary>Effort that goes with a choice: contribute 1, withhold .4, leave 0.</summary>
    public static double Effort(ConductOptions options, Choice choice) => choice switch
    {
        Choice.Contribute => 1,
        Choice.Withhold => options.WithheldEffort,
        _ => 0,
    };

    /// <summary>A whole power, by multiplication: the same bits on every machine.</summary>
    internal static double Power(double x, int exponent)
    {
        var power = x;
        for (var factor = 1; factor < exponent; factor++)
            power *= x;
        return power;
    }

    // Of three choices one has the highest odds, and one is often not open.
    private static double Exp(double x) => x == 0 ? 1 : double.IsNegativeInfinity(x) ? 0 : Math.Exp(x);
}
