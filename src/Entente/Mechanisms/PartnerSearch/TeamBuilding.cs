using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.PartnerSearch;

/// <summary>
/// Puts a team together for an opportunity: considers known partners it trusts most, a partner of a partner and a few strangers,
/// and adds the best one by one until coverage is enough or the gain too small.
/// </summary>
internal sealed class TeamBuilding
{
    private readonly List<Firm> _members = [];
    private readonly List<Candidate> _candidates = [];
    private readonly List<(double Trust, Firm Firm)> _known = [];
    private readonly List<Firm> _introduced = [];
    private readonly Sample _sample = new();
    private World _world = null!;
    private PartnerSearchOptions _options = null!;
    private Opportunity _opportunity = null!;
    private double[] _best = [];
    private double[] _with = [];

    /// <summary>A firm that might join, and what the members make of it so far.</summary>
    private record struct Candidate(Firm Firm, double Affinity);

    /// <summary>The team, the searching firm first.</summary>
    public List<Firm> Members => _members;

    /// <summary>Starts a team of one and draws up its candidates.</summary>
    public void Consider(World world, PartnerSearchOptions options, Firm searcher, Opportunity opportunity, ref Luck luck)
    {
        (_world, _options, _opportunity) = (world, options, opportunity);
        if (_best.Length != searcher.Capabilities.Length)
            (_best, _with) = (new double[searcher.Capabilities.Length], new double[searcher.Capabilities.Length]);
        Array.Clear(_best);
        _members.Clear();
        _candidates.Clear();
        AddKnown(searcher);
        AddIntroduced(searcher, ref luck);
        AddStrangers(searcher, ref luck);
        TakeIn(searcher);
    }

    /// <summary>The candidate with the highest score, or null.</summary>
    public Firm? Best()
    {
        Firm? best = null;
        var highest = double.NegativeInfinity;
        var coverage = Coverage(_best);
        foreach (var (firm, affinity) in _candidates)
        {
            var score = _options.GainWeight * (CoverageWith(firm) - coverage) + affinity / _members.Count;
            if (score > highest)
                (best, highest) = (firm, score);
        }

        return best;
    }

    /// <summary>Adds partners; false if not even one is to be had.</summary>
    public bool Build()
    {
        var most = PartnerSearchRules.MostPartners(_options, _members[0].Allocentricity);
        while (_members.Count <= most && Best() is { } candidate)
        {
            var coverage = Coverage(_best);
            if (_members.Count > 1
                && (coverage >= _options.EnoughCoverage || CoverageWith(candidate) - coverage < _options.WorthwhileGain))
                break;
            TakeIn(candidate);
        }

        return _members.Count > 1;
    }

    /// <summary>Takes a firm into the team: it has its say on every candidate, and its allies are none any longer.</summary>
    private void TakeIn(Firm firm)
    {
        _members.Add(firm);
        World.RaiseTo(_best, firm.Capabilities);
        var kept = 0;
        for (var place = 0; place < _candidates.Count; place++)
        {
            var (candidate, affinity) = _candidates[place];
            if (candidate != firm && !firm.IsAlliedWith(candidate))
                _candidates[kept++] = new Candidate(candidate, affinity + Affinity(firm, candidate));
        }

        _candidates.RemoveRange(kept, _candidates.Count - kept);
    }

    private void AddKnown(Firm searcher)
    {
        _known.Clear();
        foreach (var (other, bond) in _world.Trust.MetBy(searcher.Id))
            if (IsOpenTo(searcher, _world.Firms[other]))
                _known.Add((_world.Trust[bond], _world.Firms[other]));
        _known.Sort(static (x, y) => x.Trust != y.Trust ? y.Trust.CompareTo(x.Trust) : x.Firm.Id.CompareTo(y.Firm.Id));
        for (var k = 0; k < Math.Min(_options.KnownPartners, _known.Count); k++)
            Add(_known[k].Firm);
    }

    private void AddIntroduced(Firm searcher, ref Luck luck)
    {
        _introduced.Clear();
        foreach (var alliance in searcher.Alliances)
            if (alliance.InOperation)
                foreach (var partner in alliance.Members)
                    if (partner.Firm != searcher)
                        AddPartnersOf(searcher, partner.Firm);
        for (var i = 0; i < _options.IntroducedPartners && _introduced.Count > 0; i++)
        {
            var chosen = _introduced[luck.Below(_introduced.Count)];
            Add(chosen);
            _introduced.Remove(chosen);
        }
    }

    private void AddPartnersOf(Firm searcher, Firm partner)
    {
        foreach (var alliance in partner.Alliances)
            if (alliance.InOperation)
                foreach (var member in alliance.Members)
                    if (IsOpenTo(searcher, member.Firm) && !IsCandidate(member.Firm) && !_introduced.Contains(member.Firm))
                        _introduced.Add(member.Firm);
    }

    private void AddStrangers(Firm searcher, ref Luck luck)
    {
        _sample.Start(_world.Firms.Length);
        for (var found = 0; found < _options.Strangers && _sample.Next(ref luck) is >= 0 and var place;)
        {
            var firm = _world.Firms[place];
            if (!IsOpenTo(searcher, firm) || IsCandidate(firm))
                continue;
            Add(firm);
            found++;
        }
    }

    private void Add(Firm firm) => _candidates.Add(new Candidate(firm, 0));

    private bool IsCandidate(Firm firm)
    {
        foreach (var candidate in _candidates)
            if (candidate.Firm == firm)
                return true;
        return false;
    }

    private static bool IsOpenTo(Firm searcher, Firm candidate) =>
        candidate.HasFreeSlot && candidate != searcher && !searcher.IsAlliedWith(candidate);

    private double Affinity(Firm member, Firm candidate)
    {
        var luck = _world.Draws.OfPair(Process.Affinity, _world.Month, member.Id, candidate.Id);
        var bond = _world.Trust.Bond(member.Id, candidate.Id);
        var rivalry = Relations.Rivalry(member, candidate);
        return PartnerSearchRules.Affinity(
            _options,
            bond >= 0 ? _world.Trust[bond] : _world.UnmetTrust(member, rivalry),
            rivalry,
            Relations.ValueFit(member, candidate),
            bond >= 0 ? _world.Trust.DyadOf(bond).PastAlliances : 0,
            luck.Normal(_options.ScoreNoise));
    }

    private double CoverageWith(Firm candidate)
    {
        _best.CopyTo(_with, 0);
        World.RaiseTo(_with, candidate.Capabilities);
        return Coverage(_with);
    }

    // What the team covers: of this opportunity, or with an open scope of all open ones on average.
    private double Coverage(ReadOnlySpan<double> best)
    {
        var scope = _world.Setting.Dials.OpenScope;
        if (scope == 0)
            return _opportunity.Coverage(best);
        var weights = _world.MeanWeights();
        var average = 0.0;
        for (var k = 0; k < best.Length; k++)
            average += weights[k] * best[k];
        return (1 - scope) * _opportunity.Coverage(best) + scope * average;
    }
}
