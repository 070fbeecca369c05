using System.Text.Json.Nodes;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Designs;

namespace Entente.Scenarios.Schema;

/// <summary>The section <c>design</c>. Which sizes go with which method the reader alone sees.</summary>
internal static class DesignSchema
{
    public static JsonObject Design()
    {
        var keys = new JsonObject
        {
            ["method"] = Shape.OneOf("How points are chosen.", DesignMethods.All.Select(method => (method.Name, method.Summary))),
            ["points"] = Shape.Whole("Points of latin-hypercube and sobol; base samples of saltelli, which simulates (factors + 2) times as many.", 2, DesignBinder.MostPoints),
            ["trajectories"] = Shape.Whole("Trajectories of morris, which simulates (factors + 1) times as many.", 2, DesignBinder.MostPoints),
            ["levels"] = Shape.Whole($"Levels of morris's grid, an even number; {DesignBinder.UsualLevels} by default.", 4, DesignBinder.MostLevels),
            ["runs"] = Shape.Whole("Points of fractional-factorial, a power of 2.", 4, DesignBinder.MostPoints),
            ["levers"] = Factors("What a manager chooses: paths as --set takes them, such as dials.exitBarrier."),
            ["uncertainties"] = Factors("What the world does: paths as --set takes them, such as disruption.max."),
        };
        return Shape.Described("Design", "What the command sweep varies, and at which points it simulates the scenario.", Shape.Section(keys, "method"));
    }

    private static JsonObject Factors(string description)
    {
        var range = Shape.Section(
            new JsonObject
            {
                ["from"] = new JsonObject { ["description"] = "The lower end.", ["type"] = "number" },
                ["to"] = new JsonObject { ["description"] = "The upper end.", ["type"] = "number" },
                ["scale"] = Shape.OneOf("How steps are taken.", [("linear", "By difference."), ("log", "By ratio.")]),
                ["whole"] = new JsonObject { ["description"] = "Whether only whole numbers count.", ["type"] = "boolean" },
                ["steps"] = Shape.Whole($"How many levels grid takes from the range; {DesignBinder.UsualSteps} by default, or fewer where there are no more whole numbers.", 2, DesignBinder.MostLevels),
            },
            "from",
            "to");
        var values = new JsonObject
        {
            ["description"] = "The values, two or more, all different: numbers or switches in any order, or names.",
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = new JsonArray("number", "string", "boolean") },
            ["minItems"] = 2,
            ["uniqueItems"] = true,
        };
        return new JsonObject
        {
            ["description"] = description,
            ["type"] = new JsonArray("object", "null"),
            ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(range, values) },
        };
    }
}
