using System.Globalization;
using Entente.Randomness;
using Entente.Scenarios;
using Entente.Studies.Designs;
using Entente.Studies.Sweeps;

namespace Entente.Tests.Studies.Sweeps;

/// <summary>Sweeps of functions in place of worlds, so that what is to be found is known.</summary>
internal static class Functions
{
    public static DesignPoints Points(string design, uint seed = 7)
    {
        var reading = ScenarioReader.Parse(
            $$"""
            name: x
            question: x
            seed: {{seed}}
            replications: 1
            arms: [{ name: tight, preset: tight-contract }, { name: fair, preset: fair-process }]
            design: { {{design}} }
            """, "x.yaml");
        return DesignPoints.Of(reading.Scenario?.Design ?? throw new ArgumentException(string.Join('\n', reading.Problems)), seed);
    }

    /// <summary>A sweep whose outcome, fair's income, is a function of the values of factors, in the order of the design, plus noise.</summary>
    /// <param name="design">The section, on one line.</param>
    /// <param name="function">The function, of values as scenarios have them.</param>
    /// <param name="replications">Replications.</param>
    /// <param name="noise">Standard deviation of noise that each point has for itself.</param>
    /// <param name="reference">Tight's income, which fair's is compared with; null to take fair's as it is.</param>
    /// <param name="outcome">Another outcome.</param>
    public static SweepValues Of(string design, Func<string[], double> function, int replications = 4, double noise = 0, Func<string[], double>? reference = null, string outcome = "income")
    {
        var points = Points(design);
        double[][] Values(Func<string[], double> of) =>
        [
            .. Enumerable.Range(0, points.Count).Select(point => Enumerable.Range(0, replications).Select(world =>
                of([.. points.Design.Factors.Select((_, factor) => points.Value(point, factor))]) + (noise == 0 ? 0 : new Draws(3, (uint)world).At(Process.Firm, 0, point).Normal(noise))).ToArray()),
        ];
        return SweepValues.Of(points, outcome, "fair", Values(function), reference is null ? null : ("tight", Values(reference)), seed: 7);
    }

    public static SweepAnalysis Analyse(string design, Func<string[], double> function, int replications = 4, double noise = 0, Func<string[], double>? reference = null, string outcome = "income") =>
        SweepAnalysis.Of(Of(design, function, replications, noise, reference, outcome));

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static SweepLine Line(this SweepAnalysis analysis, string table, string label) => analysis.Tables.Single(of => of.Name == table).Lines.Single(line => line.Label == label);
}
