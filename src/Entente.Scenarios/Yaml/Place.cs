namespace Entente.Scenarios.Yaml;

/// <summary>Where something was written: a line and column of the file, or an assignment on top of it.</summary>
/// <param name="File">The file or the option.</param>
/// <param name="Line">Line from 1, or 0.</param>
/// <param name="Column">Column from 1, or 0.</param>
/// <param name="Order">0 for the file; 1, 2, ... for the assignments.</param>
/// <param name="Assignment">The whole assignment, to be quoted in messages.</param>
internal sealed record Place(string File, int Line, int Column, int Order = 0, string? Assignment = null)
{
    /// <summary>The place in a few words, for a message about another place.</summary>
    public string Words => Line > 0 ? $"on line {Line}" : "on the command line";
}

/// <summary>The problems found so far.</summary>
internal sealed class ProblemList
{
    private const int Most = 1000;

    private readonly List<(Place Place, Problem Problem)> found = [];

    public bool Any => found.Count > 0;

    public void Add(Place place, string message)
    {
        var text = place.Assignment is null ? message : $"in \"{Shown.Line(place.Assignment)}\", {message}";
        found.Add((place, new Problem(place.File, place.Line, place.Column, text)));
        if (found.Count == Most)
            throw new TooManyProblemsException();
    }

    /// <summary>All problems by place; what was found at the same place keeps its order.</summary>
    public IReadOnlyList<Problem> Sorted() =>
        [.. found.OrderBy(f => f.Place.Order).ThenBy(f => f.Place.Line).ThenBy(f => f.Place.Column).Select(f => f.Problem)];
}

/// <summary>Nobody reads so many problems; reading the scenario stops. Never leaves <see cref="ScenarioReader"/>.</summary>
internal sealed class TooManyProblemsException : Exception;
