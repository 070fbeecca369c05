using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Landscapes;

/// <summary>Reads landscape files. Whatever is wrong with a file is reported, all of it at once; no input makes it throw.</summary>
public static class LandscapeReader
{
    /// <summary>Reads a landscape file.</summary>
    /// <param name="path">The file; problems name it as it is named here.</param>
    /// <param name="set">Assignments <c>path=value</c> on top of it, such as <c>alpha=1.5</c> or <c>firms.IBM.size=5</c>.</param>
    public static LandscapeReading Read(string path, IReadOnlyList<string>? set = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ScenarioFile.Read(path, out var text) is { } problem ? new LandscapeReading(null, [problem]) : Parse(text, path, set);
    }

    /// <summary>Reads a landscape from its text; touches no file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What problems are to call it.</param>
    /// <param name="set">Assignments on top of it.</param>
    public static LandscapeReading Parse(string text, string fileName, IReadOnlyList<string>? set = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        if (ScenarioFile.Unreadable(text, fileName) is { } problem)
            return new LandscapeReading(null, [problem]);
        var problems = new ProblemList();
        try
        {
            var scenario = Parse(text, fileName, set, problems);
            return problems.Any ? new LandscapeReading(null, problems.Sorted()) : new LandscapeReading(scenario, []);
        }
        catch (TooManyProblemsException)
        {
            var sorted = problems.Sorted();
            return new LandscapeReading(
                null, [.. sorted, new Problem(fileName, 0, 0, $"reading stopped after {sorted.Count} problems; there may be more.")]);
        }
    }

    private static LandscapeScenario? Parse(string text, string fileName, IReadOnlyList<string>? set, ProblemList problems)
    {
        var root = YamlTree.Read(text, mark => new Place(fileName, (int)mark.Line, (int)mark.Column), problems);
        if (root is null or TextNode { IsNothing: true })
        {
            if (!problems.Any)
                problems.Add(new Place(fileName, 0, 0), "there is nothing in the file; a landscape has at least name, question and firms.");
            return null;
        }

        var applied = Overriding.Apply(new ScenarioOverrides(Set: set), root, problems);
        return LandscapeBinder.Read(root, text, applied, problems);
    }
}
