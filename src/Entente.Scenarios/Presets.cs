using Entente.Settings;

namespace Entente.Scenarios;

/// <summary>A way of governing alliances that an arm starts from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is, in a sentence.</param>
/// <param name="Dials">Its dials.</param>
/// <param name="AlliancesAllowed">Whether there are alliances; if not, none is searched for, and none is founded by decree.</param>
public sealed record Preset(string Name, string Summary, Dials Dials, bool AlliancesAllowed)
{
    /// <summary>The setting under this preset.</summary>
    public Setting ApplyTo(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting with
        {
            Dials = Dials,
            Parameters = Change(setting.Parameters),
            Decrees = AlliancesAllowed ? setting.Decrees : [],
        };
    }

    /// <summary>The parameters under this preset.</summary>
    public Parameters Change(Parameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return AlliancesAllowed
            ? parameters
            : parameters with { PartnerSearch = parameters.PartnerSearch with { AlliancesAllowed = false } };
    }
}

/// <summary>The ways of governing alliances that arms start from.</summary>
public static class Presets
{
    /// <summary>The conventional way: a tight contract, a narrow scope, high barriers to exit.</summary>
    public static Preset TightContract { get; } = new(
        "tight-contract",
        "The conventional way: one named opportunity, a tight contract, high barriers to exit, the pace of trust.",
        Dials.TightContractPreset,
        AlliancesAllowed: true);

    /// <summary>The incubator's way: fair process, open scope, many small projects, low barriers to exit.</summary>
    public static Preset FairProcess { get; } = new(
        "fair-process",
        "The incubator's way: governance first, many ideas screened at gates, low barriers to exit, a fair process.",
        Dials.FairProcessPreset,
        AlliancesAllowed: true);

    /// <summary>Make and buy only: what firms earn without alliances.</summary>
    public static Preset NoAlliances { get; } = new(
        "no-alliances",
        "Firms make and buy only; decrees found nothing. The dials are those of tight-contract and govern nobody.",
        Dials.TightContractPreset,
        AlliancesAllowed: false);

    /// <summary>All presets.</summary>
    public static IReadOnlyList<Preset> All { get; } = [TightContract, FairProcess, NoAlliances];

    /// <summary>The names of all presets.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(preset => preset.Name)];

    /// <summary>The preset of a name, or null.</summary>
    public static Preset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);
}
