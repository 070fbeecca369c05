using System.Numerics;
using Entente.Mechanisms.Conduct;
using Entente.Mechanisms.Environment;
using Entente.Mechanisms.Learning;
using Entente.Mechanisms.Trust;
using Entente.Randomness;
using Entente.Settings;

namespace Entente.Worlds;

/// <summary>
/// One industry as it stands: the only thing that changes in a simulation. Phases write it; rules never see it. Every movement
/// of money and every ending goes through it, so that nothing is lost on the way.
/// </summary>
public sealed partial class World
{
    private int _opportunities;
    private int _projects;
    private int _alliances;
    private int _ended;
    private readonly List<double> _crowding = [];
    private readonly double[] _meanWeights;
    private int _meanWeightsAsOf = -1;

    /// <summary>A world around firms; <see cref="Founding"/> makes whole ones.</summary>
    internal World(Setting setting, Draws draws, Firm[] firms)
    {
        Setting = setting;
        Draws = draws;
        Firms = firms;
        Trust = new TrustLedger(firms.Length);
        Theory = ConductTheories.Of(setting.Theory, setting.Parameters.Conduct);
        _meanWeights = new double[setting.Industry.Domains];
    }

    /// <summary>All that was fixed before month 0.</summary>
    public Setting Setting { get; }
    /// <summary>All the luck there is.</summary>
    public Draws Draws { get; }
    /// <summary>The month being played, from 0.</summary>
    public int Month { get; private set; }
    /// <summary>The firms, by number.</summary>
    public Firm[] Firms { get; }
    /// <summary>Who trusts whom.</summary>
    public TrustLedger Trust { get; }
    /// <summary>How members choose what to do.</summary>
    public IConductTheory Theory { get; }
    /// <summary>Strength of disruption, D.</summary>
    public double Disruption { get; set; }
    /// <summary>Turbulence, theta.</summary>
    public double Turbulence { get; set; }
    /// <summary>Open opportunities, in order of arrival.</summary>
    public List<Opportunity> Open { get; } = [];
    /// <summary>Alliances, in order of formation. One that ends leaves the list when the month closes.</summary>
    public List<Alliance> Alliances { get; } = [];
    /// <summary>Alliances that ended while projects that began in them live on; in no order.</summary>
    public List<Alliance> Outlived { get; } = [];
    /// <summary>Alliances whose books closed this month: they and all projects that began in them have ended.</summary>
    public List<Alliance> SettledAlliances { get; } = [];
    /// <summary>Projects, in order of beginning. One that ends leaves the list when the month closes.</summary>
    public List<Project> Projects { get; } = [];
    /// <summary>Projects that ended this month.</summary>
    public List<Project> EndedProjects { get; } = [];
    /// <summary>What happened this month, in order.</summary>
    public List<Happening> Happenings { get; } = [];
    /// <summary>What happened, counted.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Number of the first alliance; numbers are labels, so any will do.</summary>
    internal int FirstAllianceId { get; init; }

    /// <summary>Opens the books of a month.</summary>
    public void Begin(int month)
    {
        Month = month;
        Recycle();
        Happenings.Clear();
        foreach (var firm in Firms)
            (firm.OtherIncome, firm.LiveValue) = (0, 0);
    }

    /// <summary>Closes the books of a month: what ended leaves the lists.</summary>
    public void Close()
    {
        if (EndedProjects.Count > 0)
        {
            Projects.RemoveAll(static project => project.HasEnded);
            Outlived.RemoveAll(static alliance => alliance.LivingProjects == 0);
        }

        if (_ended == Tally.Ended)
            return;
        _ended = Tally.Ended;
        Alliances.RemoveAll(static alliance => alliance.Phase == AlliancePhase.Ended);
    }

    /// <summary>Writes down what happened.</summary>
    public void Tell(HappeningKind kind, Alliance? alliance = null, Firm? firm = null, Firm? other = null, Project? project = null,
        string why = "", double amount = double.NaN) =>
        Happenings.Add(new Happening(Month, kind, alliance?.Id, firm?.Id, other?.Id, project?.Id, why, amount));

    /// <summary>Trust of a firm in another; in one it never met, what it would start from.</summary>
    public double TrustOf(Firm firm, Firm other) =>
        Trust.Bond(firm.Id, other.Id) is >= 0 and var bond ? Trust[bond] : UnmetTrust(firm, Relations.Rivalry(firm, other));

    /// <summary>Trust that a firm starts from in one it never met: g_i (1 - .3 rho_ij).</summary>
    public double UnmetTrust(Firm firm, double rivalry) =>
        TrustRules.Unmet(Setting.Parameters.Trust, firm.GeneralTrust, rivalry);

    /// <summary>Lets two firms meet: from now on each keeps its trust in the other.</summary>
    public void Meet(Firm i, Firm j)
    {
        if (Trust.HasMet(i.Id, j.Id))
            return;
        var rivalry = Relations.Rivalry(i, j);
        Trust.Meet(i.Id, j.Id, Relations.SharedMarkets(i.Presence, j.Presence), UnmetTrust(i, rivalry), UnmetTrust(j, rivalry));
    }

    /// <summary>Rivalry of two firms that have met: worked out anew only when one of them has learnt something.</summary>
    public double Rivalry(ref Dyad dyad)
    {
        if (dyad.SharedMarkets == 0)
            return 0;
        var (low, high) = (Firms[dyad.Low], Firms[dyad.High]);
        var changes = low.Changes + high.Changes;
        if (dyad.RivalryAsOf != changes)
            (dyad.Rivalry, dyad.RivalryAsOf) = (Relations.Rivalry(dyad.SharedMarkets, low.Capabilities, high.Capabilities), changes);
        return dyad.Rivalry;
    }

    /// <summary>To be called when a firm's markets have changed.</summary>
    public void MarketsChanged(Firm firm)
    {
        foreach (var (other, bond) in Trust.MetBy(firm.Id))
        {
            ref var dyad = ref Trust.DyadOf(bond);
            (dyad.SharedMarkets, dyad.RivalryAsOf) = (Relations.SharedMarkets(firm.Presence, Firms[other].Presence), -1);
        }
    }

    /// <summary>Trust of a member in its co-members, tau_i: mean over them.</summary>
    public double MeanTrust(Alliance alliance, Member member)
    {
        var sum = 0.0;
        for (var other = 0; other < alliance.Size; other++)
            if (other != member.Place)
                sum += Trust[alliance.Bond(member.Place, other)];
        return sum / (alliance.Size - 1);
    }

    /// <summary>Trust in an alliance: mean over directed pairs of members.</summary>
    public double MeanTrust(Alliance alliance)
    {
        var sum = 0.0;
        foreach (var member in alliance.Members)
            sum += MeanTrust(alliance, member);
        return sum / alliance.Size;
    }

    /// <summary>For each domain its weight in an open opportunity, as a share of all weights there; mean over the open ones.</summary>
    public ReadOnlySpan<double> MeanWeights()
    {
        if (_meanWeightsAsOf == Month)
            return _meanWeights;
        _meanWeightsAsOf = Month;
        Array.Clear(_meanWeights);
        foreach (var opportunity in Open)
            for (var d = 0; d < opportunity.Domains.Length; d++)
                _meanWeights[opportunity.Domains[d]] += opportunity.Weights[d] / opportunity.TotalWeight;
        for (var k = 0; k < _meanWeights.Length && Open.Count > 0; k++)
            _meanWeights[k] /= Open.Count;
        return _meanWeights;
    }

    /// <summary>What each of m live projects on one opportunity can earn of its value.</summary>
    public double Crowding(int liveProjects)
    {
        while (_crowding.Count <= liveProjects)
            _crowding.Add(EnvironmentRules.CrowdingFactor(Setting.Parameters.Environment, _crowding.Count));
        return _crowding[liveProjects];
    }

    /// <summary>The smallest trust of a member in another, tau_min.</summary>
    public double LeastTrust(Alliance alliance)
    {
        var least = 1.0;
        for (var member = 0; member < alliance.Size; member++)
            for (var other = 0; other < alliance.Size; other++)
                if (other != member)
                    least = Math.Min(least, Trust[alliance.Bond(member, other)]);
        return least;
    }

    /// <summary>Rivalry of a member with its co-members, rho_i: mean over them.</summary>
    public double MeanRivalry(Alliance alliance, Member member)
    {
        var sum = 0.0;
        for (var other = 0; other < alliance.Size; other++)
            if (other != member.Place)
                sum += Rivalry(ref Trust.DyadOf(alliance.Bond(member.Place, other)));
        return sum / (alliance.Size - 1);
    }

    /// <summary>Rivalry in an alliance: mean over pairs of members.</summary>
    public double MeanRivalry(Alliance alliance)
    {
        var sum = 0.0;
        foreach (var member in alliance.Members)
            sum += MeanRivalry(alliance, member);
        return sum / alliance.Size;
    }

    /// <summary>Level of a firm's alliance capability.</summary>
    public double LevelOf(Firm firm) => LearningRules.Level(Setting.Parameters.Learning, Setting.Dials, firm.Experience);

    /// <summary>Level of an alliance: mean of its members'.</summary>
    public double LevelOf(Alliance alliance)
    {
        var sum = 0.0;
        foreach (var member in alliance.Members)
            sum += LevelOf(member.Firm);
        return sum / alliance.Size;
    }

    /// <summary>The strongest capability in each domain among the members.</summary>
    /// <param name="alliance">The alliance.</param>
    /// <param name="best">Where it is written; length K.</param>
    public static void BestOf(Alliance alliance, Span<double> best)
    {
        alliance.Members[0].Firm.Capabilities.CopyTo(best);
        for (var member = 1; member < alliance.Size; member++)
            RaiseTo(best, alliance.Members[member].Firm.Capabilities);
    }

    /// <summary>Raises each domain to a firm's strength where that is higher.</summary>
    public static void RaiseTo(Span<double> best, ReadOnlySpan<double> capabilities)
    {
        var k = 0;
        for (; k + Vector<double>.Count <= best.Length; k += Vector<double>.Count)
            Vector.Max(new Vector<double>(best[k..]), new Vector<double>(capabilities[k..])).CopyTo(best[k..]);
        for (; k < best.Length; k++)
            best[k] = Math.Max(best[k], capabilities[k]);
    }

    /// <summary>Coverage of an opportunity by the members of an alliance together.</summary>
    public double JointCoverage(Alliance alliance, Opportunity opportunity)
    {
        Span<double> best = stackalloc double[Setting.Industry.Domains];
        BestOf(alliance, best);
        return opportunity.Coverage(best);
    }
}
