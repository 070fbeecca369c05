using System.Numerics;
using Entente.Landscapes;
using Entente.Scenarios.Landscapes;

namespace Entente.Studies.Landscapes;

/// <summary>How a configuration compares with the sides that firms were seen on, whichever way round its own are named.</summary>
/// <param name="Differing">Numbers of the firms it puts on another side than they were seen on.</param>
/// <param name="Right">How many firms it puts where they were seen.</param>
/// <param name="SizeShare">The share of those firms in the size of all that were seen, from 0 to 1.</param>
/// <param name="Chance">The probability that a configuration drawn uniformly from all puts at least as many firms right.</param>
/// <param name="Swapped">Whether its second side is the first of those seen.</param>
public sealed record Match(IReadOnlyList<int> Differing, int Right, double SizeShare, double Chance, bool Swapped);

/// <summary>The sides that firms were seen on.</summary>
public sealed class Alignment
{
    // Comparing each alignment with each stable configuration takes no more than a second or so.
    private const double MostComparisons = 1 << 28;

    private readonly LandscapeScenario _scenario;
    private readonly int[] _known;
    private readonly string[] _sides;
    private readonly ulong _mask;
    private readonly ulong _seen;

    private Alignment(LandscapeScenario scenario, string[] sides)
    {
        (_scenario, _sides) = (scenario, sides);
        _known = [.. Enumerable.Range(0, scenario.Firms.Count).Where(firm => scenario.Firms[firm].Observed is not null)];
        foreach (var firm in _known)
        {
            _mask |= 1UL << firm;
            _seen |= (ulong)SeenOn(firm) << firm;
        }
    }

    /// <summary>The names of the two sides; the first is that of the firm named first.</summary>
    public IReadOnlyList<string> Sides => _sides;

    /// <summary>How many firms were seen on a side.</summary>
    public int Known => _known.Length;

    /// <summary>The configuration that was seen; null where a firm was not.</summary>
    public Configuration? Configuration => Known < _scenario.Firms.Count
        ? null
        : new Configuration(_seen);

    /// <summary>The alignment in a landscape file; null where there is none.</summary>
    public static Alignment? Of(LandscapeScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        string[] sides = [.. scenario.Firms.Select(firm => firm.Observed).OfType<string>().Distinct()];
        return sides.Length == 2 ? new Alignment(scenario, sides) : null;
    }

    /// <summary>How a configuration compares with what was seen: its sides are named so that as many firms as possible are right.</summary>
    public Match Compare(Configuration configuration)
    {
        int[][] differing =
        [
            [.. _known.Where(firm => configuration.SideOf(firm) != SeenOn(firm))],
            [.. _known.Where(firm => configuration.SideOf(firm) == SeenOn(firm))],
        ];
        double Size(IEnumerable<int> firms) => firms.Sum(firm => _scenario.Firms[firm].Size);
        var swapped = differing[1].Length < differing[0].Length
            || (differing[1].Length == differing[0].Length && Size(differing[1]) < Size(differing[0]));
        var wrong = differing[swapped ? 1 : 0];
        var right = Known - wrong.Length;
        return new Match(wrong, right, 1 - Size(wrong) / Size(_known), Chance(right), swapped);
    }

    /// <summary>How many firms a configuration puts elsewhere than they were seen, its sides being named for the best.</summary>
    public int Wrong(Configuration configuration)
    {
        var wrong = BitOperations.PopCount((configuration.Bits ^ _seen) & _mask);
        return Math.Min(wrong, Known - wrong);
    }

    /// <summary>
    /// The probability that a configuration drawn uniformly from all puts at least so many firms right, its sides being named
    /// for the best.
    /// </summary>
    public double Chance(int right)
    {
        var (ways, count) = (1.0, 0.0);
        for (var k = 0; k <= Known; k++)
        {
            if (Math.Max(k, Known - k) >= right)
                count += ways;
            ways = ways * (Known - k) / (k + 1);
        }

        return count / Math.ScaleB(1, Known);
    }

    /// <summary>
    /// The probability that an alignment drawn uniformly from all has at least so many firms right in at least one of several
    /// configurations: what a prediction is worth that makes more than one guess. Null where there are too many to compare.
    /// </summary>
    public double? ChanceOfAny(IEnumerable<Configuration> configurations, int right)
    {
        ulong[] guesses = [.. configurations.Select(Compressed).Distinct()];
        if (Math.ScaleB(guesses.Length, Known - 1) > MostComparisons)
            return null;
        var alignments = 1UL << Known - 1;
        var matched = 0L;
        for (var alignment = 0UL; alignment < alignments; alignment++)
        {
            foreach (var guess in guesses)
            {
                var wrong = BitOperations.PopCount(guess ^ alignment);
                if (Math.Max(wrong, Known - wrong) < right)
                    continue;
                matched++;
                break;
            }
        }

        return (double)matched / alignments;
    }

    private int SeenOn(int firm) => _scenario.Firms[firm].Observed == _sides[0] ? 0 : 1;

    /// <summary>The sides of the firms that were seen, without the others.</summary>
    private ulong Compressed(Configuration configuration)
    {
        var bits = 0UL;
        foreach (var (place, firm) in _known.Index())
            bits |= (ulong)configuration.SideOf(firm) << place;
        return bits;
    }
}
