using Entente.Scenarios.Binding;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios;

/// <summary>
/// Reads scenarios. Whatever is wrong with a file is reported, all of it at once (up to a thousand problems), each with its
/// place; no input makes it throw.
/// </summary>
public static class ScenarioReader
{
    /// <summary>Reads a scenario file.</summary>
    /// <param name="path">The file; problems name it as it is named here.</param>
    /// <param name="overrides">What is set on top of it.</param>
    public static ScenarioReading Read(string path, ScenarioOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ScenarioFile.Read(path, out var text) is { } problem
            ? new ScenarioReading(null, [problem])
            : Parse(text, path, overrides);
    }

    /// <summary>Reads a scenario from its text; touches no file but one that it includes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What problems are to call it.</param>
    /// <param name="overrides">What is set on top of it.</param>
    public static ScenarioReading Parse(string text, string fileName, ScenarioOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        if (ScenarioFile.Unreadable(text, fileName) is { } problem)
            return new ScenarioReading(null, [problem]);
        var problems = new ProblemList();
        try
        {
            var scenario = Parse(text, fileName, overrides, problems);
            return problems.Any ? new ScenarioReading(null, problems.Sorted()) : new ScenarioReading(scenario, []);
        }
        catch (TooManyProblemsException)
        {
            var sorted = problems.Sorted();
            return new ScenarioReading(
                null, [.. sorted, new Problem(fileName, 0, 0, $"reading stopped after {sorted.Count} problems; there may be more.")]);
        }
    }

    private static Scenario? Parse(string text, string fileName, ScenarioOverrides? overrides, ProblemList problems)
    {
        var root = YamlTree.Read(text, mark => new Place(fileName, (int)mark.Line, (int)mark.Column), problems);
        if (root is null or TextNode { IsNothing: true })
        {
            if (!problems.Any)
                problems.Add(new Place(fileName, 0, 0), ScenarioFile.Nothing(text));
            return null;
        }

        var whole = Including.Apply(root, text, fileName, problems);
        var applied = Overriding.Apply(overrides, root, problems);
        return ScenarioBinder.Read(root, whole, applied, problems);
    }
}
