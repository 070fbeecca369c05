using System.CommandLine;
using System.CommandLine.Help;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary>The program with all its commands.</summary>
internal static class Root
{
    /// <summary>What people type: the name of the program's file.</summary>
    public const string ProgramName = SuggestedCommand.Program;

    public static RootCommand Create()
    {
        var root = new RootCommand("Entente, a laboratory for strategic alliances.") { HelpName = ProgramName };
        foreach (var option in root.Options)
        {
            if (option is VersionOption version)
            {
                version.Description = "Show version, commit and runtime.";
                version.Action = new VersionAction();
            }
            else if (option is HelpOption help)
            {
                help.Description = "Show this help.";
                help.Aliases.Remove("/h");
                help.Aliases.Remove("/?");
                help.Action = new HelpWithExample();
            }
        }

        root.Add(NewCommand.Create());
        root.Add(ValidateCommand.Create());
        root.Add(RunCommand.Create());
        root.Add(CompareCommand.Create());
        root.Add(SweepCommand.Create());
        root.Add(AnalyseCommand.Create());
        root.Add(MergeCommand.Create());
        root.Add(SlurmCommand.Create());
        root.Add(LabCommand.Create());
        root.Add(CalibrateCommand.Create());
        root.Add(ClaimsCommand.Create());
        root.Add(ExportCommand.Create());
        root.Add(ReportCommand.Create());
        root.Add(SurvivalCommand.Create());
        root.Add(VerifyCommand.Create());
        root.Add(LandscapeCommand.Create());
        root.Add(SchemaCommand.Create());
        root.Add(CompletionCommand.Create());
        return root;
    }
}
