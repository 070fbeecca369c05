using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Entente.Scenarios;

namespace Entente.Studies.Survival;

/// <summary>
/// Reads tables of alliances: separated by commas, semicolons or tabs, names of columns on the first line; lines that begin with # are
/// comments. Whatever is wrong is reported, all of it at once (up to a thousand problems); no input makes it throw.
/// </summary>
public sealed class PanelReader
{
    private const int MostProblems = 1000;
    private const int MostGroups = 20;
    private const string NotSaid = "not said";

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private static readonly string[] StartNames = ["start", "started", "startdate", "signed", "signedon", "begin", "began", "begun", "formed", "founded"];
    private static readonly string[] EndNames = ["end", "ended", "enddate", "endedon", "terminated", "dissolved"];
    private static readonly string[] TimeNames = ["time", "duration", "lifetime"];
    private static readonly string[] EventNames = ["event", "status"];
    private static readonly string[] EventNamesBesideTimes = [.. EventNames, "ended", "terminated", "dissolved"];
    private static readonly string[] CauseNames = ["cause", "reason", "ending", "endcause", "causeofend"];
    private static readonly string[] GroupNames = ["group", "arm"];

    private static readonly string[] Yes = ["1", "true", "t", "yes", "y", "ended", "event", "terminated", "dissolved"];
    private static readonly string[] No = ["0", "false", "f", "no", "n", "censored", "ongoing", "active", "alive"];

    private readonly string file;
    private readonly PanelRequest request;
    private readonly List<Problem> problems = [];
    private string[] headings = [];

    private PanelReader(string file, PanelRequest request) => (this.file, this.request) = (file, request);

    /// <summary>Reads a table.</summary>
    /// <param name="file">The file; problems name it as it is named here.</param>
    /// <param name="request">How it is to be read.</param>
    public static PanelReading Read(string file, PanelRequest request)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(request);
        var reader = new PanelReader(file, request);
        var panel = reader.Panel();
        if (reader.problems.Count == 0)
            return new PanelReading(panel, []);
        var problems = reader.problems.OrderBy(problem => problem.File == file ? problem.Line : int.MaxValue).Take(MostProblems).ToList();
        if (reader.problems.Count > MostProblems)
            problems.Add(new Problem(file, 0, 0, string.Create(CultureInfo.InvariantCulture, $"{reader.problems.Count - MostProblems} more problems are not listed.")));
        return new PanelReading(null, problems);
    }

    private AlliancePanel? Panel()
    {
        if (Lines() is not { } lines || Columns() is not { } columns)
            return null;
        if (lines.Count == 0)
            Add(0, 0, "has no alliances: there is nothing below the names of its columns.");
        var dates = columns.Time is null && PanelTime.AreDates([.. lines.SelectMany(line => new[] { Field(line, columns.Start), Field(line, columns.End) }).Where(text => !PanelTime.IsNothing(text))]);
        var until = Until(dates);
        var alliances = new List<PanelAlliance>();
        foreach (var line in lines)
        {
            var before = problems.Count;
            var alliance = columns.Time is null ? FromDates(line, columns, dates, until) : FromTime(line, columns);
            if (problems.Count == before)
                alliances.Add(alliance);
        }

        var groups = alliances.Select(alliance => alliance.Group).Distinct().Count();
        if (groups > MostGroups)
            Add(1, Place(columns.Group), string.Create(CultureInfo.InvariantCulture, $"{columns.Group} makes {groups} groups; there can be {MostGroups} at most. Name another column with --by."));
        return new AlliancePanel(file, request.Unit, columns, dates, alliances);
    }

    private List<Line>? Lines()
    {
        try
        {
            using var stream = new StreamReader(file);
            using var csv = new CsvReader(stream, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                AllowComments = true,
                Delimiter = Delimiter(),
                TrimOptions = TrimOptions.Trim,
                BadDataFound = fault => Add(fault.Context.Parser!.RawRow, 1, "a quotation mark stands inside a field; it must be doubled, and the field be in quotation marks."),
            });
            if (!csv.Read() || !csv.ReadHeader())
            {
                Add(0, 0, "is empty; it must begin with a line that names its columns.");
                return null;
            }

            headings = csv.HeaderRecord!;
            foreach (var twice in headings.Index().GroupBy(heading => heading.Item, StringComparer.OrdinalIgnoreCase).Where(same => same.Key.Length > 0 && same.Count() > 1))
                Add(1, twice.Last().Index + 1, $"{twice.Key} names {twice.Count()} columns; each must have a name of its own.");
            var lines = new List<Line>();
            while (csv.Read())
            {
                if (csv.Parser.Count == headings.Length)
                    lines.Add(new Line(csv.Parser.RawRow, csv.Parser.Record!));
                else
                    Add(csv.Parser.RawRow, 1, string.Create(CultureInfo.InvariantCulture, $"the line has {csv.Parser.Count} fields; it must have {headings.Length}, as the first line."));
            }

            return lines;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CsvHelperException)
        {
            Add(0, 0, $"cannot be read: {cause.Message.ReplaceLineEndings(" ").Split(" IReader state")[0].TrimEnd('.')}.");
            return null;
        }
    }

    /// <summary>What separates the names of columns: a comma where nothing tells.</summary>
    private string Delimiter()
    {
        var first = File.ReadLines(file).FirstOrDefault(line => line.Length > 0 && line[0] != '#') ?? "";
        return Delimiters.MaxBy(delimiter => first.Count(letter => letter == delimiter)).ToString();
    }

    /// <summary>The columns to take: those named, and of the rest those with common names.</summary>
    private PanelColumns? Columns()
    {
        var named = request.Columns;
        var before = problems.Count;
        var asked = new PanelColumns
        {
            Start = Named(named.Start, "--start"),
            End = Named(named.End, "--end"),
            Time = Named(named.Time, "--time"),
            Event = Named(named.Event, "--event"),
            Cause = Named(named.Cause, "--cause") ?? Common(CauseNames),
            Group = Named(named.Group, "--by") ?? Common(GroupNames),
        };
        if (problems.Count > before)
            return null;
        var time = asked.Time ?? Common(TimeNames);
        var besideTime = asked.Event ?? Common(EventNamesBesideTimes);
        var wantsDates = asked.Start is not null || asked.End is not null || request.Until is not null;
        if (asked.Time is not null || (!wantsDates && time is not null && (besideTime ?? asked.Cause) is not null))
        {
            if (besideTime is null && asked.Cause is null)
                Add(0, 0, $"no column says which alliances ended. Name it with --event; the columns are {string.Join(", ", headings)}.");
            return asked with { Time = time, Event = besideTime };
        }

        var whole = asked with
        {
            Start = asked.Start ?? Common(StartNames),
            End = asked.End ?? Common(EndNames),
            Event = asked.Event ?? Common(EventNames),
        };
        if (whole.Start is null || whole.End is null)
            Add(0, 0, $"no column has {(whole.Start is null ? "starts" : "ends")}. Name columns with --start and --end, or with --time and --event; they are {string.Join(", ", headings)}.");
        return problems.Count > before ? null : whole;
    }

    private string? Named(string? name, string option)
    {
        if (name is null)
            return null;
        if ((headings.FirstOrDefault(heading => heading == name) ?? headings.FirstOrDefault(heading => string.Equals(heading, name, StringComparison.OrdinalIgnoreCase))) is { } found)
            return found;
        var nearest = Suggestions.Nearest(name, headings);
        Add(0, 0, $"{option} is {name}, which is no column; the columns are {string.Join(", ", headings)}.{(nearest is null ? "" : $" Did you mean {nearest}?")}");
        return null;
    }

    private string? Common(string[] names) =>
        names.Select(name => headings.FirstOrDefault(heading => Plain(heading) == name)).FirstOrDefault(found => found is not null);

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private double? Until(bool dates)
    {
        if (request.Until is not { } text)
            return null;
        var until = Moment(text, dates);
        if (until is null)
            problems.Add(new Problem("--until", 0, 0, $"{text} is not {Expected(dates)}, which the columns of starts and ends have."));
        return until;
    }

    private PanelAlliance FromDates(Line line, PanelColumns columns, bool dates, double? until)
    {
        var start = Needed(line, columns.Start!, dates);
        var open = PanelTime.IsNothing(Field(line, columns.End));
        var end = open ? null : Needed(line, columns.End!, dates);
        var ended = columns.Event is null ? !open : Happened(line, columns.Event);
        if (open && ended)
            Wrong(line, columns.End!, "a time, as the alliance ended");
        else if (open && request.Until is null)
            Wrong(line, columns.End!, "a time, unless --until says up to when alliances that go on were watched");
        if (start > end)
            Wrong(line, columns.End!, $"no earlier than {columns.Start}, which is {Field(line, columns.Start)}");
        if (start > until)
            Wrong(line, columns.Start!, $"no later than --until, which is {request.Until}");
        var cause = Cause(line, columns.Cause, ended);
        if (end is null || end > until)
            (end, ended) = (until, false);
        return new PanelAlliance(Math.Round((end - start) ?? 0, 9), ended, ended ? cause : "", Group(line, columns.Group));
    }

    private PanelAlliance FromTime(Line line, PanelColumns columns)
    {
        var time = PanelTime.Number(Field(line, columns.Time));
        if (time is null or < 0)
            Wrong(line, columns.Time!, "a number of 0 or more");
        var ended = columns.Event is null ? !Open(Field(line, columns.Cause)) : Happened(line, columns.Event);
        return new PanelAlliance(time ?? 0, ended, Cause(line, columns.Cause, ended), Group(line, columns.Group));
    }

    private double? Needed(Line line, string column, bool dates)
    {
        var moment = Moment(Field(line, column), dates);
        if (moment is null)
            Wrong(line, column, Expected(dates));
        return moment;
    }

    private bool Happened(Line line, string column)
    {
        var text = Field(line, column);
        if (Yes.Contains(text, StringComparer.OrdinalIgnoreCase))
            return true;
        if (!No.Contains(text, StringComparer.OrdinalIgnoreCase))
            Wrong(line, column, "1, true, yes or ended, or else 0, false, no or censored");
        return false;
    }

    private string Cause(Line line, string? column, bool ended)
    {
        var text = Field(line, column);
        if (!ended && !Open(text))
            Wrong(line, column!, "empty, as the alliance goes on");
        return column is null || !ended ? "" : PanelTime.IsNothing(text) ? NotSaid : text;
    }

    private string Group(Line line, string? column) =>
        column is null ? "" : PanelTime.IsNothing(Field(line, column)) ? NotSaid : Field(line, column);

    /// <summary>Whether a cause says that nothing ended.</summary>
    private static bool Open(string cause) =>
        PanelTime.IsNothing(cause) || No.Contains(cause, StringComparer.OrdinalIgnoreCase) || cause.Equals("none", StringComparison.OrdinalIgnoreCase);

    private double? Moment(string text, bool dates) => dates ? PanelTime.Date(text, request.Unit) : PanelTime.Number(text);

    private static string Expected(bool dates) => dates ? PanelTime.DateExpected : PanelTime.NumberExpected;

    private string Field(Line line, string? column) => column is null ? "" : line.Fields[Place(column) - 1];

    private int Place(string? column) => Array.IndexOf(headings, column) + 1;

    private void Wrong(Line line, string column, string expected)
    {
        var text = Field(line, column);
        Add(line.Number, Place(column), $"{column} is {(text.Length > 0 ? text : "empty")}; it must be {expected}.");
    }

    private void Add(int line, int column, string message) => problems.Add(new Problem(file, line, column, message));

    private sealed record Line(int Number, string[] Fields);
}
