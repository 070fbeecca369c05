using Entente.Studies.Charts;
using Entente.Studies.Sensitivity;

namespace Entente.Studies.Sweeps;

/// <summary>Sobol indices: how much of the variance each factor explains.</summary>
internal static class IndicesReading
{
    private const double MostVague = 0.5;

    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        var sobol = SobolIndices.Of(values.Values, factors.Count, values.Seed);
        var ranked = sobol.Indices.OrderByDescending(index => index.Total.Value).ToArray();
        var alone = sobol.Indices.Sum(index => index.First.Value);
        var sentences = new List<string>
        {
            $"By themselves the factors explain {Figure.Share(Math.Clamp(alone, 0, 1))} of the variance of the mean of {values.Subject}; the rest is what they do together.",
        };
        if (!double.IsNaN(sobol.Luck))
            sentences.Add($"Of the variance of a single outcome {Figure.Share(sobol.Luck)} is luck of the world, which no factor explains; the indices leave it out.");
        var vague = ranked[0].Total.High - ranked[0].Total.Low > MostVague;
        if (vague)
            sentences.Add("The intervals are too wide to say which factor matters: play more base samples (points) or more replications.");
        return new SweepAnalysis(
            vague ? $"What explains {values.Subject} is not known well enough yet" : $"{factors[ranked[0].Factor].Name} explains most of {values.Subject}: {Figure.Share(ranked[0].First.Value)} of the variance alone, {Figure.Share(ranked[0].Total.Value)} with others",
            sentences,
            [
                new SweepTable("indices", "Sobol indices; first: by itself; total: with all it does together with others", ["total", "first"],
                    [.. ranked.Select(index => new SweepLine(factors[index.Factor].Name, factors[index.Factor].Role, [index.Total, index.First]))]),
            ]);
    }
}
