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
    private readonly List<Firm> _candidates = [];
    private readonly List<(double Trust, Firm Firm)> _known = [];
    private readonly List<Firm> _introduced = [];
    private readonly Sample _sample = new();
    private World _world = null!;
    private PartnerSearchOptions _options = null!;
    private Opportunity _opportunity = null!;
    private double[] _best = [];
    private double[] _with = [];

    /// <summary>The team, the searching firm first.</summary>
    public IReadOnlyList<Firm> Members => _members;

    /// <summary>Starts a team of one and draws up its candidates.</summary>
    public void Consider(World world, PartnerSearchOptions options, Firm searcher, Opportunity opportunity, ref Luck luck)
    {
        (_world, _options, _opportunity) = (world, options, opportunity);
        _members.Clear();
        _members.Add(searcher);
        _best = [.. searcher.Capabilities];
        _with = new double[_best.Length];
        _candidates.Clear();
        AddKnown(searcher);
        AddIntroduced(searcher, ref luck);
        AddStrangers(searcher, ref luck);
    }

    /// <summary>The candidate with the highest score, or null.</summary>
    public Firm? Best()
    {
        Firm? best = null;
        var highest = double.NegativeInfinity;
        foreach (var candidate in _candidates)
        {
            if (!IsOpenTo(candidate))
                continue;
            var score = _options.GainWeight * Gain(candidate) + Affinity(candidate);
            if (score > highest)
                (best, highest) = (candidate, score);
        }

        return best;
    }

    /// <summary>Adds partners; false if not even one is to be had.</summary>
    public bool Build()
    {
        var most = PartnerSearchRules.MostPartners(_options, _members[0].Allocentricity);
        while (_members.Count <= most && Best() is { } candidate)
        {
            if (_members.Count > 1 && (Coverage(_best) >= _options.EnoughCoverage || Gain(candidate) < _options.WorthwhileGain))
                break;
            _members.Add(candidate);
            World.RaiseTo(_best, candidate.Capabilities);
        }

        return _members.Count > 1;
    }

    private void AddKnown(Firm searcher)
    {
        _known.Clear();
        foreach (var (other, bond) in _world.Trust.MetBy(searcher.Id))
            if (IsOpenTo(_world.Firms[other]))
                _known.Add((_world.Trust[bond], _world.Firms[other]));
        _known.Sort(static (x, y) => x.Trust != y.Trust ? y.Trust.CompareTo(x.Trust) : x.Firm.Id.CompareTo(y.Firm.Id));
        for (var k = 0; k < Math.Min(_options.KnownPartners, _known.Count); k++)
            _candidates.Add(_known[k].Firm);
    }

    private void AddIntroduced(Firm searcher, ref Luck luck)
    {
        _introduced.Clear();
        foreach (var alliance in searcher.Alliances)
            if (alliance.InOperation)
                foreach (var partner in alliance.Members)
                    if (partner.Firm != searcher)
                        AddPartnersOf(partner.Firm);
        for (var i = 0; i < _options.IntroducedPartners && _introduced.Count > 0; i++)
        {
            var chosen = _introduced[luck.Below(_introduced.Count)];
            _candidates.Add(chosen);
            _introduced.Remove(chosen);
        }
    }

    private void AddPartnersOf(Firm partner)
    {
        foreach (var alliance in partner.Alliances)
            if (alliance.InOperation)
                foreach (var member in alliance.Members)
                    if (IsOpenTo(member.Firm) && !_candidates.Contains(member.Firm) && !_introduced.Contains(member.Firm))
                        _introduced.Add(member.Firm);
    }

    private void AddStrangers(Firm searcher, ref Luck luck)
    {
        _sample.Start(_world.Firms.Length);
        for (var found = 0; found < _options.Strangers && _sample.Next(ref luck) is >= 0 and var place;)
        {
            var firm = _world.Firms[place];
            if (firm == searcher || !IsOpenTo(firm) || _candidates.Contains(firm))
                continue;
            _candidates.Add(firm);
            found++;
        }
    }

    private bool IsOpenTo(Firm candidate)
    {
        if (!candidate.HasFreeSlot)
            return false;
        foreach (var member in _members)
            if (member == candidate || member.IsAlliedWith(candidate))
                return false;
        return true;
    }

    private double Affinity(Firm candidate)
    {
        var sum = 0.0;
        foreach (var member in _members)
        {
            var luck = _world.Draws.OfPair(Process.Affinity, _world.Month, member.Id, candidate.Id);
            sum += PartnerSearchRules.Affinity(_options, _world.TrustOf(member, candidate), Relations.Rivalry(member, candidate),
                Relations.ValueFit(member, candidate), _world.Trust.PastAlliances(member.Id, candidate.Id),
                luck.Normal(_options.ScoreNoise));
        }

        return sum / _members.Count;
    }

    private double Gain(Firm candidate)
    {
        _best.CopyTo(_with, 0);
        World.RaiseTo(_with, candidate.Capabilities);
        return Coverage(_with) - Coverage(_best);
    }

    // What the team covers: of this opportunity, or with an open scope of all open ones on average.
    private double Coverage(ReadOnlySpan<double> best)
    {
        var scope = _world.Setting.Dials.OpenScope;
        var average = 0.0;
        for (var k = 0; k < best.Length; k++)
            average += _world.MeanWeights[k] * best[k];
        return (1 - scope) * _opportunity.Coverage(best) + scope * average;
    }
}
