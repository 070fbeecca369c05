using Entente.Mechanisms.Environment;
using Entente.Mechanisms.Trust;
using Entente.Randomness;

namespace Entente.Worlds;

/// <summary>How alliances and projects begin and end.</summary>
public sealed partial class World
{
    /// <summary>A number for the next alliance.</summary>
    public int NextAllianceId() => FirstAllianceId + _alliances++;

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
    public void Found(Alliance alliance, IReadOnlyList<Firm> members)
    {
        foreach (var firm in members)
            Join(alliance, firm);
        alliance.SizeAtStart = alliance.Size;
        alliance.TrustAtStart = MeanTrust(alliance);
        alliance.RivalryAtStart = MeanRivalry(alliance);
        Alliances.Add(alliance);
        AllAlliances.Add(alliance);
    }

    /// <summary>Takes a firm into an alliance, where it meets everybody.</summary>
    public Member Join(Alliance alliance, Firm firm)
    {
        foreach (var other in alliance.Members)
            Meet(firm, other.Firm);
        var member = new Member { Firm = firm, JoinedMonth = Month, BuyIn = Setting.Parameters.Pipeline.BuyInStart };
        foreach (var project in alliance.Projects)
            if (!project.IsInvested)
            {
                project.Stakes.Add(new Stake { Firm = firm });
                firm.PendingProjects++;
            }

        alliance.Add(member);
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
        foreach (var other in alliance.Members)
            if (other != member && alliance.SignedMonth is not null)
            {
                Trust.Of(firm.Id, other.Firm.Id).PastAlliances++;
                Trust.Of(other.Firm.Id, firm.Id).PastAlliances++;
            }

        for (var p = alliance.Projects.Count - 1; p >= 0; p--)
        {
            var project = alliance.Projects[p];
            if (project.Transplanted || project.StakeOf(firm) is null)
                continue;
            if (project.IsPending && !project.StakeOf(firm)!.SteppedOut)
                firm.PendingProjects--;
            project.Remove(firm);
            if (project.Participants() == 0)
                End(project, ProjectStage.Stopped, "nobody left");
        }

        alliance.Remove(member);
        firm.Alliances.Remove(alliance);
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
        Alliances.Remove(alliance);
        Tally.Ended++;
        Tell(HappeningKind.Ended, alliance, why: Words.Of(why));
    }

    /// <summary>Begins a project of an alliance: every member has a stake, its share fixed when it is invested in.</summary>
    public Project Begin(Alliance alliance, Concept concept)
    {
        var project = new Project
        {
            Id = _projects++,
            Kind = ProjectKind.Alliance,
            Origin = alliance,
            Concept = concept,
            StartedMonth = Month,
            Coverage = JointCoverage(alliance, concept.Opportunity),
        };
        foreach (var member in alliance.Members)
        {
            project.Stakes.Add(new Stake { Firm = member.Firm });
            member.Firm.PendingProjects++;
        }

        alliance.CountConcept(concept.Opportunity);
        alliance.ProjectsBegun++;
        alliance.Projects.Add(project);
        Projects.Add(project);
        AllProjects.Add(project);
        Tell(HappeningKind.ProjectStarted, alliance, project: project);
        return project;
    }

    /// <summary>Begins a project that a firm builds alone or buys; it is invested in at once.</summary>
    public Project BeginAlone(
        Firm firm, ProjectKind kind, Concept concept, double coverage, int months, double price)
    {
        var project = new Project
        {
            Id = _projects++,
            Kind = kind,
            Concept = concept,
            StartedMonth = Month,
            ImplementedMonth = Month,
            Stage = ProjectStage.Implementation,
            BuildMonths = months,
            Coverage = coverage,
            Investment = 1,
        };
        project.Stakes.Add(new Stake { Firm = firm, Share = 1, Sunk = price });
        firm.PendingProjects++;
        firm.Builds.Add(project);
        Projects.Add(project);
        AllProjects.Add(project);
        Tell(kind == ProjectKind.Build ? HappeningKind.BuildStarted : HappeningKind.Purchased, firm: firm, project: project,
            amount: price);
        Pay(project, firm, price);
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
        Projects.Remove(project);
        if (project.InAlliance)
        {
            project.Origin!.Projects.Remove(project);
            project.Origin.LastProjectEnd = how;
            project.Origin.LastProjectBoughtOut = false;
        }
        else if (!project.Orphaned)
            project.Stakes[0].Firm.Builds.Remove(project);

        Tell(HappeningKind.ProjectEnded, project.Origin, project: project, why: why);
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
        project.Origin.LastProjectBoughtOut = true;
        project.BoughtOut = true;
        project.Stakes.RemoveAll(stake => stake.Firm != buyer);
        project.Stakes[0].Share = 1;
        buyer.Builds.Add(project);
    }

    private static void ReleaseExperts(Project project)
    {
        foreach (var stake in project.Stakes)
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
                    Meet(heir, other.Firm);
            alliance.Replace(firm, heir);
            heir.Alliances.Add(alliance);
            heir.AlliancesJoined++;
        }

        firm.Alliances.Clear();
        foreach (var project in Projects)
        {
            if (project.StakeOf(firm) is not { } stake)
                continue;
            if (project.IsPending && !stake.SteppedOut)
            {
                firm.PendingProjects--;
                heir.PendingProjects++;
            }

            if (project.StakeOf(heir) is { } own)
            {
                own.Share += stake.Share;
                own.Sunk += stake.Sunk;
                own.SteppedOut &= stake.SteppedOut;
                project.Stakes.Remove(stake);
            }
            else
                stake.Firm = heir;
        }

        heir.Builds.AddRange(firm.Builds);
        firm.Builds.Clear();
    }
}
