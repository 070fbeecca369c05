using System.Globalization;

namespace Entente.Scenarios.Designs;

/// <summary>A design: which numbers of a scenario are varied together, and at which points it is simulated.</summary>
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
/// <param name="Levels">Its levels, two or more: numbers and switches from the lowest on, names as listed; null where it has a range.</param>
public sealed record Factor(string Name, FactorRole Role, FactorRange? Range, IReadOnlyList<FactorLevel>? Levels)
{
    /// <summary>Whether its levels are names, which have no order.</summary>
    public bool IsNominal => Levels is [{ Number: null }, ..];

    /// <summary>Its value where a place from 0 to 1 is drawn, every value as likely as any other: a number of its range, or the index of a level.</summary>
    public double At(double place) => Range?.At(place) ?? Math.Min(Levels!.Count - 1, Math.Floor(place * Levels.Count));

    /// <summary>Its value nearest to a place between its ends: a number of its range, or the index of a level.</summary>
    public double Nearest(double place) => Range?.Nearest(place) ?? Math.Round(place * (Levels!.Count - 1), MidpointRounding.AwayFromZero);

    /// <summary>A value as a number to reckon with: false is 0 and true 1; of names, which have no order, the index.</summary>
    /// <param name="value">A number of its range, or the index of a level.</param>
    public double Number(double value) => Levels is null ? value : Levels[(int)value].Number ?? value;

    /// <summary>How far a number lies from the lower end of all that the factor takes, as a share of the whole; by ratio where the range has a logarithmic scale.</summary>
    public double Share(double number) => Range is { Log: true } range
        ? Math.Log(number / range.From) / Math.Log(range.To / range.From)
        : (number - Lowest) / (Highest - Lowest);

    private double Lowest => Range?.From ?? Number(0);

    private double Highest => Range?.To ?? Number(Levels!.Count - 1);
}

/// <summary>A range of numbers.</summary>
/// <param name="From">Its lower end.</param>
/// <param name="To">Its upper end, above the lower.</param>
/// <param name="Log">Whether steps are taken by ratio; both ends are above 0 then.</param>
/// <param name="Whole">Whether only whole numbers count.</param>
/// <param name="Steps">How many levels a grid takes from it, ends included.</param>
public sealed record FactorRange(double From, double To, bool Log, bool Whole, int Steps)
{
    /// <summary>The number at a place that is drawn: whole numbers are all as likely.</summary>
    /// <param name="place">0 (the lower end) to 1 (the upper end).</param>
    public double At(double place) => Whole ? Math.Min(To, From + Math.Floor(place * (To - From + 1))) : Between(place);

    /// <summary>The number nearest to a place between the ends, without the digits of rounding: a step of a list is the same number.</summary>
    /// <param name="place">0 (the lower end) to 1 (the upper end).</param>
    public double Nearest(double place) => Whole
        ? Math.Round(Between(place), MidpointRounding.AwayFromZero)
        : Math.Clamp(double.Parse(Between(place).ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), From, To);

    // Rounding leads nowhere beyond the ends, which may be all that is allowed.
    private double Between(double place) => Math.Clamp(Log ? From * Math.Pow(To / From, place) : From + place * (To - From), From, To);
}

/// <summary>A level of a factor.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Number">Its number, by which levels are ordered; 0 and 1 for a switch that is off and on; null for a name.</param>
/// <param name="Assignments">What it sets on top of the scenario, as <c>path=value</c>.</param>
public sealed record FactorLevel(string Name, double? Number, IReadOnlyList<string> Assignments);
