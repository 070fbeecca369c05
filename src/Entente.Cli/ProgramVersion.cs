using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Entente.Cli;

/// <summary>Version and commit, as the build wrote them into the program.</summary>
internal static class ProgramVersion
{
    private const int ShortCommit = 7;

    private static readonly string[] Parts =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', 2);

    public static string Number => Parts[0];

    /// <summary>The whole commit, or <c>unknown</c> where the program was built from a tree without its history.</summary>
    public static string Commit => Parts.Length > 1 ? Parts[1] : "unknown";

    /// <summary>Version, commit and runtime in one line.</summary>
    public static string Line(string number, string commit, Version runtime) =>
        $"Entente {number} ({(commit == "unknown" ? "commit unknown" : commit[..Math.Min(ShortCommit, commit.Length)])}, .NET {runtime})";
}

internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine(ProgramVersion.Line(ProgramVersion.Number, ProgramVersion.Commit, Environment.Version));
        return ExitCode.Done;
    }
}
