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

    /// <summary>Reads a file once, as a pipe can be read, and tells its kind; a scenario where it cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="problem">What keeps it from being read; null where nothing does.</param>
    public static FileKind Read(string path, out string text, out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(path);
        problem = ScenarioFile.Read(path, out text);
        if (problem is not null)
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
    /// <param name="text">Its text.</param>
    /// <param name="path">What problems are to call it.</param>
    public static IReadOnlyList<Problem> CheckParameters(string text, string path)
    {
        const string around = "{ name: x, question: x, seed: 1, replications: 1, arms: [{ name: x, preset: tight-contract }] }";
        return ScenarioReader.Bind(around, path, null, (root, whole, applied, problems) =>
        {
            Including.Lay(root, text, path, problems);
            return ScenarioBinder.Read(root, whole, applied, problems);
        }).Problems;
    }
}
