using Entente.Worlds;

namespace Entente.Mechanisms.Conduct;

/// <summary>
/// The model's own theory: a member weighs this month's payoff and what cooperation would be worth if it lasts, by its belief that the others
/// contribute; guilt and habit bend the choice. Nothing beyond trust is remembered.
/// </summary>
internal sealed class Valuation(ConductOptions options) : IConductTheory
{
    public double Remember(double memory, in Situation s) => s.Belief;

    public LogOdds Weigh(double memory, in Situation s)
    {
        var alone = ConductRules.Out(s);
        var q = ConductRules.Continuation(options, s.Belief, s.Others, s.Last == Choice.Withhold);
        var contribute = (1 - s.Discount) * s.Payoffs.ContributeNow
            + s.Discount * (q * s.Payoffs.Together + (1 - q) * alone)
            + s.Warmth;
        var withhold = (1 - s.Discount) * s.Payoffs.WithholdNow + s.Discount * alone;
        return new LogOdds(
            options.Precision * contribute + (s.Last == Choice.Contribute ? options.Habit : 0),
            options.Precision * withhold + (s.Last == Choice.Withhold ? options.Habit : 0),
            s.MayLeave
                ? options.Precision * (s.Leave - options.Reluctance) + (s.Angry ? options.Anger : 0)
                : double.NegativeInfinity);
    }
}
