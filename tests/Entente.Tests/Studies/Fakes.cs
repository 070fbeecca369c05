using System.Reflection;
using CsCheck;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Running;

namespace Entente.Tests.Studies;

/// <summary>Recordings of nothing that was ever played, to see that what goes in comes out.</summary>
internal static class Fakes
{
    private static readonly Gen<double> Number = Gen.Frequency((3, Gen.Double), (1, Gen.Const(double.NaN)), (1, Gen.Double.Special));

    private static readonly Gen<int?> Gap = Gen.Int.Nullable();

    private static readonly Gen<string> Text = Gen.Frequency(
        (1, Gen.Const("")),
        (2, Gen.String[Gen.Char.AlphaNumeric, 0, 12]),
        (2, Gen.OneOfConst("Zürich & Söhne", "合弁会社", "pact 🤝", "it's \"one\"", "a\tb\nc", "nul\0nul", " ", "NULL")));

    /// <summary>A row with something in every column.</summary>
    public static Gen<TRow> Row<TRow>()
    {
        var properties = typeof(TRow).GetProperties();
        int Count<T>() => properties.Count(property => property.PropertyType == typeof(T));
        return Gen.Select(
            Number.Array[Count<double>()], Gen.Int.Array[Count<int>()], Gap.Array[Count<int?>()], Gen.Bool.Array[Count<bool>()],
            Text.Array[Count<string>()],
            (numbers, wholes, gaps, flags, texts) => Filled<TRow>(properties, numbers, wholes, gaps, flags, texts));
    }

    /// <summary>A recording with up to so many rows in each table, or none.</summary>
    public static Gen<Recording> Recording(int rows = 4) => Gen.Select(
        Row<RunRow>(), Row<MonthRow>().Array[0, rows], Row<AllianceRow>().Array[0, rows], Row<ProjectRow>().Array[0, rows],
        Row<FirmRow>().Array[0, rows], Row<EventRow>().Array[0, rows],
        (run, months, alliances, projects, firms, events) => new Recording
        {
            Run = run,
            Months = months,
            Alliances = alliances,
            Projects = projects,
            Firms = firms,
            Events = events,
        });

    /// <summary>A scenario whose arms a player can tell by their months: arm 0 has one month, arm 1 two, and so on.</summary>
    public static Scenario Scenario(int arms, int replications, uint seed = 7, params string[] overrides) => new()
    {
        Name = "fake",
        Question = "Does it read back?",
        Seed = seed,
        Replications = replications,
        Arms = [.. Enumerable.Range(0, arms).Select(i => new Arm($"arm {i}", "tight-contract", new Setting { Months = i + 1 }))],
        Outcomes = ["netValue"],
        Text = "name: fake # ünïcode\n",
        Overrides = overrides,
    };

    public static int ArmOf(Setting setting) => setting.Months - 1;

    /// <summary>A recording that says which arm and replication it is of, with as many rows in each table as told.</summary>
    public static Recording Numbered(int arm, uint replication, int rows = 1) => new()
    {
        Run = new RunRow { NetValue = (1000 * replication) + arm },
        Months = [.. Enumerable.Range(0, rows).Select(i => new MonthRow { Month = i })],
        Alliances = [],
        Projects = [.. Enumerable.Range(0, rows).Select(i => new ProjectRow { Project = i, Kind = "build", Stage = "idea" })],
        Firms = [.. Enumerable.Range(0, rows).Select(i => new FirmRow { Firm = i, Name = $"firm {i}" })],
        Events = [.. Enumerable.Range(0, rows).Select(i => new EventRow { Sequence = i, Kind = "formed", Why = "" })],
    };

    public static Recording Play(Setting setting, uint seed, uint replication) => Numbered(ArmOf(setting), replication);

    public static StudyOptions Options(string directory, int threads = 2, int batchSize = 20) => new()
    {
        OutputDirectory = directory,
        Threads = threads,
        BatchSize = batchSize,
        ProgramVersion = "1.2.3",
        Commit = "abcdef0",
    };

    public static StudyResult Run(
        Scenario scenario, StudyOptions options, Player? player = null, IProgress<StudyProgress>? progress = null,
        CancellationToken cancel = default) =>
        Study.Run(scenario, options, progress, new TickingClock(), cancel, player ?? Play);

    private static TRow Filled<TRow>(PropertyInfo[] properties, double[] numbers, int[] wholes, int?[] gaps, bool[] flags, string[] texts)
    {
        object row = Activator.CreateInstance<TRow>()!;
        var (number, whole, gap, flag, text) = (0, 0, 0, 0, 0);
        foreach (var property in properties)
        {
            property.SetValue(row, property.PropertyType switch
            {
                var type when type == typeof(double) => numbers[number++],
                var type when type == typeof(int) => wholes[whole++],
                var type when type == typeof(int?) => gaps[gap++],
                var type when type == typeof(bool) => flags[flag++],
                _ => texts[text++],
            });
        }

        return (TRow)row;
    }
}

/// <summary>A clock that starts where it is told and counts a second whenever it is asked.</summary>
internal sealed class TickingClock(int year = 2030) : TimeProvider
{
    private long seconds;

    public override long TimestampFrequency => 1;

    public override DateTimeOffset GetUtcNow() => new(year, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Increment(ref seconds);
}

/// <summary>Progress told at once, on the thread that tells it.</summary>
internal sealed class Told : IProgress<StudyProgress>
{
    public List<StudyProgress> All { get; } = [];

    public void Report(StudyProgress value) => All.Add(value);
}
