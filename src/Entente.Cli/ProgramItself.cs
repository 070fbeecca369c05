namespace Entente.Cli;

/// <summary>How this program is started, for whoever is to start it later.</summary>
internal static class ProgramItself
{
    /// <summary>The words of the command: the program, or the host it was started by and its file.</summary>
    public static IReadOnlyList<string> Words { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, $"{Root.ProgramName}.dll")]
            : [Environment.ProcessPath!];
}
