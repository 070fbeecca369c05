using CsCheck;
using Entente.Observation;
using Entente.Randomness;
using Entente.Studies.Survival;
using NUnit.Framework;

namespace Entente.Tests.Studies.Survival;

/// <summary>What must hold of every Cox regression, whatever the data; and small ones by hand.</summary>
public class CoxLawsTests
{
    /// <summary>Lives with ties, late entries, two covariates, two strata and clusters of about three.</summary>
    private static readonly Gen<CoxLife[]> Lives =
        Gen.Select(Gen.Int[1, 15], Gen.Int[0, 20], Gen.Int[0, 3], Gen.Int[-300, 300], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 12],
            (exit, entry, ended, one, two, stratum, cluster) => new CoxLife(
                new Spell(exit, ended > 0, entry < exit && entry > 0 ? entry : double.NegativeInfinity), [one / 100.0, two], stratum, cluster)).Array[20, 40];

    /// <summary>
    /// Two of four end at time 1, one with x = 1 and one without; of the two left, the one with x = 1 ends at 2. With r = exp(b) Efron's likelihood is
    /// r^2 / (3 (1 + r)^3): largest at r = 2, where it is 4/81 and its information 2/3; 1/24 at r = 1, where the slope is 1/2 and the information 3/4.
    /// </summary>
    [Test]
    public void Ties_are_as_worked_by_hand()
    {
        var fit = Fit([new((1, true), [1]), new((1, true), [0]), new((2, true), [1]), new((3, false), [0])]);
        Assert.Multiple(() =>
        {
            Assert.That(fit.Coefficients[0].Value, Is.EqualTo(Math.Log(2)).Within(1e-12));
            Assert.That(fit.Coefficients[0].Error, Is.EqualTo(Math.Sqrt(1.5)).Within(1e-12));
            Assert.That(fit.LogLikelihood, Is.EqualTo(Math.Log(4.0 / 81)).Within(1e-12));
            Assert.That(fit.NullLogLikelihood, Is.EqualTo(-Math.Log(24)).Within(1e-12));
            Assert.That(fit.LikelihoodRatio.ChiSquare, Is.EqualTo(2 * Math.Log(32.0 / 27)).Within(1e-12));
            Assert.That(fit.Score.ChiSquare, Is.EqualTo(1.0 / 3).Within(1e-12));
            Assert.That(fit.Wald.ChiSquare, Is.EqualTo(2 * Math.Log(2) * Math.Log(2) / 3).Within(1e-12));
            // Of five pairs that can be told, two agree, one does not, and two are of the same x.
            Assert.That(fit.Concordance, Is.EqualTo(3.0 / 5).Within(1e-12));
        });
    }

    /// <summary>Ten lives are gone when ten others come under watch: as if they were strata, and what tells them apart tells nothing of hazards.</summary>
    [Test]
    public void Lives_that_were_never_at_risk_together_are_not_compared()
    {
        CoxLife[] early = [.. Enumerable.Range(1, 10).Select(i => new CoxLife(new Spell(i, i % 2 == 0), [i * i % 7, 1]))];
        CoxLife[] late = [.. Enumerable.Range(1, 10).Select(i => new CoxLife(new Spell(10 + i, i % 3 > 0, 10), [i * i * i % 5, 0]))];
        var outcome = CoxRegression.Fit([.. early, .. late]);
        Assert.That(outcome.Fit, Is.Null);
        Assert.That(outcome.Obstacles.Select(obstacle => (obstacle.Covariate, obstacle.Others.Count)), Is.EqualTo(new[] { (1, 0) }));
        CoxLife[] One(CoxLife[] lives, int stratum) => [.. lives.Select(life => life with { Covariates = [life.Covariates[0]], Stratum = stratum })];
        Same(Fit([.. One(early, 0), .. One(late, 0)]), Fit([.. One(early, 0), .. One(late, 1)]));
    }

    [Test]
    public void The_likelihood_is_that_of_its_definition_and_nowhere_higher_than_at_the_estimate() => Each((lives, fit) =>
    {
        double[] estimate = [.. fit.Coefficients.Select(coefficient => coefficient.Value)];
        Assert.That(fit.LogLikelihood, Is.EqualTo(LogLikelihood(lives, estimate)).Within(1e-9));
        Assert.That(fit.NullLogLikelihood, Is.EqualTo(LogLikelihood(lives, [0, 0])).Within(1e-9));
        Assert.That(fit.Concordance, Is.EqualTo(ConcordanceOf(lives, estimate)).Within(1e-12));
        for (var j = 0; j < estimate.Length; j++)
        {
            double At(double offset) => LogLikelihood(lives, [.. estimate.Select((value, i) => i == j ? value + offset : value)]);
            var far = .001 * fit.Coefficients[j].ModelError;
            Assert.That((At(far) - At(-far)) / 2, Is.Zero.Within(1e-9), "slope");
            Assert.That(At(far), Is.LessThan(fit.LogLikelihood));
            Assert.That(At(-far), Is.LessThan(fit.LogLikelihood));
        }
    });

    [Test]
    public void Only_the_order_of_times_counts() => Each((lives, fit) =>
        Same(fit, Clustered([.. lives.Select(life => life with { Spell = life.Spell with { Exit = Math.Exp(life.Spell.Exit / 3), Entry = Math.Exp(life.Spell.Entry / 3) } })])));

    [Test]
    public void The_order_of_lives_does_not_count() => Each((lives, fit) => Same(fit, Clustered([.. lives.OrderBy(life => life.Covariates[0])])));

    [Test]
    public void A_life_in_two_pieces_is_the_same_life() => Each((lives, fit) => Same(fit, Clustered([.. lives.SelectMany((life, i) =>
    {
        var middle = Math.Max(life.Spell.Entry, 0) + ((life.Spell.Exit - Math.Max(life.Spell.Entry, 0)) * (i % 2 == 0 ? .5 : .37));
        return new[] { life with { Spell = new Spell(middle, false, life.Spell.Entry) }, life with { Spell = life.Spell with { Entry = middle } } };
    })])));

    [Test]
    public void One_stratum_is_none_and_names_of_strata_and_clusters_do_not_count() => Each((lives, _) =>
    {
        CoxLife[] In(Func<CoxLife, int> stratum) => [.. lives.Select(life => life with { Stratum = stratum(life), Cluster = 100 - life.Cluster })];
        if (CoxRegression.Fit(In(_ => 0), clustered: true).Fit is { } one && Finite(one))
            Same(one, Clustered(In(_ => 7)));
        Same(Clustered(In(life => life.Stratum)), Clustered(In(life => 5 - life.Stratum)));
    });

    [Test]
    public void A_covariate_turned_round_has_the_opposite_coefficient() => Each((lives, fit) =>
        Same(fit, Clustered([.. lives.Select(life => life with { Covariates = [-life.Covariates[0], life.Covariates[1]] })]), [-1, 1]));

    [Test]
    public void Another_unit_and_another_zero_change_the_unit_of_the_coefficient_alone() => Each((lives, fit) =>
        Same(fit, Clustered([.. lives.Select(life => life with { Covariates = [(1e6 * life.Covariates[0]) + 3e6, (.001 * life.Covariates[1]) - 2] })]), [1e-6, 1e3]));

    /// <summary>The variance of Lin and Wei in its first form, where each life is a cluster of its own: squares of what each adds to the estimate.</summary>
    [Test]
    public void Robust_errors_are_those_of_single_lives_where_each_is_a_cluster() => Each((lives, _) =>
    {
        CoxLife[] single = [.. lives.Select((life, i) => life with { Cluster = i })];
        if (CoxRegression.Fit(single, clustered: true).Fit is not { } fit || !Finite(fit))
            return;
        var (residuals, inverse) = (ScoreResiduals.Of(fit.Sets, fit.Standardised), Fit(single).Variance);
        for (var j = 0; j < 2; j++)
        {
            var squares = residuals.Sum(row => Math.Pow(Enumerable.Range(0, 2).Sum(i => row[i] * fit.Sets.Scales[i] * inverse[i, j]), 2));
            Assert.That(fit.Coefficients[j].Error, Is.EqualTo(Math.Sqrt(squares)).Within(1e-9 * Math.Sqrt(squares)));
        }
    });

    [Test]
    public void Without_ties_the_score_test_of_groups_is_the_log_rank_test() =>
        Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 1], Gen.Double[0, 1]).Array[8, 40].Sample(drawn =>
        {
            var lives = drawn.Select((life, i) => (Group: life.Item1, Stratum: life.Item3, Spell: new Spell(i + 1, life.Item2, life.Item4 < .5 ? double.NegativeInfinity : life.Item4 * i))).ToArray();
            var fit = CoxRegression.Fit([.. lives.Select(life => new CoxLife(life.Spell, [life.Group == 1 ? 1 : 0, life.Group == 2 ? 1 : 0], life.Stratum))]).Fit;
            if (fit is null)
                return true;
            var test = LogRank.TestWithin([.. lives.GroupBy(life => life.Stratum).Select(stratum => (IReadOnlyCollection<Spell>[])
                [.. Enumerable.Range(0, 3).Select(group => (Spell[])[.. stratum.Where(life => life.Group == group).Select(life => life.Spell)])])]);
            return Math.Abs(fit.Score.ChiSquare - test.ChiSquare) < 1e-7;
        });

    /// <summary>In the limit those of a level that never ends have no hazard: it is as if they had not been there.</summary>
    [Test]
    public void A_level_that_never_ends_leaves_the_other_coefficients_as_they_are_without_it() => Each((lives, _) =>
    {
        CoxLife Life(CoxLife life, bool safe) => life with { Spell = life.Spell with { Event = life.Spell.Event && !safe }, Covariates = [life.Covariates[0], safe ? 1 : 0] };
        CoxLife[] with = [.. lives.Select((life, i) => Life(life, i % 4 == 0))];
        CoxLife[] without = [.. with.Where(life => life.Covariates[1] == 0).Select(life => life with { Covariates = [life.Covariates[0]] })];
        if (CoxRegression.Fit(with, clustered: true).Fit is not { } fit || CoxRegression.Fit(without, clustered: true).Fit is not { } rest || !Finite(rest))
            return;
        Assert.Multiple(() =>
        {
            Assert.That(fit.Coefficients[1].Value, Is.EqualTo(double.NegativeInfinity));
            Assert.That(fit.Coefficients[1].Error, Is.NaN);
            Assert.That(fit.Coefficients[1].P, Is.NaN);
            Assert.That(fit.Wald.P, Is.NaN);
            Assert.That(fit.Coefficients[0].Value, Is.EqualTo(rest.Coefficients[0].Value).Within(1e-5));
            Assert.That(fit.Coefficients[0].Error, Is.EqualTo(rest.Coefficients[0].Error).Within(1e-5));
            Assert.That(fit.LogLikelihood, Is.EqualTo(rest.LogLikelihood).Within(1e-6));
            var tests = ProportionalHazards.Test(fit, [[0], [1]]);
            Assert.That(tests[1].Test.P, Is.NaN);
            Assert.That(tests[0].Test.ChiSquare, Is.EqualTo(ProportionalHazards.Test(rest, [[0]])[0].Test.ChiSquare).Within(1.0));
        });
    });

    [Test]
    public void Those_with_more_always_ending_first_make_an_infinite_ratio_with_no_interval()
    {
        var fit = Fit([.. Enumerable.Range(1, 20).Select(i => new CoxLife((i, true), [-1000.0 * i, i % 3]))]);
        Assert.That(fit.Coefficients[0].Value, Is.EqualTo(double.PositiveInfinity));
        Assert.That(fit.Coefficients[0].HazardRatio.Low, Is.NaN);
        Assert.That(fit.LogLikelihood, Is.Zero.Within(1e-6));
        // R: coxph warns that the coefficient may be infinite; its likelihood ratio is that of all orders of 20 being alike.
        Assert.That(fit.LikelihoodRatio.ChiSquare, Is.EqualTo(2 * Enumerable.Range(1, 20).Sum(i => Math.Log(i))).Within(1e-6));
    }

    /// <summary>
    /// Of 2,000 lives with x and 2,000 without all with x end first, but that one without ends before them. With r = exp(b) the slope of the likelihood is 0 where
    /// r / (r + 1) is the sum of 1999 / (j r + 1999) over j from 1 to 2000: at b = 9.68.
    /// </summary>
    [Test]
    public void A_large_ratio_is_not_taken_for_an_infinite_one()
    {
        var fit = Fit([.. Enumerable.Range(1, 2000).SelectMany(i => new[] { new CoxLife((i, true), [1]), new CoxLife((i == 1 ? .5 : 3000 + i, true), [0]) })]);
        var r = Math.Exp(fit.Coefficients[0].Value);
        Assert.That(fit.Coefficients[0].Value, Is.InRange(9.6, 9.7));
        Assert.That(Enumerable.Range(1, 2000).Sum(j => 1999 / ((j * r) + 1999)), Is.EqualTo(r / (r + 1)).Within(1e-9));
    }

    [Test]
    public void What_cannot_be_told_apart_is_named()
    {
        var lives = Enumerable.Range(1, 30).Select(i => (Spell: new Spell(i * 7 % 11, i % 3 > 0), One: i * i % 13, Two: i * 5 % 7)).ToArray();
        (int, int[])[] Obstacles(Func<(Spell Spell, int One, int Two), double[]> covariates) =>
            [.. CoxRegression.Fit([.. lives.Select(life => new CoxLife(life.Spell, covariates(life)))]).Obstacles.Select(obstacle => (obstacle.Covariate, obstacle.Others.ToArray()))];
        Assert.Multiple(() =>
        {
            Assert.That(Obstacles(life => [life.One, life.Two]), Is.Empty);
            Assert.That(Obstacles(life => [life.One, 3]), Is.EqualTo(new[] { (1, Array.Empty<int>()) }));
            Assert.That(Obstacles(life => [life.One, life.Two, 1e6 - (2e3 * life.One)]), Is.EqualTo(new[] { (2, (int[])[0]) }));
            Assert.That(Obstacles(life => [life.One, life.Two, life.One - life.Two, 7]), Is.EqualTo(new[] { (2, (int[])[0, 1]), (3, []) }));
            Assert.That(CoxRegression.Fit([.. lives.Select(life => new CoxLife((3, false), [life.One]))]).Obstacles, Is.EqualTo(new[] { CoxObstacle.NoEvents }));
        });
    }

    /// <summary>
    /// 2,000 studies of 60 lives with hazard ratio 2 for one unit of a normal covariate, about a third censored, and clusters of four that share a covariate and a
    /// frailty but no effect (80 clusters): 95% intervals cover 95% within four standard errors (1.9 points), clusters at least 92%.
    /// </summary>
    [Test]
    public void Intervals_cover_as_often_as_they_say()
    {
        const int studies = 2000;
        var covered = Enumerable.Range(0, studies).Count(study =>
        {
            var luck = new Draws(3, 0).At(Process.Firm, 0, study);
            var lives = new CoxLife[60];
            for (var i = 0; i < lives.Length; i++)
            {
                var x = luck.Normal();
                var (ends, censored) = (-Math.Log(luck.Uniform()) / Math.Pow(2, x), 3 * luck.Uniform());
                lives[i] = new CoxLife((Math.Min(ends, censored), ends <= censored), [x]);
            }

            var ratio = Fit(lives).Coefficients[0].HazardRatio;
            return ratio.Low <= 2 && 2 <= ratio.High;
        });
        Assert.That(covered / (double)studies, Is.EqualTo(.95).Within(.0195));

        var (robust, naive) = (0, 0);
        for (var study = 0; study < studies / 4; study++)
        {
            var luck = new Draws(4, 0).At(Process.Firm, 0, study);
            var lives = new List<CoxLife>();
            for (var cluster = 0; cluster < 80; cluster++)
            {
                var (x, frailty) = (luck.Normal(), -Math.Log(luck.Uniform()));
                for (var i = 0; i < 4; i++)
                {
                    var (ends, censored) = (-Math.Log(luck.Uniform()) / frailty, 3 * luck.Uniform());
                    lives.Add(new CoxLife((Math.Min(ends, censored), ends <= censored), [x], 0, cluster));
                }
            }

            robust += Clustered(lives).Coefficients[0].P > .05 ? 1 : 0;
            naive += Fit(lives).Coefficients[0].P > .05 ? 1 : 0;
        }

        Assert.That(robust / (studies / 4.0), Is.InRange(.91, .98));
        Assert.That(naive / (studies / 4.0), Is.LessThan(.88), "what counts lives of a cluster as independent covers too seldom");
    }

    /// <summary>Hazards that are proportional are found not to be in 5% of 1,000 studies within four standard errors; where an effect turns round, nearly always.</summary>
    [Test]
    public void Hazards_that_are_not_proportional_are_found_and_others_seldom()
    {
        (double Found, double Falling) Share(bool turning, int studies)
        {
            var (found, falling) = (0, 0);
            for (var study = 0; study < studies; study++)
            {
                var luck = new Draws(5, 0).At(Process.Firm, turning ? 1 : 0, study);
                var lives = new CoxLife[150];
                for (var i = 0; i < lives.Length; i++)
                {
                    var (x, exposure) = (luck.Uniform() < .5 ? 1 : 0, -Math.Log(luck.Uniform()));
                    // With x the hazard is 3 until time 0.3, then 1/3; without it 1.
                    var ends = x == 0 || !turning ? exposure : exposure < .9 ? exposure / 3 : .3 + ((exposure - .9) * 3);
                    lives[i] = new CoxLife((Math.Min(ends, 2), ends <= 2), [x]);
                }

                var test = ProportionalHazards.Test(Fit(lives), [[0]])[0];
                found += test.Test.P < .05 ? 1 : 0;
                falling += test.Slope < 0 ? 1 : 0;
            }

            return ((double)found / studies, (double)falling / studies);
        }

        Assert.That(Share(turning: false, 1000).Found, Is.EqualTo(.05).Within(.0276));
        var turned = Share(turning: true, 100);
        Assert.That(turned.Found, Is.GreaterThan(.95));
        Assert.That(turned.Falling, Is.EqualTo(1));
    }

    private static void Each(Action<CoxLife[], CoxFit> law)
    {
        var regressions = 0;
        Lives.Sample(lives =>
        {
            if (CoxRegression.Fit(lives, clustered: true).Fit is not { } fit || !Finite(fit))
                return;
            law(lives, fit);
            Interlocked.Increment(ref regressions);
        }, iter: 100);
        Assert.That(regressions, Is.GreaterThan(80));
    }

    private static CoxFit Fit(IReadOnlyList<CoxLife> lives, bool clustered = false) => CoxRegression.Fit(lives, clustered).Fit!;

    private static CoxFit Clustered(IReadOnlyList<CoxLife> lives) => Fit(lives, clustered: true);

    private static bool Finite(CoxFit fit) => fit.Coefficients.All(coefficient => Math.Abs(coefficient.Value) < 10 && !double.IsNaN(coefficient.Error));

    /// <summary>That two regressions are one and the same, but for the units of covariates.</summary>
    private static void Same(CoxFit one, CoxFit other, double[]? factors = null) => Assert.Multiple(() =>
    {
        for (var j = 0; j < one.Coefficients.Count; j++)
        {
            var (a, b, factor) = (one.Coefficients[j], other.Coefficients[j], factors?[j] ?? 1);
            Assert.That(b.Value / factor, Is.EqualTo(a.Value).Within(1e-7));
            Assert.That(b.Error / Math.Abs(factor), Is.EqualTo(a.Error).Within(1e-7));
            Assert.That(b.ModelError / Math.Abs(factor), Is.EqualTo(a.ModelError).Within(1e-7));
        }

        Assert.That(other.LogLikelihood, Is.EqualTo(one.LogLikelihood).Within(1e-8));
        Assert.That(other.NullLogLikelihood, Is.EqualTo(one.NullLogLikelihood).Within(1e-8));
        Assert.That(other.Score.ChiSquare, Is.EqualTo(one.Score.ChiSquare).Within(1e-7));
        Assert.That(other.RobustScore.ChiSquare, Is.EqualTo(one.RobustScore.ChiSquare).Within(1e-6));
        Assert.That(other.Wald.ChiSquare, Is.EqualTo(one.Wald.ChiSquare).Within(1e-6));
        Assert.That(other.Concordance, Is.EqualTo(one.Concordance).Within(1e-12));
        IReadOnlyList<int>[] terms = [.. Enumerable.Range(0, one.Coefficients.Count).Select(j => (int[])[j])];
        foreach (var (a, b) in ProportionalHazards.Test(one, terms).Zip(ProportionalHazards.Test(other, terms)))
            Assert.That(b.Test.ChiSquare, Is.EqualTo(a.Test.ChiSquare).Within(1e-6));
    });

    /// <summary>Concordance as it is defined, pair by pair.</summary>
    private static double ConcordanceOf(CoxLife[] lives, double[] coefficients)
    {
        var pairs = (from first in lives
                     where first.Spell.Event
                     from other in lives
                     where other.Stratum == first.Stratum && other.Spell.Entry < first.Spell.Exit
                         && (other.Spell.Exit > first.Spell.Exit || (other.Spell.Exit == first.Spell.Exit && !other.Spell.Event))
                     select first.Covariates.Zip(other.Covariates, (a, b) => a - b).Zip(coefficients, (difference, coefficient) => difference * coefficient).Sum()).ToArray();
        return pairs.Average(difference => difference > 0 ? 1 : difference == 0 ? .5 : 0);
    }

    /// <summary>The logarithm of Efron's partial likelihood as it is defined, life by life.</summary>
    private static double LogLikelihood(CoxLife[] lives, double[] coefficients)
    {
        double Hazard(CoxLife life) => Math.Exp(life.Covariates.Zip(coefficients, (value, coefficient) => value * coefficient).Sum());
        return lives.Where(life => life.Spell.Event).GroupBy(life => (life.Spell.Exit, life.Stratum)).Sum(tied =>
        {
            var atRisk = lives.Where(life => life.Stratum == tied.Key.Stratum && life.Spell.Entry < tied.Key.Exit && life.Spell.Exit >= tied.Key.Exit).Sum(Hazard);
            return tied.Select((life, turn) => Math.Log(Hazard(life)) - Math.Log(atRisk - (turn / (double)tied.Count() * tied.Sum(Hazard)))).Sum();
        });
    }
}
