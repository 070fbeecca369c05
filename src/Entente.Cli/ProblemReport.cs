using System.Globalization;
using Entente.Scenarios;

namespace Entente.Cli;

/// <summary>Lists on the error stream what keeps a scenario from being played.</summary>
internal static class ProblemReport
{
    public static void Show(IReadOnlyList<Problem> problems, string consequence)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine(problem);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{(problems.Count == 1 ? "One problem" : $"{problems.Count} problems")}; {consequence}."));
    }
}
