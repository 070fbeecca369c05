using Entente.Worlds;

namespace Entente.Mechanisms.Conduct;

/// <summary>
/// Tit for tat with forgiveness (Axelrod 1984; Nowak and Sigmund 1992): a member opens by its belief in the others, then contributes with the
/// share of them that it saw contribute, and now and then where they did not. What is at stake only decides whether it walks away.
/// </summary>
internal sealed class Reciprocity(ConductOptions options) : IConductTheory
{
    public double Remember(double memory, in Situation s) =>
        s.Last == Choice.None ? s.Belief : s.Seen + (1 - s.Seen) * options.ReciprocityForgiveness;

    public LogOdds Weigh(double memory, in Situation s) =>
        ConductRules.ByProbability(options, s, memory, ConductRules.Walk(options, options.ReciprocityWalkAway, s, s.Payoffs.Apart));
}
