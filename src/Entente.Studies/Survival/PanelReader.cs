using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Tables;

namespace Entente.Studies.Survival;

/// <summary>
/// Reads tables of alliances, a row each, and says what it took for what. What cannot be told from a table is asked with the options that answer it;
/// whatever is wrong is reported, all of it at once (up to a thousand problems); no input makes it throw.
/// </summary>
public sealed class PanelReader
{
    private const int MostProblems = 1000;
    private const string NotSaid = "not said";
    // Nobody has seen so late an end yet; 9999 says that there is none.
    private const int Future = 2099;
    private const int Endless = 9999;
    // Durations that no alliance has, where nobody said what they are in.
    private const double MostYears = 100;

    /// <summary>Parts of names of columns whose yes means that an alliance went on.</summary>
    private static readonly string[] OppositeNames = ["censor", "cens", "alive", "active", "ongoing", "surviv"];

    /// <summary>Where calendars of programs begin.</summary>
    private static readonly DateOnly[] Beginnings = [new(1, 1, 1), new(1601, 1, 1), new(1753, 1, 1), new(1899, 12, 30), new(1899, 12, 31), new(1900, 1, 1)];

    private readonly string file;
    private readonly PanelRequest request;
    private readonly TimeUnit unit;
    private readonly List<Problem> problems = [];
    private readonly List<string> readings = [];
    private Table table = null!;
    private PanelColumns columns = null!;

    private PanelReader(string path, PanelRequest request) => (file, this.request, unit) = (TableFile.NameOf(path), request, request.Unit ?? TimeUnit.Months);

    /// <summary>What <see cref="PanelRequest.Dates"/> can be.</summary>
    public static IReadOnlyList<string> DateForms => MomentReader.Forms;

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file, or - for standard input; problems name it as it is named here.</param>
    /// <param name="request">How it is to be read.</param>
    public static PanelReading Read(string path, PanelRequest request)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(request);
        var reader = new PanelReader(path, request);
        var panel = reader.Panel(path);
        if (reader.problems.Count == 0)
            return new PanelReading(panel, []);
        var problems = reader.problems.OrderBy(problem => problem.File == reader.file ? problem.Line : int.MaxValue).Take(MostProblems).ToList();
        if (reader.problems.Count > MostProblems)
            problems.Add(new Problem(reader.file, 0, 0, string.Create(CultureInfo.InvariantCulture, $"{reader.problems.Count - MostProblems:N0} more problems are not listed.")));
        return new PanelReading(null, problems);
    }

    private AlliancePanel? Panel(string path)
    {
        if (TableFile.Read(path, request.Encoding, out var text) is { } unreadable)
        {
            problems.Add(unreadable);
            return null;
        }

        if (Table.Read(text, file, request.Separator, problems) is not { } read)
            return null;
        table = read;
        if (table.Rows.Count == 0 && problems.Count == 0)
            problems.Add(new Problem(file, 0, 0, $"has no alliances: there is nothing below the names of its columns, {table.Columns()}."));
        if (problems.Count > 0 || PanelColumns.Choose(table, request, problems) is not { } chosen)
            return null;
        columns = chosen;
        var covariates = PanelCovariates.Settle(table, columns, request, problems);
        foreach (var role in covariates.Numbers)
            CheckNumbers(role, columns.Values(role).Keys);
        CheckStrata();
        var lives = columns.Has(PanelRole.Time) ? FromDurations() : FromMoments();
        if (lives is null)
            return null;
        var alliances = WithLabels(Watched(lives), covariates);
        readings.Insert(0, columns.Said());
        readings.AddRange(columns.PassedOver.Select(reason => $"Not used: {reason}."));
        return new AlliancePanel(file, unit, columns.Names, alliances) { Readings = readings, Covariates = covariates.Names, References = covariates.References };
    }

    /// <summary>Makes sure that what is named for comparisons has some to serve.</summary>
    private void CheckStrata()
    {
        if (columns.Has(PanelRole.Strata) && columns.Covariates.Count == 0 && !columns.Has(PanelRole.Group))
            problems.Add(new Problem(PanelRole.Strata.Option, 0, 0, $"is given, but nothing is compared within strata; name groups with {PanelRole.Group.Option} or covariates with {PanelRole.CovariateOption}."));
        if (columns.Has(PanelRole.Cluster) && columns.Covariates.Count == 0)
            problems.Add(new Problem(PanelRole.Cluster.Option, 0, 0, $"is given without {PanelRole.CovariateOption}; only errors of a regression are taken over clusters."));
    }

    /// <summary>The lives that were watched at all, after they came under watch.</summary>
    private List<Life> Watched(List<Life> lives)
    {
        if (!columns.Has(PanelRole.Entered))
            return lives;
        List<Life> watched = [.. lives.Where(life => life.Entered == 0 || life.Entered < life.Duration)];
        if (problems.Count == 0 && watched.Count == 0)
            problems.Add(new Problem(file, table.HeadingLine, columns.NumberOf(PanelRole.Entered), $"no alliance was watched after its time in {columns.NameOf(PanelRole.Entered)}; name another column with {PanelRole.Entered.Option}."));
        readings.Add(string.Create(CultureInfo.InvariantCulture, $"Came under watch after their start: {watched.Count(life => life.Entered > 0):N0}; they count from then on (left truncation).")
            + (watched.Count == lives.Count ? "" : string.Create(CultureInfo.InvariantCulture, $" Left out, as they were not watched after that time: {lives.Count - watched.Count:N0}.")));
        return watched;
    }

    private List<Life>? FromDurations()
    {
        var (times, before) = (columns.Values(PanelRole.Time), problems.Count);
        CheckNumbers(PanelRole.Time, times.Keys);
        CheckNumbers(PanelRole.Entered, columns.Values(PanelRole.Entered).Keys);
        var longest = times.MaxBy(time => Number(time.Key) ?? 0);
        if (request.Unit is null && longest.Key is not null && Number(longest.Key) is { } most && most > MostYears * unit.PerYear())
        {
            var unknown = longest.Key.Trim('9').Length == 0 ? $", or --missing {longest.Key} if it stands for an unknown value" : "";
            Wrong(longest.Value, PanelRole.Time, string.Create(CultureInfo.InvariantCulture,
                $"as a number of months it would be {most / unit.PerYear():N0} years. Say --unit days, --unit months or --unit years for what durations are in{unknown}."));
        }

        if (problems.Count > before)
            return null;
        readings.Add($"Durations are read as {unit.Words()}{(request.Unit is null ? " (--unit says otherwise)" : "")}.");
        var ended = Outcomes();
        return [.. Usable(PanelRole.Time, PanelRole.Event).Select(row =>
        {
            var time = Number(columns.Field(row, PanelRole.Time));
            if (time is null or < 0)
                Faulty(row, PanelRole.Time, "a number of 0 or more");
            var over = ended?.Invoke(row) ?? !Open(columns.Field(row, PanelRole.Cause));
            return new Life(row, time ?? 0, over, over, EnteredAfter(row, time));
        })];
    }

    private List<Life>? FromMoments()
    {
        var texts = columns.Values(PanelRole.Start);
        var all = texts.Concat(columns.Values(PanelRole.End).Where(end => !PanelWords.IsOngoing(end.Key))).Concat(columns.Values(PanelRole.Entered)).ToLookup(text => text.Key, text => text.Value);
        var before = problems.Count;
        var reader = MomentReader.Decide([.. all.Select(text => text.Key)], request.Dates, unit, table.DecimalComma, out var question);
        if (question is not null)
        {
            var row = all[question.Text].First();
            Wrong(row, new[] { PanelRole.Start, PanelRole.End }.FirstOrDefault(role => columns.Field(row, role) == question.Text) ?? PanelRole.Entered, question.Message);
        }

        CheckNumbers(PanelRole.Start, all.Select(text => text.Key));
        if (reader is null || problems.Count > before)
            return null;
        var until = Until(reader);
        var endless = !request.MissingValues.Contains(PanelRequest.None, StringComparer.OrdinalIgnoreCase) && AskUnlikely(reader);
        if (problems.Count > before)
            return null;
        readings.Add($"Starts and ends are read as {reader.Words}{(reader.Calendar || request.Unit is not null ? "" : " (--unit says otherwise)")}; durations are in {unit.Words()}.");
        if (endless)
            readings.Add($"Ends in the year {Endless} are read as open.");
        var ended = Outcomes();
        var (open, lives) = (new List<TableRow>(), new List<Life>());
        foreach (var row in Usable(PanelRole.Start, PanelRole.Event))
        {
            var start = Needed(row, PanelRole.Start, reader);
            var goesOn = IsOpen(columns.Field(row, PanelRole.End), reader);
            var end = goesOn ? null : Needed(row, PanelRole.End, reader);
            var over = ended?.Invoke(row) ?? !goesOn;
            if (goesOn && over)
                Faulty(row, PanelRole.End, "a time, as the alliance ended");
            else if (goesOn && until is null)
                open.Add(row);
            lives.Add(Watched(row, start, end, until, over) with { Entered = EnteredAfter(row, start, end, until, reader) });
        }

        if (open.Count > 0 && until is null && request.Until is null)
            AskUntil(open, reader);
        else if (until is not null && ended is null)
            readings.Add($"Alliances without an end by {request.Until} are censored then.");
        return lives;
    }

    private Life Watched(TableRow row, Moment? start, Moment? end, Moment? until, bool over)
    {
        var ended = over;
        double? time = null;
        if (start is { } from && end is { } to && (time = Moment.Between(from, to)) is null)
            Faulty(row, PanelRole.End, $"no earlier than {columns.NameOf(PanelRole.Start)}, which is {Table.Shown(columns.Field(row, PanelRole.Start))}");
        if (start is { } first && until is { } last && Moment.Between(first, last) is var watched && (end is null || end.Value.Point > last.Point))
        {
            if (watched is null)
                Faulty(row, PanelRole.Start, $"no later than --until, which is {request.Until}");
            (time, ended) = (watched, false);
        }

        return new Life(row, Math.Round(time ?? 0, 9), ended, over, 0);
    }

    /// <summary>How long an alliance had lived when it came under watch; 0 where that was from its start.</summary>
    private double EnteredAfter(TableRow row, double? time)
    {
        if (columns.Field(row, PanelRole.Entered).Length == 0)
            return 0;
        var entered = Number(columns.Field(row, PanelRole.Entered));
        if (entered is null or < 0)
            Faulty(row, PanelRole.Entered, "a number of 0 or more, or empty where an alliance was watched from its start");
        else if (entered > time)
            Faulty(row, PanelRole.Entered, $"no more than {columns.NameOf(PanelRole.Time)}, which is {Table.Shown(columns.Field(row, PanelRole.Time))}");
        return entered ?? 0;
    }

    private double EnteredAfter(TableRow row, Moment? start, Moment? end, Moment? until, MomentReader reader)
    {
        if (columns.Field(row, PanelRole.Entered).Length == 0)
            return 0;
        var entered = Needed(row, PanelRole.Entered, reader);
        if (entered is { } came && end is { } last && Moment.Between(came, last) is null)
            Faulty(row, PanelRole.Entered, $"no later than {columns.NameOf(PanelRole.End)}, which is {Table.Shown(columns.Field(row, PanelRole.End))}");
        else if (entered is { } late && until is { } watched && Moment.Between(late, watched) is null)
            Faulty(row, PanelRole.Entered, $"no later than --until, which is {request.Until}");
        return start is { } from && entered is { } to ? Math.Round(Moment.Between(from, to) ?? 0, 9) : 0;
    }

    /// <summary>The rows without those whose value in one of some columns was said to be missing.</summary>
    private List<TableRow> Usable(params PanelRole[] roles)
    {
        List<TableRow> usable = [.. table.Rows.Where(row => !Array.Exists(roles, role => columns.SaidMissing(row, role)))];
        if (usable.Count < table.Rows.Count)
            readings.Add(string.Create(CultureInfo.InvariantCulture, $"Left out: {table.Rows.Count - usable.Count:N0} row{(table.Rows.Count - usable.Count == 1 ? "" : "s")} with a value that was said to be missing."));
        if (usable.Count == 0)
            problems.Add(new Problem("--missing", 0, 0, "leaves no row of the table."));
        return usable;
    }

    /// <summary>Whether the alliance of a row ended; null where no column says so.</summary>
    private Func<TableRow, bool>? Outcomes()
    {
        if (!columns.Has(PanelRole.Event))
        {
            if (request.EndedValues.Count > 0)
                problems.Add(new Problem("--ended", 0, 0, $"is given, but no column says which alliances ended; name it with --event. The columns are {table.Columns()}."));
            else if (columns.Has(PanelRole.Time))
                readings.Add($"Alliances with a {columns.NameOf(PanelRole.Cause)} ended; the others are censored.");
            return null;
        }

        var values = columns.Values(PanelRole.Event);
        var (known, before) = (string.Join(", ", values.Keys.Take(10).Select(Table.Shown)), problems.Count);
        foreach (var value in request.EndedValues.Where(value => !values.Keys.Contains(value, StringComparer.OrdinalIgnoreCase)))
            problems.Add(new Problem("--ended", 0, 0, $"{Table.Shown(value)} is nowhere in {columns.NameOf(PanelRole.Event)}, which has {known}."));
        if (request.EndedValues.Count == 0 && values.Keys.All(value => PanelWords.Number(value, table.DecimalComma) is 1 or 2) && values.FirstOrDefault(value => PanelWords.Number(value.Key, table.DecimalComma) == 2) is { Key: not null } two)
            Wrong(two.Value, PanelRole.Event, $"does 2 mean that an alliance ended, as in R, or that it was censored? Say --ended {two.Key} or --ended 1.");
        if (request.EndedValues.Count == 0 && !columns.Guessed(PanelRole.Event) && OppositeNames.Any(PanelWords.Plain(columns.NameOf(PanelRole.Event)).Contains) && values.Keys.FirstOrDefault(value => PanelWords.YesOrNo(value) == true) is { } yes)
            Wrong(values[yes], PanelRole.Event, $"does that mean that the alliance ended, or that it went on? Say --ended {yes} if it ended{(values.Keys.FirstOrDefault(value => PanelWords.YesOrNo(value) == false) is { } no ? $", --ended {no} if it went on" : "")}.");
        if (problems.Count > before)
            return _ => false;
        if (request.EndedValues.Count > 0)
            readings.Add($"Alliances ended where {columns.NameOf(PanelRole.Event)} is {string.Join(" or ", request.EndedValues)}; all others are censored.");
        return row =>
        {
            var text = columns.Field(row, PanelRole.Event);
            var ended = text.Length == 0 ? null : request.EndedValues.Count > 0 ? columns.Ends(text) : PanelWords.YesOrNo(text);
            if (ended is null)
                Faulty(row, PanelRole.Event, "1, true, yes or ended, or else 0, false, no or censored; --ended says which other values mean that it ended");
            return ended ?? false;
        };
    }

    private PanelAlliance[] WithLabels(List<Life> lives, PanelCovariates covariates)
    {
        var later = lives.FirstOrDefault(life => !life.Over && !Open(columns.Field(life.Row, PanelRole.Cause)));
        if (later is not null && columns.Guessed(PanelRole.Cause) && problems.Count == 0)
            columns.PassOver(PanelRole.Cause, $"line {later.Row.Line} has one although its alliance goes on");
        foreach (var role in new[] { PanelRole.Group, PanelRole.Cause })
        {
            if (columns.Values(role).Count is > PanelColumns.MostLabels and var count)
            {
                problems.Add(new Problem(file, table.HeadingLine, columns.NumberOf(role), string.Create(CultureInfo.InvariantCulture,
                    $"{columns.NameOf(role)} has {count:N0} different values; there can be {PanelColumns.MostLabels} {role.Words} at most. Name another column with {role.Option}, or {role.Option} {PanelRequest.None}.")));
            }
        }

        if (columns.Values(PanelRole.Group).Keys.GroupBy(PanelWords.Alike).FirstOrDefault(same => same.Count() > 1) is { } alike)
            readings.Add($"Groups that are written nearly alike are kept apart: {string.Join(", ", alike.Select(Table.Shown))}.");
        return [.. lives.Select(life => new PanelAlliance(life.Duration, life.Ended, Cause(life), Label(life.Row, PanelRole.Group))
        {
            Entered = life.Entered,
            Covariates = covariates.Of(life.Row),
            Stratum = columns.Field(life.Row, PanelRole.Strata),
            Cluster = columns.Field(life.Row, PanelRole.Cluster),
        })];
    }

    private string Cause(Life life)
    {
        if (!life.Over && !Open(columns.Field(life.Row, PanelRole.Cause)))
            Faulty(life.Row, PanelRole.Cause, "empty, as the alliance goes on");
        return life.Ended ? Label(life.Row, PanelRole.Cause) : "";
    }

    private string Label(TableRow row, PanelRole role) =>
        !columns.Has(role) ? "" : columns.Field(row, role) is { Length: > 0 } text ? text : NotSaid;

    /// <summary>Whether a cause says that nothing ended.</summary>
    private static bool Open(string cause) => PanelWords.IsNothing(cause) || PanelWords.YesOrNo(cause) == false;

    /// <summary>Whether a field where an end is due says that there is none: it is empty, a word for it, or a day in the year 9999.</summary>
    private bool IsOpen(string text, MomentReader reader) =>
        text.Length == 0 || PanelWords.IsOngoing(text) || (reader.Read(text)?.Date?.Year == Endless && !request.MissingValues.Contains(PanelRequest.None, StringComparer.OrdinalIgnoreCase));

    private Moment? Until(MomentReader reader)
    {
        if (request.Until is not { } text)
            return null;
        var until = reader.Read(text);
        if (until is null)
            problems.Add(new Problem("--until", 0, 0, $"{Table.Shown(text)} is not {reader.Expected}, as starts and ends are.{reader.Hint(text)}"));
        else if (until.Value.Precision > reader.Finest)
        {
            var last = until.Value.Precision switch { Precision.Year => 12, Precision.Quarter => 3, _ => 1 };
            problems.Add(new Problem("--until", 0, 0, string.Create(CultureInfo.InvariantCulture,
                $"{text} is a {until.Value.Precision.ToString().ToLowerInvariant()}, and the table has dates that are finer. If alliances were watched to its end, say --until {LastDay(until.Value.Date!.Value, last):yyyy-MM-dd}.")));
        }

        return until;
    }

    private static DateOnly LastDay(DateOnly first, int months)
    {
        var last = first.AddMonths(months - 1);
        return new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month));
    }

    /// <summary>Asks about dates that are likelier to stand for what is not known than for a day.</summary>
    /// <returns>Whether there are ends in the year that stands for none.</returns>
    private bool AskUnlikely(MomentReader reader)
    {
        var endless = 0;
        foreach (var role in new[] { PanelRole.Start, PanelRole.End, PanelRole.Entered })
        {
            foreach (var (text, row) in columns.Values(role))
            {
                if (reader.Read(text) is not { Date: { } date, Precision: var precision })
                    continue;
                if (date.Year == Endless && role == PanelRole.End)
                    endless++;
                else if (date.Year >= Future || (precision == Precision.Day && Beginnings.Contains(date)))
                {
                    var unknown = role == PanelRole.End ? $"an open end, say --missing {text}"
                        : role == PanelRole.Entered ? $"a watch from the start on, say --missing {text}"
                        : $"an unknown start, --missing {text} leaves its rows out";
                    Wrong(row, role, $"{(date.Year >= Future ? "that is far in the future" : "programs often write that for an unknown date")}. If it stands for {unknown}; if it is meant, say --missing none.");
                }
            }
        }

        return endless > 0;
    }

    private void AskUntil(List<TableRow> open, MomentReader reader)
    {
        var last = columns.Values(PanelRole.End).Keys.Select(text => (text, Moment: IsOpen(text, reader) ? null : reader.Read(text))).Where(end => end.Moment is not null)
            .OrderByDescending(end => end.Moment!.Value.Point).Select(end => end.text).FirstOrDefault();
        var more = open.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $", as on {open.Count - 1:N0} more line{(open.Count == 2 ? "" : "s")}") : "";
        var text = open[0].Fields[columns.NumberOf(PanelRole.End) - 1];
        problems.Add(new Problem(file, open[0].Line, columns.NumberOf(PanelRole.End),
            $"{columns.NameOf(PanelRole.End)} is {(text.Length > 0 ? Table.Shown(text) : "empty")}{more}: until when were ongoing alliances watched? Say so with --until, such as --until {(last is null ? "2001-12-31" : last.Contains(' ', StringComparison.Ordinal) ? $"\"{last}\"" : last)}{(last is null ? "" : ", the last end in the table")}."));
    }

    private Moment? Needed(TableRow row, PanelRole role, MomentReader reader)
    {
        var text = columns.Field(row, role);
        var moment = reader.Read(text);
        if (moment is null)
            Faulty(row, role, reader.Expected, reader.Hint(text));
        return moment;
    }

    private double? Number(string text) => PanelWords.Number(text, table.DecimalComma);

    /// <summary>Makes sure that all numbers of a column are written in the same way, and that a comma or a point in them can mean one thing only.</summary>
    private void CheckNumbers(PanelRole role, IEnumerable<string> texts)
    {
        string[] numbers = [.. texts.Where(text => !WrittenDate.Is(text) && Number(text) is not null)];
        string[] commas = [.. numbers.Where(text => text.Contains(',', StringComparison.Ordinal))];
        if (commas.Length == 0)
            return;
        if (numbers.FirstOrDefault(text => text.Contains('.', StringComparison.Ordinal)) is { } point)
            problems.Add(new Problem(file, table.HeadingLine, columns.NumberOf(role), $"there are numbers with a decimal comma, such as {commas[0]}, and with a point, such as {point}. Write all of them with a point."));
        else if (commas.All(text => text.Split(',') is [{ Length: <= 3 }, { Length: 3 }]))
            problems.Add(new Problem(file, table.HeadingLine, columns.NumberOf(role), $"{commas[0]} and its like can have decimals or be thousands. Write {commas[0].Replace(',', '.')} or {commas[0].Replace(",", "", StringComparison.Ordinal)}."));
    }

    private void Faulty(TableRow row, PanelRole role, string expected, string hint = "")
    {
        var text = row.Fields[columns.NumberOf(role) - 1];
        problems.Add(new Problem(file, row.Line, columns.NumberOf(role), $"{columns.NameOf(role)} is {(text.Length > 0 ? Table.Shown(text) : "empty")}; it must be {expected}.{hint}"));
    }

    private void Wrong(TableRow row, PanelRole role, string message) =>
        problems.Add(new Problem(file, row.Line, columns.NumberOf(role), $"{columns.NameOf(role)} is {Table.Shown(row.Fields[columns.NumberOf(role) - 1])}: {message}"));

    /// <summary>
    /// A row, how long its alliance had lived when it was last watched, whether it ended then, whether it ended at all, be it after the watch was over, and
    /// how long it had lived when it came under watch.
    /// </summary>
    private sealed record Life(TableRow Row, double Duration, bool Ended, bool Over, double Entered);
}
