namespace Entente.Scenarios.Designs;

/// <summary>A way to choose points.</summary>
/// <param name="Name">Its name in scenarios.</param>
/// <param name="Summary">What it is good for, in a sentence.</param>
public sealed record DesignMethod(string Name, string Summary);

/// <summary>The ways to choose points.</summary>
public static class DesignMethods
{
    /// <summary>Every combination of two levels of each factor.</summary>
    public const string Factorial = "factorial";
    /// <summary>A regular fraction of the combinations of two levels.</summary>
    public const string FractionalFactorial = "fractional-factorial";
    /// <summary>Every combination of all levels.</summary>
    public const string Grid = "grid";
    /// <summary>A Latin hypercube.</summary>
    public const string LatinHypercube = "latin-hypercube";
    /// <summary>A Sobol sequence.</summary>
    public const string Sobol = "sobol";
    /// <summary>Morris's trajectories.</summary>
    public const string Morris = "morris";
    /// <summary>Saltelli's matrices.</summary>
    public const string Saltelli = "saltelli";
    /// <summary>The eight rows of Table 1, switched one by one and together.</summary>
    public const string Table1 = "table-1";

    /// <summary>All methods.</summary>
    public static IReadOnlyList<DesignMethod> All { get; } =
    [
        new(Factorial, "Every combination of two levels of each factor: main effects and interactions."),
        new(FractionalFactorial, "A regular fraction (runs) of the combinations of two levels: main effects of many factors with few points."),
        new(Grid, "Every combination of all levels; a range is cut into steps (5 by default)."),
        new(LatinHypercube, "points spread so that each factor's range is cut into as many equal slices, one point in each: where an outcome turns, as rules."),
        new(Sobol, "points of a Sobol sequence, which fill the space more evenly than random points do: the same use."),
        new(Morris, "trajectories through a grid of levels, one factor at a time: which factors matter at all."),
        new(Saltelli, "points base samples of Saltelli's matrices: how much of the variance each factor explains, alone and with the others."),
        new(Table1, "The eight rows of Table 1 (Doz and De Roover) switched from the conventional to the incubator's way in every combination: which part does the work. Needs no factors and one arm."),
    ];

    /// <summary>The names of all methods.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(method => method.Name)];
}
