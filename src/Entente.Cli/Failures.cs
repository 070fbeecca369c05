using System.Globalization;
using Entente.Studies.Designs;
using Entente.Studies.Laboratory;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary>Tells in plain words what kept a command from its end.</summary>
internal static class Failures
{
    // What systems call a full disk: ENOSPC and EDQUOT, and the two of Windows.
    private static readonly int[] DiskFull = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>The exit code of a command, or of the failure that was told.</summary>
    /// <param name="command">The command.</param>
    /// <param name="again">What to type to go on with what a failure left; null where nothing is ever left.</param>
    public static int Told(Func<int> command, string? again = null)
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
            Console.Error.WriteLine(WithRemedy(problem, again));
            return ExitCode.NotWritable;
        }
        catch (IOException problem)
        {
            // What goes wrong with files has been caught by now: somebody sent the output to a full disk.
            Console.Error.WriteLine($"The output cannot be written: {problem.Message}");
            return ExitCode.NotWritable;
        }
        catch (ReplicationFailure failure)
        {
            Console.Error.WriteLine(failure.Message);
            if (failure.Kept > 0)
                Console.Error.WriteLine(Kept(failure.Kept, again));
            return ExitCode.Failed;
        }
    }

    /// <summary>What could not be written and why, in one line, and what helps.</summary>
    public static string WithRemedy(ResultsNotWritable problem, string? again = null) =>
        $"{problem.Message.TrimEnd('.')}. {(DiskFull.Contains(problem.InnerException!.HResult) ? "Make room there, or choose" : "Choose")}"
        + $" another place with --out.{(problem.Kept > 0 ? $" {Kept(problem.Kept, again)}" : "")}";

    private static string Kept(int replications, string? again) => string.Create(CultureInfo.InvariantCulture,
        $"{replications:N0} replications of each arm were finished before and are kept.{(again is null ? "" : $" To go on with them: {again}")}");
}
