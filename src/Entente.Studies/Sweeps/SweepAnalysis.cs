using Entente.Scenarios.Designs;
using Entente.Studies.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>A line of an analysis.</summary>
/// <param name="Label">What it is about: a factor, two that interact, or a point.</param>
/// <param name="Role">Whose choice the factor is; null where it is not about one factor.</param>
/// <param name="Values">Its values, by the headings of the table; without an interval where there is none.</param>
public sealed record SweepLine(string Label, FactorRole? Role, IReadOnlyList<Estimate> Values);

/// <summary>A table of an analysis.</summary>
/// <param name="Name">A short name, fit for a file.</param>
/// <param name="Title">What is in it.</param>
/// <param name="Headings">What its values are.</param>
/// <param name="Lines">Its lines, most important first.</param>
/// <param name="Picture">What a picture of its first values says, as a title; null where there is to be none.</param>
public sealed record SweepTable(string Name, string Title, IReadOnlyList<string> Headings, IReadOnlyList<SweepLine> Lines, string? Picture = null);

/// <summary>What a sweep shows of an outcome: the finding in a line, in sentences, and in tables.</summary>
/// <param name="Finding">The finding, as a title.</param>
/// <param name="Sentences">What else there is to say.</param>
/// <param name="Tables">The tables; none where the outcome does not vary.</param>
public sealed record SweepAnalysis(string Finding, IReadOnlyList<string> Sentences, IReadOnlyList<SweepTable> Tables)
{
    // More points than these are no table that anybody reads.
    private const int FewPoints = 60;

    /// <summary>Analyses a sweep as its design asks.</summary>
    public static SweepAnalysis Of(SweepValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return !values.Varies ? Constant(values) : values.Design.Method switch
        {
            DesignMethods.Table1 => SharesReading.Of(values),
            DesignMethods.Factorial or DesignMethods.FractionalFactorial => EffectsReading.Of(values),
            DesignMethods.Morris => ElementaryReading.Of(values),
            DesignMethods.Saltelli => IndicesReading.Of(values),
            DesignMethods.Grid when values.Points.Count <= FewPoints => PointsReading.Of(values),
            _ => BoxesReading.Of(values),
        };
    }

    private static SweepAnalysis Constant(SweepValues values) => new(
        $"No factor changes {values.Subject}",
        [$"It is the same at all {Words.Number(values.Points.Count)} points in every replication; its mean is {Words.Number(values.Means[0])}. There is nothing to estimate."],
        []);
}
