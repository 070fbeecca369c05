using Entente.Scenarios.Binding;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios;

/// <summary>What a file is for.</summary>
public enum FileKind
{
    /// <summary>A scenario to run; also whatever is none of the others.</summary>
    Scenario,
    /// <summary>A claim or a published finding.</summary>
    Claim,
    /// <summary>A laboratory experiment.</summary>
    Experiment,
    /// <summary>A calibration.</summary>
    Calibration,
    /// <summary>A coalition landscape.</summary>
    Landscape,
    /// <summary>Parameters for other files to include.</summary>
    Parameters,
}

/// <summary>Tells files apart by the keys that only one kind has.</summary>
public static class FileKinds
{
    private static readonly (FileKind Kind, string[] Keys)[] Decisive =
    [
        (FileKind.Claim, ClaimKeys.Identities),
        (FileKind.Experiment, ["payoffs", "sessions"]),
        (FileKind.Calibration, ["experiments", "targets"]),
        (FileKind.Scenario, ["arms"]),
        (FileKind.Landscape, ["firms", "propensities"]),
        (FileKind.Parameters, ["parameters", "dials", "theory", "industry"]),
    ];

    /// <summary>The kind of a file; a scenario where it cannot be read.</summary>
    public static FileKind Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (ScenarioFile.Read(path, out var text) is not null)
            return FileKind.Scenario;
        var kind = FileKind.Scenario;
        ScenarioReader.Bind<object>(text, path, new ScenarioOverrides(), (root, _, _, _) =>
        {
            if (root is SectionNode section)
                kind = Decisive.FirstOrDefault(known => known.Keys.Any(key => section.Find(key) is not null)).Kind;
            return root;
        });
        return kind;
    }

    /// <summary>Reads a file of parameters as if a scenario included it.</summary>
    public static IReadOnlyList<Problem> CheckParameters(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var around = $"{{ name: x, question: x, seed: 1, replications: 1, include: \"{Path.GetFileName(path)}\", arms: [{{ name: x, preset: tight-contract }}] }}";
        return ScenarioReader.Parse(around, Path.Combine(Path.GetDirectoryName(path) ?? "", "including")).Problems;
    }
}
