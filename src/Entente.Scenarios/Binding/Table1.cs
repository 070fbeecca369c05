using Entente.Scenarios.Designs;
using Entente.Scenarios.Yaml;
using Entente.Settings;

namespace Entente.Scenarios.Binding;

/// <summary>
/// The eight rows of Table 1 of Doz and De Roover ("Responding to Digital Disruption through Alliances", https://ssrn.com/abstract=2940284),
/// which are ten dials, as factors of two levels: the conventional way and the incubator's.
/// </summary>
internal static class Table1
{
    /// <summary>Name of the level of the conventional way.</summary>
    public const string Conventional = "conventional";
    /// <summary>Name of the level of the incubator's way.</summary>
    public const string Incubator = "incubator";

    /// <summary>The rows, in order, with the dials that make them up.</summary>
    public static IReadOnlyList<(string Row, IReadOnlyList<string> Dials)> Rows { get; } =
    [
        ("need", ["disruptionTrigger"]),
        ("scope", ["openScope"]),
        ("outcome", ["exploration"]),
        ("pace", ["trustPacing", "fairProcess"]),
        ("agreement", ["contractControl"]),
        ("exit", ["exitBarrier"]),
        ("team", ["dedicatedTeam"]),
        ("rotation", ["postRotation", "expertRotation"]),
    ];

    /// <summary>The rows as factors.</summary>
    public static IReadOnlyList<Factor> Factors { get; } = [.. Rows.Select(row => new Factor(row.Row, FactorRole.Lever, null,
    [
        new FactorLevel(Conventional, 0, [.. row.Dials.Select(dial => Assignment(dial, Dials.TightContractPreset))]),
        new FactorLevel(Incubator, 1, [.. row.Dials.Select(dial => Assignment(dial, Dials.FairProcessPreset))]),
    ]))];

    private static string Assignment(string dial, Dials preset) =>
        $"dials.{dial}={Shown.Number((double)Fields.Dials.Single(field => field.Key == dial).Read(preset)!)}";
}
