namespace Entente.Scenarios;

/// <summary>Something in a scenario that keeps it from being played: where it is, what is there, and what was expected.</summary>
/// <param name="File">The file, as it was named; for what was set on top of the file, the option, such as <c>--set</c>.</param>
/// <param name="Line">The line, from 1; 0 where the problem has no place in the file.</param>
/// <param name="Column">The column, from 1; 0 where the problem has no place in the file.</param>
/// <param name="Message">What is wrong, what was expected and, where one is plausible, a suggestion.</param>
public sealed record Problem(string File, int Line, int Column, string Message)
{
    /// <summary>The problem on one line: <c>telco-disruption.yaml:14:5 exitBarrier is 1.4; it must be between 0 and 1. Did you mean 0.14?</c></summary>
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}:{Column} {Message}";
}
