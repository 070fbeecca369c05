using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Scenarios.Binding;

namespace Entente.Scenarios.Schema;

/// <summary>
/// The JSON Schema of scenario files, by which editors complete and check them. Drawn from what the reader binds from. It sees a
/// file key by key; what holds between keys (as many capabilities as domains, members that exist) the reader alone sees.
/// </summary>
public static class ScenarioSchema
{
    /// <summary>Draft 7, which editors know best.</summary>
    private const string Draft = "http://json-schema.org/draft-07/schema#";

    /// <summary>What the schema calls itself.</summary>
    public const string Title = "Entente scenario";

    /// <summary>Writes the schema as JSON, ending with a line feed.</summary>
    /// <param name="comments">The documentation file of the model, Entente.xml: what the parameters mean.</param>
    /// <exception cref="InvalidDataException">A parameter is not described there.</exception>
    public static string Write(Stream comments)
    {
        ArgumentNullException.ThrowIfNull(comments);
        using var bytes = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(bytes, options))
            Root(new Documentation(comments)).WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static JsonObject Root(Documentation documentation)
    {
        var parameters = new ParameterSchema(documentation);
        var disruption = new DisruptionSchema(documentation);
        var root = new JsonObject
        {
            ["$schema"] = Draft,
            ["title"] = Title,
            ["description"] = "A question put to the model: the arms to compare, and how often and how long to play them.",
        };
        foreach (var (key, value) in Shape.Section(Scenario(parameters), "name", "question", "seed", "replications", "arms"))
            root[key] = value?.DeepClone();
        root["definitions"] = new JsonObject
        {
            ["arm"] = Arm(),
            ["dials"] = parameters.Dials(),
            ["parameters"] = parameters.Rooms(),
            ["disruption"] = disruption.Any(),
            ["firm"] = parameters.Firm(),
            ["alliance"] = parameters.Alliance(),
            ["design"] = DesignSchema.Design(),
        };
        return root;
    }

    private static JsonObject Scenario(ParameterSchema parameters)
    {
        var keys = new JsonObject
        {
            ["name"] = Shape.ShortName("Short name, fit for a folder: letters, digits and hyphens, at most 64. Results go below results/<name>/."),
            ["question"] = Shape.Text("The question the scenario answers, in words."),
            ["expectation"] = Shape.Text("What you expect to see, in words, written down before the run."),
            ["seed"] = Shape.Whole("Master seed: same scenario, seed and version give the same results, bit for bit.", uint.MinValue, uint.MaxValue),
            ["replications"] = Shape.Whole(
                "Replications of each arm. The same replication of two arms lives in the same world, with the same luck.",
                1,
                ScenarioBinder.MostReplications),
        };
        keys["include"] = Shape.Text("A file of parameters, found from the folder of this one: what it sets holds where this file does not set the same.");
        parameters.AddMonths(keys);
        keys["disruption"] = Shape.Reference("disruption");
        keys["theory"] = Theory();
        keys["industry"] = parameters.Industry();
        keys["dials"] = Shape.Reference("dials");
        keys["parameters"] = Shape.Reference("parameters");
        keys["arms"] = Shape.List("The arms to compare. The first is the reference that the others are compared with.", Shape.Reference("arm"), least: 1);
        keys["founded"] = Shape.ListOrNothing("Alliances founded by decree: they operate from a month on, without search or negotiation.", Shape.Reference("alliance"));
        keys["outcomes"] = Outcomes(parameters);
        keys["design"] = Shape.Reference("design");
        return keys;
    }

    private static JsonObject Theory() => Shape.OneOf(
        "The theory of conduct by which members of alliances choose to contribute, withhold or leave; valuation if left out.",
        Theories.All.Select(theory => (theory.Name, theory.Summary)));

    private static JsonObject Arm()
    {
        var arm = Shape.Section(
            new JsonObject
            {
                ["name"] = Shape.ShortName("What to call the arm: letters, digits and hyphens, at most 64."),
                ["preset"] = Shape.OneOf(
                    "The way of governing alliances that the arm starts from. What the scenario sets for all arms goes on top, then what the arm sets.",
                    Presets.All.Select(preset => (preset.Name, preset.Summary))),
                ["dials"] = Shape.Reference("dials"),
                ["parameters"] = Shape.Reference("parameters"),
                ["disruption"] = Shape.Reference("disruption"),
                ["theory"] = Theory(),
            },
            "name",
            "preset");
        return Shape.Described("Arm", "One way of governing alliances in one environment, to be compared with others.", arm);
    }

    private static JsonObject Outcomes(ParameterSchema parameters)
    {
        var outcomes = Shape.ListOrNothing(
            $"The outcomes to show, by column of the runs table. All others are written too. If left out: {string.Join(", ", Binding.Outcomes.Usual)}.",
            Shape.OneOf("A column of the runs table.", parameters.Outcomes()));
        outcomes["uniqueItems"] = true;
        return outcomes;
    }
}
