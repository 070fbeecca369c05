using System.Globalization;
using Entente.Scenarios;
using Entente.Scenarios.Designs;
using Entente.Studies.Results;

namespace Entente.Studies.Designs;

/// <summary>The points of a design, in order: what each sets. The same design and seed give the same points.</summary>
public sealed class DesignPoints
{
    /// <summary>The file that says of every point what was set at it.</summary>
    public const string FileName = "design.csv";

    // Numbers of ranges, indices of levels.
    private readonly double[][] values;

    private DesignPoints(Design design, double[][] values) => (Design, this.values) = (design, values);

    /// <summary>The design.</summary>
    public Design Design { get; }

    /// <summary>How many points there are.</summary>
    public int Count => values.Length;

    /// <summary>The points of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="seed">Draws them, where the method draws.</param>
    public static DesignPoints Of(Design design, uint seed)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new DesignPoints(design, Values(design, seed));
    }

    /// <summary>A factor's value at a point as a number: false is 0 and true 1; of names, which have no order, the index.</summary>
    public double Number(int point, int factor) => Design.Factors[factor].Number(values[point][factor]);

    /// <summary>A factor's value at a point, as scenarios have it.</summary>
    public string Value(int point, int factor)
    {
        var value = values[point][factor];
        return Design.Factors[factor].Levels is { } levels ? levels[(int)value].Name : value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What a point sets on top of a scenario.</summary>
    public IReadOnlyList<string> Assignments(int point) =>
    [
        .. Design.Factors.SelectMany((factor, i) => factor.Levels is { } levels
            ? levels[(int)values[point][i]].Assignments
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
    public string Csv => CsvFile.Of(
    [
        ["point", .. Design.Factors.Select(factor => factor.Name)],
        .. Enumerable.Range(0, Count).Select(point => (string[])
            [point.ToString(CultureInfo.InvariantCulture), .. Enumerable.Range(0, Design.Factors.Count).Select(factor => Value(point, factor))]),
    ]);

    private static double[][] Values(Design design, uint seed)
    {
        var factors = design.Factors;
        int[] steps = [.. factors.Select(factor => factor.Levels?.Count ?? (design.Method == DesignMethods.Grid ? factor.Range!.Steps : 2))];
        return design.Method switch
        {
            DesignMethods.Factorial or DesignMethods.Grid or DesignMethods.Table1 => Stepped(factors, steps, Factorial.Full(steps)),
            DesignMethods.FractionalFactorial => Stepped(factors, steps, TwoLevelFraction.Of(factors.Count, design.Runs).Points),
            DesignMethods.Morris => Each(factors, (factor, place) => factor.IsNominal ? place : factor.Nearest(place), MorrisTrajectories.Sample(
                design.Trajectories, [.. factors.Select(factor => factor.IsNominal ? factor.Levels!.Count : 0)], design.Levels, seed)),
            DesignMethods.Sobol => Each(factors, Drawn, SobolSequence.Points(design.Points, factors.Count, seed)),
            DesignMethods.Saltelli => Each(factors, Drawn, SaltelliSample.Points(design.Points, factors.Count, seed)),
            DesignMethods.LatinHypercube => Each(factors, Drawn, LatinHypercube.Sample(design.Points, factors.Count, seed)),
            var other => throw new ArgumentException($"There is no method {other}.", nameof(design)),
        };
    }

    private static double Drawn(Factor factor, double place) => factor.At(place);

    /// <summary>Steps of ranges as numbers.</summary>
    private static double[][] Stepped(IReadOnlyList<Factor> factors, int[] steps, int[][] points) =>
        [.. points.Select(point => point.Select((step, i) => factors[i].Range?.Nearest(step / (steps[i] - 1.0)) ?? step).ToArray())];

    private static double[][] Each(IReadOnlyList<Factor> factors, Func<Factor, double, double> value, double[][] points) =>
        [.. points.Select(point => point.Select((place, i) => value(factors[i], place)).ToArray())];
}
