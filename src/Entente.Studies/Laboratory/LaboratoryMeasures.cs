using System.Globalization;
using Entente.Laboratory;
using Entente.Worlds;

namespace Entente.Studies.Laboratory;

/// <summary>A share that can be counted in an experiment.</summary>
/// <param name="Group">What it belongs to: summary, period or response.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How often it was so, and of how many.</param>
public sealed record LaboratoryMeasure(string Group, string Name, Func<LaboratoryCounts, (long Hits, long Of)> Count)
{
    /// <summary>The share in an experiment; NaN where there was nothing to count.</summary>
    public double Share(LaboratoryCounts counts)
    {
        var (hits, of) = Count(counts);
        return of == 0 ? double.NaN : (double)hits / of;
    }
}

/// <summary>The shares by which experiments are compared.</summary>
public static class LaboratoryMeasures
{
    /// <summary>What a treatment comes to in four shares.</summary>
    public const string Summary = "summary";
    /// <summary>Choices by period.</summary>
    public const string ByPeriod = "period";
    /// <summary>What people do after what happened last period.</summary>
    public const string Responses = "response";

    private static readonly (Choice Choice, string Name)[] Choices =
        [(Choice.Contribute, "contribute"), (Choice.Withhold, "withhold"), (Choice.Leave, "leave")];

    /// <summary>The four summary shares.</summary>
    public static IReadOnlyList<LaboratoryMeasure> FourShares { get; } =
    [
        new(Summary, "contribute, period 1", counts => (counts[0, Choice.Contribute], InPeriod(counts, 0))),
        new(Summary, "contribute, overall", counts => (counts.Total(Choice.Contribute), counts.Choices)),
        new(Summary, "alliances terminated", counts => (counts.Terminated, counts.Alliances)),
        new(Summary, "alliances that always contributed", counts => (counts.AlwaysContributed, counts.Alliances)),
    ];

    /// <summary>All shares of a treatment, the four first.</summary>
    /// <param name="partners">People in an alliance.</param>
    /// <param name="periods">Periods that anybody played.</param>
    public static IReadOnlyList<LaboratoryMeasure> All(int partners, int periods) =>
    [
        .. FourShares,
        .. Choices.Skip(1).Select(c => new LaboratoryMeasure(Summary, $"{c.Name}, overall", counts => (counts.Total(c.Choice), counts.Choices))),
        .. from c in Choices
           from period in Enumerable.Range(0, periods)
           select new LaboratoryMeasure(ByPeriod, string.Create(CultureInfo.InvariantCulture, $"{c.Name}, period {period + 1}"),
               counts => (counts[period, c.Choice], InPeriod(counts, period))),
        .. from last in Choices.Take(2)
           from contributing in Enumerable.Range(0, partners)
           from c in Choices
           select new LaboratoryMeasure(Responses, string.Create(CultureInfo.InvariantCulture,
               $"{c.Name} after {last.Name}, {contributing} of {partners - 1} partners contributed"),
               counts => (counts.Response(last.Choice, contributing, c.Choice), Answers(counts, last.Choice, contributing))),
    ];

    private static long InPeriod(LaboratoryCounts counts, int period) => Choices.Sum(c => counts[period, c.Choice]);

    private static long Answers(LaboratoryCounts counts, Choice last, int contributing) =>
        Choices.Sum(c => counts.Response(last, contributing, c.Choice));
}
