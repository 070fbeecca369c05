using Entente.Mechanisms.Conduct;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Binding;

/// <summary>Reads a theory of conduct by its name.</summary>
internal static class TheoryBinder
{
    /// <summary>The theory a section names; null where it names none, or none that there is.</summary>
    public static ConductTheory? Read(Section section, ProblemList problems)
    {
        var expected = Shown.Either(Theories.Names);
        if (section.Take("theory") is not { } entry || Values.Text(entry.Value, entry.Place, "theory", problems, expected) is not { } name)
            return null;
        var theory = Theories.Find(name);
        if (theory is null)
            problems.Add(entry.Place, Values.Ask($"theory is {Shown.Line(name)}; it must be {expected}", Suggestions.Nearest(name, Theories.Names)));
        return theory;
    }
}
