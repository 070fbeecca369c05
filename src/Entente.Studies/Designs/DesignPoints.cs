using System.Globalization;
using System.Text;
using Entente.Scenarios;
using Entente.Scenarios.Designs;

namespace Entente.Studies.Designs;

/// <summary>The points of a design, in order: what each sets. The same design and seed give the same points.</summary>
public sealed class DesignPoints
{
    /// <summary>The file that says of every point what was set at it.</summary>
    public const string FileName = "design.csv";

    private readonly double[][] places;

    private DesignPoints(Design design, double[][] places) => (Design, this.places) = (design, places);

    /// <summary>The design.</summary>
    public Design Design { get; }

    /// <summary>How many points there are.</summary>
    public int Count => places.Length;

    /// <summary>The points of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="seed">Draws them, where the method draws.</param>
    public static DesignPoints Of(Design design, uint seed)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new DesignPoints(design, Places(design, seed));
    }

    /// <summary>Where a factor stands at a point: 0 to 1 over its range, or the number of its level.</summary>
    public double Place(int point, int factor) => places[point][factor];

    /// <summary>A factor's value at a point, as scenarios have it.</summary>
    public string Value(int point, int factor)
    {
        var (of, place) = (Design.Factors[factor], places[point][factor]);
        return of.Levels is { } levels ? levels[(int)place].Name : of.Range!.At(place).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What a point sets on top of a scenario.</summary>
    public IReadOnlyList<string> Assignments(int point) =>
    [
        .. Design.Factors.SelectMany((factor, i) => factor.Levels is { } levels
            ? levels[(int)places[point][i]].Assignments
            : [$"{factor.Name}={Value(point, i)}"]),
    ];

    /// <summary>A scenario as it is at a point.</summary>
    /// <exception cref="ScenarioException">Values of several factors do not go together.</exception>
    public Scenario Apply(Scenario scenario, int point)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        IReadOnlyList<string> set = [.. scenario.Overrides, .. Assignments(point)];
        var reading = ScenarioReader.Parse(scenario.Text, scenario.Name, new ScenarioOverrides(Set: [.. set, "design=null"]));
        return reading.Scenario is { } read
            ? read with { Overrides = set }
            : throw new ScenarioException(string.Create(CultureInfo.InvariantCulture, $"point {point} of the design: {reading.Problems[0].Message}"));
    }

    /// <summary>All points as comma-separated values: <c>point</c> and a column for each factor.</summary>
    public string Csv
    {
        get
        {
            var text = new StringBuilder("point");
            foreach (var factor in Design.Factors)
                text.Append(',').Append(Quoted(factor.Name));
            text.Append('\n');
            for (var point = 0; point < Count; point++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{point}");
                for (var factor = 0; factor < Design.Factors.Count; factor++)
                    text.Append(',').Append(Quoted(Value(point, factor)));
                text.Append('\n');
            }

            return text.ToString();
        }
    }

    private static double[][] Places(Design design, uint seed)
    {
        var factors = design.Factors;
        int[] levels = [.. factors.Select(factor => factor.Levels?.Count ?? (design.Method == DesignMethods.Grid ? factor.Range!.Steps : 2))];
        return design.Method switch
        {
            DesignMethods.Factorial or DesignMethods.Grid or DesignMethods.Table1 => Stepped(factors, levels, Factorial.Full(levels)),
            DesignMethods.FractionalFactorial => Stepped(factors, levels, TwoLevelFraction.Of(factors.Count, design.Runs).Points),
            DesignMethods.Sobol => Spread(factors, SobolSequence.Points(design.Points, factors.Count, seed)),
            DesignMethods.Morris => Spread(factors, MorrisTrajectories.Sample(design.Trajectories, factors.Count, design.Levels, seed)),
            DesignMethods.Saltelli => Spread(factors, SaltelliSample.Points(design.Points, factors.Count, seed)),
            DesignMethods.LatinHypercube => Spread(factors, LatinHypercube.Sample(design.Points, factors.Count, seed)),
            var other => throw new ArgumentException($"There is no method {other}.", nameof(design)),
        };
    }

    /// <summary>Numbers of levels; over a range, as places.</summary>
    private static double[][] Stepped(IReadOnlyList<Factor> factors, int[] levels, int[][] points) =>
        [.. points.Select(point => point.Select((level, i) => factors[i].Levels is null ? level / (levels[i] - 1.0) : level).ToArray())];

    /// <summary>Places over ranges; where a factor has levels, the number of the one they fall on.</summary>
    private static double[][] Spread(IReadOnlyList<Factor> factors, double[][] points) =>
        [.. points.Select(point => point.Select((place, i) => factors[i].Levels is { } levels ? Math.Min(levels.Count - 1, Math.Floor(place * levels.Count)) : place).ToArray())];

    private static string Quoted(string value) => value.AsSpan().ContainsAny(",\"\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
