namespace Entente.Cli;

/// <summary>Texts that the program carries.</summary>
internal static class Resource
{
    public static Stream Open(string name) => typeof(Resource).Assembly.GetManifestResourceStream(name)!;

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>What comes after a prefix, of all names that have it.</summary>
    public static IReadOnlyList<string> Names(string prefix) =>
        [.. from name in typeof(Resource).Assembly.GetManifestResourceNames()
            where name.StartsWith(prefix, StringComparison.Ordinal)
            orderby name
            select name[prefix.Length..]];
}
