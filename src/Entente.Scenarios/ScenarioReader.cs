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
        var (scenario, found) = Bind<Scenario>(text, fileName, overrides, ScenarioBinder.Read);
        return new ScenarioReading(scenario, found);
    }

    /// <summary>Binds a text to what it describes; null exactly where there are problems.</summary>
    internal static (T? Bound, IReadOnlyList<Problem> Problems) Bind<T>(
        string text, string fileName, ScenarioOverrides? overrides, Func<Node, string, IReadOnlyList<string>, ProblemList, T?> bind)
        where T : class
    {
        if (ScenarioFile.Unreadable(text, fileName) is { } problem)
            return (null, [problem]);
        var problems = new ProblemList();
        try
        {
            var bound = Read(text, fileName, overrides, problems, bind);
            return problems.Any ? (null, problems.Sorted()) : (bound, []);
        }
        catch (TooManyProblemsException)
        {
            var sorted = problems.Sorted();
            return (null, [.. sorted, new Problem(fileName, 0, 0, $"reading stopped after {sorted.Count} problems; there may be more.")]);
        }
    }

    private static T? Read<T>(
        string text, string fileName, ScenarioOverrides? overrides, ProblemList problems, Func<Node, string, IReadOnlyList<string>, ProblemList, T?> bind)
        where T : class
    {
        var root = YamlTree.Read(text, mark => new Place(fileName, (int)mark.Line, (int)mark.Column), problems);
        if (root is null or TextNode { IsNothing: true })
        {
            if (!problems.Any)
                problems.Add(new Place(fileName, 0, 0), ScenarioFile.Nothing(text));
            return null;
        }

        var whole = Including.Apply(root, text, fileName, problems);
        return bind(root, whole, Overriding.Apply(overrides, root, problems), problems);
    }
}
