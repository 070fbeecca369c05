namespace Entente.Laboratory;

/// <summary>
/// One treatment of a laboratory alliance: people form alliances of two or more, period by period each contributes, withholds or leaves, and
/// one who leaves ends the alliance for all. Money is in points of the experiment.
/// </summary>
public sealed record Treatment
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Points for contributing, by how many of the others contribute, from 0; its length is the number of partners.</summary>
    public required IReadOnlyList<double> Contribute { get; init; }
    /// <summary>Points for withholding, by how many of the others contribute, from 0.</summary>
    public required IReadOnlyList<double> Withhold { get; init; }
    /// <summary>Points a period for everyone after somebody left, until the interaction would have ended.</summary>
    public required double Alone { get; init; }
    /// <summary>Points that every partner pays once when somebody leaves.</summary>
    public required double ExitCost { get; init; }
    /// <summary>Probability that another period follows, 0 to 1.</summary>
    public required double Continuation { get; init; }
    /// <summary>The sessions, each with people of its own.</summary>
    public required IReadOnlyList<Session> Sessions { get; init; }

    /// <summary>People in an alliance, n.</summary>
    public int Partners => Contribute.Count;
}

/// <summary>One session: people who meet new partners in each of several interactions.</summary>
/// <param name="People">How many take part; those left over when alliances are formed sit out.</param>
/// <param name="Lengths">Periods of the successive interactions.</param>
public sealed record Session(int People, IReadOnlyList<int> Lengths);
