namespace Entente.Cli;

/// <summary>The files that somebody means who names a file or a directory.</summary>
internal static class ScenarioFiles
{
    /// <summary>The .yaml files of a directory, in order of name; one without any is left to the reader to complain about.</summary>
    public static IEnumerable<string> In(string named)
    {
        if (!Directory.Exists(named))
            return [named];
        var inside = Directory.GetFiles(named, "*.yaml");
        Array.Sort(inside, StringComparer.Ordinal);
        return inside is [] ? [named] : inside;
    }
}
