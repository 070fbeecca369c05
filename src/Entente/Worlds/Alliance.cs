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

/// <summary>One firm in one alliance.</summary>
public sealed class Member
{
    /// <summary>The firm.</summary>
    public required Firm Firm { get; set; }
    /// <summary>Month in which it joined.</summary>
    public required int JoinedMonth { get; init; }
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
    /// <summary>How many member-months of others it has seen here.</summary>
    public int Seen { get; set; }
    /// <summary>How many of them it took for contributions.</summary>
    public int SeenContributing { get; set; }
}

/// <summary>An alliance of two firms or more, from proposal to end.</summary>
public sealed class Alliance
{
    private readonly List<(int Opportunity, int Count)> _concepts = [];
    private Dials _dials;

    /// <summary>An alliance still without members.</summary>
    /// <param name="dials">How it is to be governed.</param>
    public Alliance(Dials dials)
    {
        _dials = dials;
        ControlAtStart = dials.ContractControl;
    }

    /// <summary>The dials in force in this alliance: clauses added in negotiation raise contractControl.</summary>
    public ref readonly Dials Dials => ref _dials;
    /// <summary>Number of the alliance, in order of formation. A label: no rule and no draw uses it.</summary>
    public required int Id { get; init; }
    /// <summary>Its name, or an empty text.</summary>
    public required string Name { get; init; }
    /// <summary>The firm that searched for it.</summary>
    public required int Founder { get; init; }
    /// <summary>The founding opportunity.</summary>
    public required Opportunity Opportunity { get; init; }
    /// <summary>The concepts whose projects begin when it is signed: the founding one, or those that a decree gave it.</summary>
    public List<Concept> FoundingConcepts { get; } = [];
    /// <summary>Whether it was founded by decree and signs without negotiating.</summary>
    public bool ByDecree { get; init; }
    /// <summary>Month of proposal.</summary>
    public required int ProposedMonth { get; init; }
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
    public required double LeadershipAtStart { get; init; }
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
    public double ControlAtStart { get; }

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

    /// <summary>Takes a member in.</summary>
    public void Add(Member member)
    {
        Members.Add(member);
        EverMembers.Add(member.Firm.Id);
        Readdress();
    }

    /// <summary>Takes a member out.</summary>
    public void Remove(Member member)
    {
        Members.Remove(member);
        Readdress();
    }

    /// <summary>Puts one firm in another's place.</summary>
    public void Replace(Firm firm, Firm heir)
    {
        MemberOf(firm)!.Firm = heir;
        EverMembers.Add(heir.Id);
        Readdress();
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
            if (project.StakeOf(member.Firm) is not { SteppedOut: false })
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

    /// <summary>Share s_i of a member in value and costs: equal, or by size, as powerSplit says.</summary>
    public double ShareOf(Member member)
    {
        var size = 0.0;
        foreach (var other in Members)
            size += other.Firm.Size;
        return (1 - Dials.PowerSplit) / Members.Count + Dials.PowerSplit * member.Firm.Size / size;
    }

    /// <summary>What a member has sunk into projects that neither ended nor were transplanted, S_i.</summary>
    public double SunkBy(Firm firm)
    {
        var sunk = 0.0;
        foreach (var project in Projects)
            if (!project.Transplanted)
                sunk += project.StakeOf(firm)?.Sunk ?? 0;
        return sunk;
    }

    /// <summary>Mean monthly value of its projects' opportunities, V-bar; the founding opportunity's without a project.</summary>
    public double MeanValue()
    {
        var sum = 0.0;
        foreach (var project in Projects)
            sum += project.Opportunity.Value;
        return Projects.Count == 0 ? Opportunity.Value : sum / Projects.Count;
    }

    /// <summary>Mean novelty of its projects' opportunities; the founding opportunity's without a project.</summary>
    public double MeanNovelty()
    {
        var sum = 0.0;
        foreach (var project in Projects)
            sum += project.Opportunity.Novelty;
        return Projects.Count == 0 ? Opportunity.Novelty : sum / Projects.Count;
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
        var count = 0;
        foreach (var project in Projects)
            if (project.IsActive)
                count++;
        return count;
    }

    /// <summary>How many projects are yet to go live.</summary>
    public int PendingProjects()
    {
        var count = 0;
        foreach (var project in Projects)
            if (project.IsPending)
                count++;
        return count;
    }

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

    private void Readdress()
    {
        (First, Second) = (int.MaxValue, int.MaxValue);
        foreach (var member in Members)
        {
            var id = member.Firm.Id;
            if (id < First)
                (First, Second) = (id, First);
            else if (id < Second)
                Second = id;
        }
    }
}
