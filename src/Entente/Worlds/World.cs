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

    /// <summary>A world around firms; <see cref="Founding"/> makes whole ones.</summary>
    internal World(Setting setting, Draws draws, Firm[] firms)
    {
        Setting = setting;
        Draws = draws;
        Firms = firms;
        Trust = new TrustLedger(firms.Length);
        MeanWeights = new double[setting.Industry.Domains];
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
    /// <summary>Strength of disruption, D.</summary>
    public double Disruption { get; set; }
    /// <summary>Turbulence, theta.</summary>
    public double Turbulence { get; set; }
    /// <summary>Open opportunities, in order of arrival.</summary>
    public List<Opportunity> Open { get; } = [];
    /// <summary>For each domain its weight in an open opportunity, as a share of all weights there; mean over the open ones.</summary>
    public double[] MeanWeights { get; }
    /// <summary>Alliances not ended, in order of formation.</summary>
    public List<Alliance> Alliances { get; } = [];
    /// <summary>All alliances there ever were, in order of formation.</summary>
    public List<Alliance> AllAlliances { get; } = [];
    /// <summary>Projects not ended, in order of beginning.</summary>
    public List<Project> Projects { get; } = [];
    /// <summary>All projects there ever were, in order of beginning.</summary>
    public List<Project> AllProjects { get; } = [];
    /// <summary>What happened, in order.</summary>
    public List<Happening> Happenings { get; } = [];
    /// <summary>What happened, counted.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Number of the first alliance; numbers are labels, so any will do.</summary>
    internal int FirstAllianceId { get; init; }

    /// <summary>Opens the books of a month.</summary>
    public void Begin(int month)
    {
        Month = month;
        foreach (var firm in Firms)
            (firm.OtherIncome, firm.LiveValue) = (0, 0);
    }

    /// <summary>Writes down what happened.</summary>
    public void Tell(HappeningKind kind, Alliance? alliance = null, Firm? firm = null, Firm? other = null, Project? project = null,
        string why = "", double amount = double.NaN) =>
        Happenings.Add(new Happening(Month, kind, alliance, firm, other, project, why, amount));

    /// <summary>Trust of a firm in another; in one it never met, what it would start from.</summary>
    public double TrustOf(Firm firm, Firm other) => Trust.Trust(firm.Id, other.Id) ?? UnmetTrust(firm, other);

    /// <summary>Trust that a firm starts from in one it never met: g_i (1 - .3 rho_ij).</summary>
    public double UnmetTrust(Firm firm, Firm other) =>
        TrustRules.Unmet(Setting.Parameters.Trust, firm.GeneralTrust, Relations.Rivalry(firm, other));

    /// <summary>Lets two firms meet: from now on each keeps its trust in the other.</summary>
    public void Meet(Firm i, Firm j)
    {
        Trust.Meet(i.Id, j.Id, UnmetTrust(i, j));
        Trust.Meet(j.Id, i.Id, UnmetTrust(j, i));
    }

    /// <summary>Trust of a member in its co-members, tau_i: mean over them.</summary>
    public double MeanTrust(Alliance alliance, Member member)
    {
        var sum = 0.0;
        foreach (var other in alliance.Members)
            if (other != member)
                sum += TrustOf(member.Firm, other.Firm);
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

    /// <summary>The smallest trust of a member in another, tau_min.</summary>
    public double LeastTrust(Alliance alliance)
    {
        var least = 1.0;
        foreach (var member in alliance.Members)
            foreach (var other in alliance.Members)
                if (other != member)
                    least = Math.Min(least, TrustOf(member.Firm, other.Firm));
        return least;
    }

    /// <summary>Rivalry of a member with its co-members, rho_i: mean over them.</summary>
    public static double MeanRivalry(Alliance alliance, Member member)
    {
        var sum = 0.0;
        foreach (var other in alliance.Members)
            if (other != member)
                sum += Relations.Rivalry(member.Firm, other.Firm);
        return sum / (alliance.Size - 1);
    }

    /// <summary>Rivalry in an alliance: mean over pairs of members.</summary>
    public static double MeanRivalry(Alliance alliance)
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
        best.Clear();
        foreach (var member in alliance.Members)
            RaiseTo(best, member.Firm.Capabilities);
    }

    /// <summary>Raises each domain to a firm's strength where that is higher.</summary>
    public static void RaiseTo(Span<double> best, ReadOnlySpan<double> capabilities)
    {
        for (var k = 0; k < best.Length; k++)
            best[k] = Math.Max(best[k], capabilities[k]);
    }

    /// <summary>Coverage of an opportunity by the members of an alliance together.</summary>
    public double JointCoverage(Alliance alliance, Opportunity opportunity)
    {
        Span<double> best = stackalloc double[Setting.Industry.Domains];
        BestOf(alliance, best);
        return opportunity.Coverage(best);
    }

    /// <summary>A number for the next opportunity.</summary>
    public int NextOpportunityId() => _opportunities++;
}
