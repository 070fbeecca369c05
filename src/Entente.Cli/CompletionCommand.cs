using System.CommandLine;

namespace Entente.Cli;

/// <summary><c>completion SHELL</c>: prints the script by which a shell completes commands, options and files.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh.", HelpName = "shell" }.OneOf("bash", "zsh", "fish", "pwsh");
        var command = new ExplainedCommand("completion", "Prints a script that lets TAB complete in your shell.", "completion bash") { shell };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(shell)));
        return command;
    }

    private static int Run(string shell)
    {
        Console.Out.Write(Resource.Text($"completion/{shell}"));
        return ExitCode.Done;
    }
}
