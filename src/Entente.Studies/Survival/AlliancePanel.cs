using Entente.Observation;
using Entente.Scenarios;

namespace Entente.Studies.Survival;

/// <summary>One alliance of a panel.</summary>
/// <param name="Duration">How long it was watched, in the panel's unit.</param>
/// <param name="Ended">Whether it ended then; not, where it went on and was censored.</param>
/// <param name="Cause">Why it ended; empty where it did not, or the panel tells no causes.</param>
/// <param name="Group">The group it belongs to; empty where the panel has none.</param>
/// <param name="Replication">The replication it is of, where it was simulated; 0 where it was observed.</param>
public sealed record PanelAlliance(double Duration, bool Ended, string Cause, string Group, int Replication = 0)
{
    /// <summary>What its hazard may depend on, in the order of the panel's covariates: numbers with a point, words as they are, empty where it is not known.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>The stratum within which it is compared; empty where it is not known, or there are none.</summary>
    public string Stratum { get; init; } = "";

    /// <summary>The cluster it is of: alliances of different clusters are independent; empty where it is not known, or there are none.</summary>
    public string Cluster { get; init; } = "";

    /// <summary>How long it had lived when it came under watch, in the panel's unit; 0 where it was watched from its start.</summary>
    public double Entered { get; init; }

    /// <summary>Its life as far as it was watched.</summary>
    public Spell Life => new(Duration, Ended, Entered > 0 ? Entered : double.NegativeInfinity);
}

/// <summary>A table of alliances that somebody observed.</summary>
/// <param name="File">The file it was read from, as it was named.</param>
/// <param name="Unit">What durations are in.</param>
/// <param name="Columns">The columns that were taken, by their roles.</param>
/// <param name="Alliances">The alliances, in the order of the file.</param>
public sealed record AlliancePanel(string File, TimeUnit Unit, IReadOnlyDictionary<PanelRole, string> Columns, IReadOnlyList<PanelAlliance> Alliances)
{
    /// <summary>What was read as what, in sentences: the columns, what their fields were taken for, and what was passed over.</summary>
    public IReadOnlyList<string> Readings { get; init; } = [];
    /// <summary>The names of the columns that the hazard of ending may depend on.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];
    /// <summary>Levels that others are to be compared with, by covariate; a covariate named here is a category.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a panel is to be read.</summary>
public sealed record PanelRequest
{
    /// <summary>The word by which a column is left out, and by which no value stands for what is not known.</summary>
    public const string None = "none";

    /// <summary>The columns that were named, by their roles; <see cref="None"/> for a role that no column is to have. Others are found by common names.</summary>
    public IReadOnlyDictionary<PanelRole, string> Columns { get; init; } = new Dictionary<PanelRole, string>();
    /// <summary>The columns that the hazard of ending may depend on.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];
    /// <summary>Levels that others are to be compared with, by the name of a covariate.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new Dictionary<string, string>();
    /// <summary>Up to when alliances were watched: a date or a number, as in the columns of starts and ends. What has no end by then is censored.</summary>
    public string? Until { get; init; }
    /// <summary>What durations are to be in, and what plain numbers are in; null where it was not said: months.</summary>
    public TimeUnit? Unit { get; init; }
    /// <summary>How dates are written, one of <see cref="PanelReader.DateForms"/>; found out if left out.</summary>
    public string? Dates { get; init; }
    /// <summary>What the column of events has where an alliance ended; common words if there are none.</summary>
    public IReadOnlyList<string> EndedValues { get; init; } = [];
    /// <summary>Values that stand for what is not known; <see cref="None"/> where all mean what they say.</summary>
    public IReadOnlyList<string> MissingValues { get; init; } = [];
    /// <summary>What separates fields, by name or itself; found out if left out.</summary>
    public string? Separator { get; init; }
    /// <summary>What the file is encoded in, where it has no byte-order mark; UTF-8 if left out.</summary>
    public string? Encoding { get; init; }
}

/// <summary>What came of reading a panel: the panel, or everything that is wrong with it.</summary>
/// <param name="Panel">The panel; null exactly when there are problems.</param>
/// <param name="Problems">All problems, in the order of the file. Their columns are those of the table, from 1.</param>
public sealed record PanelReading(AlliancePanel? Panel, IReadOnlyList<Problem> Problems);
