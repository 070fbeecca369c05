using Entente.Laboratory;
using Entente.Mechanisms.Conduct;
using Entente.Scenarios.Binding;
using Entente.Settings;

namespace Entente.Scenarios;

/// <summary>Changes single numbers of what was read, by path, as calibration and designs do. Values are clamped to the parameter's bounds.</summary>
public static class ParameterChange
{
    private static readonly IReadOnlyList<ParameterField> LaboratoryFields = ParameterField.Of<LaboratoryOptions>();
    private static readonly IReadOnlyList<ParameterField> ConductFields = ParameterField.Of<ConductOptions>();

    /// <summary>People with a number changed: <c>laboratory.growth</c>, <c>conduct.precision</c>.</summary>
    /// <exception cref="ArgumentException">There is no such number.</exception>
    public static LaboratoryPeople With(LaboratoryPeople people, string path, double value)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(path);
        var (room, key) = Parts(path);
        switch (room)
        {
            case "laboratory":
                var laboratory = people.Laboratory with { };
                Write(laboratory, LaboratoryFields, key, value, path);
                return people with { Laboratory = laboratory };
            case "conduct":
                var conduct = people.Conduct with { };
                Write(conduct, ConductFields, key, value, path);
                return people with { Conduct = conduct };
            default:
                throw Unknown(path);
        }
    }

    /// <summary>A setting with a number changed: one of a room (<c>trust.growth</c>), a dial (<c>dials.contact</c>) or the industry.</summary>
    /// <exception cref="ArgumentException">There is no such number.</exception>
    public static Setting With(Setting setting, string path, double value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(path);
        var (room, key) = Parts(path);
        switch (room)
        {
            case "dials":
                object dials = setting.Dials;
                Write(dials, Fields.Dials, key, value, path);
                return setting with { Dials = (Dials)dials };
            case "industry":
                var industry = setting.Industry with { };
                Write(industry, Fields.Industry, key, value, path);
                return setting with { Industry = industry };
            default:
                var found = Room.All.FirstOrDefault(r => r.Key == room) ?? throw Unknown(path);
                var field = found.Fields.FirstOrDefault(f => f.Key == key) ?? throw Unknown(path);
                return setting with { Parameters = found.Apply(setting.Parameters, [Fitting(field, value)]) };
        }
    }

    private static (string Room, string Key) Parts(string path) =>
        path.Split('.') is [var room, var key] ? (room, key) : throw Unknown(path);

    private static void Write(object options, IReadOnlyList<ParameterField> fields, string key, double value, string path)
    {
        var field = fields.FirstOrDefault(f => f.Key == key) ?? throw Unknown(path);
        Change.WriteAll(options, [Fitting(field, value)]);
    }

    private static Change Fitting(ParameterField field, double value)
    {
        var bounded = Math.Clamp(value, field.Parameter.Min, field.Parameter.Max);
        if (field.Kind == typeof(int))
            return new Change(field, (int)Math.Round(bounded, MidpointRounding.AwayFromZero));
        return field.Kind == typeof(double) ? new Change(field, bounded) : throw Unknown(field.Key);
    }

    private static ArgumentException Unknown(string path) => new($"There is no number {path}.", nameof(path));
}
