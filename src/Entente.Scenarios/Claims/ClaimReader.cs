namespace Entente.Scenarios.Claims;

/// <summary>
/// Reads claims: scenario files with keys of their own for what is claimed. Whatever is wrong is reported, with its place,
/// assignments of ablations included.
/// </summary>
public static class ClaimReader
{
    /// <summary>Reads a claim file.</summary>
    /// <param name="path">The file; problems name it as it is named here.</param>
    /// <param name="measures">Outcomes that propositions may refer to beside the columns of the table of runs.</param>
    /// <param name="overrides">What is set on top of it.</param>
    public static ClaimReading Read(string path, IReadOnlyCollection<string> measures, ScenarioOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ScenarioFile.Read(path, out var text) is { } problem
            ? new ClaimReading(null, [problem])
            : Parse(text, path, measures, overrides);
    }

    /// <summary>Reads a claim from its text; touches no file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What problems are to call it.</param>
    /// <param name="measures">Outcomes that propositions may refer to beside the columns of the table of runs.</param>
    /// <param name="overrides">What is set on top of it.</param>
    public static ClaimReading Parse(
        string text, string fileName, IReadOnlyCollection<string> measures, ScenarioOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(measures);
        // What is not played cannot be set.
        var played = Has(text, fileName, "notTestable") ? null : overrides;
        var (bound, problems) = ScenarioReader.Bind(text, fileName, played, (root, _, applied, found) =>
            ClaimBinder.Read(root, new ClaimSource(fileName, text, played, new Dictionary<string, IReadOnlyList<string>>()), applied, measures, found));
        return new ClaimReading(bound, problems);
    }

    private static bool Has(string text, string fileName, params string[] keys)
    {
        var (section, _) = ScenarioReader.Bind(text, fileName, null, (root, _, _, _) =>
            root is Yaml.SectionNode node && keys.Any(key => node.Find(key) is not null) ? node : null);
        return section is not null;
    }
}
