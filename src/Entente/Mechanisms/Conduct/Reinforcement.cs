using Entente.Worlds;

namespace Entente.Mechanisms.Conduct;

/// <summary>
/// Stochastic learning after Bush and Mosteller, in the form of Macy and Flache (2002): what paid more than a member aspires to is done more
/// often, what paid less is done less often. The propensity starts from its belief in the others; who does not contribute walks away where
/// leaving is worth more than what last month paid.
/// </summary>
internal sealed class Reinforcement(ConductOptions options) : IConductTheory
{
    public double Remember(double memory, in Situation s)
    {
        if (s.Last == Choice.None)
            return s.Belief;
        var contributed = s.Last == Choice.Contribute;
        var propensity = Reinforced(contributed ? memory : 1 - memory, options.ReinforcementRate * Stimulus(s));
        return contributed ? propensity : 1 - propensity;
    }

    public LogOdds Weigh(double memory, in Situation s) => ConductRules.ByProbability(
        options, s, memory,
        ConductRules.Walk(options, options.ReinforcementWalkAway, s, s.Last == Choice.None ? s.Payoffs.Apart : s.Earned));

    private static double Reinforced(double propensity, double stimulus) =>
        propensity + stimulus * (stimulus >= 0 ? 1 - propensity : propensity);

    /// <summary>What last month paid above the aspiration, as a share of the most that could lie between them, -1 to 1.</summary>
    private double Stimulus(in Situation s)
    {
        var p = s.Payoffs;
        var aspiration = p.Apart + options.ReinforcementAspiration * (p.Together - p.Apart);
        var most = Math.Max(
            Math.Max(Math.Abs(p.Together - aspiration), Math.Abs(p.Exploited - aspiration)),
            Math.Max(Math.Abs(p.Tempted - aspiration), Math.Abs(p.Apart - aspiration)));
        return most > 0 ? Math.Clamp((s.Earned - aspiration) / most, -1, 1) : 0;
    }
}
