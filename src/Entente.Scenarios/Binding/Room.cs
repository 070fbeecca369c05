using System.Diagnostics.CodeAnalysis;
using Entente.Settings;

namespace Entente.Scenarios.Binding;

/// <summary>One room of <see cref="Parameters"/>: its key and its parameters, and how to change them.</summary>
internal sealed class Room
{
    private readonly Func<Parameters, object> copyOf;
    private readonly Func<Parameters, object, Parameters> with;

    private Room(string key, IReadOnlyList<ParameterField> fields, Func<Parameters, object> copyOf, Func<Parameters, object, Parameters> with)
    {
        Key = key;
        Fields = fields;
        this.copyOf = copyOf;
        this.with = with;
    }

    public string Key { get; }

    public IReadOnlyList<ParameterField> Fields { get; }

    public object? Read(Parameters parameters, ParameterField field) => field.Read(copyOf(parameters));

    public Parameters Apply(Parameters parameters, IEnumerable<Change> changes)
    {
        var room = copyOf(parameters);
        Change.WriteAll(room, changes);
        return with(parameters, room);
    }

    // Spelt out rather than found by reflection, so that a trimmed program keeps every parameter. A test compares the list.

    /// <summary>All rooms, in the order of <see cref="Parameters"/>.</summary>
    public static IReadOnlyList<Room> All { get; } =
    [
        Of("environment", p => p.Environment with { }, (p, room) => p with { Environment = room }),
        Of("sensing", p => p.Sensing with { }, (p, room) => p with { Sensing = room }),
        Of("partnerSearch", p => p.PartnerSearch with { }, (p, room) => p with { PartnerSearch = room }),
        Of("entry", p => p.Entry with { }, (p, room) => p with { Entry = room }),
        Of("negotiation", p => p.Negotiation with { }, (p, room) => p with { Negotiation = room }),
        Of("investment", p => p.Investment with { }, (p, room) => p with { Investment = room }),
        Of("governance", p => p.Governance with { }, (p, room) => p with { Governance = room }),
        Of("conduct", p => p.Conduct with { }, (p, room) => p with { Conduct = room }),
        Of("trust", p => p.Trust with { }, (p, room) => p with { Trust = room }),
        Of("pipeline", p => p.Pipeline with { }, (p, room) => p with { Pipeline = room }),
        Of("operation", p => p.Operation with { }, (p, room) => p with { Operation = room }),
        Of("membership", p => p.Membership with { }, (p, room) => p with { Membership = room }),
        Of("learning", p => p.Learning with { }, (p, room) => p with { Learning = room }),
        Of("coreBusiness", p => p.CoreBusiness with { }, (p, room) => p with { CoreBusiness = room }),
    ];

    private static Room Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string key, Func<Parameters, T> copyOf, Func<Parameters, T, Parameters> with) where T : class =>
        new(key, ParameterField.Of<T>(), copyOf, (parameters, room) => with(parameters, (T)room));
}

/// <summary>The parameters outside the rooms.</summary>
internal static class Fields
{
    public static IReadOnlyList<ParameterField> Setting { get; } = ParameterField.Of<Setting>();

    public static IReadOnlyList<ParameterField> Dials { get; } = ParameterField.Of<Dials>();

    public static IReadOnlyList<ParameterField> Industry { get; } = ParameterField.Of<Industry>();

    public static IReadOnlyList<ParameterField> Firm { get; } = ParameterField.Of<FirmDescription>();

    public static IReadOnlyList<ParameterField> Decree { get; } = ParameterField.Of<Decree>();

    /// <summary>Where keys that people may look for in the wrong place belong.</summary>
    public static ILookup<string, string> Homes { get; } =
        Dials.Select(field => (field.Key, Path: $"dials.{field.Key}"))
            .Concat(Industry.Select(field => (field.Key, Path: $"industry.{field.Key}")))
            .Concat(Room.All.Select(room => (room.Key, Path: $"parameters.{room.Key}")))
            .Concat(Room.All.SelectMany(room => room.Fields.Select(field => (field.Key, Path: $"parameters.{room.Key}.{field.Key}"))))
            .ToLookup(home => home.Key, home => home.Path, StringComparer.OrdinalIgnoreCase);
}
