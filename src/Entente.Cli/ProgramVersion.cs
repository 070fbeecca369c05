using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Entente.Cli;

/// <summary>Version and commit, as the build wrote them into the program.</summary>
internal static class ProgramVersion
{
    private static readonly string[] Parts =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');

    public static string Number => Parts[0];

    public static string Commit => Parts.Length > 1 ? Parts[1] : "unknown";
}

internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine($"entente {ProgramVersion.Number} (commit {ProgramVersion.Commit})");
        return ExitCode.Done;
    }
}
