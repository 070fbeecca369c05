using System.Text.Json.Nodes;
using Entente.Scenarios.Binding;
using Entente.Settings;

namespace Entente.Scenarios.Schema;

/// <summary>What may stand for a disruption: a name, or one of four shapes.</summary>
internal sealed class DisruptionSchema(Documentation documentation)
{
    private const string Meaning =
        "How strong disruption is, month by month, 0 to 1: calm, shifting or storm; { max, growth, midpoint }; { constant }; " +
        "{ before, after, month }; or { table }. If left out: storm.";

    public JsonObject Any() => Shape.Described("Disruption", Meaning, new JsonObject
    {
        ["anyOf"] = new JsonArray(
            Shape.OneOf("A disruption by name.", DisruptionBinder.Names.Select(Named)),
            Section("Rising", (LogisticDisruption)Disruption.Storm),
            Section("Constant", new ConstantDisruption(0.3)),
            Section("Step", new StepDisruption(0.1, 0.8, 60)),
            Section("Table", new TableDisruption([0.1]))),
    });

    private (string, string) Named(string name) =>
        (name, documentation.Of(typeof(Disruption), char.ToUpperInvariant(name[0]) + name[1..]));

    /// <summary>The section of a disruption of one kind, with the keys and ranges that the catalogue has for an example of it.</summary>
    private JsonObject Section(string title, Disruption example)
    {
        var keys = new JsonObject();
        foreach (var number in ParameterCatalogue.Disruption(example))
        {
            var path = number.Path.Split('.');
            var meaning = documentation.Of(example.GetType(), Property(path[1]));
            var shape = number.Value is int ? Shape.Whole(meaning, number.Min, number.Max) : Shape.Number(meaning, number.Min, number.Max);
            keys[path[1]] = path.Length > 2 ? Shape.List(meaning, shape, least: 1, DisruptionBinder.LastMonth) : shape;
        }

        return Shape.Described(title, documentation.Of(example.GetType()), Shape.Section(keys, [.. keys.Select(key => key.Key)]));
    }

    private static string Property(string key) => key switch
    {
        "constant" => nameof(ConstantDisruption.Level),
        "table" => nameof(TableDisruption.Levels),
        _ => char.ToUpperInvariant(key[0]) + key[1..],
    };
}
