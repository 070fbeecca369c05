using Entente.Worlds;

namespace Entente.Observation;

/// <summary>What became of alliances and projects, counted when their books close or the last month is over.</summary>
internal sealed class Lives
{
    private readonly int[] _endings = new int[Enum.GetValues<Ending>().Length];
    private readonly List<Spell> _toOperation = [];
    private readonly List<Spell> _toLive = [];
    private readonly List<Spell> _operation = [];

    /// <summary>Months from proposal to operation of alliances that negotiated.</summary>
    public KaplanMeier ToOperation => new(_toOperation);
    /// <summary>Months from proposal to the first live project of alliances that negotiated.</summary>
    public KaplanMeier ToLive => new(_toLive);
    /// <summary>Months of operation of alliances that were signed.</summary>
    public KaplanMeier Operation => new(_operation);
    /// <summary>Projects that alliances began.</summary>
    public int Started { get; private set; }
    /// <summary>Those of them that were stopped before they went live.</summary>
    public int Stopped { get; private set; }
    /// <summary>Those of them that went live.</summary>
    public int Live { get; private set; }
    /// <summary>Those of them that were shut because they earned too little.</summary>
    public int Failed { get; private set; }
    /// <summary>Those of them that became obsolete.</summary>
    public int Obsolete { get; private set; }
    /// <summary>Projects that firms built alone.</summary>
    public int Builds { get; private set; }
    /// <summary>Purchases.</summary>
    public int Purchases { get; private set; }

    /// <summary>Alliances that ended for a reason.</summary>
    public int Ended(Ending why) => _endings[(int)why];

    /// <summary>Counts an alliance.</summary>
    /// <param name="alliance">The alliance.</param>
    /// <param name="month">This month.</param>
    public void Count(Alliance alliance, int month)
    {
        _endings[(int)alliance.Ending]++;
        if (!alliance.ByDecree)
        {
            var last = alliance.LiveMonth ?? alliance.EndedMonth ?? month;
            _toOperation.Add(new(alliance.NegotiationMonths, alliance.SignedMonth is not null));
            _toLive.Add(new(last - alliance.ProposedMonth + 1, alliance.LiveMonth is not null));
        }

        if (alliance.SignedMonth is not null)
            _operation.Add(new(alliance.OperationMonths, alliance.EndedMonth is not null));
    }

    /// <summary>Counts a project.</summary>
    public void Count(Project project)
    {
        switch (project.Kind)
        {
            case ProjectKind.Build:
                Builds++;
                return;
            case ProjectKind.Purchase:
                Purchases++;
                return;
        }

        Started++;
        if (project.LiveMonth is not null)
            Live++;
        switch (project.Stage)
        {
            case ProjectStage.Stopped when project.LiveMonth is null:
                Stopped++;
                break;
            case ProjectStage.Failed:
                Failed++;
                break;
            case ProjectStage.Obsolete:
                Obsolete++;
                break;
        }
    }
}
