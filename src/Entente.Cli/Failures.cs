using System.Globalization;
using Entente.Studies.Designs;
using Entente.Studies.Laboratory;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary>Turns whatever keeps a command from its end into plain words and an exit code.</summary>
internal static class Failures
{
    /// <summary>Set, it makes the program say where a fault of its own came from.</summary>
    public const string TraceVariable = "ENTENTE_TRACE";

    /// <summary>The exit code of a command, or of the failure that was told.</summary>
    /// <param name="command">The command.</param>
    /// <param name="again">What to type to go on with what a failure left; null where nothing is ever left.</param>
    public static int Told(Func<int> command, Func<string>? again = null)
    {
        try
        {
            return command();
        }
        catch (Exception problem) when (problem is ResultsInTheWay or ResultsUnreadable or ObservationsUnreadable or ScenarioException)
        {
            Console.Error.WriteLine($"{problem.Message} Nothing was written.");
            return ExitCode.BadInput;
        }
        catch (ResultsNotWritable problem)
        {
            Console.Error.WriteLine(WithRemedy(problem, again?.Invoke()));
            return ExitCode.NotWritable;
        }
        catch (ReplicationFailure failure)
        {
            Console.Error.WriteLine(failure.Message);
            return Stopped(failure.InnerException!, failure.Kept, again?.Invoke());
        }
        catch (StudyStopped stopped)
        {
            Console.Error.WriteLine(Said(stopped.InnerException!));
            return Stopped(stopped.InnerException!, stopped.Kept, again?.Invoke());
        }
        catch (Exception cause)
        {
            Console.Error.WriteLine(Said(cause));
            return Stopped(cause, 0, null);
        }
    }

    /// <summary>What could not be written and why, in one line, and what helps.</summary>
    public static string WithRemedy(ResultsNotWritable problem, string? again = null) =>
        $"{problem.Message.TrimEnd('.')}. {(DiskFault.IsFull(problem.InnerException!) ? "Make room there, or choose" : "Choose")}"
        + $" another place with --out.{(problem.Kept > 0 ? $" {Kept(problem.Kept, again)}" : "")}";

    private static int Stopped(Exception cause, int kept, string? again)
    {
        if (kept > 0)
            Console.Error.WriteLine(Kept(kept, again));
        if (Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 })
            Console.Error.WriteLine(cause);
        return DiskFault.Is(cause) ? ExitCode.NotWritable : ExitCode.Failed;
    }

    /// <summary>What nobody expected, in words.</summary>
    private static string Said(Exception cause) => Innermost(cause) switch
    {
        OutOfMemoryException => "There is not enough memory for this. Ask for less at a time, or for fewer --threads, or give the program more memory.",
        var fault when DiskFault.IsLibrary(fault) => $"A library that the program needs cannot be loaded; install the program anew. {fault.Message.Split('\n')[0]}",
        var fault when DiskFault.Is(fault) => $"A file cannot be read or written: {DiskFault.Said(fault)}",
        var fault => $"This is a fault of the program: {fault.Message} To see where it comes from, set {TraceVariable}=1 and give the same command again.",
    };

    /// <summary>What a library's loading, or work on several threads, wraps.</summary>
    private static Exception Innermost(Exception cause) =>
        cause is TypeInitializationException or AggregateException or System.Reflection.TargetInvocationException && cause.InnerException is { } inner ? Innermost(inner) : cause;

    private static string Kept(int replications, string? again) => string.Create(CultureInfo.InvariantCulture,
        $"{replications:N0} replications of each arm were finished before and are kept.{(again is null ? "" : $" To go on with them: {again}")}");
}
