using System.Numerics;
using Entente.Landscapes;
using Entente.Scenarios.Landscapes;

namespace Entente.Studies.Landscapes;

/// <summary>A stable configuration, what leads to it, and how it compares with what was seen.</summary>
/// <param name="Number">Its number, from 1: lowest energy first, then largest basin.</param>
/// <param name="Stable">The configuration.</param>
/// <param name="Share">The share of the configurations tried that lead to it.</param>
/// <param name="Match">How it compares with what was seen; null where nothing was.</param>
/// <param name="Alpha">For which alpha it stays stable, all else as it is.</param>
/// <param name="Beta">For which beta it stays stable, all else as it is.</param>
public sealed record Finding(int Number, Stable Stable, double Share, Match? Match, StableRange Alpha, StableRange Beta);

/// <summary>All there is to say of a landscape.</summary>
public sealed class LandscapeStudy
{
    /// <summary>Of more stable configurations than this the first are looked at: where nobody cares, everything is stable.</summary>
    public const int MostFindings = 10_000;

    private static readonly double[] Ends = [0, 1];

    private LandscapeStudy(
        LandscapeScenario scenario, Landscape landscape, Enumeration? enumeration, Survey survey, Alignment? alignment, Finding[] findings) =>
        (Scenario, Landscape, Enumeration, Survey, Alignment, Findings) = (scenario, landscape, enumeration, survey, alignment, findings);

    /// <summary>What the file says.</summary>
    public LandscapeScenario Scenario { get; }

    /// <summary>The landscape.</summary>
    public Landscape Landscape { get; }

    /// <summary>All its configurations; null where there are too many.</summary>
    public Enumeration? Enumeration { get; }

    /// <summary>What is known of its stable configurations.</summary>
    public Survey Survey { get; }

    /// <summary>The sides that firms were seen on; null where the file names none.</summary>
    public Alignment? Alignment { get; }

    /// <summary>The stable configurations found: the first 10,000, and the nearest to what was seen.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The stable configuration nearest to what was seen; of equally near ones the first. Null where nothing was seen.</summary>
    public Finding? Nearest => Findings.Where(finding => finding.Match is not null).MinBy(finding => finding.Match!.Differing.Count);

    /// <summary>Works a landscape out.</summary>
    public static LandscapeStudy Of(LandscapeScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var landscape = scenario.Landscape();
        var enumeration = landscape.Actors <= Enumeration.MostActors ? Enumeration.Of(landscape) : null;
        var survey = enumeration?.Survey ?? Descents.Of(landscape, scenario.Seed, scenario.Starts);
        var alignment = Alignment.Of(scenario);
        Landscape[] alphas = [.. Ends.Select(alpha => scenario.LandscapeWith(scenario.Sizes, alpha, scenario.Beta))];
        Landscape[] betas = [.. Ends.Select(beta => scenario.LandscapeWith(scenario.Sizes, scenario.Alpha, beta))];
        var findings = Places(survey, alignment).Select(place => (Place: place, Stable: survey.Stable[place])).Select(found => new Finding(
            found.Place + 1, found.Stable, survey.ShareOf(found.Stable), alignment?.Compare(found.Stable.Configuration),
            StableRange.Of(found.Stable.Configuration, alphas[0], alphas[1]), StableRange.Of(found.Stable.Configuration, betas[0], betas[1])));
        return new(scenario, landscape, enumeration, survey, alignment, [.. findings]);
    }

    /// <summary>The places of the first stable configurations, and of the nearest to what was seen.</summary>
    private static IEnumerable<int> Places(Survey survey, Alignment? alignment)
    {
        var first = Enumerable.Range(0, Math.Min(survey.Stable.Count, MostFindings));
        if (alignment is null || survey.Stable.Count <= MostFindings)
            return first;
        var nearest = Enumerable.Range(0, survey.Stable.Count).MinBy(place => alignment.Wrong(survey.Stable[place].Configuration));
        return nearest < MostFindings ? first : first.Append(nearest);
    }

    /// <summary>How many firms have to move to make one configuration of another, whichever way round the sides are named.</summary>
    public int Distance(Configuration one, Configuration other)
    {
        var moved = BitOperations.PopCount(one.Bits ^ other.Bits);
        return Math.Min(moved, Landscape.Actors - moved);
    }

    /// <summary>The names of the firms on a side.</summary>
    public IReadOnlyList<string> Members(Configuration configuration, int side) =>
        [.. Scenario.Firms.Where((_, firm) => configuration.SideOf(firm) == side).Select(firm => firm.Name)];
}
