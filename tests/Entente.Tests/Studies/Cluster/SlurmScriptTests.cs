using Entente.Studies.Cluster;
using NUnit.Framework;

namespace Entente.Tests.Studies.Cluster;

/// <summary>What is asked of Slurm stands on lines of comments, and nothing gets from there into what is run.</summary>
public class SlurmScriptTests
{
    [TestCase("--comment=a\ntouch owned")]
    [TestCase("--comment=a\r\ntouch owned")]
    [TestCase("--comment=a\u0085touch owned")]
    [TestCase("--comment=\u001b[2J")]
    public void An_option_with_a_control_character_is_refused(string option)
    {
        Assert.That(SlurmScript.Fault(option), Does.StartWith("The option --comment=").And.EndsWith("of sbatch holds a control character, such as a line break; it must be on one line."));
        Assert.That(SlurmScript.Fault(option), Has.None.Matches<char>(char.IsControl));
        Assert.That(() => SlurmScript.Shards(Toy(option), "/shared", "1-3"), Throws.TypeOf<SlurmException>());
    }

    [TestCase("/shared\ntouch owned", "control character")]
    [TestCase("/shared\\dir", "backslash")]
    public void A_folder_that_cannot_stand_in_a_script_is_refused(string folder, string because) =>
        Assert.That(SlurmScript.FolderFault(folder), Does.Contain(because));

    /// <summary>Slurm's manual, sbatch, file name pattern: %% is the character %.</summary>
    [Test]
    public void A_percent_sign_in_the_folder_is_not_expanded_and_the_number_of_the_shard_is()
    {
        Assert.That(SlurmScript.FolderFault("/100%a"), Is.Null);
        Assert.That(SlurmScript.Shards(Toy(), "/100%a", "1-3").Split('\n'), Does.Contain("#SBATCH --output=/100%%a/shard-%a.log"));
        Assert.That(SlurmScript.Merge(Toy(), "/100%a", "7").Split('\n'), Does.Contain("#SBATCH --output=/100%%a/merge.log"));
    }

    /// <summary>As sbatch reads a line (get_argument in its xlate.c): within quotes, too, a backslash makes the next character a plain one.</summary>
    [Test]
    public void Quotes_and_backslashes_are_as_sbatch_reads_them() =>
        Assert.That(SlurmScript.Shards(Toy("--comment=it's a\\b"), "/shared", "1-3").Split('\n'), Does.Contain("#SBATCH '--comment=it\\'s a\\\\b'"));

    [Test]
    public void Whatever_stands_in_a_script_only_one_line_is_run()
    {
        var lines = SlurmScript.Shards(Toy("--comment=$(touch owned); `touch owned`"), "/it's $HOME", "1-3").TrimEnd('\n').Split('\n');
        Assert.That(lines[1..^1], Has.All.StartsWith("#SBATCH "));
        Assert.That(lines[^1], Is.EqualTo("exec sweep 'a b'"));
    }

    internal static Submission Toy(params string[] options) => new()
    {
        Name = "toy",
        Shards = 9,
        Cpus = 2,
        Retries = 3,
        Sweep = ["sweep", "a b"],
        Finish = ["finish"],
        Options = options,
        Jobs = [new SubmittedJobs("12", "13", "1-9")],
    };
}
