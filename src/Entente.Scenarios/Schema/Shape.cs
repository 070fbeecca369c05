using System.Text.Json.Nodes;
using Entente.Scenarios.Binding;

namespace Entente.Scenarios.Schema;

/// <summary>The shapes that keys of a scenario have. A section or list may be left without a value, which YAML reads as null.</summary>
internal static class Shape
{
    /// <summary>A name fit for a folder; YAML takes one of digits alone for a number.</summary>
    public static JsonObject ShortName(string description) => new()
    {
        ["description"] = description,
        ["type"] = new JsonArray("string", "integer"),
        ["pattern"] = Names.ShortForm.Replace("\\z", "$", StringComparison.Ordinal),
        ["patternErrorMessage"] = "A name is letters, digits and hyphens, at most 64.",
        ["minimum"] = 0,
    };

    /// <summary>A name with a letter in it.</summary>
    public static JsonObject NameInWords(string description) => new()
    {
        ["description"] = description,
        ["type"] = "string",
        ["pattern"] = "\\p{L}",
        ["patternErrorMessage"] = "A name has a letter in it.",
        ["maxLength"] = Names.Longest,
    };

    public static JsonObject Text(string description) => new()
    {
        ["description"] = description,
        ["type"] = "string",
        ["pattern"] = "\\S",
        ["patternErrorMessage"] = "There must be words here.",
    };

    public static JsonObject Whole(string description, double min, double max) => Range(description, "integer", min, max);

    public static JsonObject Number(string description, double min, double max) => Range(description, "number", min, max);

    public static JsonObject List(string description, JsonObject item, int least, int most = int.MaxValue) =>
        List(description, "array", item, least, most);

    public static JsonObject ListOrNothing(string description, JsonObject item, int least = 0, int most = int.MaxValue) =>
        List(description, new JsonArray("array", "null"), item, least, most);

    /// <summary>A section with these keys, some of them required, and no others.</summary>
    public static JsonObject Section(JsonObject keys, params string[] required)
    {
        var section = new JsonObject { ["type"] = "object" };
        if (required.Length > 0)
            section["required"] = new JsonArray([.. required.Select(key => JsonValue.Create(key))]);
        section["additionalProperties"] = false;
        section["properties"] = keys;
        return section;
    }

    /// <summary>A section with these keys and no others, or nothing.</summary>
    public static JsonObject SectionOrNothing(JsonObject keys)
    {
        var section = Section(keys);
        section["type"] = new JsonArray("object", "null");
        return section;
    }

    public static JsonObject OneOf(string description, IEnumerable<(string Name, string Meaning)> words)
    {
        var all = words.ToList();
        return new JsonObject
        {
            ["description"] = description,
            ["enum"] = new JsonArray([.. all.Select(word => JsonValue.Create(word.Name))]),
            ["enumDescriptions"] = new JsonArray([.. all.Select(word => JsonValue.Create(word.Meaning))]),
        };
    }

    public static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    /// <summary>The same with a title and a description in front.</summary>
    public static JsonObject Described(string title, string description, JsonObject shape)
    {
        shape.Insert(0, "title", title);
        shape.Insert(1, "description", description);
        return shape;
    }

    private static JsonObject Range(string description, string type, double min, double max)
    {
        var range = new JsonObject { ["description"] = description, ["type"] = type };
        range["minimum"] = min;
        if (double.IsFinite(max))
            range["maximum"] = max;
        return range;
    }

    private static JsonObject List(string description, JsonNode type, JsonObject item, int least, int most)
    {
        var list = new JsonObject { ["description"] = description, ["type"] = type, ["items"] = item };
        if (least > 0)
            list["minItems"] = least;
        if (most < int.MaxValue)
            list["maxItems"] = most;
        return list;
    }
}
