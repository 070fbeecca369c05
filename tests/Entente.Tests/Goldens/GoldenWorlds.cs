using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Entente.Engine;
using Entente.Observation;
using Entente.Settings;
using NUnit.Framework;

namespace Entente.Tests.Goldens;

/// <summary>
/// Whole small worlds as text, against files: whatever changes a world shows here first. Set ENTENTE_UPDATE=1 to take the
/// worlds as they are, and read the difference before you keep it.
/// </summary>
public class GoldenWorlds
{
    private static readonly Industry Small = new() { Firms = 12 };

    private static readonly Setting Tight = new() { Months = 48, Industry = Small };

    private static readonly (string Name, Setting Setting)[] Worlds =
    [
        ("tight-contract", Tight),
        ("fair-process", Tight with { Dials = Dials.FairProcessPreset }),
        ("no-alliances", Tight with { Parameters = new() { PartnerSearch = new() { AlliancesAllowed = false } } }),
        ("everything", Tight with
        {
            Dials = Dials.FairProcessPreset with { OpenMembership = 1, Exploration = 0.4, PostRotation = 0.5, VotingRule = 0.7 },
            Disruption = new StepDisruption(0.1, 0.8, 12),
            Decrees = [new Decree { Name = "five", Members = [0, 1, 2, 3, 4], Month = 6, Projects = 3, Trust = 0.4 }],
            Parameters = new() { PartnerSearch = new() { Acquisitions = true, AcquisitionRatio = 1.5, Sense = 1 } },
        }),
    ];

    private static IEnumerable<TestCaseData> Cases => Worlds.Select(world => new TestCaseData(world.Setting, world.Name).SetArgDisplayNames(world.Name));

    [TestCaseSource(nameof(Cases))]
    public void A_world_is_as_it_was(Setting setting, string name)
    {
        var path = Path.Combine(Folder(), $"{name}.txt");
        var actual = Text(Simulation.Run(setting, 1988, 0));
        if (Environment.GetEnvironmentVariable("ENTENTE_UPDATE") == "1")
            File.WriteAllText(path, actual);
        if (File.ReadAllText(path) == actual)
            return;
        File.WriteAllText(Path.ChangeExtension(path, ".received.txt"), actual);
        Assert.Fail($"the world {name} is not as it was: compare {name}.txt with {name}.received.txt");
    }

    private static string Text(Recording recording)
    {
        var text = new StringBuilder();
        Write(text, "run", [recording.Run]);
        Write(text, "months", recording.Months);
        Write(text, "alliances", recording.Alliances);
        Write(text, "projects", recording.Projects);
        Write(text, "firms", recording.Firms);
        Write(text, "events", recording.Events);
        return text.ToString();
    }

    private static void Write<TRow>(StringBuilder text, string title, IEnumerable<TRow> rows)
    {
        var columns = typeof(TRow).GetProperties().Where(p => p.IsDefined(typeof(ColumnAttribute))).ToArray();
        text.Append("# ").Append(title).Append(": ").AppendJoin(' ', columns.Select(c => c.Name)).Append('\n');
        foreach (var row in rows)
            text.AppendJoin(' ', columns.Select(c => Show(c, row!))).Append('\n');
    }

    // Ten digits: enough to notice any change of rule, few enough to forgive another machine's last bit.
    private static string Show(PropertyInfo column, object row) => column.GetValue(row) switch
    {
        null => "-",
        double number => number.ToString("G10", CultureInfo.InvariantCulture),
        string words => $"'{words}'",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
