using System.Runtime.InteropServices;
using Entente.Engine;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.PartnerSearch;

/// <summary>Lets firms search one after another in the month's random order, each seeing what those before it have done.</summary>
internal sealed class PartnerSearchPhase : IPhase
{
    private readonly Lots _lots = new();
    private readonly List<Firm> _inclined = [];
    private readonly List<(double Key, Firm Firm, Luck Luck)> _searching = [];
    private readonly Sample _sample = new();
    private readonly TeamBuilding _team = new();
    private readonly Proposals _proposals = new();

    public string Name => "Partner search";

    public void Apply(World world)
    {
        Decrees.Apply(world);
        FindSearching(world);
        foreach (var (_, firm, luck) in _searching)
            if (firm.HasFreeSlot)
                Search(world, firm, luck);
    }

    /// <summary>Finds out who searches this month, and in which order.</summary>
    private void FindSearching(World world)
    {
        _inclined.Clear();
        _lots.Clear();
        foreach (var firm in world.Firms)
            if (Inclination(world, firm) > 0)
            {
                _inclined.Add(firm);
                _lots.Ask(firm.Id);
            }

        _lots.Draw(world.Draws, Process.Search, world.Month);
        _searching.Clear();
        foreach (var firm in _inclined)
        {
            var luck = _lots.Next();
            if (luck.Chance(Inclination(world, firm)))
                _searching.Add((0, firm, luck));
        }

        _lots.Clear();
        foreach (var (_, firm, _) in _searching)
            _lots.Ask(firm.Id);
        _lots.Draw(world.Draws, Process.FirmOrder, world.Month);
        foreach (ref var searching in CollectionsMarshal.AsSpan(_searching))
            searching.Key = _lots.Next().Uniform();
        _searching.Sort(static (x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : x.Firm.Id.CompareTo(y.Firm.Id));
    }

    private static double Inclination(World world, Firm firm) => PartnerSearchRules.SearchProbability(
        world.Setting.Parameters.PartnerSearch, world.Setting.Dials, world.Month % 12 == firm.PlanningMonth, firm.Threat);

    private void Search(World world, Firm firm, Luck luck)
    {
        var options = world.Setting.Parameters.PartnerSearch;
        if (Choose(world, options, firm, ref luck) is not { } opportunity)
            return;

        var coverage = opportunity.Coverage(firm.Capabilities);
        if (coverage >= options.MakeCoverage)
        {
            if (luck.Chance(firm.Inertia * firm.Presence[opportunity.Market]))
                world.Tell(HappeningKind.Vetoed, firm: firm);
            else
                GoAlone(world, options, firm, opportunity, ProjectKind.Build, coverage,
                    PartnerSearchRules.BuildMonths(options, firm.Inertia));
        }
        else if (opportunity.MarketAvailable)
            GoAlone(world, options, firm, opportunity, ProjectKind.Purchase, options.BuyCoverage,
                PartnerSearchRules.BuyMonths(options));
        else if (options.AlliancesAllowed || options.Acquisitions)
            GoTogether(world, options, firm, opportunity, ref luck);
    }

    private Opportunity? Choose(World world, PartnerSearchOptions options, Firm firm, ref Luck luck)
    {
        Opportunity? best = null;
        var appeal = double.NegativeInfinity;
        _sample.Start(world.Open.Count);
        for (var seen = 0; seen < options.OpportunitiesSeen && _sample.Next(ref luck) is >= 0 and var place;)
        {
            var opportunity = world.Open[place];
            if (firm.WorksOn(opportunity))
                continue;
            seen++;
            var its = PartnerSearchRules.Appeal(
                opportunity.Value, opportunity.Coverage(firm.Capabilities), firm.Allocentricity);
            if (its > appeal)
                (best, appeal) = (opportunity, its);
        }

        return best;
    }

    private static void GoAlone(World world, PartnerSearchOptions options, Firm firm, Opportunity opportunity, ProjectKind kind,
        double coverage, int months)
    {
        if (!firm.HasFreeExperts)
            return;
        var concept = world.NextConcept(opportunity, firm.Id);
        if (IsWorthwhile(world, options, firm, concept))
            world.BeginAlone(firm, kind, concept, coverage, months,
                world.Setting.Parameters.Investment.Months * opportunity.Value);
    }

    private void GoTogether(World world, PartnerSearchOptions options, Firm firm, Opportunity opportunity, ref Luck luck)
    {
        var concept = world.NextConcept(opportunity, firm.Id);
        // Those who explore screen ideas at the gates, not before they begin.
        if (!luck.Chance(world.Setting.Dials.Exploration) && !IsWorthwhile(world, options, firm, concept))
            return;
        _team.Consider(world, options, firm, opportunity, ref luck);
        if (options.Acquisitions && _team.Best() is { } target
            && PartnerSearchRules.CanAcquire(options, firm.CoreRevenue, target.CoreRevenue))
            Acquisitions.Apply(world, firm, target);
        else if (options.AlliancesAllowed && _team.Build())
            _proposals.Put(world, _team.Members, concept);
    }

    private static bool IsWorthwhile(World world, PartnerSearchOptions options, Firm firm, Concept concept)
    {
        var luck = world.Draws.At(
            Process.Screening, world.Month, concept.Opportunity.Address, concept.Lead, concept.Number);
        var worthwhile = PartnerSearchRules.IsWorthwhile(options, concept.Quality, world.LevelOf(firm), ref luck);
        if (!worthwhile)
            world.Tell(HappeningKind.ScreenedOut, firm: firm, why: "search");
        return worthwhile;
    }
}
