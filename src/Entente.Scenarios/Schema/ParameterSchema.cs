using System.Text.Json.Nodes;
using Entente.Observation;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Yaml;
using Entente.Settings;

namespace Entente.Scenarios.Schema;

/// <summary>The sections of a scenario that set parameters.</summary>
internal sealed class ParameterSchema(Documentation documentation)
{
    private const string GivenByScenario = "Drawn at random if left out.";

    public void AddMonths(JsonObject keys) => Add(keys, Fields.Setting, field => field.Read(new Setting()));

    /// <summary>The dials; where presets differ the default depends on the arm, so none is offered.</summary>
    public JsonObject Dials()
    {
        var keys = new JsonObject();
        foreach (var field in Fields.Dials)
        {
            var defaults = Presets.All.Where(preset => preset.AlliancesAllowed).Select(preset => (preset.Name, Value: field.Read(preset.Dials))).ToList();
            keys[field.Key] = defaults.TrueForAll(d => Equals(d.Value, defaults[0].Value))
                ? Number(field, defaults[0].Value)
                : Number(field, null, string.Join(", ", defaults.Select(d => $"{Text(d.Value!)} with {d.Name}")));
        }

        return Shape.Described("Dials", "How alliances are governed: numbers from 0 to 1 on top of the preset.", Shape.SectionOrNothing(keys));
    }

    public JsonObject Rooms()
    {
        var standard = new Parameters();
        var rooms = new JsonObject();
        foreach (var room in Room.All)
        {
            var keys = new JsonObject();
            Add(keys, room.Fields, field => room.Read(standard, field));
            var meaning = documentation.Of(typeof(Parameters), char.ToUpperInvariant(room.Key[0]) + room.Key[1..]);
            rooms[room.Key] = Shape.SectionOrNothing(keys);
            rooms[room.Key]!.AsObject().Insert(0, "description", meaning);
        }

        return Shape.Described("Parameters", "Every other number of the model, room by room.", Shape.SectionOrNothing(rooms));
    }

    public JsonObject Industry()
    {
        var keys = new JsonObject();
        Add(keys, Fields.Industry, field => field.Read(new Industry()));
        keys["named"] = Shape.ListOrNothing(documentation.Of(typeof(Industry), nameof(Settings.Industry.Named)), Shape.Reference("firm"));
        return Shape.Described("Industry", documentation.Of(typeof(Industry)), Shape.SectionOrNothing(keys));
    }

    public JsonObject Firm()
    {
        var keys = new JsonObject { ["name"] = Shape.NameInWords("The firm's name: one line with a letter in it, at most 64 characters.") };
        foreach (var (property, of) in new[]
        {
            (nameof(FirmDescription.Capabilities), nameof(Settings.Industry.Domains)),
            (nameof(FirmDescription.Presence), nameof(Settings.Industry.Markets)),
            (nameof(FirmDescription.Targets), nameof(Settings.Industry.Domains)),
        })
        {
            var length = Fields.Industry.Single(field => field.Property.Name == of).Parameter;
            keys[ParameterField.KeyOf(property)] = Shape.ListOrNothing(
                $"{documentation.Of(typeof(FirmDescription), property)} {GivenByScenario}",
                new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
                (int)length.Min,
                (int)length.Max);
        }

        foreach (var field in Fields.Firm)
            keys[field.Key] = Number(field, null, null, GivenByScenario);
        return Shape.Described("Firm", documentation.Of(typeof(FirmDescription)), Shape.Section(keys, "name"));
    }

    public JsonObject Alliance()
    {
        var keys = new JsonObject
        {
            ["name"] = Shape.NameInWords("What to call the alliance: one line with a letter in it, at most 64 characters."),
            ["members"] = Members(),
        };
        var standard = new Decree { Name = "", Members = [] };
        Add(keys, Fields.Decree, field => field.Key == "month" ? null : field.Read(standard));
        return Shape.Described("Founded alliance", documentation.Of(typeof(Decree)), Shape.Section(keys, "name", "members", "month"));
    }

    /// <summary>The columns of the runs table, and what they mean.</summary>
    public IEnumerable<(string Name, string Meaning)> Outcomes() =>
        from property in typeof(RunRow).GetProperties()
        let key = ParameterField.KeyOf(property.Name)
        where Binding.Outcomes.All.Contains(key)
        select (key, documentation.Of(property));

    private static JsonObject Members()
    {
        var firms = Fields.Industry.Single(field => field.Property.Name == nameof(Settings.Industry.Firms)).Parameter;
        var member = new JsonObject
        {
            ["description"] = "A firm: the name of a named one, or its number, from 0.",
            ["type"] = new JsonArray("string", "integer"),
            ["pattern"] = "\\S",
            ["minimum"] = 0,
            ["maximum"] = firms.Max - 1,
        };
        var members = Shape.List("Its members: two or more firms, all different, by name or by number.", member, least: 2);
        members["uniqueItems"] = true;
        return members;
    }

    private void Add(JsonObject keys, IEnumerable<ParameterField> fields, Func<ParameterField, object?> standard)
    {
        foreach (var field in fields)
            keys[field.Key] = Number(field, standard(field));
    }

    /// <summary>A parameter: what it means and, on a line of its own, its range, unit, default and source.</summary>
    private JsonObject Number(ParameterField field, object? standard, string? standardInWords = null, string? ifLeftOut = null)
    {
        var (min, max) = (field.Parameter.Min, field.Parameter.Max);
        var range = field.Kind == typeof(bool) ? "true or false" : $"{Values.Between(min, max)} ({field.Parameter.Unit})";
        standardInWords ??= standard is null ? null : Text(standard);
        var facts = $"{char.ToUpperInvariant(range[0])}{range[1..]}."
            + (standardInWords is null ? "" : $" Default: {standardInWords}.")
            + (ifLeftOut is null ? $" Source: {field.Parameter.Source}." : $" {ifLeftOut}");
        var meaning = $"{documentation.Of(field.Property)}\n\n{facts}";
        var shape = field.Kind == typeof(bool)
            ? new JsonObject { ["description"] = meaning, ["type"] = "boolean" }
            : field.Kind == typeof(int) ? Shape.Whole(meaning, min, max) : Shape.Number(meaning, min, max);
        if (field.Optional)
            shape["type"] = new JsonArray(shape["type"]!.DeepClone(), "null");
        if (standard is not null)
            shape["default"] = standard switch { bool yes => yes, int whole => whole, double number => number, _ => null };
        return shape;
    }

    private static string Text(object value) => value switch
    {
        double number => Shown.Number(number),
        bool yes => yes ? "true" : "false",
        _ => ((IFormattable)value).ToString(null, System.Globalization.CultureInfo.InvariantCulture),
    };
}
