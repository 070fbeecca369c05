using System.Text;
using CsCheck;
using Entente.Scenarios;
using Entente.Studies.Tables;
using NUnit.Framework;

namespace Entente.Tests.Studies.Tables;

/// <summary>Files and tables as programs write them are read without loss, and what is no table is refused in words.</summary>
public class TableTests
{
    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("entente-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCase("utf-8", null)]
    [TestCase("utf-16", null)]
    [TestCase("utf-16BE", null)]
    [TestCase("utf-32", null)]
    [TestCase("latin1", "latin1")]
    [TestCase("windows-1252", "windows-1252")]
    [TestCase("windows-1252", "Windows-1252")]
    public void A_text_is_read_in_its_encoding(string encoding, string? named)
    {
        var coding = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var file = Write([.. coding.GetPreamble(), .. coding.GetBytes("group\ncafé\ncafè\n")]);
        Assert.That(TableFile.Read(file, named, out var text), Is.Null);
        Assert.That(text, Is.EqualTo("group\ncafé\ncafè\n"));
    }

    [Test]
    public void Bytes_that_are_no_text_are_refused_with_their_place()
    {
        var latin = Encoding.Latin1.GetBytes("time,group\r\n1,café\r\n");
        Assert.That(Refused(latin), Is.EqualTo(":2:6 there is a character here that is not UTF-8. Save the file as UTF-8, or say what it is encoded in, such as --encoding windows-1252."));
        Assert.That(Refused(Encoding.Latin1.GetBytes("é\rtime\r1é")), Does.StartWith(":1:1 "));
        Assert.That(Refused(Encoding.Latin1.GetBytes("e\rtime\r1é")), Does.StartWith(":3:2 "));
        Assert.That(Refused(Encoding.Unicode.GetBytes("time,event\n1,1\n")), Is.EqualTo(": is encoded in UTF-16 without a byte-order mark. Save it as UTF-8, or say --encoding utf-16."));
        Assert.That(Refused(Encoding.BigEndianUnicode.GetBytes("time,event\n1,1\n")), Does.EndWith("or say --encoding utf-16BE."));
        Assert.That(Refused("time,event\n1,\01\n"u8.ToArray()), Is.EqualTo(": is not a text file; a table is text, encoded in UTF-8."));
        Assert.That(Refused("time,event\n1,1\a\n"u8.ToArray()), Is.EqualTo(":2:4 there is a control character here (\\u0007); a table is plain text."));
        Assert.That(Refused([0x54, 0x93, 0x54], "latin1"), Does.Contain("(\\u0093)").And.EndWith("such as --encoding windows-1252."));
        Assert.That(Refused([.. Encoding.UTF8.GetPreamble(), 0xE9], "latin1"), Does.StartWith(":1:1 there is a character here that is not UTF-8."));
        Assert.That(Refused("PK\u0003\u0004"u8.ToArray()), Is.EqualTo(": is an Excel workbook, or another zip file. Save the sheet as CSV (UTF-8) and name that file."));
        Assert.That(Refused([0x1F, 0x8B, 8]), Is.EqualTo(": is compressed. Unpack it first, such as with gunzip."));
        Assert.That(Refused("PAR1"u8.ToArray()), Does.StartWith(": is a Parquet file."));
        Assert.That(Refused(new byte[100]), Is.EqualTo(": is not a text file: it begins with nothing but zeros."));
        Assert.That(TableFile.Read(Write([]), "klingon", out _)!.ToString(), Does.StartWith("--encoding: klingon is not an encoding known here; it must be utf-8,"));
    }

    [Test]
    public void A_path_that_is_no_file_is_refused_with_what_helps()
    {
        string Said(string path) => TableFile.Read(path, null, out _)!.ToString();
        Assert.That(Said(""), Is.EqualTo("the path of the table: is empty; name a CSV file, or - for standard input."));
        Assert.That(Said(_folder), Is.EqualTo($"{_folder}: is a folder; name a CSV file."));
        var panel = Path.Combine(_folder, "alliances.csv");
        File.WriteAllText(panel, "");
        Assert.That(Said(_folder), Is.EqualTo($"{_folder}: is a folder; name a CSV file in it, such as {panel}."));
        Assert.That(Said(Path.Combine(_folder, "aliances.csv")), Is.EqualTo($"{Path.Combine(_folder, "aliances.csv")}: there is no such file. Did you mean {panel}?"));
        Assert.That(Said(Path.Combine(_folder, "no", "such.csv")), Does.EndWith(": there is no such file."));
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), "{}");
        Assert.That(Said(_folder), Does.Contain($"is a folder with a result. To read its alliances: export {_folder} --survival, then survival "));
    }

    [Test]
    public void Devices_without_end_are_not_read_for_ever()
    {
        if (!File.Exists("/dev/zero"))
            Assert.Ignore("There is no /dev/zero here.");
        Assert.That(TableFile.Read("/dev/zero", null, out _)!.ToString(), Is.EqualTo("/dev/zero: is not a text file: it begins with nothing but zeros."));
        Assert.That(TableFile.Read("/dev/null", null, out var text), Is.Null);
        Assert.That(text, Is.Empty);
    }

    [TestCase("a,b\n1,2\n")]
    [TestCase("a;b\r\n1;2\r\n")]
    [TestCase("a\tb\r1\t2\r")]
    [TestCase("a|b\n1|2")]
    [TestCase("sep=;\na;b\n1;2\n")]
    [TestCase("SEP=|\r\n# said\r\na|b\r\n1|2\r\n")]
    [TestCase("# title; with, marks\n\n a , b \n\n 1 ,\u00a02\u200b\n,\n\n")]
    [TestCase("a,b,\n1,2,,\n")]
    [TestCase("\"a\",\"b\"\n\"1\",\"2\"\n\u001a")]
    [TestCase("\uFEFFa,b\n1,2\n")]
    public void Separators_marks_and_empty_lines_are_not_in_the_way(string text)
    {
        var table = Read(text);
        Assert.That(table.Headings.Take(2), Is.EqualTo((string[])["a", "b"]));
        Assert.That(table.Rows.Single().Fields.Take(2), Is.EqualTo((string[])["1", "2"]));
    }

    [TestCase("\"Start, date\";\"End, date, last\"\n1990;1991\n", ';', "Start, date|End, date, last")]
    [TestCase("start;end, year\n1990;1991\n", ';', "start|end, year")]
    [TestCase("time;event\n12,5;1\n13,5;0\n", ';', "time|event")]
    [TestCase("name,note\n\"a;b;c\",x\n", ',', "name|note")]
    [TestCase("time\n1\n", ',', "time")]
    public void The_separator_is_that_by_which_rows_have_as_many_fields_as_there_are_names(string text, char separator, string headings)
    {
        var table = Read(text);
        Assert.That((table.Separator, string.Join('|', table.Headings)), Is.EqualTo((separator, headings)));
    }

    [TestCase("space", "a b\n1 2\n")]
    [TestCase("/", "a/b\n1/2\n")]
    [TestCase("\\t", "a\tb\n1\t2\n")]
    [TestCase("Pipe", "a|b\n1|2\n")]
    public void A_separator_may_be_named(string separator, string text) => Assert.That(Read(text, separator).Rows.Single().Fields, Is.EqualTo((string[])["1", "2"]));

    [Test]
    public void Lines_are_numbered_as_in_the_file_whatever_is_in_their_fields()
    {
        var table = Read("# one\nid,name\n1,\"a\nb\"\n\n#2,\"say \"\"hi\"\"\"\n,\n3,c\n");
        Assert.That(table.HeadingLine, Is.EqualTo(2));
        Assert.That(table.Rows.Select(row => (row.Line, row.Fields[0], row.Fields[1])), Is.EqualTo(new[] { (3, "1", "a\nb"), (6, "#2", "say \"hi\""), (8, "3", "c") }));
    }

    [TestCase("a,b\n1\n", "2:1 the line has 1 field; it must have 2, as many as there are columns.")]
    [TestCase("a,b\n1,2,3\n", "2:1 the line has 3 fields; it must have 2, as many as there are columns.")]
    [TestCase("a,b\n1,2\n# the end\n", "3:1 the line has 1 field; it must have 2, as many as there are columns. Comments may stand above the names of the columns only.")]
    [TestCase("a,b\n1,\"2\n3,4\n", "2:1 a quotation mark is opened in this line and never closed.")]
    [TestCase("a,b\n1,20\"00\n", "2:1 a quotation mark stands inside a field; it must be doubled, and the field be in quotation marks.")]
    public void Lines_that_do_not_fit_are_refused(string text, string expected)
    {
        var problems = new List<Problem>();
        Table.Read(text, "table.csv", null, problems);
        Assert.That(problems.Select(problem => problem.ToString()), Is.EqualTo((string[])[$"table.csv:{expected}"]));
    }

    [Test]
    public void What_is_no_separator_is_refused()
    {
        var problems = new List<Problem>();
        Assert.That(Table.Read("a,b\n", "table.csv", "comma-ish", problems), Is.Null);
        Assert.That(problems.Single().ToString(), Does.StartWith("--separator: comma-ish is not a separator; it must be comma, semicolon, tab, pipe, space or another single character"));
    }

    /// <summary>Whatever fields hold, as RFC 4180 writes them they are read back, with the lines on which they begin.</summary>
    [Test]
    public void What_is_written_is_read_back() => Gen.Select(
        Gen.OneOfConst(",", ";", "\t", "|"), Gen.OneOfConst("a", "1,5", "x;y", "\"", "two\nlines", "#", "tab\tbed", "a|b", "é").Array[2, 4].Array[1, 8]).Sample((separator, rows) =>
        {
            var columns = rows[0].Length;
            string[][] alike = [.. rows.Select(row => Enumerable.Range(0, columns).Select(i => row[i % row.Length]).ToArray())];
            string Line(IEnumerable<string> fields) => string.Join(separator, fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n";
            var text = Line(Enumerable.Range(0, columns).Select(i => $"c{i}")) + string.Concat(alike.Select(Line));
            var read = Table.Read(text, "table.csv", separator, [])!;
            var line = 2;
            foreach (var (row, fields) in read.Rows.Zip(alike))
            {
                if (row.Line != line || !row.Fields.SequenceEqual(fields))
                    return false;
                line += 1 + fields.Sum(field => field.Count(letter => letter == '\n'));
            }

            return read.Rows.Count == alike.Length;
        });

    [Test]
    public void No_bytes_make_the_reader_fail() => Gen.Select(
        Gen.OneOfConst<byte[]>([], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0]), Gen.OneOf(Gen.Byte, Gen.OneOfConst("a,;\"\n\r\0é"u8.ToArray())).Array[0, 40],
        Gen.OneOfConst<string?>(null, "latin1", "utf-16", "shift_jis", "utf-8")).Sample((mark, bytes, encoding) =>
        {
            var file = Write([.. mark, .. bytes]);
            var problems = new List<Problem>();
            if (TableFile.Read(file, encoding, out var text) is { } problem)
                return problem.File == file && text.Length == 0 && problem.Message.Length > 0;
            return (Table.Read(text, file, null, problems) is null) == (problems.Count > 0) || problems.Count > 0;
        }, iter: 2000);

    private string Write(byte[] bytes)
    {
        var file = Path.Combine(_folder, Path.GetRandomFileName());
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private string Refused(byte[] bytes, string? encoding = null)
    {
        var file = Write(bytes);
        return TableFile.Read(file, encoding, out _)!.ToString()[file.Length..];
    }

    private Table Read(string text, string? separator = null)
    {
        Assert.That(TableFile.Read(Write(Encoding.UTF8.GetBytes(text)), null, out var read), Is.Null);
        var problems = new List<Problem>();
        var table = Table.Read(read, "table.csv", separator, problems);
        Assert.That(problems, Is.Empty);
        return table!;
    }
}
