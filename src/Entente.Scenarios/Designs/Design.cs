namespace Entente.Scenarios.Designs;

/// <summary>A design: which numbers of a scenario are varied together, and at which points it is played.</summary>
public sealed record Design
{
    /// <summary>The method, by name.</summary>
    public required string Method { get; init; }
    /// <summary>What is varied: levers first, then uncertainties, each in the order of the file.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }
    /// <summary>Points of a Latin hypercube or a Sobol sequence; base samples of Saltelli's design; 0 where the method does not ask.</summary>
    public int Points { get; init; }
    /// <summary>Trajectories of Morris's design; 0 where the method does not ask.</summary>
    public int Trajectories { get; init; }
    /// <summary>Levels of Morris's grid; 0 where the method does not ask.</summary>
    public int Levels { get; init; }
    /// <summary>Points of a fraction of a factorial; 0 where the method does not ask.</summary>
    public int Runs { get; init; }
}

/// <summary>Whose choice a factor is.</summary>
public enum FactorRole
{
    /// <summary>What a manager chooses.</summary>
    Lever,
    /// <summary>What the world does.</summary>
    Uncertainty,
}

/// <summary>One thing that a design varies.</summary>
/// <param name="Name">What to call it: the path of a number, or the name of a row of Table 1.</param>
/// <param name="Role">Whose choice it is.</param>
/// <param name="Range">The range it is drawn from; null where it has levels.</param>
/// <param name="Levels">Its levels, two or more; null where it has a range.</param>
public sealed record Factor(string Name, FactorRole Role, FactorRange? Range, IReadOnlyList<FactorLevel>? Levels);

/// <summary>A range of numbers.</summary>
/// <param name="From">Its lower end.</param>
/// <param name="To">Its upper end, above the lower.</param>
/// <param name="Log">Whether steps are taken by ratio; both ends are above 0 then.</param>
/// <param name="Whole">Whether only whole numbers count.</param>
/// <param name="Steps">How many levels a grid takes from it, ends included.</param>
public sealed record FactorRange(double From, double To, bool Log, bool Whole, int Steps)
{
    /// <summary>The number at a place of the range.</summary>
    /// <param name="place">0 (the lower end) to 1 (the upper end).</param>
    public double At(double place)
    {
        if (Whole)
            return Math.Min(To, From + Math.Floor(place * (To - From + 1)));
        return Log ? From * Math.Pow(To / From, place) : From + place * (To - From);
    }
}

/// <summary>A level of a factor.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Assignments">What it sets on top of the scenario, as <c>path=value</c>.</param>
public sealed record FactorLevel(string Name, IReadOnlyList<string> Assignments);
