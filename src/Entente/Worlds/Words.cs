namespace Entente.Worlds;

/// <summary>The words for what results name.</summary>
public static class Words
{
    /// <summary>Cause of an ending; empty while an alliance goes on.</summary>
    public static string Of(Ending ending) => ending switch
    {
        Ending.None => "",
        Ending.Completed => "completed",
        Ending.Failed => "failed",
        Ending.Dormant => "dormant",
        Ending.Closed => "closed",
        Ending.BrokenOff => "broken off",
        Ending.Left => "left",
        Ending.BoughtOut => "bought out",
        Ending.Merged => "merged",
        Ending.FirmFailed => "firm failed",
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "unknown ending"),
    };

    /// <summary>Stage of a project.</summary>
    public static string Of(ProjectStage stage) => stage switch
    {
        ProjectStage.Idea => "idea",
        ProjectStage.Concept => "concept",
        ProjectStage.Gate => "gate",
        ProjectStage.Implementation => "implementation",
        ProjectStage.Live => "live",
        ProjectStage.Stopped => "stopped",
        ProjectStage.Failed => "failed",
        ProjectStage.Obsolete => "obsolete",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "unknown stage"),
    };

    /// <summary>Kind of a project.</summary>
    public static string Of(ProjectKind kind) => kind switch
    {
        ProjectKind.Alliance => "alliance",
        ProjectKind.Build => "build",
        ProjectKind.Purchase => "purchase",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind"),
    };

    /// <summary>What happened, in lower-case words.</summary>
    public static string Of(HappeningKind kind) => kind switch
    {
        HappeningKind.Vetoed => "vetoed",
        HappeningKind.ScreenedOut => "screened out",
        HappeningKind.BuildStarted => "build started",
        HappeningKind.Purchased => "purchased",
        HappeningKind.Acquired => "acquired",
        HappeningKind.Proposed => "proposed",
        HappeningKind.Refused => "refused",
        HappeningKind.Formed => "formed",
        HappeningKind.Founded => "founded",
        HappeningKind.ClauseAdded => "clause added",
        HappeningKind.FoundingDropped => "founding project dropped",
        HappeningKind.Signed => "signed",
        HappeningKind.Settled => "settled",
        HappeningKind.Decided => "decided",
        HappeningKind.Undecided => "undecided",
        HappeningKind.SteppedOut => "stepped out",
        HappeningKind.Outvoted => "outvoted",
        HappeningKind.Renegotiated => "renegotiated",
        HappeningKind.Conflict => "conflict",
        HappeningKind.Angered => "angered",
        HappeningKind.PostsRotated => "posts rotated",
        HappeningKind.RestructuringBegan => "restructuring began",
        HappeningKind.RestructuringEnded => "restructuring ended",
        HappeningKind.Withheld => "withheld",
        HappeningKind.ProjectStarted => "project started",
        HappeningKind.ProjectInvested => "project invested in",
        HappeningKind.ProjectLive => "project live",
        HappeningKind.ProjectEnded => "project ended",
        HappeningKind.Left => "left",
        HappeningKind.Applied => "applied",
        HappeningKind.BoughtOut => "bought out",
        HappeningKind.Ended => "ended",
        HappeningKind.FirmFailed => "firm failed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown happening"),
    };
}
