namespace Entente.Mechanisms.Conduct;

/// <summary>How partners choose whether to contribute, withhold or leave: the theories that a scenario may set.</summary>
public enum ConductTheory
{
    /// <summary>They weigh what each choice is worth, by their belief in the others: the model's own.</summary>
    Valuation,
    /// <summary>They answer in kind, and sometimes forgive.</summary>
    Reciprocity,
    /// <summary>They repeat what paid and drop what did not.</summary>
    Reinforcement,
    /// <summary>They honour an understanding as long as it is in force and its future is worth more than breaking it.</summary>
    RelationalContract,
}

/// <summary>
/// One theory of how partners behave. It sees a member's situation and one number from 0 to 1 that the member remembers of this alliance; it
/// draws nothing and changes nothing.
/// </summary>
public interface IConductTheory
{
    /// <summary>What is remembered once last month is over, 0 to 1; the first month of an alliance starts it.</summary>
    /// <param name="memory">What was remembered before; without meaning in the first month.</param>
    /// <param name="s">The situation this month.</param>
    public double Remember(double memory, in Situation s);

    /// <summary>Log-odds of the three choices.</summary>
    /// <param name="memory">What is remembered, this month's <see cref="Remember"/> included.</param>
    /// <param name="s">The situation this month.</param>
    public LogOdds Weigh(double memory, in Situation s);
}

/// <summary>Makes theories by name.</summary>
public static class ConductTheories
{
    /// <summary>The theory with its parameters.</summary>
    public static IConductTheory Of(ConductTheory theory, ConductOptions options) => theory switch
    {
        ConductTheory.Valuation => new Valuation(options),
        ConductTheory.Reciprocity => new Reciprocity(options),
        ConductTheory.Reinforcement => new Reinforcement(options),
        ConductTheory.RelationalContract => new RelationalContract(options),
        _ => throw new ArgumentOutOfRangeException(nameof(theory), theory, "unknown theory"),
    };
}
