using Entente.Settings;

namespace Entente.Worlds;

/// <summary>Where an alliance is in its life.</summary>
public enum AlliancePhase
{
    /// <summary>Its members negotiate.</summary>
    Negotiate,
    /// <summary>It operates.</summary>
    Operate,
    /// <summary>It operates, and is being restructured.</summary>
    Restructure,
    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>Why an alliance ended: competing risks.</summary>
public enum Ending
{
    /// <summary>It goes on.</summary>
    None,
    /// <summary>Its last project became obsolete.</summary>
    Completed,
    /// <summary>Its last project failed or was stopped.</summary>
    Failed,
    /// <summary>It was too long without a project.</summary>
    Dormant,
    /// <summary>The opportunity closed while it was negotiated.</summary>
    Closed,
    /// <summary>The negotiation was broken off.</summary>
    BrokenOff,
    /// <summary>A member left and fewer than two stayed.</summary>
    Left,
    /// <summary>A member bought the others out of the last project.</summary>
    BoughtOut,
    /// <summary>One member acquired another.</summary>
    Merged,
    /// <summary>A member failed and fewer than two stayed.</summary>
    FirmFailed,
}

/// <summary>What a member does in a month.</summary>
public enum Choice
{
    /// <summary>Nothing yet.</summary>
    None,
    /// <summary>It does its part.</summary>
    Contribute,
    /// <summary>It holds back.</summary>
    Withhold,
    /// <summary>It leaves.</summary>
    Leave,
}

/// <summary>One firm in one alliance. Objects are used again for another membership once this one has ended.</summary>
public sealed class Member
{
    /// <summary>The firm.</summary>
    public Firm Firm { get; internal set; } = null!;
    /// <summary>Its place among the members, from 0.</summary>
    public int Place { get; internal set; }
    /// <summary>Share s_i in value and costs: equal, or by size, as powerSplit says.</summary>
    public double Share { get; internal set; }
    /// <summary>Month in which it joined.</summary>
    public int JoinedMonth { get; internal set; }
    /// <summary>Perceived justice J, 0 to 1.</summary>
    public double Justice { get; set; }
    /// <summary>Buy-in of its operating units B, 0 to 1.</summary>
    public double BuyIn { get; set; }
    /// <summary>What it does this month.</summary>
    public Choice Action { get; set; }
    /// <summary>Its effort this month, 0 to 1.</summary>
    public double Effort { get; set; }
    /// <summary>What it did last month.</summary>
    public Choice LastAction { get; set; }
    /// <summary>Whether it stayed this month only because of the exit barrier.</summary>
    public bool LockedIn { get; set; }
    /// <summary>Whether a conflict this month made it angry.</summary>
    public bool Angry { get; set; }
    /// <summary>What it remembers of the others here, 0 to 1, where its theory of conduct remembers anything.</summary>
    public double Memory { get; set; }
    /// <summary>Share of the others that it took for contributing last month; 1 where it saw none.</summary>
    public double SeenLast { get; set; }
    /// <summary>How many member-months of others it has seen here.</summary>
    public int Seen { get; set; }
    /// <summary>How many of them it took for contributions.</summary>
    public int SeenContributing { get; set; }

    /// <summary>Makes it as new.</summary>
    internal void Renew()
    {
        Firm = null!;
        (Place, Share, JoinedMonth, Justice, BuyIn, Effort) = (0, 0, 0, 0, 0, 0);
        (Memory, SeenLast) = (0, 1);
        (Action, LastAction, LockedIn, Angry, Seen, SeenContributing) = (default, default, false, false, 0, 0);
    }
}

/// <summary>
/// An alliance of two firms or more, from proposal to end. Objects are used again for another alliance once this one and all
/// projects that began in it have ended.
/// </summary>
public sealed class Alliance
{
    private readonly List<(int Opportunity, int Count)> _concepts = [];
    private Dials _dials;
    private int[] _bonds = new int[4];
    private bool _surveyed;
    private double _meanValue, _meanNovelty;
    private int _activeProjects, _pendingProjects;

    /// <summary>The dials in force in this alliance: clauses added in negotiation raise contractControl.</summary>
    public ref readonly Dials Dials => ref _dials;
    /// <summary>Number of the alliance, in order of formation. A label: no rule and no draw uses it.</summary>
    public int Id { get; internal set; }
    /// <summary>Its name, or an empty text.</summary>
    public string Name { get; internal set; } = "";
    /// <summary>The firm that searched for it.</summary>
    public int Founder { get; internal set; }
    /// <summary>The founding opportunity.</summary>
    public Opportunity Opportunity { get; internal set; } = null!;
    /// <summary>The concepts whose projects begin when it is signed: the founding one, or those that a decree gave it.</summary>
    public List<Concept> FoundingConcepts { get; } = [];
    /// <summary>Whether it was founded by decree and signs without negotiating.</summary>
    public bool ByDecree { get; internal set; }
    /// <summary>Month of proposal.</summary>
    public int ProposedMonth { get; internal set; }
    /// <summary>First month of operation.</summary>
    public int? SignedMonth { get; set; }
    /// <summary>Month in which its first project went live.</summary>
    public int? LiveMonth { get; set; }
    /// <summary>Month of its end.</summary>
    public int? EndedMonth { get; set; }
    /// <summary>Why it ended.</summary>
    public Ending Ending { get; set; }
    /// <summary>Where it is in its life.</summary>
    public AlliancePhase Phase { get; set; }
    /// <summary>Members, in the order of joining.</summary>
    public List<Member> Members { get; } = [];
    /// <summary>Every firm that was ever a member, in the order of joining.</summary>
    public List<int> EverMembers { get; } = [];
    /// <summary>Projects not ended, transplanted ones included.</summary>
    public List<Project> Projects { get; } = [];

    /// <summary>Work of negotiating, in months at full speed.</summary>
    public double Work { get; set; }
    /// <summary>Work done.</summary>
    public double WorkDone { get; set; }
    /// <summary>Months of negotiation.</summary>
    public int NegotiationMonths { get; set; }

    /// <summary>Leadership quality l of those who run the process.</summary>
    public double Leadership { get; set; }
    /// <summary>The same at the start; it never recovers beyond.</summary>
    public double LeadershipAtStart { get; internal set; }
    /// <summary>Stamina points taken since they were last settled.</summary>
    public double StaminaTaken { get; set; }
    /// <summary>Months since the contract was last brought up to date.</summary>
    public int MonthsSinceNegotiation { get; set; }
    /// <summary>Share f of the contract that can be enforced this month.</summary>
    public double Enforceable { get; set; }
    /// <summary>Probability d that withholding is noticed this month.</summary>
    public double Detection { get; set; }
    /// <summary>Months of stall still to come.</summary>
    public int StallMonths { get; set; }
    /// <summary>Month in which the restructuring under way ends.</summary>
    public int RestructuringEnds { get; set; }
    /// <summary>Month in which the last restructuring began.</summary>
    public int? LastRestructuring { get; set; }
    /// <summary>Months without a project; null while it has one.</summary>
    public int? MonthsWithoutProject { get; set; }
    /// <summary>How its last project ended.</summary>
    public ProjectStage LastProjectEnd { get; set; } = ProjectStage.Stopped;
    /// <summary>Whether its last project was bought out.</summary>
    public bool LastProjectBoughtOut { get; set; }

    /// <summary>Months of operation so far, counting this one, restructuring included.</summary>
    public int OperationMonths { get; set; }
    /// <summary>Months of restructuring.</summary>
    public int RestructuringMonths { get; set; }
    /// <summary>Months of operation in which it was stalled.</summary>
    public int StalledMonths { get; set; }
    /// <summary>Projects begun.</summary>
    public int ProjectsBegun { get; set; }
    /// <summary>Projects that went live.</summary>
    public int ProjectsGoneLive { get; set; }
    /// <summary>Live value so far.</summary>
    public double GrossValue { get; set; }
    /// <summary>Costs and investments so far.</summary>
    public double Spent { get; set; }
    /// <summary>Members at the start.</summary>
    public int SizeAtStart { get; set; }
    /// <summary>Mean trust at proposal.</summary>
    public double TrustAtStart { get; set; }
    /// <summary>Mean trust at the end.</summary>
    public double TrustAtEnd { get; set; }
    /// <summary>Mean rivalry at proposal.</summary>
    public double RivalryAtStart { get; set; }
    /// <summary>Mean perceived justice at signing.</summary>
    public double JusticeAtStart { get; set; }
    /// <summary>Mean perceived justice at the end.</summary>
    public double JusticeAtEnd { get; set; }
    /// <summary>contractControl at proposal.</summary>
    public double ControlAtStart { get; private set; }

    /// <summary>Projects that began in it and have not ended, bought out and orphaned ones included.</summary>
    internal int LivingProjects { get; set; }

    /// <summary>Number of members, n.</summary>
    public int Size => Members.Count;
    /// <summary>Whether it operates, restructuring included.</summary>
    public bool InOperation => Phase is AlliancePhase.Operate or AlliancePhase.Restructure;
    /// <summary>Quality of the process as it really is, phi.</summary>
    public double ProcessQuality => Dials.FairProcess * Leadership;
    /// <summary>Compliance chi that the contract compels this month.</summary>
    public double Compliance => Enforceable * Detection;
    /// <summary>Lowest number among its members: with <see cref="Second"/> the address of its luck.</summary>
    public int First { get; private set; }
    /// <summary>Second lowest number among its members.</summary>
    public int Second { get; private set; }

    /// <summary>A firm's membership, or null.</summary>
    public Member? MemberOf(Firm firm)
    {
        foreach (var member in Members)
            if (member.Firm == firm)
                return member;
        return null;
    }

    /// <summary>Adds a clause: control rises, to at most 1.</summary>
    public void Tighten(double control) =>
        _dials = _dials with { ContractControl = Math.Min(1, _dials.ContractControl + control) };

    /// <summary>The bond from one member to another, for the ledger of trust.</summary>
    /// <param name="member">Place of the one.</param>
    /// <param name="other">Place of the other.</param>
    public int Bond(int member, int other) => _bonds[member * Size + other];

    /// <summary>Works out what follows from who the members are: their places, shares and bonds, and the alliance's address.</summary>
    internal void Settle(TrustLedger trust)
    {
        var size = 0.0;
        foreach (var member in Members)
            size += member.Firm.Size;
        if (_bonds.Length < Size * Size)
            _bonds = new int[2 * Size * Size];
        (First, Second) = (int.MaxValue, int.MaxValue);
        for (var place = 0; place < Size; place++)
        {
            var member = Members[place];
            member.Place = place;
            member.Share = (1 - Dials.PowerSplit) / Size + Dials.PowerSplit * member.Firm.Size / size;
            for (var other = 0; other < Size; other++)
                if (other != place)
                    _bonds[place * Size + other] = trust.Bond(member.Firm.Id, Members[other].Firm.Id);
            var id = member.Firm.Id;
            if (id < First)
                (First, Second) = (id, First);
            else if (id < Second)
                Second = id;
        }
    }

    /// <summary>Mean effort this month of the members that chose, 0 to 1: those that have just joined did not.</summary>
    public double MeanEffort()
    {
        double sum = 0, count = 0;
        foreach (var member in Members)
        {
            if (member.Action == Choice.None)
                continue;
            sum += member.Effort;
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Mean effort of the members that take part in a project, 0 to 1; 0 where none does.</summary>
    public double EffortIn(Project project)
    {
        double sum = 0, count = 0;
        foreach (var member in Members)
        {
            if (!project.TakesPart(member.Firm))
                continue;
            sum += member.Effort;
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Buy-in of operating units, mean over members.</summary>
    public double MeanBuyIn()
    {
        var sum = 0.0;
        foreach (var member in Members)
            sum += member.BuyIn;
        return sum / Members.Count;
    }

    /// <summary>Perceived threat, mean over members.</summary>
    public double MeanThreat()
    {
        var sum = 0.0;
        foreach (var member in Members)
            sum += member.Firm.Threat;
        return sum / Members.Count;
    }

    /// <summary>What a member has sunk into projects that neither ended nor were transplanted, S_i.</summary>
    public double SunkBy(Firm firm)
    {
        var sunk = 0.0;
        foreach (var project in Projects)
            if (!project.Transplanted)
                sunk += project.SunkBy(firm);
        return sunk;
    }

    /// <summary>Mean monthly value of its projects' opportunities, V-bar; the founding opportunity's without a project.</summary>
    public double MeanValue()
    {
        Survey();
        return _meanValue;
    }

    /// <summary>Mean novelty of its projects' opportunities; the founding opportunity's without a project.</summary>
    public double MeanNovelty()
    {
        Survey();
        return _meanNovelty;
    }

    /// <summary>Mean misfit of its projects; 0 without a project.</summary>
    public double MeanMisfit()
    {
        var sum = 0.0;
        foreach (var project in Projects)
            sum += project.Misfit;
        return Projects.Count == 0 ? 0 : sum / Projects.Count;
    }

    /// <summary>Perceived justice, mean over members.</summary>
    public double MeanJustice()
    {
        var sum = 0.0;
        foreach (var member in Members)
            sum += member.Justice;
        return sum / Members.Count;
    }

    /// <summary>How many projects still need the alliance.</summary>
    public int ActiveProjects()
    {
        Survey();
        return _activeProjects;
    }

    /// <summary>How many projects are yet to go live.</summary>
    public int PendingProjects()
    {
        Survey();
        return _pendingProjects;
    }

    /// <summary>To be called when a project begins, goes live, moves into the operating units or is no longer the alliance's.</summary>
    internal void ProjectsChanged() => _surveyed = false;

    /// <summary>How many concepts it has tried on an opportunity.</summary>
    public int ConceptsOn(Opportunity opportunity)
    {
        foreach (var (id, count) in _concepts)
            if (id == opportunity.Id)
                return count;
        return 0;
    }

    /// <summary>Counts one more concept on an opportunity.</summary>
    public void CountConcept(Opportunity opportunity)
    {
        for (var entry = 0; entry < _concepts.Count; entry++)
        {
            if (_concepts[entry].Opportunity != opportunity.Id)
                continue;
            _concepts[entry] = (opportunity.Id, _concepts[entry].Count + 1);
            return;
        }

        _concepts.Add((opportunity.Id, 1));
    }

    /// <summary>Makes it as new.</summary>
    internal void Renew(in Dials dials)
    {
        _dials = dials;
        _concepts.Clear();
        FoundingConcepts.Clear();
        Members.Clear();
        EverMembers.Clear();
        Projects.Clear();
        Array.Clear(_bonds);
        (_surveyed, _meanValue, _meanNovelty, _activeProjects, _pendingProjects) = (false, 0, 0, 0, 0);
        (Id, Name, Founder, Opportunity, ByDecree) = (0, "", 0, null!, false);
        (ProposedMonth, SignedMonth, LiveMonth, EndedMonth, Ending, Phase) = (0, null, null, null, default, default);
        (Work, WorkDone, NegotiationMonths) = (0, 0, 0);
        (Leadership, LeadershipAtStart, StaminaTaken) = (0, 0, 0);
        (MonthsSinceNegotiation, Enforceable, Detection, StallMonths) = (0, 0, 0, 0);
        (RestructuringEnds, LastRestructuring, MonthsWithoutProject) = (0, null, null);
        (LastProjectEnd, LastProjectBoughtOut) = (ProjectStage.Stopped, false);
        (OperationMonths, RestructuringMonths, StalledMonths, ProjectsBegun, ProjectsGoneLive) = (0, 0, 0, 0, 0);
        (GrossValue, Spent, SizeAtStart, TrustAtStart, TrustAtEnd, RivalryAtStart) = (0, 0, 0, 0, 0, 0);
        (JusticeAtStart, JusticeAtEnd, ControlAtStart) = (0, 0, dials.ContractControl);
        (LivingProjects, First, Second) = (0, 0, 0);
    }

    private void Survey()
    {
        if (_surveyed)
            return;
        double value = 0, novelty = 0;
        (_activeProjects, _pendingProjects) = (0, 0);
        foreach (var project in Projects)
        {
            value += project.Opportunity.Value;
            novelty += project.Opportunity.Novelty;
            if (project.IsActive)
                _activeProjects++;
            if (project.IsPending)
                _pendingProjects++;
        }

        (_meanValue, _meanNovelty) = Projects.Count == 0
            ? (Opportunity.Value, Opportunity.Novelty)
            : (value / Projects.Count, novelty / Projects.Count);
        _surveyed = true;
    }
}
