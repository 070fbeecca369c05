namespace Entente.Studies.Survival;

/// <summary>What the fields of a column are read as.</summary>
public enum PanelValue
{
    /// <summary>Dates, or numbers on some scale of time.</summary>
    Moment,
    /// <summary>Numbers of 0 or more.</summary>
    Duration,
    /// <summary>Yes or no.</summary>
    Outcome,
    /// <summary>Words.</summary>
    Label,
    /// <summary>Numbers or words.</summary>
    Any,
}

/// <summary>
/// What a column of a panel can tell. All that is known of such a role stands here: the option that names its column, the names by which a column is
/// taken for it where the user names none, and what its fields must be.
/// </summary>
public sealed class PanelRole
{
    private PanelRole(string option, string words, string description, PanelValue value, params string[] names) =>
        (Option, Words, Description, Value, Names) = (option, words, description, value, names);

    /// <summary>When alliances began.</summary>
    public static PanelRole Start { get; } = new("--start", "starts", "Column of starts.", PanelValue.Moment,
        "start", "started", "startdate", "signed", "signedon", "begin", "began", "begun", "formed", "founded");
    /// <summary>When they ended, or were last seen.</summary>
    public static PanelRole End { get; } = new("--end", "ends", "Column of ends; empty where an alliance goes on.", PanelValue.Moment,
        "end", "ended", "enddate", "endedon", "terminated", "dissolved");
    /// <summary>How long they were watched, in place of starts and ends.</summary>
    public static PanelRole Time { get; } = new("--time", "durations", "Column of durations, in place of starts and ends.", PanelValue.Duration,
        "time", "duration", "lifetime");
    /// <summary>Whether they ended.</summary>
    public static PanelRole Event { get; } = new("--event", "events", "Column that says which ended (1, true, yes) and which were censored.", PanelValue.Outcome,
        "event", "status", "ended", "terminated", "dissolved");
    /// <summary>Why they ended.</summary>
    public static PanelRole Cause { get; } = new("--cause", "causes", "Column of causes of ends.", PanelValue.Label,
        "cause", "reason", "ending", "endcause", "causeofend");
    /// <summary>The groups to compare.</summary>
    public static PanelRole Group { get; } = new("--by", "groups", "Column of groups to compare.", PanelValue.Label,
        "group", "arm");

    /// <summary>When they came under watch. No column is taken for this, or for what follows, without being named.</summary>
    public static PanelRole Entered { get; } = new("--entered", "entries", "Column of when alliances came under watch, if later than their start.", PanelValue.Moment);
    /// <summary>Strata within which alone alliances are compared.</summary>
    public static PanelRole Strata { get; } = new("--strata", "strata", "Column of strata: alliances are compared within each only.", PanelValue.Label);
    /// <summary>Clusters of alliances that are not independent.</summary>
    public static PanelRole Cluster { get; } = new("--cluster", "clusters", "Column of clusters, such as firms: alliances of one are not independent.", PanelValue.Label);

    /// <summary>All roles there are, but those of covariates.</summary>
    public static IReadOnlyList<PanelRole> All { get; } = [Start, End, Time, Event, Cause, Group, Entered, Strata, Cluster];

    /// <summary>A role for one more column that the hazard of ending may depend on.</summary>
    internal static PanelRole Covariate() => new(CovariateOption, "covariates", "", PanelValue.Any);

    /// <summary>The option that names the columns of covariates.</summary>
    public const string CovariateOption = "--covariate";

    /// <summary>The option that names its column.</summary>
    public string Option { get; }
    /// <summary>What it tells, in the plural.</summary>
    public string Words { get; }
    /// <summary>What the option is for.</summary>
    public string Description { get; }
    /// <summary>What its fields are read as.</summary>
    public PanelValue Value { get; }
    /// <summary>Common names of such columns, in small letters and digits alone; the first that is there and fits is taken.</summary>
    public IReadOnlyList<string> Names { get; }
}
