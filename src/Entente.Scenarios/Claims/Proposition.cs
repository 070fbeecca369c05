namespace Entente.Scenarios.Claims;

/// <summary>Which way a proposition goes.</summary>
public enum Direction
{
    /// <summary>The contrast is more than the threshold.</summary>
    MoreThan,
    /// <summary>The contrast is less than the threshold.</summary>
    LessThan,
    /// <summary>The contrast is further from 0 than the threshold, on either side.</summary>
    DiffersBy,
}

/// <summary>One term of a contrast: an outcome of an arm, with its weight.</summary>
/// <param name="Play">Position in <see cref="Claim.Plays"/> of the arm, and the industry, it is an outcome of.</param>
/// <param name="Outcome">A column of the table of runs, or a measure.</param>
/// <param name="Weight">What it is multiplied by.</param>
public sealed record Term(int Play, string Outcome, double Weight);

/// <summary>
/// A part of a claim: that a contrast, a weighted sum of outcomes of the same replication, lies on one side of a threshold. The
/// threshold is the smallest difference that matters.
/// </summary>
/// <param name="Says">The proposition in words.</param>
/// <param name="Terms">The terms of the contrast.</param>
/// <param name="Direction">Which way it goes.</param>
/// <param name="Threshold">The threshold; 0 or more for <see cref="Direction.DiffersBy"/>.</param>
public sealed record Proposition(string Says, IReadOnlyList<Term> Terms, Direction Direction, double Threshold);
