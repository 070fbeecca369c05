using System.Runtime.InteropServices;
using Entente.Worlds;

namespace Entente.Observation;

/// <summary>Writes down one replication: a row a month as it goes, the other tables at its end.</summary>
public sealed class Recorder : IObserver
{
    private readonly World _world;
    private readonly Rows<MonthRow> _months = new();
    private Rows<AllianceRow> _alliances = new();
    private Rows<ProjectRow> _projects = new();
    private readonly Rows<EventRow> _events = new();
    private readonly Lives _lives = new();
    private readonly ValueByAge _valueBy60 = new(60);
    private readonly ValueByAge _valueBy120 = new(120);
    private readonly Network _network;
    private readonly double _coreAtStart;
    private readonly FirmStart[] _starts;
    private Snapshot _last;
    private Mean _trust, _justice, _buyIn, _density, _clustering, _component;

    /// <summary>A recorder for a world before month 0.</summary>
    public Recorder(World world)
    {
        _world = world;
        _network = new Network(world.Firms.Length);
        _coreAtStart = world.Firms.Sum(firm => firm.CoreRevenue);
        _starts = [.. world.Firms.Select(firm => new FirmStart(firm.Size, firm.GeneralTrust, firm.Fairness, firm.ControlBias))];
    }

    private readonly record struct FirmStart(double Size, double Trust, double Fairness, double ControlBias);

    /// <summary>The tally at the end of the month before, so that a month's share can be told.</summary>
    private readonly record struct Snapshot(
        int Formed, int Signed, int Ended, int MemberMonths, int Contributed, int LockedIn, double Gross, double Spent, double Income)
    {
        public static Snapshot Of(Tally tally) => new(tally.Formed, tally.Signed, tally.Ended, tally.MemberMonths,
            tally.Contributed, tally.LockedIn, tally.GrossValue, tally.Spent, tally.Income);
    }

    private struct Mean
    {
        private double _sum;
        private int _count;

        public readonly double Value => _count == 0 ? double.NaN : _sum / _count;

        public void Add(double value)
        {
            if (double.IsNaN(value))
                return;
            _sum += value;
            _count++;
        }
    }

    /// <inheritdoc/>
    public void Observe(World world)
    {
        Mean trust = default, justice = default, buyIn = default, rivalry = default;
        int negotiating = 0, operating = 0, restructuring = 0;
        foreach (var alliance in world.Alliances)
        {
            if (!alliance.InOperation)
            {
                negotiating++;
                continue;
            }

            operating++;
            Age(alliance);
            if (alliance.Phase == AlliancePhase.Restructure)
                restructuring++;
            foreach (var member in alliance.Members)
            {
                justice.Add(member.Justice);
                _justice.Add(member.Justice);
                buyIn.Add(member.BuyIn);
                _buyIn.Add(member.BuyIn);
                for (var other = 0; other < alliance.Size; other++)
                    if (other != member.Place)
                    {
                        var its = world.Trust[alliance.Bond(member.Place, other)];
                        trust.Add(its);
                        _trust.Add(its);
                        if (other > member.Place)
                            rivalry.Add(world.Rivalry(ref world.Trust.DyadOf(alliance.Bond(member.Place, other))));
                    }
            }
        }

        foreach (var alliance in world.Outlived)
            Age(alliance);

        int early = 0, implementing = 0, live = 0;
        foreach (var project in world.Projects)
            if (project.Kind == ProjectKind.Alliance && !project.BoughtOut)
            {
                if (project.IsLive)
                    live++;
                else if (project.Stage == ProjectStage.Implementation)
                    implementing++;
                else
                    early++;
            }

        double core = 0, threat = 0, capability = 0;
        foreach (var firm in world.Firms)
        {
            foreach (var strength in firm.Capabilities)
                capability += strength;
            core += firm.CoreRevenue;
            threat += firm.Threat;
        }

        var network = _network.Measure(world);
        _density.Add(network.Density);
        _clustering.Add(network.Clustering);
        _component.Add(network.LargestComponent);
        var now = Snapshot.Of(world.Tally);
        var memberMonths = now.MemberMonths - _last.MemberMonths;
        _months.Add(new MonthRow
        {
            Month = world.Month,
            Disruption = world.Disruption,
            Turbulence = world.Turbulence,
            OpenOpportunities = world.Open.Count,
            Negotiating = negotiating,
            Operating = operating,
            Restructuring = restructuring,
            Formed = now.Formed - _last.Formed,
            Signed = now.Signed - _last.Signed,
            Ended = now.Ended - _last.Ended,
            ProjectsEarly = early,
            ProjectsImplementing = implementing,
            ProjectsLive = live,
            GrossValue = now.Gross - _last.Gross,
            NetValue = now.Gross - _last.Gross - (now.Spent - _last.Spent),
            CumulativeNetValue = now.Gross - now.Spent,
            Income = now.Income - _last.Income,
            CumulativeIncome = now.Income,
            CoreRevenue = core,
            ContributionRate = memberMonths == 0 ? double.NaN : (double)(now.Contributed - _last.Contributed) / memberMonths,
            MeanTrust = trust.Value,
            MeanJustice = justice.Value,
            MeanBuyIn = buyIn.Value,
            MeanRivalry = rivalry.Value,
            MeanCapability = capability / (world.Firms.Length * world.Setting.Industry.Domains),
            MeanThreat = threat / world.Firms.Length,
            LockedIn = now.LockedIn - _last.LockedIn,
            Density = network.Density,
            Clustering = network.Clustering,
            LargestComponent = network.LargestComponent,
        });
        _last = now;
        foreach (var alliance in world.SettledAlliances)
            Close(alliance);
        foreach (var project in world.EndedProjects)
            Close(project);
        foreach (ref readonly var happening in CollectionsMarshal.AsSpan(world.Happenings))
            _events.Add(Row(happening, _events.Count));
    }

    /// <summary>All that was written down, after the last month.</summary>
    public Recording Finish()
    {
        foreach (var alliance in _world.Alliances)
            Close(alliance);
        foreach (var alliance in _world.Outlived)
            Close(alliance);
        foreach (var project in _world.Projects)
            Close(project);
        _alliances = InOrder(_alliances, static (in row) => row.Alliance);
        _projects = InOrder(_projects, static (in row) => row.Project);
        return new Recording
        {
            Run = Run(),
            Months = _months,
            Alliances = _alliances,
            Projects = _projects,
            Firms = [.. _world.Firms.Select(Row)],
            Events = _events,
        };
    }

    private void Age(Alliance alliance)
    {
        _valueBy60.Observe(alliance, _world.Month);
        _valueBy120.Observe(alliance, _world.Month);
    }

    private void Close(Alliance alliance)
    {
        _lives.Count(alliance, _world.Month);
        _alliances.Add(Row(alliance));
    }

    private void Close(Project project)
    {
        _lives.Count(project);
        _projects.Add(Row(project));
    }

    private delegate int Number<TRow>(in TRow row);

    // Rows come as their books close. Numbers are given out one after the other, so each row has its place.
    private static Rows<TRow> InOrder<TRow>(Rows<TRow> rows, Number<TRow> number)
        where TRow : struct
    {
        var first = int.MaxValue;
        for (var place = 0; place < rows.Count; place++)
            first = Math.Min(first, number(rows.At(place)));
        var places = new int[rows.Count];
        for (var place = 0; place < rows.Count; place++)
            places[number(rows.At(place)) - first] = place;
        var ordered = new Rows<TRow>();
        foreach (var place in places)
            ordered.Add(rows.At(place));
        return ordered;
    }

    private RunRow Run()
    {
        var tally = _world.Tally;
        var survival = _lives.Operation;
        var incomes = _world.Firms.Select(firm => firm.TotalIncome).Order().ToArray();
        return new RunRow
        {
            GrossValue = tally.GrossValue,
            NetValue = tally.GrossValue - tally.Spent,
            Income = tally.Income,
            MedianIncome = (incomes[(incomes.Length - 1) / 2] + incomes[incomes.Length / 2]) / 2,
            WorstIncome = incomes[0],
            CoreRetained = CoreRevenue() / _coreAtStart,
            MonthsToOperation = _lives.ToOperation.Median,
            MonthsToLive = _lives.ToLive.Median,
            Proposed = tally.Proposed,
            Formed = tally.Formed,
            Signed = tally.Signed,
            BrokenOff = _lives.Ended(Ending.BrokenOff),
            EndedClosed = _lives.Ended(Ending.Closed),
            EndedCompleted = _lives.Ended(Ending.Completed),
            EndedFailed = _lives.Ended(Ending.Failed),
            EndedDormant = _lives.Ended(Ending.Dormant),
            EndedLeft = _lives.Ended(Ending.Left),
            EndedBoughtOut = _lives.Ended(Ending.BoughtOut),
            EndedMerged = _lives.Ended(Ending.Merged),
            EndedFirmFailed = _lives.Ended(Ending.FirmFailed),
            Success60 = SuccessShare(static (in row) => row.NetValue60),
            Success120 = SuccessShare(static (in row) => row.NetValue120),
            SuccessOfEnded = SuccessShare(static (in row) => row.SignedMonth is null || row.EndedMonth is null ? double.NaN : row.NetValue),
            Survival12 = survival.At(12),
            Survival36 = survival.At(36),
            Survival60 = survival.At(60),
            Survival120 = survival.At(120),
            Exits = tally.Exits,
            LockedIn = tally.LockedIn,
            ProjectsStarted = _lives.Started,
            ProjectsStopped = _lives.Stopped,
            ProjectsLive = _lives.Live,
            ProjectsFailed = _lives.Failed,
            ProjectsObsolete = _lives.Obsolete,
            Builds = _lives.Builds,
            Purchases = _lives.Purchases,
            Acquired = _world.Firms.Count(firm => firm.AcquiredMonth is not null),
            FirmsFailed = _world.Firms.Count(firm => firm.FailedMonth is not null),
            ValueCaptured = tally.ValueOffered > 0 ? tally.ValueCaptured / tally.ValueOffered : double.NaN,
            ContributionRate = tally.MemberMonths == 0 ? double.NaN : (double)tally.Contributed / tally.MemberMonths,
            MeanTrust = _trust.Value,
            MeanJustice = _justice.Value,
            MeanBuyIn = _buyIn.Value,
            ExitCosts = tally.ExitCosts,
            AllianceIncomeGini = Gini.Of(_world.Firms.Select(firm => firm.AllianceValue)),
            Density = _density.Value,
            Clustering = _clustering.Value,
            LargestComponent = _component.Value,
        };
    }

    private delegate double Value(in AllianceRow row);

    /// <summary>Share of alliances whose value is above 0, among those that have one.</summary>
    private double SuccessShare(Value of)
    {
        Mean share = default;
        for (var place = 0; place < _alliances.Count; place++)
        {
            var value = of(_alliances.At(place));
            if (!double.IsNaN(value))
                share.Add(value > 0 ? 1 : 0);
        }

        return share.Value;
    }

    private AllianceRow Row(Alliance a) => new()
    {
        Alliance = a.Id,
        Name = a.Name,
        Members = string.Join(' ', a.EverMembers),
        Size = a.SizeAtStart,
        Founder = a.Founder,
        Opportunity = a.Opportunity.Id,
        Novelty = a.Opportunity.Novelty,
        Rivalry = a.RivalryAtStart,
        ProposedMonth = a.ProposedMonth,
        SignedMonth = a.SignedMonth,
        LiveMonth = a.LiveMonth,
        EndedMonth = a.EndedMonth,
        Ending = Words.Of(a.Ending),
        NegotiationMonths = a.NegotiationMonths,
        OperationMonths = a.OperationMonths,
        RestructuringMonths = a.RestructuringMonths,
        StalledMonths = a.StalledMonths,
        TrustStart = a.TrustAtStart,
        TrustEnd = a.SignedMonth is null && a.EndedMonth is null ? _world.MeanTrust(a) : a.TrustAtEnd,
        JusticeStart = a.SignedMonth is null ? double.NaN : a.JusticeAtStart,
        JusticeEnd = a.SignedMonth is null ? double.NaN : a.JusticeAtEnd,
        ContractControlStart = a.ControlAtStart,
        ContractControlEnd = a.Dials.ContractControl,
        Leadership = a.LeadershipAtStart,
        Projects = a.ProjectsBegun,
        LiveProjects = a.ProjectsGoneLive,
        GrossValue = a.GrossValue,
        NetValue = a.GrossValue - a.Spent,
        NetValue60 = _valueBy60.Of(a, _world.Setting.Months),
        NetValue120 = _valueBy120.Of(a, _world.Setting.Months),
    };

    private static ProjectRow Row(Project p) => new()
    {
        Project = p.Id,
        Kind = Words.Of(p.Kind),
        Alliance = p.Origin?.Id,
        Lead = p.Concept.Lead,
        Opportunity = p.Opportunity.Id,
        Domains = p.Opportunity.Domains.Length,
        Value = p.Opportunity.Value,
        Novelty = p.Opportunity.Novelty,
        Quality = p.Quality,
        Coverage = p.Coverage,
        Investment = p.Investment,
        StartedMonth = p.StartedMonth,
        ImplementedMonth = p.ImplementedMonth,
        LiveMonth = p.LiveMonth,
        EndedMonth = p.EndedMonth,
        Stage = Words.Of(p.Stage),
        Transplanted = p.Transplanted,
        BoughtOut = p.BoughtOut,
        GrossValue = p.GrossValue,
        Spent = p.Spent,
    };

    private FirmRow Row(Firm f) => new()
    {
        Firm = f.Id,
        Name = f.Name,
        Size = _starts[f.Id].Size,
        ControlBias = _starts[f.Id].ControlBias,
        Inertia = f.Inertia,
        Allocentricity = f.Allocentricity,
        TrustStart = _starts[f.Id].Trust,
        TrustEnd = f.GeneralTrust,
        FairnessStart = _starts[f.Id].Fairness,
        FairnessEnd = f.Fairness,
        Threat = f.Threat,
        CoreStart = f.CoreAtStart,
        CoreEnd = f.CoreRevenue,
        Income = f.TotalIncome,
        AllianceValue = f.AllianceValue,
        AllianceNet = f.AllianceNet,
        AlliancesJoined = f.AlliancesJoined,
        Experience = f.Experience,
        Level = _world.LevelOf(f),
        FailedMonth = f.FailedMonth,
        AcquiredMonth = f.AcquiredMonth,
    };

    private static EventRow Row(in Happening h, int sequence) => new()
    {
        Month = h.Month,
        Sequence = sequence,
        Kind = Words.Of(h.Kind),
        Alliance = h.Alliance,
        Firm = h.Firm,
        Other = h.Other,
        Project = h.Project,
        Why = h.Why,
        Amount = h.Amount,
    };

    private double CoreRevenue() => _world.Firms.Sum(firm => firm.CoreRevenue);
}
