using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary>The options that commands share that play a scenario and leave its results.</summary>
internal sealed class PlayOptions
{
    private const int MostInASecond = 100;

    private readonly Option<long?> replications = Numbers.Option("--replications", "Replications of each arm.", 1, 1_000_000);
    private readonly Option<long?> months = Numbers.Option("--months", "Months to play.", 1, 4000);
    private readonly Option<long?> seed = Numbers.Option("--seed", "Master seed.", 0, uint.MaxValue);
    private readonly Option<long?> threads = Numbers.Option("--threads", "Threads to play on; results do not depend on it.", 1, 1024);
    private readonly Option<long?> batch = Numbers.Option("--batch", "Replications written together; 100 unless set.", 1, 100_000);
    private readonly Option<string?> output = new("--out") { Description = "Folder for the results, new or empty.", HelpName = "dir" };
    private readonly Option<bool> resume = new("--resume") { Description = "Go on with a study that was stopped; without --out, the last one." };
    private readonly Option<string[]> set = SetOption.Create();

    public Argument<string> File { get; } = new("file") { Description = "The scenario." };

    /// <summary>Gives a command all of these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[replications, months, seed, threads, batch, output, resume, set])
            command.Add(option);
    }

    /// <summary>The scenario file.</summary>
    public string FileOf(ParseResult parsed) => parsed.GetRequiredValue(File);

    /// <summary>Reads the scenario; null, with everything that is wrong told, where it cannot be played.</summary>
    public Scenario? Scenario(ParseResult parsed)
    {
        var overrides = new ScenarioOverrides(
            (int?)parsed.GetValue(replications), (int?)parsed.GetValue(months), (uint?)parsed.GetValue(seed), parsed.GetValue(set));
        var reading = ScenarioReader.Read(FileOf(parsed), overrides);
        if (reading.Scenario is null)
            ProblemReport.Show(reading.Problems, "nothing was played and nothing written");
        return reading.Scenario;
    }

    /// <summary>How to play it, into the folder that was asked for, the one to go on with, or a new one named by the time.</summary>
    public StudyOptions Study(ParseResult parsed, Scenario scenario, TimeProvider clock)
    {
        var below = Path.Combine("results", scenario.Name);
        var resuming = parsed.GetValue(resume);
        return new StudyOptions
        {
            ScenarioFile = FileOf(parsed),
            OutputDirectory = parsed.GetValue(output) ?? (resuming ? UnfinishedStudies.Latest(below) : null)
                ?? Path.Combine(below, clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)),
            Resume = resuming,
            Threads = (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
            BatchSize = (int)(parsed.GetValue(batch) ?? StudyOptions.UsualBatch),
            ProgramVersion = ProgramVersion.Number,
            Commit = ProgramVersion.Commit,
        };
    }

    /// <summary>The folder that was asked for.</summary>
    public string? Output(ParseResult parsed) => parsed.GetValue(output);

    /// <summary>Plays a study. Where nobody asked for its folder, and another study began in the same second, it goes into one beside that.</summary>
    public StudyResult Play(ParseResult parsed, ref StudyOptions study, Func<StudyOptions, StudyResult> play)
    {
        var first = study.OutputDirectory;
        for (var number = 2; ; number++)
        {
            try
            {
                return play(study);
            }
            catch (ResultsInTheWay) when (Output(parsed) is null && !study.Resume && number <= MostInASecond)
            {
                study = study with { OutputDirectory = string.Create(CultureInfo.InvariantCulture, $"{first}-{number}") };
            }
        }
    }

    /// <summary>The command that goes on with what a study left in a folder.</summary>
    public string Again(ParseResult parsed, string directory) => SuggestedCommand.Of([.. Words(parsed, output, resume), resume.Name, output.Name, directory]);

    /// <summary>The words that were typed, without some options.</summary>
    private static IEnumerable<string> Words(ParseResult parsed, params Option[] without)
    {
        var value = false;
        foreach (var token in parsed.Tokens)
        {
            var option = token.Type == TokenType.Option ? without.FirstOrDefault(option => option.Name == token.Value) : null;
            if (option is null && !value)
                yield return token.Value;
            value = option is not null && option.ValueType != typeof(bool);
        }
    }

    /// <summary>The command that plays the design of the same scenario.</summary>
    public string Sweep(ParseResult parsed, Option first) => SuggestedCommand.Of(["sweep", .. Words(parsed, output, resume, first).Skip(1)]);
}
