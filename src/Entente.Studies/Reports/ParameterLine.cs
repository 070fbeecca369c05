using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Results;

namespace Entente.Studies.Reports;

/// <summary>A parameter, or a list of numbers that belong together, as it was in force in each arm.</summary>
/// <param name="Path">Its path.</param>
/// <param name="InForce">Its value by arm, as a scenario has it.</param>
/// <param name="Defaults">By arm: the value its preset has where nothing else is set; null where there is none.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Range">What it may be; empty where this program does not know.</param>
/// <param name="Source">Where its default comes from; empty where this program does not know.</param>
/// <param name="Meaning">What it means; empty where this program does not know.</param>
internal sealed record ParameterLine(
    string Path, IReadOnlyList<string> InForce, IReadOnlyList<string?> Defaults, string Unit, string Range, string Source, string Meaning)
{
    /// <summary>What stands for a value that is left to the model, or that an arm does not have.</summary>
    public const string NotSet = "not set";

    /// <summary>The part of the model or the scenario it belongs to.</summary>
    public string Group => Path.Contains('.', StringComparison.Ordinal) ? Path.Split('.')[0] : "time";

    /// <summary>Whether arms differ in it.</summary>
    public bool Differs => InForce.Distinct().Count() > 1;

    /// <summary>Whether the scenario changed it from what the arm's preset has.</summary>
    public bool IsSet => InForce.Zip(Defaults).Any(arm => arm.First != (arm.Second ?? NotSet));

    /// <summary>The default, or the defaults of the presets in use where they differ.</summary>
    public string Default(IReadOnlyList<string> presets)
    {
        var known = Defaults.Zip(presets).Where(d => d.First is not null).Distinct().ToArray();
        return known.Length == 0 ? Figures.None
            : known.DistinctBy(d => d.First).Count() == 1 ? known[0].First!
            : string.Join(", ", known.Select(d => $"{d.First} ({d.Second})"));
    }
}

/// <summary>Lists the parameters of a result, with what this program knows of them.</summary>
internal static partial class ParameterLines
{
    public static IReadOnlyList<ParameterLine> Of(Manifest manifest, Scenario? scenario)
    {
        var meanings = new ParameterMeanings();
        var defaults = manifest.Arms.Select(arm => Presets.Find(arm.Preset) is { } preset
            ? ParameterCatalogue.Of(preset.ApplyTo(new Setting())).ToDictionary(p => p.Path)
            : []).ToArray();
        var known = new Dictionary<string, ParameterInForce>();
        var given = (scenario?.Arms ?? []).SelectMany(arm => ParameterCatalogue.Of(arm.Setting));
        foreach (var parameter in defaults.SelectMany(d => d.Values).Concat(given))
            known.TryAdd(parameter.Path, parameter);
        var inForce = manifest.Arms.Select(arm => arm.Parameters.ToDictionary(p => p.Path)).ToArray();

        return
        [
            .. manifest.Arms.SelectMany(arm => arm.Parameters).Select(p => p.Path).Distinct()
                .GroupBy(path => Item().Replace(path, "$1")).Select(items => Line(items.Key, [.. items])),
        ];

        ParameterLine Line(string path, string[] items)
        {
            var about = known.GetValueOrDefault(items[0]);
            return new ParameterLine(
                path,
                [.. inForce.Select(arm =>
                    Joined(items.Where(arm.ContainsKey).Select(item => Text(arm[item].Value))) ?? ParameterLine.NotSet)],
                [.. defaults.Select(arm => Joined(items.Where(arm.ContainsKey).Select(item => Text(arm[item]))))],
                inForce.First(arm => arm.ContainsKey(items[0]))[items[0]].Unit,
                about is null ? "" : Range(about),
                about?.Source ?? "",
                meanings.Of(path));
        }
    }

    private static string? Joined(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } joined ? joined : null;

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? ParameterLine.NotSet : value.GetRawText();

    private static string Text(ParameterInForce parameter) => parameter.Value is null ? ParameterLine.NotSet : parameter.Text;

    private static string Range(ParameterInForce parameter) => parameter.Value is bool
        ? "true or false"
        : $"{Bound(parameter.Min)} to {Bound(parameter.Max)}";

    private static string Bound(double bound) => bound.ToString("#,0.#########", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>A number of a list: they read better together.</summary>
    [GeneratedRegex(@"^(.*\.(?:capabilities|presence|targets|members|table))\.[0-9]+$")]
    private static partial Regex Item();
}
