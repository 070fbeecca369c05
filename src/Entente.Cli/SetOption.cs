using System.CommandLine;
using Entente.Scenarios;
using Entente.Settings;

namespace Entente.Cli;

/// <summary>The option that sets anything in a scenario.</summary>
internal static class SetOption
{
    public static Option<string[]> Create()
    {
        var set = new Option<string[]>("--set")
        {
            Description = "Sets anything in the scenario, such as dials.exitBarrier=0.5; may be repeated.",
            HelpName = "path=value",
        };
        set.CompletionSources.Add(_ => ParameterCatalogue.Of(new Setting()).Select(parameter => $"{parameter.Path}="));
        return set;
    }
}
