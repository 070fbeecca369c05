namespace Entente.Cli;

/// <summary>What the program says to whoever called it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadInput = 2;
    public const int NotWritable = 3;
    public const int Interrupted = 130;
}
