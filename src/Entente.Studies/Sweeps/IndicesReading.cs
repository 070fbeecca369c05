using Entente.Studies.Charts;
using Entente.Studies.Sensitivity;
using Entente.Studies.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>Sobol indices: how much of the variance each factor explains.</summary>
internal static class IndicesReading
{
    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        var sobol = SobolIndices.Of(values.Values, factors.Count, values.Seed);
        var ranked = sobol.Indices.OrderByDescending(index => index.Total.Value).ToArray();
        string Name(SobolIndex index) => factors[index.Factor].Name;
        var (finding, sentences) = Unknown(values, sobol, [.. ranked.Where(index => IsOutside(index.First) || IsOutside(index.Total)).Select(Name)]) is { } why
            ? ($"What explains {values.Subject} is not yet known", new List<string> { why })
            : (ranked.Length > 1 && ranked[0].Total.Low <= ranked[1].Total.High
                ? $"{Name(ranked[0])} and {Name(ranked[1])} explain most of the variance of {values.Subject}; which of them explains more is not settled"
                : $"{Name(ranked[0])} explains most of the variance of {values.Subject}: {Share(Math.Min(ranked[0].First.Value, ranked[0].Total.Value))} alone, {Share(ranked[0].Total.Value)} with its interactions", [Alone(values, sobol)]);
        if (values.Replications == 1)
            sentences.Add("With one replication, random variation counts as variance that factors explain together.");
        else
            sentences.Add($"Random variation between replications is {Figure.Share(sobol.Luck)} of the variance of a single outcome; the indices leave it out.");
        return new SweepAnalysis(finding, sentences,
            [
                new SweepTable("indices", "Sobol indices; first: the factor alone; total: with all its interactions", ["total", "first"],
                    [.. ranked.Select(index => new SweepLine(Name(index), factors[index.Factor].Role, [index.Total, index.First]))], finding),
            ]);
    }

    /// <summary>Why the indices tell nothing; null where they do.</summary>
    private static string? Unknown(SweepValues values, SobolIndices sobol, string[] outside)
    {
        var (samples, needed) = (values.Design.Points, 2 * Math.Max(values.Design.Points, SobolIndices.LeastBaseSamples));
        return samples < SobolIndices.LeastBaseSamples ? $"{Words.Number(samples)} base samples are too few for intervals, and the indices are not to be relied on; use more, such as points: {needed}."
            : !(sobol.Variance.Low > 0) ? $"The variance between points cannot be told from random variation; use more base samples, such as points: {needed}, or more replications."
            : outside.Length > 0 ? $"Indices lie between 0 and 1, but by their intervals those of {string.Join(", ", outside)} do not: their error is larger than it seems. Use more base samples, such as points: {needed}."
            : null;
    }

    private static string Alone(SweepValues values, SobolIndices sobol)
    {
        var alone = sobol.Indices.Sum(index => index.First.Value);
        return $"Alone, without interactions, the factors explain {Share(alone)} of the variance of the mean of {values.Subject} between points.";
    }

    private static bool IsOutside(Estimate index) => index.Low > 1 || index.High < 0;

    // Estimates may lie beyond what they estimate, or a part beyond its whole, by less than their error.
    private static string Share(double index) => Figure.Share(Math.Clamp(index, 0, 1));
}
