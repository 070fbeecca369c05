using CsCheck;
using Entente.Mechanisms.Conduct;
using Entente.Mechanisms.CoreBusiness;
using Entente.Mechanisms.Entry;
using Entente.Mechanisms.Environment;
using Entente.Mechanisms.Governance;
using Entente.Mechanisms.Investment;
using Entente.Mechanisms.Learning;
using Entente.Mechanisms.Membership;
using Entente.Mechanisms.Negotiation;
using Entente.Mechanisms.Operation;
using Entente.Mechanisms.PartnerSearch;
using Entente.Mechanisms.Pipeline;
using Entente.Mechanisms.Sensing;
using Entente.Mechanisms.Trust;
using Entente.Settings;
using Entente.Tests.Engine;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Mechanisms;

/// <summary>What must hold of every room's rules, whatever the numbers; and one value a block worked out by hand.</summary>
public class RuleLaws
{
    private const double Close = 1e-12;

    private static readonly Gen<double> Unit = Gen.Double[0, 1];
    private static readonly Dials Tight = Dials.TightContractPreset;
    private static readonly Dials Fair = Dials.FairProcessPreset;

    // Environment

    [Test]
    public void Disruption_loads_on_turbulence_windows_arrivals_and_obsolescence()
    {
        EnvironmentOptions options = new() { ArrivalRate = 4 };
        Assert.That(EnvironmentRules.Turbulence(options, 0.9), Is.EqualTo(0.11).Within(Close)); // .02 + .10 x .9
        Assert.That(EnvironmentRules.MeanWindow(options, 0.9), Is.EqualTo(11.7).Within(Close)); // 36 (1 - .675)
        Assert.That(EnvironmentRules.Arrivals(options, 30, 0.5), Is.EqualTo(6).Within(Close)); // 4 x 1.5
        Assert.That(EnvironmentRules.ObsolescenceFactor(options, 0.5), Is.EqualTo(2).Within(Close)); // 1 + 2 x .5
        Assert.That(EnvironmentRules.CrowdingFactor(options, 4), Is.EqualTo(0.25).Within(Close)); // 4^-1
    }

    [Test]
    public void Without_loadings_disruption_changes_nothing() =>
        Unit.Sample(d =>
        {
            EnvironmentOptions off = new() { TurbulenceLoading = 0, WindowLoading = 0, ArrivalLoading = 0, ObsolescenceLoading = 0 };
            return EnvironmentRules.Turbulence(off, d) == EnvironmentRules.Turbulence(off, 0)
                && EnvironmentRules.MeanWindow(off, d) == EnvironmentRules.MeanWindow(off, 0)
                && EnvironmentRules.Arrivals(off, 9, d) == EnvironmentRules.Arrivals(off, 9, 0)
                && EnvironmentRules.ObsolescenceFactor(off, d) == 1;
        });

    // Relations

    [Test]
    public void Rivalry_is_a_share_the_same_both_ways_and_none_without_a_shared_market() =>
        Gen.Select(Unit.Array[6], Unit.Array[6], Unit.Array[4], Unit.Array[4]).Sample((p, q, c, d) =>
        {
            double[] i = Shares(p), j = Shares(q);
            var rivalry = Relations.Rivalry(i, j, c, d);
            return rivalry is >= 0 and <= 1
                && Math.Abs(rivalry - Relations.Rivalry(j, i, d, c)) < Close
                && Relations.Rivalry([1, 0], [0, 1], c, c) == 0
                && Math.Abs(Relations.Rivalry(i, i, c, c) - 1) < 1e-9;
        });

    // Sensing

    [Test]
    public void Threat_moves_toward_disruption_and_worried_allies_and_never_beyond() =>
        Gen.Select(Unit, Unit, Unit, Unit).Sample((threat, inertia, disruption, allies) =>
        {
            var next = SensingRules.Next(new SensingOptions(), threat, inertia, disruption, allies);
            return next >= Math.Min(threat, disruption) - Close && next <= Math.Max(threat, Math.Max(disruption, allies)) + Close;
        });

    [Test]
    public void Threat_by_hand() => // .2 + .5 x .15 x (.8 - .2) + .05 x (.6 - .2)
        Assert.That(SensingRules.Next(new SensingOptions(), 0.2, 0.5, 0.8, 0.6), Is.EqualTo(0.265).Within(Close));

    // Partner search

    [Test]
    public void Firms_search_at_their_plan_or_when_they_feel_disruption()
    {
        PartnerSearchOptions options = new();
        Assert.That(PartnerSearchRules.SearchProbability(options, Tight, true, 0.9), Is.EqualTo(1));
        Assert.That(PartnerSearchRules.SearchProbability(options, Tight, false, 0.9), Is.Zero);
        Assert.That(PartnerSearchRules.SearchProbability(options, Fair, true, 0.6), Is.EqualTo(0.1).Within(Close)); // .6 / 6
    }

    [Test]
    public void The_allocentric_look_beyond_what_they_can_do() =>
        Gen.Select(Unit, Unit).Sample((coverage, value) =>
            PartnerSearchRules.Appeal(value, coverage, 0) == value * coverage && PartnerSearchRules.Appeal(value, coverage, 1) == value);

    [Test]
    public void Trust_makes_up_for_rivalry_in_choosing_partners() =>
        Gen.Select(Unit, Unit, Unit).Sample((trust, rivalry, fit) =>
        {
            PartnerSearchOptions options = new();
            double Of(double t, double r) => PartnerSearchRules.Affinity(options, t, r, fit, 0, 0);
            return Of(trust, rivalry) <= Of(trust, 0) + Close && Of(1, rivalry) == Of(1, 0) && Of(trust, rivalry) <= Of(1, rivalry) + Close;
        });

    [TestCase(0.1, 1)]
    [TestCase(0.5, 2)] // 1.5 rounds away from zero
    [TestCase(1.0, 3)]
    public void The_allocentric_ask_more_partners(double allocentricity, int partners) =>
        Assert.That(PartnerSearchRules.MostPartners(new PartnerSearchOptions(), allocentricity), Is.EqualTo(partners));

    // Entry

    [Test]
    public void Belief_and_utility_by_hand()
    {
        EntryOptions options = new();
        // tight: .5 + .5 x .7 x .9 x (1 - .2)
        Assert.That(EntryRules.Belief(options, Tight, 0.5, 0.9, 0.2), Is.EqualTo(0.752).Within(Close));
        // fair: the larger of .5 + .5 x .7 x .1 x .8 and .4 x .5 + .6 x .9 x .9
        Assert.That(EntryRules.Belief(options, Fair, 0.5, 0.9, 0.2), Is.EqualTo(0.686).Within(Close));
        // 24 x .5 x .9 x .752 x .5 - 3 x .5 - 1.5 x .8 x 6 x .5 x .248 - .3 x .9
        Assert.That(EntryRules.Utility(options, Tight, 6, 0.5, 0.9, 0.752), Is.EqualTo(4.0608 - 1.5 - 0.8928 - 0.27).Within(Close));
    }

    [Test]
    public void Exit_barriers_deter_where_belief_is_low_and_not_where_it_is_full() =>
        Gen.Select(Unit, Unit, Unit).Sample((belief, low, high) =>
        {
            double At(double barrier, double p) => EntryRules.Utility(new EntryOptions(), Tight with { ExitBarrier = barrier }, 6, 0.5, 0.8, p);
            return At(Math.Max(low, high), belief) <= At(Math.Min(low, high), belief) + Close && At(low, 1) == At(high, 1);
        });

    // Negotiation

    [Test]
    public void Negotiation_by_hand()
    {
        NegotiationOptions options = new() { ControlWork = 6, BlindSpeed = 0.25 };
        Assert.That(NegotiationRules.Work(options, Tight, 0.25, 2), Is.EqualTo(1 + 6 * 0.9 * 1.25).Within(Close));
        Assert.That(NegotiationRules.Work(options, Fair, 0.25, 5), Is.EqualTo(1 + (0.6 * 1.25 + 1.8) * 2).Within(Close));
        Assert.That(NegotiationRules.Speed(options, Tight, 2, 0.6, 0.1), Is.EqualTo(1.1 * (0.25 + 0.75 * 0.6)).Within(Close));
        Assert.That(NegotiationRules.Speed(options, Fair, 1, 0.6, 0.5), Is.EqualTo(0.7).Within(Close));
        Assert.That(NegotiationRules.InitialJustice(options, 0.72), Is.EqualTo(0.558).Within(Close)); // .45 + .4 x .27
    }

    [Test]
    public void Trust_fairness_and_clinics_keep_talks_going() =>
        Gen.Select(RandomSettings.Dials, Unit, Unit, Unit).Sample((dials, trust, rivalry, phi) =>
        {
            NegotiationOptions options = new();
            double Risk(double t, double r, double p) => NegotiationRules.BreakdownRisk(options, dials, t, r, p);
            return Risk(1, rivalry, phi) == 0 && Risk(trust, rivalry, phi) <= Risk(0, 1, 0) + Close && Risk(trust, rivalry, phi) >= 0;
        });

    // Investment

    [Test]
    public void Investment_needs_trust_or_safeguards() =>
        Gen.Select(RandomSettings.Dials, Unit, Unit, Unit).Sample((dials, trust, chi, phi) =>
        {
            InvestmentOptions options = new();
            var v = InvestmentRules.Willingness(options, dials, trust, chi, phi);
            return v >= trust && v <= 1
                && InvestmentRules.Willingness(options, dials, 1, 0, 0) == 1
                && InvestmentRules.Willingness(options, dials with { ExitBarrier = 0 }, trust, 0, 0) == trust;
        });

    [Test]
    public void Investment_by_hand()
    {
        InvestmentOptions options = new();
        Assert.That(InvestmentRules.Willingness(options, Fair, 0.5, 0.04, 0.7), Is.EqualTo(0.5 + 0.5 * 0.31).Within(Close)); // .06 + .04 + .21
        Assert.That(InvestmentRules.Sunk(options, 0.5, 2, 0.655), Is.EqualTo(3.93).Within(Close)); // .5 x 6 x 2 x .655
        Assert.That(InvestmentRules.Level(0.64), Is.EqualTo(0.8).Within(Close));
    }

    // Governance

    [Test]
    public void A_contract_loses_touch_with_time() =>
        Gen.Select(Unit, Unit, Gen.Int[0, 300]).Sample((novelty, turbulence, months) =>
            GovernanceRules.Unspecified(novelty, turbulence, 0) == 1 - (1 - novelty)
            && GovernanceRules.Unspecified(novelty, turbulence, months + 1) >= GovernanceRules.Unspecified(novelty, turbulence, months));

    [Test]
    public void Governance_by_hand()
    {
        GovernanceOptions options = new();
        Assert.That(GovernanceRules.Detection(options, Tight, 0), Is.EqualTo(0.77).Within(Close)); // .5 + .5 x .6 x .9
        Assert.That(GovernanceRules.Detection(options, Fair, 0.72), Is.EqualTo(0.788).Within(Close)); // .5 + .5 x .8 x .72
        Assert.That(GovernanceRules.Contingencies(options, 0.1, 0.3, 3), Is.EqualTo(0.26).Within(Close)); // (.05 + .1 x .8) x 2
        Assert.That(GovernanceRules.Foreseen(options, Tight, 0.5), Is.EqualTo(0.6).Within(Close)); // .5 + .5 x .4 x .5
        Assert.That(GovernanceRules.MeanStall(options, Tight, 0.6), Is.EqualTo(2.8).Within(Close)); // 1 + 5 x .9 x .4
        Assert.That(GovernanceRules.Rested(options, 0.8, 0.8, 5, 3), Is.EqualTo(0.76).Within(Close)); // two points too many
        Assert.That(GovernanceRules.Rested(options, 0.795, 0.8, 1, 3), Is.EqualTo(0.8).Within(Close)); // never above the start
        Assert.That(GovernanceRules.AfterRotation(options, 0.9, 0.5), Is.EqualTo(0.78).Within(Close)); // .9 - .3 x .4
    }

    [TestCase(2, 1, 0.0, false)] // of two, both
    [TestCase(2, 2, 1.0, true)]
    [TestCase(3, 2, 0.5, true)]
    [TestCase(4, 2, 0.5, false)] // half is not more than half
    [TestCase(4, 3, 0.75, true)]
    [TestCase(4, 3, 0.8, false)]
    public void Votes_stand_by_the_rule_and_more_than_half(int members, int agreeing, double rule, bool stands) =>
        Assert.That(GovernanceRules.Stands(Fair with { VotingRule = rule }, agreeing, members), Is.EqualTo(stands));

    [Test]
    public void Perceived_justice_stays_between_itself_and_what_it_is_shown() =>
        Gen.Select(Unit, Unit, Unit).Sample((justice, signal, phi) =>
        {
            GovernanceOptions options = new();
            var after = GovernanceRules.AfterDecision(options, justice, signal);
            return after >= Math.Min(justice, signal) - Close && after <= Math.Max(justice, signal) + Close
                && GovernanceRules.AfterMonth(options, justice, phi) is >= 0 and <= 1;
        });

    // Conduct

    [Test]
    public void The_payoffs_are_the_experiments_at_its_rivalry_and_a_game_of_coordination_below()
    {
        ConductOptions options = new();
        Assert.That(ConductRules.PayContribute(options, 1), Is.EqualTo(0.5).Within(Close));
        Assert.That(ConductRules.PayContribute(options, 0), Is.EqualTo(-0.5).Within(Close));
        Assert.That(ConductRules.PayWithhold(options, 1, 0.3, 0), Is.EqualTo(0.6).Within(Close)); // tempting
        Assert.That(ConductRules.PayWithhold(options, 0, 0.3, 0), Is.EqualTo(0.2).Within(Close));
        Assert.That(ConductRules.PayWithhold(options, 1, 0, 0), Is.LessThan(ConductRules.PayContribute(options, 1)));
    }

    [Test]
    public void Choices_follow_log_odds() => // with odds 0 : ln 2 : ln 3 the shares are 1/6, 2/6, 3/6
        Unit.Sample(u => ConductRules.Pick(new LogOdds(0, Math.Log(2), Math.Log(3)), u)
            == (u < 1.0 / 6 ? Choice.Contribute : u < 0.5 ? Choice.Withhold : Choice.Leave));

    [Test]
    public void Trust_rivalry_and_compulsion_move_conduct_as_they_should() =>
        Gen.Select(Unit, Unit, Unit, Unit).Sample((low, high, rivalry, chi) =>
        {
            double Leaning(double belief, double rho, double c)
            {
                var odds = ConductTheories.Of(ConductTheory.Valuation, new ConductOptions()).Weigh(0, Facing(belief, rho, c));
                return odds.Contribute - odds.Withhold;
            }

            var (less, more) = (Math.Min(low, high), Math.Max(low, high));
            return Leaning(less, rivalry, chi) <= Leaning(less, less * rivalry, chi) + 1e-9
                && Leaning(less, rivalry, chi) <= Leaning(less, rivalry, 1) + 1e-9
                // Where cooperation pays more than going alone, belief in it makes it likelier.
                && (rivalry > 0.3 || Leaning(less, rivalry, chi) <= Leaning(more, rivalry, chi) + 1e-9);
        });

    [Test]
    public void Guilt_makes_those_who_withheld_expect_the_end_of_cooperation() =>
        Gen.Select(Unit, Gen.Int[1, 6]).Sample((belief, others) =>
        {
            ConductOptions options = new();
            return ConductRules.Continuation(options, belief, others, true) <= ConductRules.Continuation(options, belief, others, false)
                && ConductRules.Continuation(options, belief, others, false) == ConductRules.Continuation(options, belief, Math.Min(others, 2), false);
        });

    // Trust

    [Test]
    public void Trust_stays_a_share_rises_with_what_is_kept_and_falls_with_what_is_broken() =>
        Gen.Select(Unit, RandomSettings.Dials, Unit, Unit, Unit).Sample((trust, dials, f, justice, phi) =>
        {
            TrustOptions options = new();
            var up = TrustRules.AfterContribution(trust, TrustRules.Growth(options, dials.Contact, f));
            var down = TrustRules.AfterBreach(trust, TrustRules.Breakage(options, justice, phi, dials.BlamelessReview));
            return up >= trust && up <= 1 && down <= trust && down >= 0
                && TrustRules.AfterProcess(options, trust, justice, phi) is >= 0 and <= 1
                && TrustRules.AfterClinic(options, dials, trust) is >= 0 and <= 1;
        });

    [Test]
    public void Enforced_good_conduct_proves_little() => // .08 x (.4 + .6 x .5) x (1 - .8 x .5)
        Assert.That(TrustRules.Growth(new TrustOptions { Growth = 0.08 }, 0.5, 0.5), Is.EqualTo(0.0336).Within(Close));

    [Test]
    public void Idle_trust_drifts_to_that_among_strangers() =>
        Gen.Select(Unit, Unit).Sample((trust, unmet) =>
        {
            var after = TrustRules.AfterIdleMonth(new TrustOptions(), trust, unmet);
            return Math.Abs(after - unmet) <= Math.Abs(trust - unmet) + Close;
        });

    // Pipeline

    [Test]
    public void Pipeline_by_hand()
    {
        PipelineOptions options = new();
        Assert.That(PipelineRules.IdeaRate(options, Fair, 0.5, 0.5), Is.EqualTo(1.6 * 0.8 * 0.7 * 1.0).Within(Close));
        Assert.That(PipelineRules.MostPending(options, Fair), Is.EqualTo(19));
        Assert.That(PipelineRules.MostPending(options, Tight), Is.EqualTo(1));
        Assert.That(PipelineRules.Gates(options, Fair), Is.EqualTo(3));
        Assert.That(PipelineRules.Gates(options, Fair with { Exploration = 1.0 / 6 }), Is.EqualTo(1)); // half away from zero
        Assert.That(PipelineRules.IsGated(options, Fair with { Exploration = 1.0 / 6 }));
        Assert.That(PipelineRules.ConceptProgress(options, Fair), Is.EqualTo(0.35).Within(Close));
        Assert.That(PipelineRules.BoardPasses(options, 1), Is.EqualTo(0.99).Within(Close));
        Assert.That(PipelineRules.ImplementationProgress(options, Tight, 1, 0.2, 0.5), Is.EqualTo(0.44 / 6 * 0.75).Within(Close));
        Assert.That(PipelineRules.ImplementationProgress(options, Fair, 0.4, 1, 0), Is.EqualTo(0.4 / 6).Within(Close));
    }

    [Test]
    public void Buy_in_stays_a_share_and_grows_with_justice() =>
        Gen.Select(RandomSettings.Dials, Unit, Unit, Unit).Sample((dials, buyIn, justice, rivalry) =>
        {
            PipelineOptions options = new();
            var next = PipelineRules.NextBuyIn(options, dials, buyIn, justice, rivalry);
            return next is >= 0 and <= 1 && next <= PipelineRules.NextBuyIn(options, dials, buyIn, 1, rivalry) + Close;
        });

    // Operation

    [Test]
    public void Live_value_is_the_product_of_what_makes_it() =>
        Assert.That(OperationRules.LiveValue(2, 0.5, 0.9, 0.8, 0.7, 1, 0.25), Is.EqualTo(2 * 0.5 * 0.9 * 0.8 * 0.7 * 0.75).Within(Close));

    [Test]
    public void Governing_costs_by_hand()
    {
        OperationOptions options = new();
        // tight, two: monitoring .045 + team .06 + 2 x (coordination .004 + contact .01)
        Assert.That(OperationRules.Cost(options, Tight, 2, 1), Is.EqualTo(0.045 + 0.06 + 0.028).Within(Close));
        // fair, two, ten projects: monitoring .005 + process .054 x 2 + line .04 + practices .028
        Assert.That(OperationRules.Cost(options, Fair, 2, 10), Is.EqualTo(0.005 + 0.108 + 0.04 + 0.028).Within(Close));
    }

    [Test]
    public void Control_stands_in_the_way_of_healing() => // (.02 + .12 x .1 x 1) x 1 against (.02 + .12 x .9 x 1) x 1
        Assert.That(
            (OperationRules.Healing(new(), Tight, 1, 1), OperationRules.Healing(new(), Fair, 1, 1)),
            Is.EqualTo((0.032, 0.128)).Using<(double, double)>((x, y) => Math.Abs(x.Item1 - y.Item1) < Close && Math.Abs(x.Item2 - y.Item2) < Close));

    // Membership

    [Test]
    public void Leaving_costs_all_at_a_full_barrier_and_nothing_at_none() =>
        Gen.Select(Unit, Unit, Unit).Sample((barrier, sunk, value) =>
        {
            MembershipOptions options = new();
            return Math.Abs(MembershipRules.ExitCost(options, barrier, sunk, value) + MembershipRules.Recovered(options, barrier, sunk)
                    - (0.5 * sunk + barrier * 0.5 * value)) < Close
                && MembershipRules.ExitCost(options, 0, sunk, value) == 0
                && MembershipRules.Recovered(options, 1, sunk) == 0;
        });

    [Test]
    public void Desertion_hurts_less_where_doors_were_kept_open_fairly()
    {
        Assert.That(MembershipRules.TrustAfterDesertion(new(), Tight, 0), Is.EqualTo(0.6).Within(Close));
        Assert.That(MembershipRules.TrustAfterDesertion(new(), Fair, 0.7), Is.EqualTo(1 - 0.4 * (1 - 0.7 * 0.7 * 0.9)).Within(Close));
    }

    [Test]
    public void Only_projects_that_yield_more_than_half_are_bought_out() =>
        Unit.Sample(y => y <= 0.5 ? MembershipRules.BuyOutRisk(new(), y) == 0 : MembershipRules.BuyOutRisk(new(), y) > 0);

    // Learning

    [Test]
    public void Levels_come_with_experience_and_a_team()
    {
        LearningOptions options = new();
        Assert.That(LearningRules.Level(options, Fair, 0), Is.EqualTo(1));
        Assert.That(LearningRules.Level(options, Fair, 80), Is.EqualTo(2)); // .75 x 80 = 60
        Assert.That(LearningRules.Level(options, Fair, 240), Is.EqualTo(3));
        Assert.That(LearningRules.Level(options, Tight, 79), Is.EqualTo(1.5));
        Assert.That(LearningRules.Level(options with { FixedLevel = 2.5 }, Tight, 0), Is.EqualTo(2.5));
        Assert.That(LearningRules.Rate(options, Fair, 1), Is.EqualTo(0.01 * 2 * 0.95).Within(Close));
    }

    // Core business

    [Test]
    public void Renewal_saves_the_core() =>
        Gen.Select(Unit, Gen.Double[0, 100]).Sample((disruption, value) =>
        {
            CoreBusinessOptions options = new();
            var next = CoreBusinessRules.Next(options, 20, disruption, value);
            return next <= 20 && next >= CoreBusinessRules.Next(options, 20, disruption, 0) && CoreBusinessRules.Next(options, 20, 0, 0) == 20;
        });

    private static Situation Facing(double belief, double rivalry, double compliance) => new()
    {
        Belief = belief,
        Others = 1,
        Payoffs = ConductRules.Field(new ConductOptions(), belief, rivalry, compliance),
        Leave = 0,
        Discount = 0.95,
        Last = Choice.None,
        MayLeave = true,
    };

    private static double[] Shares(double[] values) => [.. values.Select(value => (value + 1e-6) / (values.Sum() + 6e-6))];
}
