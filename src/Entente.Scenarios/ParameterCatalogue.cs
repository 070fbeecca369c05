using System.Globalization;
using Entente.Scenarios.Binding;
using Entente.Settings;

namespace Entente.Scenarios;

/// <summary>One number or switch of a setting, with where it comes from and what it may be.</summary>
/// <param name="Path">Its path, as an assignment on top of a scenario names it: <c>dials.exitBarrier</c>.</param>
/// <param name="Value">A <see cref="double"/>, <see cref="int"/> or <see cref="bool"/>; null where it is left to the model.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">Where its default comes from.</param>
/// <param name="Min">The smallest value allowed; 0 for a switch.</param>
/// <param name="Max">The largest value allowed; 1 for a switch.</param>
public sealed record ParameterInForce(string Path, object? Value, string Unit, string Source, double Min, double Max)
{
    /// <summary>The value as a scenario has it: shortest exact digits, <c>true</c> or <c>false</c>, or <c>null</c>.</summary>
    public string Text => Value switch
    {
        null => "null",
        bool value => value ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => Value.ToString()!,
    };
}

/// <summary>Lists every parameter of a setting: for manifests, which say what was played, and for tables of documentation.</summary>
public static class ParameterCatalogue
{
    private const string Scenario = "scenario";

    /// <summary>Every parameter in force: months, industry, disruption, dials, the rooms, alliances founded by decree.</summary>
    public static IReadOnlyList<ParameterInForce> Of(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return
        [
            .. Under("", setting, Fields.Setting),
            .. Under("industry.", setting.Industry, Fields.Industry),
            .. setting.Industry.Named.SelectMany((firm, i) => Firm($"industry.named.{Label(firm.Name, i)}.", firm)),
            .. Disruption(setting.Disruption),
            .. Under("dials.", setting.Dials, Fields.Dials),
            .. Room.All.SelectMany(room => room.Fields.Select(field =>
                Entry($"{room.Key}.{field.Key}", room.Read(setting.Parameters, field), field.Parameter))),
            .. setting.Decrees.SelectMany((decree, i) => Decree($"founded.{Label(decree.Name, i)}.", decree, setting.Industry.Firms)),
        ];
    }

    private static IEnumerable<ParameterInForce> Firm(string path, FirmDescription firm) =>
    [
        .. Series($"{path}capabilities.", firm.Capabilities, "share"),
        .. Series($"{path}presence.", firm.Presence, "share"),
        .. Series($"{path}targets.", firm.Targets, "weight"),
        .. Under(path, firm, Fields.Firm),
    ];

    private static IEnumerable<ParameterInForce> Decree(string path, Decree decree, int firms) =>
    [
        .. decree.Members.Select((member, i) => Given(string.Create(CultureInfo.InvariantCulture, $"{path}members.{i}"), member, "number of the firm", 0, firms - 1)),
        .. Under(path, decree, Fields.Decree),
    ];

    /// <summary>The numbers of a disruption.</summary>
    internal static IEnumerable<ParameterInForce> Disruption(Disruption disruption) => disruption switch
    {
        LogisticDisruption logistic =>
        [
            Given("disruption.max", logistic.Max, "strength", 0, 1),
            Given("disruption.growth", logistic.Growth, "per month", DisruptionBinder.MinGrowth, DisruptionBinder.MaxGrowth),
            Given("disruption.midpoint", logistic.Midpoint, "month", -DisruptionBinder.LastMonth, DisruptionBinder.LastMonth),
        ],
        ConstantDisruption constant => [Given("disruption.constant", constant.Level, "strength", 0, 1)],
        StepDisruption step =>
        [
            Given("disruption.before", step.Before, "strength", 0, 1),
            Given("disruption.after", step.After, "strength", 0, 1),
            Given("disruption.month", step.Month, "month", 0, DisruptionBinder.LastMonth),
        ],
        TableDisruption table => Series("disruption.table.", table.Levels, "strength"),
        _ => throw new ArgumentException($"No scenario can describe a {disruption.GetType().Name}.", nameof(disruption)),
    };

    private static IEnumerable<ParameterInForce> Series(string path, IReadOnlyList<double>? values, string unit) =>
        (values ?? []).Select((value, i) => Given(string.Create(CultureInfo.InvariantCulture, $"{path}{i}"), value, unit, 0, 1));

    private static IEnumerable<ParameterInForce> Under(string path, object owner, IEnumerable<ParameterField> fields) =>
        fields.Select(field => Entry(path + field.Key, field.Read(owner), field.Parameter));

    private static ParameterInForce Entry(string path, object? value, ParameterAttribute parameter) =>
        new(path, value, parameter.Unit, parameter.Source, parameter.Min, parameter.Max);

    private static ParameterInForce Given(string path, object value, string unit, double min, double max) =>
        new(path, value, unit, Scenario, min, max);

    /// <summary>An item's name, or its number where the name would break the path.</summary>
    private static string Label(string name, int position) =>
        name.AsSpan().ContainsAny('.', '=') ? position.ToString(CultureInfo.InvariantCulture) : name;
}
