using System.Globalization;
using Entente.Mechanisms.Environment;
using Entente.Scenarios.Yaml;
using Entente.Settings;

namespace Entente.Scenarios.Binding;

/// <summary>Dials and parameters that are set in one place of a scenario.</summary>
internal sealed record Governance(IReadOnlyList<Change> Dials, IReadOnlyList<(Room Room, IReadOnlyList<Change> Changes)> Rooms)
{
    /// <summary>Reads <c>dials</c> and <c>parameters</c> of a section.</summary>
    public static Governance Read(Section section, ProblemList problems)
    {
        IReadOnlyList<Change> dials = [];
        if (section.Inner("dials") is { } dialSection)
        {
            dials = dialSection.Changes(Fields.Dials);
            dialSection.Close();
        }

        var rooms = new List<(Room, IReadOnlyList<Change>)>();
        if (section.Inner("parameters") is { } parameters)
        {
            foreach (var room in Room.All)
            {
                if (parameters.Take(room.Key) is { } entry && Section.Open(entry.Value, entry.Place, room.Key, problems) is { } inner)
                {
                    rooms.Add((room, inner.Changes(room.Fields)));
                    inner.Close();
                }
            }

            // A file of fitted parameters may be shared with experiments; these hold there alone.
            parameters.Take("laboratory");
            parameters.Close();
        }

        return new Governance(dials, rooms);
    }

    public Setting ApplyTo(Setting setting)
    {
        object dials = setting.Dials;
        Change.WriteAll(dials, Dials);
        return setting with
        {
            Dials = (Dials)dials,
            Parameters = Rooms.Aggregate(setting.Parameters, (parameters, room) => room.Room.Apply(parameters, room.Changes)),
        };
    }
}

/// <summary>Reads the arms: a preset, what the scenario sets for all, what the arm sets for itself - in this order.</summary>
internal sealed class ArmBinder(Setting setting, Governance shared, ProblemList problems)
{
    // Twice as many as a million firms have by default; each takes a quarter of a kilobyte.
    private const double MostOpen = 10_000_000;

    private readonly Names names = new("arm", problems);

    public IReadOnlyList<Arm> Read(Section scenario)
    {
        const string expected = "a list of at least one arm, each with a name and a preset";
        if (scenario.Need("arms", expected) is not { } entry)
            return [];
        if (entry.Value is not ListNode { Items.Count: > 0 } list)
        {
            if (entry.Value is not FaultyNode)
                problems.Add(entry.Place, $"arms {(entry.Value is ListNode ? "is an empty list" : entry.Value.Description)}; it must be {expected}.");
            return [];
        }

        var arms = new List<Arm>();
        foreach (var (position, item) in list.Items.Index())
        {
            if (Section.Open(item, item.Place, string.Create(CultureInfo.InvariantCulture, $"arm {position + 1}"), problems) is { } section)
                arms.Add(Arm(section));
        }

        return arms.AsReadOnly();
    }

    private Arm Arm(Section section)
    {
        var name = Names.Short(section, problems);
        names.Add(name, section.Place);
        var preset = ReadPreset(section) ?? Presets.TightContract;
        var own = Governance.Read(section, problems);
        var disruption = section.Take("disruption") is { } entry ? DisruptionBinder.Read(entry, problems) : null;
        var theory = TheoryBinder.Read(section, problems);
        section.Close();
        var governed = own.ApplyTo(shared.ApplyTo(preset.ApplyTo(setting)));
        var played = governed with { Disruption = disruption ?? setting.Disruption, Theory = theory ?? setting.Theory };
        if (EnvironmentRules.MostOpen(played) is > MostOpen and var open)
        {
            problems.Add(section.Place, string.Create(CultureInfo.InvariantCulture,
                $"the arm {name} has about {open:N0} opportunities open at a time; there may be {MostOpen:N0}. Lower environment.arrivalRate, environment.arrivalLoading, environment.windowMonths or industry.firms."));
        }

        return new Arm(name ?? "", preset.Name, played);
    }

    private Preset? ReadPreset(Section section)
    {
        var expected = Shown.Either(Presets.Names);
        if (section.Need("preset", expected) is not { } entry || Values.Text(entry.Value, entry.Place, "preset", problems, expected) is not { } name)
            return null;
        var preset = Presets.Find(name);
        if (preset is null)
            problems.Add(entry.Place, Values.Ask($"preset is {Shown.Line(name)}; it must be {expected}", Suggestions.Nearest(name, Presets.Names)));
        return preset;
    }
}
