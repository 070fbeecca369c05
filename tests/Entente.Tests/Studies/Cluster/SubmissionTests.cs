using System.Text.Json.Nodes;
using Entente.Studies.Cluster;
using Entente.Studies.Results;
using Entente.Studies.Running;
using NUnit.Framework;

namespace Entente.Tests.Studies.Cluster;

/// <summary>A submission reads back, and one that was spoilt is refused in words.</summary>
public sealed class SubmissionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SetUp]
    public void Write() => SlurmScriptTests.Toy("--time=1:00").Write(_folder.Root);

    public void Dispose() => _folder.Dispose();

    private string Path => _folder.At("slurm", "submission.json");

    [Test]
    public void A_submission_reads_back()
    {
        var read = Submission.Read(_folder.Root)!;
        Assert.That((read.Name, read.Shards, read.Cpus, read.Retries), Is.EqualTo(("toy", 9, 2, 3)));
        Assert.That(string.Join('|', read.Sweep), Is.EqualTo("sweep|a b"));
        Assert.That(read.Jobs.Single(), Is.EqualTo(new SubmittedJobs("12", "13", "1-9")));
    }

    [TestCase("name", "\"a b\"", "name must be letters, digits and hyphens, at most 64.")]
    [TestCase("name", "null", "name is not what it must be in line")]
    [TestCase("shards", "0", "shards is 0; it must be a whole number between 1 and 100000.")]
    [TestCase("shards", "1e99", "shards is not what it must be in line")]
    [TestCase("cpus", "-1", "cpus is -1; it must be a whole number between 1 and 1024.")]
    [TestCase("retries", "2000", "retries is 2000; it must be a whole number between 0 and 1000.")]
    [TestCase("sweep", "[]", "sweep must be the words of a command, none of them empty.")]
    [TestCase("sweep", "[null]", "sweep must be the words of a command, none of them empty.")]
    [TestCase("finish", "[\"\"]", "finish must be the words of a command, none of them empty.")]
    [TestCase("options", "[null]", "options must not hold null.")]
    [TestCase("options", "[\"a\\nb\"]", "The option a b of sbatch holds a control character, such as a line break; it must be on one line.")]
    [TestCase("options", "{}", "options is not what it must be in line")]
    [TestCase("jobs", "null", "jobs is not what it must be in line")]
    [TestCase("jobs", "[]", "jobs must hold at least one.")]
    [TestCase("jobs", "[null]", "item 1 of jobs must have numbers of jobs as array and merge, and as shards some of 1 to 9, such as 1-3,7.")]
    [TestCase("jobs", "[{\"array\":\"1;rm\",\"merge\":\"2\",\"shards\":\"1\"}]", "item 1 of jobs must have")]
    [TestCase("jobs", "[{\"array\":\"1\",\"merge\":\"2\",\"shards\":\"1-10\"}]", "item 1 of jobs must have")]
    [TestCase("jobs", "[{\"array\":\"1\",\"merge\":\"2\"}]", "is missing.")]
    public void Every_field_is_checked(string field, string value, string said)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        json[field] = JsonNode.Parse(value);
        File.WriteAllText(Path, json.ToJsonString());
        Refused(said);
    }

    [TestCase("name")]
    [TestCase("shards")]
    [TestCase("cpus")]
    [TestCase("retries")]
    [TestCase("sweep")]
    [TestCase("finish")]
    [TestCase("options")]
    [TestCase("jobs")]
    public void A_field_that_is_missing_is_named(string field)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        json.Remove(field);
        File.WriteAllText(Path, json.ToJsonString());
        Refused($"{field} is missing.");
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{")]
    public void What_is_no_submission_is_refused(string text)
    {
        File.WriteAllText(Path, text);
        Refused("submission.json is no submission: it is ");
    }

    [TestCase("1", true)]
    [TestCase("1-3,7", true)]
    [TestCase("1,2,3-9", true)]
    [TestCase("", false)]
    [TestCase("0", false)]
    [TestCase("10", false)]
    [TestCase("3-1", false)]
    [TestCase("1,1", false)]
    [TestCase("1-2-3", false)]
    [TestCase("1,", false)]
    [TestCase("99999999999", false)]
    public void Ranges_are_those_of_numbers_in_order(string text, bool are) => Assert.That(NumberRanges.Are(text, 1, 9), Is.EqualTo(are));

    private void Refused(string said) =>
        Assert.That(() => Submission.Read(_folder.Root), Throws.TypeOf<ResultsUnreadable>().With.Message.Contains(said)
            .And.Message.Contains("Submit into another folder.").And.Message.Not.Contains("Entente.").And.Message.Not.Contains("System."));
}
