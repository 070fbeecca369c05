using Entente.Landscapes;
using Entente.Randomness;

namespace Entente.Studies.Landscapes;

/// <summary>How a stable configuration fared when sizes were varied.</summary>
/// <param name="Stable">The share of draws in which it was still stable.</param>
/// <param name="Nearest">
/// The share of draws in which it was still stable and no stable configuration was nearer to what was seen; null where that was
/// not looked at.
/// </param>
public sealed record Steadiness(double Stable, double? Nearest);

/// <summary>Draws of all sizes, each independently and uniformly within some per cent of what the file says.</summary>
/// <param name="Percent">How many per cent a size may be off, up or down.</param>
/// <param name="Draws">How many draws.</param>
/// <param name="Findings">How each stable configuration fared, in their order.</param>
public sealed record Variation(double Percent, int Draws, IReadOnlyList<Steadiness> Findings)
{
    // With more firms all configurations of a thousand draws would take minutes.
    private const int MostActors = 20;

    /// <summary>Varies the sizes of a landscape.</summary>
    /// <param name="study">The landscape.</param>
    /// <param name="percent">How many per cent a size may be off, 0 to less than 100.</param>
    /// <param name="draws">How many draws; the first of more are the same as those of fewer.</param>
    public static Variation Of(LandscapeStudy study, double percent, int draws)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(percent, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var scenario = study.Scenario;
        var nearness = study.Landscape.Actors <= MostActors ? study.Alignment : null;
        var (stable, nearest) = (new int[study.Findings.Count], new int[study.Findings.Count]);
        var luck = new Draws(scenario.Seed, 0);
        for (var draw = 0; draw < draws; draw++)
        {
            var number = draw;
            double[] sizes = [.. scenario.Firms.Select((firm, i) =>
                firm.Size * (1 + percent / 100 * luck.At(Process.LandscapeSize, 0, i, number).Uniform(-1, 1)))];
            var landscape = scenario.LandscapeWith(sizes, scenario.Alpha, scenario.Beta);
            var least = nearness is null
                ? int.MaxValue
                : Enumeration.Of(landscape).Survey.Stable.Min(s => nearness.Wrong(s.Configuration));
            foreach (var (place, finding) in study.Findings.Index())
            {
                if (landscape.Mover(finding.Stable.Configuration) is not null)
                    continue;
                stable[place]++;
                if (finding.Match?.Differing.Count <= least)
                    nearest[place]++;
            }
        }

        return new(percent, draws, [.. stable.Zip(nearest, (s, n) => new Steadiness((double)s / draws, nearness is null ? null : (double)n / draws))]);
    }
}
