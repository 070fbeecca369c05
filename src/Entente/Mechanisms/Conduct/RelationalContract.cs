using Entente.Worlds;

namespace Entente.Mechanisms.Conduct;

/// <summary>
/// A relational contract (Baker, Gibbons and Murphy 2002; Levin 2003): an understanding that no court enforces, honoured while the shadow of
/// the future, delta (together - out), exceeds the temptation, (1 - delta)(tempted - together). What is remembered is how far it is still in
/// force with another member: breaches wear it down, months in which all honour it bring it back.
/// </summary>
internal sealed class RelationalContract(ConductOptions options) : IConductTheory
{
    public double Remember(double memory, in Situation s)
    {
        if (s.Last == Choice.None)
            return s.Belief;
        var left = memory * (1 - (1 - options.RelationalTolerance) * (1 - s.Seen));
        return left + options.RelationalRepair * s.Seen * (1 - left);
    }

    public LogOdds Weigh(double memory, in Situation s)
    {
        var shadow = s.Discount * (s.Payoffs.Together - ConductRules.Out(s));
        var temptation = (1 - s.Discount) * (s.Payoffs.Tempted - s.Payoffs.Together);
        var inForce = ConductRules.Power(memory, Math.Min(s.Others, options.Pivotal));
        return ConductRules.ByProbability(
            options, s, inForce * ConductRules.Logistic(options.Precision * (shadow + s.Warmth - temptation)),
            ConductRules.Walk(options, options.RelationalWalkAway, s, s.Payoffs.Apart));
    }
}
