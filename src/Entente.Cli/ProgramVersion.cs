using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Entente.Cli;

/// <summary>Version and commit, as the build wrote them into the program.</summary>
internal static class ProgramVersion
{
    private const int ShortCommit = 7;

    private const string Unknown = "unknown";

    private static readonly (string Number, string Commit) Built =
        Split(typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    public static string Number => Built.Number;

    /// <summary>The whole commit, or <c>unknown</c> where the program was built from a tree without its history.</summary>
    public static string Commit => Built.Commit;

    /// <summary>Takes apart what the build writes: <c>version+commit</c>, or the version alone.</summary>
    public static (string Number, string Commit) Split(string built) =>
        built.Split('+', 2) is [var number, var commit] ? (number, commit) : (built, Unknown);

    /// <summary>Version, commit and runtime in one line.</summary>
    public static string Line((string Number, string Commit) built, Version runtime)
    {
        var commit = built.Commit == Unknown ? "commit unknown" : built.Commit[..Math.Min(ShortCommit, built.Commit.Length)];
        return $"Entente {built.Number} ({commit}, .NET {runtime})";
    }
}

internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine(ProgramVersion.Line((ProgramVersion.Number, ProgramVersion.Commit), Environment.Version));
        return ExitCode.Done;
    }
}
