using System.Numerics;
using CsCheck;
using Entente.Landscapes;
using Entente.Scenarios.Landscapes;
using Entente.Studies.Landscapes;
using NUnit.Framework;

namespace Entente.Tests.Studies.Landscapes;

/// <summary>Comparison with what was seen, against counting.</summary>
public class AlignmentLaws
{
    /// <summary>Firms with sizes and classes, some of them seen, on both sides at least once.</summary>
    internal static readonly Gen<LandscapeScenario> Scenarios =
        from n in Gen.Int[2, 9]
        from sizes in Gen.Double[1, 100].Array[n]
        from classes in Gen.Int[0, 2].Array[n]
        from seen in Gen.OneOfConst("left", "right", null).Array[n].Where(seen => seen.Contains("left") && seen.Contains("right"))
        from alpha in Gen.Double[0, 3]
        from beta in Gen.Double[0, 2]
        select new LandscapeScenario
        {
            Name = "law",
            Question = "?",
            Alpha = alpha,
            Beta = beta,
            Firms = [.. Enumerable.Range(0, n).Select(i => new LandscapeFirm($"F{i}", sizes[i], $"c{classes[i]}", seen[i]))],
            Propensities = [],
            Seed = 1,
            Starts = 10,
            Overrides = [],
            Text = "",
        };

    [Test]
    public void A_match_counts_the_firms_that_stand_elsewhere_sides_being_named_for_the_best() =>
        Gen.Select(Scenarios, Gen.ULong).Sample((scenario, bits) =>
        {
            var configuration = new Configuration(bits & (1UL << scenario.Firms.Count) - 1);
            var alignment = Alignment.Of(scenario)!;
            var match = alignment.Compare(configuration);
            var wrong = Wrong(scenario, configuration);
            return match.Differing.Count == wrong && alignment.Wrong(configuration) == wrong && match.Right + wrong == alignment.Known
                && alignment.Compare(configuration.Canonical(scenario.Firms.Count)).Differing.SequenceEqual(match.Differing)
                && match.SizeShare is >= 0 and <= 1;
        });

    [Test]
    public void The_chance_of_a_match_is_the_share_of_configurations_that_match_as_well() =>
        Scenarios.Sample(scenario =>
        {
            var alignment = Alignment.Of(scenario)!;
            var all = Enumerable.Range(0, 1 << scenario.Firms.Count - 1).Select(Enumeration.At).ToArray();
            return Enumerable.Range(0, alignment.Known + 1).All(right =>
                Math.Abs(alignment.Chance(right) - (double)all.Count(c => alignment.Known - Wrong(scenario, c) >= right) / all.Length) < 1e-12);
        });

    [Test]
    public void The_chance_that_one_of_several_matches_is_the_share_of_alignments_that_one_of_them_matches() =>
        Gen.Select(Scenarios, Gen.ULong.Array[1, 4], Gen.Int[0, 9]).Sample((scenario, bits, right) =>
        {
            var n = scenario.Firms.Count;
            Configuration[] guesses = [.. bits.Select(b => new Configuration(b & (1UL << n) - 1))];
            var known = Enumerable.Range(0, n).Aggregate(0UL, (mask, i) => scenario.Firms[i].Observed is null ? mask : mask | 1UL << i);
            var count = BitOperations.PopCount(known);
            var matched = Enumerable.Range(0, 1 << n).Count(alignment => guesses.Any(guess =>
            {
                var wrong = BitOperations.PopCount((guess.Bits ^ (ulong)alignment) & known);
                return count - Math.Min(wrong, count - wrong) >= right;
            }));
            return Math.Abs(Alignment.Of(scenario)!.ChanceOfAny(guesses, right)!.Value - matched / Math.ScaleB(1, n)) < 1e-12;
        });

    [Test]
    public void Within_its_range_of_alpha_and_beta_a_configuration_is_stable_and_beyond_it_is_not() =>
        Scenarios.Sample(scenario =>
        {
            foreach (var finding in LandscapeStudy.Of(scenario).Findings)
            {
                bool Stable(double alpha, double beta) =>
                    scenario.LandscapeWith(scenario.Sizes, alpha, beta).Mover(finding.Stable.Configuration) is null;
                bool Fits(StableRange range, Func<double, bool> stable) =>
                    (double.IsInfinity(range.Low) ? stable(-50) : stable(range.Low + 1e-3) && !stable(range.Low - 1e-3))
                    && (double.IsInfinity(range.High) ? stable(50) : stable(range.High - 1e-3) && !stable(range.High + 1e-3));
                // A range narrower than the step that is tried tells nothing.
                if (finding.Alpha.High - finding.Alpha.Low > .01 && !Fits(finding.Alpha, alpha => Stable(alpha, scenario.Beta)))
                    return false;
                if (finding.Beta.High - finding.Beta.Low > .01 && !Fits(finding.Beta, beta => Stable(scenario.Alpha, beta)))
                    return false;
            }

            return true;
        });

    [Test]
    public void Sizes_that_are_not_varied_change_nothing_and_more_draws_begin_with_the_same() =>
        Scenarios.Sample(scenario =>
        {
            var study = LandscapeStudy.Of(scenario);
            var still = Variation.Of(study, 0, 3);
            var nearest = study.Nearest!.Match!.Differing.Count;
            var (one, two) = (Variation.Of(study, 30, 1), Variation.Of(study, 30, 2));
            return still.Findings.Zip(study.Findings).All(pair =>
                    pair.First.Stable == 1 && pair.First.Nearest == (pair.Second.Match!.Differing.Count == nearest ? 1 : 0))
                && one.Findings.Zip(two.Findings).All(pair => pair.Second.Stable == pair.First.Stable || pair.Second.Stable == .5)
                && two.Findings.All(steady => steady.Nearest <= steady.Stable);
        }, iter: 50);

    private static int Wrong(LandscapeScenario scenario, Configuration configuration)
    {
        int Differ(string first) => scenario.Firms.Where((firm, i) => firm.Observed is { } side && configuration.SideOf(i) != (side == first ? 0 : 1)).Count();
        return Math.Min(Differ("left"), Differ("right"));
    }
}
