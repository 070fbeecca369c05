using Entente.Mechanisms.Environment;
using Entente.Mechanisms.Trust;
using Entente.Randomness;
using Entente.Settings;

namespace Entente.Worlds;

/// <summary>How alliances and projects begin and end.</summary>
public sealed partial class World
{
    private readonly Pool<Opportunity> _spareOpportunities = new(static () => new Opportunity());
    private readonly Pool<Alliance> _spareAlliances = new(static () => new Alliance());
    private readonly Pool<Member> _spareMembers = new(static () => new Member());
    private readonly Pool<Project> _spareProjects = new(static () => new Project());

    /// <summary>The next opportunity, open and yet to be drawn.</summary>
    public Opportunity NextOpportunity()
    {
        var opportunity = _spareOpportunities.Take();
        opportunity.Id = _opportunities++;
        opportunity.Claims = 1;
        Open.Add(opportunity);
        return opportunity;
    }

    /// <summary>Closes all opportunities whose time is over.</summary>
    public void CloseOpportunities()
    {
        var kept = 0;
        for (var place = 0; place < Open.Count; place++)
        {
            var opportunity = Open[place];
            if (opportunity.IsOpen(Month))
                Open[kept++] = opportunity;
            else
                Release(opportunity);
        }

        Open.RemoveRange(kept, Open.Count - kept);
    }

    /// <summary>The next alliance, still without members.</summary>
    /// <param name="dials">How it is to be governed.</param>
    /// <param name="opportunity">The founding opportunity.</param>
    public Alliance NextAlliance(in Dials dials, Opportunity opportunity)
    {
        var alliance = _spareAlliances.Take();
        alliance.Renew(dials);
        alliance.Id = FirstAllianceId + _alliances++;
        alliance.Opportunity = opportunity;
        alliance.ProposedMonth = Month;
        opportunity.Claims++;
        return alliance;
    }

    /// <summary>
    /// The next concept that a lead draws on an opportunity. Its quality is addressed by opportunity, lead and number of the
    /// concept, not by month.
    /// </summary>
    public Concept NextConcept(Opportunity opportunity, int lead)
    {
        var number = opportunity.NextConcept(lead);
        var luck = Draws.At(Process.Concept, 0, opportunity.Address, lead, number);
        return new Concept(opportunity, lead, number, EnvironmentRules.Quality(Setting.Parameters.Environment, luck));
    }

    /// <summary>Founds an alliance: its members meet and each takes up a slot.</summary>
    /// <param name="alliance">The alliance, still without members.</param>
    /// <param name="members">Two firms or more.</param>
    public void Found(Alliance alliance, List<Firm> members)
    {
        foreach (var firm in members)
            Join(alliance, firm);
        alliance.SizeAtStart = alliance.Size;
        alliance.TrustAtStart = MeanTrust(alliance);
        alliance.RivalryAtStart = MeanRivalry(alliance);
        Alliances.Add(alliance);
    }

    /// <summary>Takes a firm into an alliance, where it meets everybody.</summary>
    public Member Join(Alliance alliance, Firm firm)
    {
        foreach (var other in alliance.Members)
        {
            Meet(firm, other.Firm);
            Trust.DyadOf(Trust.Bond(firm.Id, other.Firm.Id)).Alliances++;
        }

        foreach (var project in alliance.Projects)
            if (!project.IsInvested)
            {
                project.Admit(firm);
                firm.PendingProjects++;
            }

        var member = _spareMembers.Take();
        (member.Firm, member.JoinedMonth, member.BuyIn) = (firm, Month, Setting.Parameters.Pipeline.BuyInStart);
        alliance.Members.Add(member);
        alliance.EverMembers.Add(firm.Id);
        alliance.Settle(Trust);
        firm.Alliances.Add(alliance);
        firm.AlliancesJoined++;
        return member;
    }

    /// <summary>
    /// Ends a firm's membership: it takes back what trust in firms in general it learnt here, gives up its share of projects that
    /// stand and fall with the alliance, and frees its slot.
    /// </summary>
    public void Part(Alliance alliance, Member member)
    {
        var firm = member.Firm;
        firm.GeneralTrust = TrustRules.Generalised(
            Setting.Parameters.Trust, firm.GeneralTrust, member.Seen, member.SeenContributing);
        for (var other = 0; other < alliance.Size; other++)
        {
            if (other == member.Place)
                continue;
            ref var dyad = ref Trust.DyadOf(alliance.Bond(member.Place, other));
            dyad.Alliances--;
            if (alliance.SignedMonth is not null)
                dyad.PastAlliances++;
        }

        for (var p = alliance.Projects.Count - 1; p >= 0; p--)
        {
            var project = alliance.Projects[p];
            if (project.Transplanted || !project.HasStake(firm))
                continue;
            if (project.IsPending && project.TakesPart(firm))
                firm.PendingProjects--;
            project.Remove(firm);
            if (project.Participants() == 0)
                End(project, ProjectStage.Stopped, "nobody left");
        }

        alliance.Members.RemoveAt(member.Place);
        alliance.Settle(Trust);
        firm.Alliances.Remove(alliance);
        member.Renew();
        _spareMembers.Return(member);
    }

    /// <summary>Ends an alliance: transplanted projects go on without it, the others end with it, all members part.</summary>
    public void End(Alliance alliance, Ending why)
    {
        if (alliance.SignedMonth is null)
            alliance.TrustAtEnd = MeanTrust(alliance);
        for (var p = alliance.Projects.Count - 1; p >= 0; p--)
        {
            var project = alliance.Projects[p];
            if (project.Transplanted)
                project.Orphaned = true;
            else
                End(project, ProjectStage.Stopped, "alliance ended");
        }

        while (alliance.Size > 0)
            Part(alliance, alliance.Members[^1]);
        alliance.Phase = AlliancePhase.Ended;
        alliance.Ending = why;
        alliance.EndedMonth = Month;
        Tally.Ended++;
        Tell(HappeningKind.Ended, alliance, why: Words.Of(why));
        (alliance.LivingProjects > 0 ? Outlived : SettledAlliances).Add(alliance);
    }

    /// <summary>Begins a project of an alliance: every member has a stake, its share fixed when it is invested in.</summary>
    public Project Begin(Alliance alliance, Concept concept)
    {
        var project = NextProject(ProjectKind.Alliance, concept);
        project.Origin = alliance;
        project.Coverage = JointCoverage(alliance, concept.Opportunity);
        foreach (var member in alliance.Members)
        {
            project.Admit(member.Firm);
            member.Firm.PendingProjects++;
        }

        alliance.CountConcept(concept.Opportunity);
        alliance.ProjectsBegun++;
        alliance.LivingProjects++;
        alliance.Projects.Add(project);
        alliance.ProjectsChanged();
        Tell(HappeningKind.ProjectStarted, alliance, project: project);
        return project;
    }

    /// <summary>Begins a project that a firm builds alone or buys; it is invested in at once.</summary>
    public Project BeginAlone(
        Firm firm, ProjectKind kind, Concept concept, double coverage, int months, double price)
    {
        var project = NextProject(kind, concept);
        project.ImplementedMonth = Month;
        project.Stage = ProjectStage.Implementation;
        project.BuildMonths = months;
        project.Coverage = coverage;
        project.Investment = 1;
        project.Admit(firm);
        (project.Stakes[0].Share, project.Stakes[0].Sunk) = (1, price);
        firm.PendingProjects++;
        firm.Builds.Add(project);
        Tell(kind == ProjectKind.Build ? HappeningKind.BuildStarted : HappeningKind.Purchased, firm: firm, project: project,
            amount: price);
        Pay(project, firm, price);
        return project;
    }

    private Project NextProject(ProjectKind kind, Concept concept)
    {
        var project = _spareProjects.Take();
        (project.Id, project.Kind, project.Concept, project.StartedMonth) = (_projects++, kind, concept, Month);
        concept.Opportunity.Claims++;
        Projects.Add(project);
        return project;
    }

    /// <summary>Lets a project go live.</summary>
    public void GoLive(Project project)
    {
        ReleaseExperts(project);
        project.Stage = ProjectStage.Live;
        project.LiveMonth = Month;
        project.Opportunity.LiveProjects++;
        if (!project.Opportunity.EverLive)
        {
            project.Opportunity.EverLive = true;
            Tally.ValueCaptured += project.Opportunity.Value;
        }

        if (project.Origin is { } alliance)
        {
            alliance.LiveMonth ??= Month;
            alliance.ProjectsGoneLive++;
            alliance.ProjectsChanged();
        }

        Tell(HappeningKind.ProjectLive, project.Origin, project.Kind == ProjectKind.Alliance ? null : project.Stakes[0].Firm,
            project: project);
    }

    /// <summary>Ends a project.</summary>
    public void End(Project project, ProjectStage how, string why)
    {
        if (project.IsPending)
            ReleaseExperts(project);
        if (project.IsLive)
            project.Opportunity.LiveProjects--;
        project.Stage = how;
        project.EndedMonth = Month;
        project.MonthValue = 0;
        EndedProjects.Add(project);
        if (project.InAlliance)
        {
            project.Origin!.Projects.Remove(project);
            project.Origin.ProjectsChanged();
            project.Origin.LastProjectEnd = how;
            project.Origin.LastProjectBoughtOut = false;
        }
        else if (!project.Orphaned)
            project.Stakes[0].Firm.Builds.Remove(project);

        Tell(HappeningKind.ProjectEnded, project.Origin, project: project, why: why);
        if (project.Origin is not { } alliance || --alliance.LivingProjects > 0 || alliance.Phase != AlliancePhase.Ended)
            return;
        SettledAlliances.Add(alliance);
    }

    /// <summary>Moves a live project into the operating units: what was sunk into it is out of the alliance's reach.</summary>
    public static void Transplant(Project project)
    {
        project.Transplanted = true;
        foreach (ref var stake in project.Stakes)
            stake.Sunk = 0;
        project.Origin!.ProjectsChanged();
    }

    /// <summary>Lets a member step out of a project for good: its share passes to the others, its experts are free again.</summary>
    public static void StepOut(Project project, Firm firm)
    {
        if (project.IsPending)
            firm.PendingProjects--;
        project.StepOut(firm);
    }

    /// <summary>Makes a project of an alliance one member's own.</summary>
    public static void BuyOut(Project project, Firm buyer)
    {
        project.Origin!.Projects.Remove(project);
        project.Origin.ProjectsChanged();
        project.Origin.LastProjectBoughtOut = true;
        project.BoughtOut = true;
        project.PassTo(buyer);
        buyer.Builds.Add(project);
    }

    private static void ReleaseExperts(Project project)
    {
        foreach (ref readonly var stake in project.Stakes)
            if (!stake.SteppedOut)
                stake.Firm.PendingProjects--;
    }

    /// <summary>Puts one firm in another's place in all its alliances and projects; the two must share no alliance.</summary>
    public void Succeed(Firm heir, Firm firm)
    {
        foreach (var alliance in firm.Alliances)
        {
            foreach (var other in alliance.Members)
                if (other.Firm != firm)
                {
                    Meet(heir, other.Firm);
                    Trust.DyadOf(Trust.Bond(firm.Id, other.Firm.Id)).Alliances--;
                    Trust.DyadOf(Trust.Bond(heir.Id, other.Firm.Id)).Alliances++;
                }

            alliance.MemberOf(firm)!.Firm = heir;
            alliance.EverMembers.Add(heir.Id);
            alliance.Settle(Trust);
            heir.Alliances.Add(alliance);
            heir.AlliancesJoined++;
        }

        firm.Alliances.Clear();
        foreach (var project in Projects)
        {
            if (project.HasEnded || !project.HasStake(firm))
                continue;
            if (project.IsPending && project.TakesPart(firm))
            {
                firm.PendingProjects--;
                heir.PendingProjects++;
            }

            project.Replace(firm, heir);
        }

        heir.Builds.AddRange(firm.Builds);
        firm.Builds.Clear();
    }

    /// <summary>What ended last month, and was observed, makes room for something new.</summary>
    private void Recycle()
    {
        foreach (var project in EndedProjects)
        {
            Release(project.Opportunity);
            project.Renew();
            _spareProjects.Return(project);
        }

        EndedProjects.Clear();
        foreach (var alliance in SettledAlliances)
        {
            Release(alliance.Opportunity);
            _spareAlliances.Return(alliance);
        }

        SettledAlliances.Clear();
    }

    private void Release(Opportunity opportunity)
    {
        if (--opportunity.Claims > 0)
            return;
        opportunity.Renew();
        _spareOpportunities.Return(opportunity);
    }
}
