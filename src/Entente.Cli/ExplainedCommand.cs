using System.CommandLine;

namespace Entente.Cli;

/// <summary>A command whose help ends with an example.</summary>
/// <param name="name">What to type.</param>
/// <param name="description">What it does, in a sentence.</param>
/// <param name="example">What follows the program's name in the example.</param>
internal sealed class ExplainedCommand(string name, string description, string example) : Command(name, description)
{
    public string Example => example;
}
