using NUnit.Framework;
namespace Entente.Tests.Scenarios;

/// <summary>One fault in a good file, and the whole of what is said about it.</summary>
public class ProblemTests
{
    private static readonly string Nested = "dials: " + new string('[', 40) + new string(']', 40);

    // What is replaced in the example, by what, and everything that is said.
    private static readonly (string Fault, string Text, string Replacement, string Said)[] Faults =
    [
        // Keys
        ("an unknown key", "contact:", "contcat:", "example.yaml:19:3 dials has no contcat. Did you mean contact?"),
        ("an unknown key in another spelling", "exitBarrier:", "exit_barrier:", "example.yaml:28:7 dials has no exit_barrier. Did you mean exitBarrier?"),
        ("a key in the wrong place", "months: 24", "exitBarrier: .5", "example.yaml:5:1 the scenario has no exitBarrier. Did you mean dials.exitBarrier?"),
        ("a room in the wrong place", "months: 24", "trust: {}", "example.yaml:5:1 the scenario has no trust. Did you mean parameters.trust?"),
        ("a key of two rooms", "contact: .4", "noise: .4", "example.yaml:19:3 dials has no noise. Did you mean parameters.entry.noise or parameters.trust.noise?"),
        ("an unknown key like no other", "size: 2", "colour: red", "example.yaml:16:7 named firm 1 has no colour; it may have name, capabilities, presence, targets, size, trust, fairness, culture, controlBias, inertia, allocentricity or planningMonth."),
        ("an unknown key where few are known", "projects: 1", "colour: red", "example.yaml:35:5 founded alliance 1 has no colour; it may have name, members, month, projects or trust."),
        ("an unknown room", "partnerSearch:", "partnerSerch:", "example.yaml:21:3 parameters has no partnerSerch. Did you mean partnerSearch?"),
        ("a duplicate key", "  contact: .4", "  contact: .4\n  contact: .5", "example.yaml:20:3 contact is set twice; the first is on line 19."),
        ("a missing name", "name: example\n", "", "example.yaml:1:1 the scenario has no name; it must be letters, digits and hyphens, at most 64."),
        ("a missing question", "question: Who wins?\n", "", "example.yaml:1:1 the scenario has no question; it must be text."),
        ("a missing seed", "seed: 1\n", "", "example.yaml:1:1 the scenario has no seed; it must be a whole number between 0 and 4294967295."),
        ("missing replications", "replications: 2\n", "", "example.yaml:1:1 the scenario has no replications; it must be a whole number between 1 and 1000000."),
        ("a missing preset", "    preset: fair-process\n", "", "example.yaml:29:5 arm 2 has no preset; it must be tight-contract, fair-process or no-alliances."),
        ("a missing month", "    month: 2\n", "", "example.yaml:32:5 the alliance Pair has no month; it must be a whole number between 0 and 23, the last month of the run."),
        ("missing members", "    members: [Ash, 3]\n", "", "example.yaml:32:5 founded alliance 1 has no members; it must be a list of two or more firms, by name or by number."),
        ("an empty key", "contact: .4", "\"\": .4", "example.yaml:19:3 dials has no empty key."),
        ("a key that is a list", "contact: .4", "? [contact]\n  : .4", "example.yaml:19:5 the key here is a list; it must be a word."),

        // Numbers
        ("a number above its range", "exitBarrier: .7", "exitBarrier: 1.4", "example.yaml:28:7 exitBarrier is 1.4; it must be between 0 and 1. Did you mean 0.14?"),
        ("a percentage without its sign", "exitBarrier: .7", "exitBarrier: 70", "example.yaml:28:7 exitBarrier is 70; it must be between 0 and 1. Did you mean 0.7?"),
        ("a number below its range", "exitBarrier: .7", "exitBarrier: -.7", "example.yaml:28:7 exitBarrier is -.7; it must be between 0 and 1. Did you mean 0.7?"),
        ("a number under a fraction", "sense: .2", "sense: 0.01", "example.yaml:22:5 sense is 0.01; it must be between 1/12 and 1. Did you mean 0.1?"),
        ("a number far out of range", "exitBarrier: .7", "exitBarrier: 1e300", "example.yaml:28:7 exitBarrier is 1e300; it must be between 0 and 1."),
        ("a number beyond all numbers", "exitBarrier: .7", "exitBarrier: 1e999", "example.yaml:28:7 exitBarrier is 1e999; it must be between 0 and 1."),
        ("a comma for a decimal point", "exitBarrier: .7", "exitBarrier: 0,7", "example.yaml:28:7 exitBarrier is 0,7; it must be a number between 0 and 1. Did you mean 0.7?"),
        ("a comma and out of range", "exitBarrier: .7", "exitBarrier: 1,4", "example.yaml:28:7 exitBarrier is 1,4; it must be a number between 0 and 1."),
        ("a percentage", "exitBarrier: .7", "exitBarrier: 70%", "example.yaml:28:7 exitBarrier is 70%; it must be a number between 0 and 1. Did you mean 0.7?"),
        ("a number in quotation marks", "exitBarrier: .7", "exitBarrier: \"0.5\"", "example.yaml:28:7 exitBarrier is the text \"0.5\"; it must be a number between 0 and 1. Did you mean 0.5, without quotation marks?"),
        ("a number in words", "exitBarrier: .7", "exitBarrier: high", "example.yaml:28:7 exitBarrier is high; it must be a number between 0 and 1."),
        ("not a number", "exitBarrier: .7", "exitBarrier: .nan", "example.yaml:28:7 exitBarrier is .nan; it must be a number between 0 and 1."),
        ("NaN", "exitBarrier: .7", "exitBarrier: NaN", "example.yaml:28:7 exitBarrier is NaN; it must be a number between 0 and 1."),
        ("infinity", "exitBarrier: .7", "exitBarrier: .inf", "example.yaml:28:7 exitBarrier is .inf; it must be a number between 0 and 1."),
        ("no number", "exitBarrier: .7", "exitBarrier:", "example.yaml:28:7 exitBarrier has no value; it must be a number between 0 and 1."),
        ("a list for a number", "exitBarrier: .7", "exitBarrier: [.7]", "example.yaml:28:7 exitBarrier is a list; it must be a number between 0 and 1."),
        ("a section for a number", "exitBarrier: .7", "exitBarrier: { is: .7 }", "example.yaml:28:7 exitBarrier is a section; it must be a number between 0 and 1."),
        ("a fraction for a whole number", "firms: 6", "firms: 6.5", "example.yaml:8:3 firms is 6.5; it must be a whole number between 2 and 1000000."),
        ("a whole number with a decimal point", "firms: 6", "firms: 6.0", "example.yaml:8:3 firms is 6.0; it must be a whole number between 2 and 1000000. Did you mean 6?"),
        ("a whole number with an exponent", "firms: 6", "firms: 1e1", "example.yaml:8:3 firms is 1e1; it must be a whole number between 2 and 1000000. Did you mean 10?"),
        ("a whole number in groups", "seed: 1", "seed: 1,000", "example.yaml:3:1 seed is 1,000; it must be a whole number between 0 and 4294967295. Did you mean 1000?"),
        ("a seed out of range", "seed: 1", "seed: 4294967296", "example.yaml:3:1 seed is 4294967296; it must be a whole number between 0 and 4294967295."),
        ("a negative seed", "seed: 1", "seed: -1", "example.yaml:3:1 seed is -1; it must be a whole number between 0 and 4294967295. Did you mean 1?"),
        ("no replications", "replications: 2", "replications: 0", "example.yaml:4:1 replications is 0; it must be a whole number between 1 and 1000000."),
        ("too many months", "months: 24", "months: 24000", "example.yaml:5:1 months is 24000; it must be a whole number between 1 and 4000. Did you mean 2400?"),
        ("a hexadecimal number", "seed: 1", "seed: 0xFF", "example.yaml:3:1 seed is 0xFF; it must be a whole number between 0 and 4294967295."),
        ("a switch with a word of its own", "alliancesAllowed: true", "alliancesAllowed: yes", "example.yaml:23:5 alliancesAllowed is yes; it must be true or false. Did you mean true?"),
        ("a switch in quotation marks", "alliancesAllowed: true", "alliancesAllowed: 'false'", "example.yaml:23:5 alliancesAllowed is the text \"false\"; it must be true or false. Did you mean false, without quotation marks?"),
        ("a switch that is a number", "alliancesAllowed: true", "alliancesAllowed: 2", "example.yaml:23:5 alliancesAllowed is 2; it must be true or false."),

        // Texts and names
        ("no question", "question: Who wins?", "question:", "example.yaml:2:1 question has no value; it must be text."),
        ("an empty question", "question: Who wins?", "question: ''", "example.yaml:2:1 question is the text \"\"; it must be text."),
        ("a name with blanks", "name: example", "name: my example!", "example.yaml:1:1 name is my example!; it must be letters, digits and hyphens, at most 64. Did you mean my-example?"),
        ("a name without a letter", "name: example", "name: ???", "example.yaml:1:1 name is ???; it must be letters, digits and hyphens, at most 64."),
        ("a list for a name", "name: example", "name: [example]", "example.yaml:1:1 name is a list; it must be letters, digits and hyphens, at most 64."),
        ("an arm's name with a dot", "name: fair\n", "name: fair.process\n", "example.yaml:29:5 name is fair.process; it must be letters, digits and hyphens, at most 64. Did you mean fair-process?"),
        ("a firm called by a number", "name: Oak", "name: 12", "example.yaml:17:7 name is 12; it must be a name on one line with a letter in it, of at most 64 characters."),
        ("two arms of one name", "name: fair\n", "name: tight\n", "example.yaml:29:5 arm tight is there twice; the first is on line 25."),
        ("two firms of one name", "name: Oak", "name: Ash", "example.yaml:17:7 firm Ash is there twice; the first is on line 12."),
        ("two alliances of one name", "founded:\n", "founded:\n  - { name: Pair, members: [0, 1], month: 0 }\n", "example.yaml:33:5 founded alliance Pair is there twice; the first is on line 32."),

        // References
        ("an unknown preset", "preset: fair-process", "preset: fair-proces", "example.yaml:30:5 preset is fair-proces; it must be tight-contract, fair-process or no-alliances. Did you mean fair-process?"),
        ("an unknown outcome", "netValue]", "netvalue]", "example.yaml:37:20 outcome is netvalue; it must be a column of the runs table. Did you mean netValue?"),
        ("an outcome twice", "netValue]", "income]", "example.yaml:37:20 outcome income is there twice."),
        ("outcomes without a list", "outcomes: [income, netValue]", "outcomes: income", "example.yaml:37:1 outcomes is income; it must be a list of columns of the runs table."),
        ("a member nobody knows", "members: [Ash, 3]", "members: [Ahs, 3]", "example.yaml:33:15 member is Ahs; it must be the name of a named firm or a number between 0 and 5. Did you mean Ash?"),
        ("a member beyond the industry", "members: [Ash, 3]", "members: [Ash, 6]", "example.yaml:33:20 member is 6; it must be the name of a named firm or a number between 0 and 5."),

        // Disruption
        ("an unknown disruption", "disruption: calm", "disruption: clam", $"example.yaml:6:1 disruption is clam; it must be {Disruptions}. Did you mean calm?"),
        ("a bare strength of disruption", "disruption: calm", "disruption: .3", $"example.yaml:6:1 disruption is .3; it must be {Disruptions}. Did you mean {{ constant: .3 }}?"),
        ("a list for disruption", "disruption: calm", "disruption: [.3]", $"example.yaml:6:1 disruption is a list; it must be {Disruptions}."),
        ("no disruption", "disruption: calm", "disruption:", $"example.yaml:6:1 disruption has no value; it must be {Disruptions}."),
        ("an empty disruption", "disruption: calm", "disruption: {}", $"example.yaml:6:1 disruption is empty; it must be {Disruptions}."),
        ("half a disruption", "disruption: calm", "disruption: { max: .5, growth: .1 }", "example.yaml:6:1 disruption with max has no midpoint; it must be a number between -4000 and 4000."),
        ("two kinds of disruption", "disruption: calm", "disruption: { constant: .5, growth: .1 }", $"example.yaml:6:29 disruption has constant and growth, which do not go together; it must be {Disruptions}."),
        ("a disruption of no kind", "disruption: calm", "disruption: { constnt: .5 }", "example.yaml:6:15 disruption has no constnt. Did you mean constant?"),
        ("a disruption too strong", "disruption: calm", "disruption: { constant: 5 }", "example.yaml:6:15 constant is 5; it must be between 0 and 1. Did you mean 0.5?"),
        ("an empty table", "disruption: calm", "disruption: { table: [] }", "example.yaml:6:1 disruption table has 0 values; it must have 1 to 4000, one a month from month 0 on."),
        ("a value out of range in a table", "disruption: calm", "disruption: { table: [.1, 2] }", "example.yaml:6:27 table item 2 is 2; it must be between 0 and 1. Did you mean 0.2?"),

        // Industry
        ("capabilities too short", "[.9, .1, .2, .3]", "[.9, .1, .2]", "example.yaml:13:7 capabilities has 3 values; it must have 4, one for each of the domains."),
        ("capabilities too long and out of range", "[.9, .1, .2, .3]", "[.9, .1, .2, .3, 4]", "example.yaml:13:7 capabilities has 5 values; it must have 4, one for each of the domains.\nexample.yaml:13:38 capabilities item 5 is 4; it must be between 0 and 1. Did you mean 0.4?"),
        ("capabilities without a list", "capabilities: [.9, .1, .2, .3]", "capabilities: .9", "example.yaml:13:7 capabilities is .9; it must be a list of 4 numbers between 0 and 1, one for each of the domains."),
        ("no capability at all", "[.9, .1, .2, .3]", "[0, 0, 0, 0]", "example.yaml:13:7 capabilities are all 0; at least one must be above 0."),
        ("targets out of range", "[1, 0, 0, 0]", "[1, 0, -.2, 0]", "example.yaml:15:23 targets item 3 is -.2; it must be between 0 and 1. Did you mean 0.2?"),
        ("presence too long", "presence: [.5, .5, 0]", "presence: [.5, .5, 0, 0]", "example.yaml:14:7 presence has 4 values; it must have 3, one for each of the markets."),
        ("presence that is not whole", "presence: [.5, .5, 0]", "presence: [.5, .4, 0]", "example.yaml:14:7 presence sums to 0.9; the shares of all markets must sum to 1."),
        ("a member of a smaller industry", "firms: 6", "firms: 3", "example.yaml:33:20 member is 3; it must be the name of a named firm or a number between 0 and 2."),
        ("more names than firms", "firms: 6\n  domains: 4\n  markets: 3\n  named:", "firms: 4\n  domains: 4\n  markets: 3\n  named:\n    - name: Elm\n    - name: Yew\n    - name: Fir\n    - name: Bay", "example.yaml:16:7 this is named firm 5, but the industry has 4 firms. Raise industry.firms or name fewer."),
        ("named firms that are no list", "    - name: Ash\n      capabilities: [.9, .1, .2, .3]\n      presence: [.5, .5, 0]\n      targets: [1, 0, 0, 0]\n      size: 2\n    - name: Oak\n", "    Ash\n", "example.yaml:11:3 named is Ash; it must be a list of firms.\nexample.yaml:28:15 member is Ash; it must be the name of a named firm or a number between 0 and 5."),
        ("a firm that is a word", "- name: Oak", "- Oak", "example.yaml:17:7 named firm 2 is Oak; it must be a section of keys and values."),

        // Decrees
        ("one member", "members: [Ash, 3]", "members: [Ash]", "example.yaml:33:5 members has one firm; an alliance has two or more firms, by name or by number."),
        ("no members", "members: [Ash, 3]", "members: []", "example.yaml:33:5 members has no firm; an alliance has two or more firms, by name or by number."),
        ("a member twice", "members: [Ash, 3]", "members: [Ash, Ash]", "example.yaml:33:20 members has Ash twice; the members of an alliance are all different."),
        ("a member twice, by name and by number", "members: [Ash, 3]", "members: [Ash, 0]", "example.yaml:33:20 members has Ash twice; the members of an alliance are all different."),
        ("a member without a name twice", "members: [Ash, 3]", "members: [3, 3]", "example.yaml:33:18 members has firm 3 twice; the members of an alliance are all different."),
        ("members without a list", "members: [Ash, 3]", "members: Ash", "example.yaml:33:5 members is Ash; it must be a list of two or more firms, by name or by number."),
        ("a decree after the end", "month: 2\n", "month: 24\n", "example.yaml:34:5 month is 24; it must be between 0 and 23, the last month of the run."),

        // Arms
        ("arms without a list", Arms, "arms: tight\n", "example.yaml:24:1 arms is tight; it must be a list of at least one arm, each with a name and a preset."),
        ("an arm that is a word", "  - name: fair\n    preset: fair-process\n", "  - fair\n", "example.yaml:29:5 arm 2 is fair; it must be a section of keys and values."),
        ("no arms", Arms, "arms: []\n", "example.yaml:24:1 arms is an empty list; it must be a list of at least one arm, each with a name and a preset."),
        ("arms left empty", Arms, "arms:\n", "example.yaml:24:1 arms has no value; it must be a list of at least one arm, each with a name and a preset."),
        ("arms left out", Arms, "", "example.yaml:1:1 the scenario has no arms; it must be a list of at least one arm, each with a name and a preset."),

        // YAML that scenarios do not have
        ("an anchor and an alias", "contact: .4", "contact: &half .5\n  leadership: *half", "example.yaml:19:12 &half names a value for use elsewhere; scenarios do not do that. Write the value out where it is used.\nexample.yaml:20:15 *half refers to a value elsewhere; scenarios do not do that. Write the value out."),
        ("a merge of keys", "contact: .4", "<<: { contact: .4 }", "example.yaml:19:3 << merges keys from elsewhere; scenarios do not do that. Write the keys out."),
        ("a tag", "contact: .4", "contact: !!float .4", "example.yaml:19:12 the tag tag:yaml.org,2002:float is not understood; a scenario has no tags. Leave it out."),
        ("a second document", "dials:\n  contact", "---\ndials:\n  contact", "example.yaml:1:1 the scenario has no arms; it must be a list of at least one arm, each with a name and a preset.\nexample.yaml:18:1 a second document starts here; a scenario is a single document. Remove the line ---."),
        ("nesting without end", "dials:\n  contact: .4", Nested, "example.yaml:18:39 this is nested more than 32 levels deep; a scenario needs no more than six."),

        // YAML that is none
        ("tabs", "  contact: .4", "\tcontact: .4\n\tleadership: .4", "example.yaml:19:1 this line is indented with a tab; indent with spaces.\nexample.yaml:20:1 this line is indented with a tab; indent with spaces."),
        ("a key indented too far", "  contact: .4", "  contact: .4\n    leadership: .4", $"example.yaml:20:15 {TwoColons}"),
        ("a key indented too little", "    month: 2", "   month: 2", $"example.yaml:34:4 {Indentation}"),
        ("two keys on one line", "dials:\n  contact: .4", "dials: contact: .4", $"example.yaml:18:15 {TwoColons}"),
        ("no blank after a colon", "dials:\n  contact: .4", "dials:\n  contact:.4", "example.yaml:18:1 dials is contact:.4; it must be a section of keys and values. Write a space after the colon."),
        ("a key without a colon", "months: 24", "months 24", "example.yaml:5:1 this line has no colon; write key: value."),
        ("a list never closed", "members: [Ash, 3]", "members: [Ash, 3", "example.yaml:33:14 the [ opened here is not closed as it should be; write [value, value]."),
        ("a section never closed", "dials:\n  contact: .4", "dials: { contact: .4", "example.yaml:18:8 the { opened here is not closed as it should be; write {key: value, key: value}."),
        ("a quotation mark never closed", "question: Who wins?", "question: \"Who wins?", "example.yaml:2:11 a quotation mark is opened here and not closed on its line; close it, or indent the lines it goes on in."),
        ("a single quotation mark never closed", "question: Who wins?", "question: 'Who wins?", "example.yaml:2:11 a quotation mark is opened here and never closed."),
        ("words after a quotation", "question: Who wins?", "question: \"Who\" wins?", "example.yaml:2:17 the value before this has ended already; remove what follows it, or put quotation marks around the whole."),
        ("a bracket too many", "[income, netValue]", "[income, netValue]]", "example.yaml:37:29 the value before this has ended already; remove what follows it, or put quotation marks around the whole."),
        ("a comma too few", "[income, netValue]", "[income netValue, 'netValue' 'income']", "example.yaml:37:11 the [ opened here is not closed as it should be; write [value, value]."),
        ("an escape out of bounds", "question: Who wins?", "question: \"\\UFFFFFFFF\"", "example.yaml:2:9 what follows here is not YAML."),
        ("text that runs into a key", "months: 24", "months: 24\n  about: 1", $"example.yaml:6:8 {TwoColons}"),
        ("a reserved indicator", "question: Who wins?", "question: %wins", "example.yaml:2:11 a value cannot start with this character; put quotation marks around it."),
        ("a character that starts nothing", "question: Who wins?", "question: @home", "example.yaml:2:11 a value cannot start with this character; put quotation marks around it."),
        ("a control character", "question: Who wins?", "question: Who \u0007 wins?", "example.yaml:2:15 there is a control character here (\\u0007); a scenario is plain text."),
        ("an escape nobody knows", "question: Who wins?", "question: \"\\q\"", "example.yaml:2:11 a backslash in double quotation marks has a special meaning in YAML; use single quotation marks, or write \\\\."),
    ];

    private const string Arms =
        "arms:\n  - name: tight\n    preset: tight-contract\n    dials:\n      exitBarrier: .7\n  - name: fair\n    preset: fair-process\n";

    private const string Disruptions =
        "calm, shifting, storm or a section like { max: 0.9, growth: 0.08, midpoint: 50 }, { constant: 0.3 }, " +
        "{ before: 0.1, after: 0.8, month: 60 } or { table: [0.1, 0.2] }";

    private const string Indentation =
        "this line does not fit the lines above it; keys of one section start in the same column, and what belongs to a key is indented further.";

    private const string TwoColons =
        "a colon followed by a space makes a key, and there is one already; start a new line, or put quotation marks around a text that has a colon.";

    private static IEnumerable<TestCaseData> Cases =>
        Faults.Select(f => new TestCaseData(f.Text, f.Replacement, f.Said).SetArgDisplayNames(f.Fault));

    [TestCaseSource(nameof(Cases))]
    public void A_fault_is_named_with_its_place_its_value_and_what_was_expected(string text, string replacement, string said) =>
        Assert.That(Example.Faults(Example.With(text, replacement)), Is.EqualTo(said));

    [Test]
    public void The_good_example_is_good() => Assert.That(Example.Read(Example.Good).Name, Is.EqualTo("example"));

    [TestCase("", "example.yaml: the file is empty; a scenario has at least name, question, seed, replications and arms.")]
    [TestCase(" \n\n", "example.yaml: the file is empty; a scenario has at least name, question, seed, replications and arms.")]
    [TestCase("---\n...\n", "example.yaml: there is nothing in the file but comments; a scenario has at least name, question, seed, replications and arms.")]
    [TestCase("# later\n", "example.yaml: there is nothing in the file but comments; a scenario has at least name, question, seed, replications and arms.")]
    [TestCase("storm", "example.yaml:1:1 the scenario is storm; it must be a section of keys and values.")]
    [TestCase("- storm", "example.yaml:1:1 the scenario is a list; it must be a section of keys and values.")]
    [TestCase("*storm", "example.yaml:1:1 *storm refers to a value elsewhere; scenarios do not do that. Write the value out.")]
    public void A_file_that_holds_no_scenario_says_so(string text, string said) =>
        Assert.That(Example.Faults(text), Is.EqualTo(said));

    [Test]
    public void All_faults_of_a_file_are_named_at_once_in_the_order_of_the_file()
    {
        const string bad =
            """
            name: bad example
            sed: 1
            replications: 2.5
            disruption: strom
            industry:
              firms: 3
              named:
                - { name: Ash, size: -1 }
                - { name: Ash, trust: 65 }
            dials: { exitBarier: .5, contact: 1,5, stepOut: }
            arms:
              - { name: one, preset: tight }
              - { name: one, preset: fair-process, parameters: { trust: { noise: lots } } }
            founded:
              - { name: Pair, members: [Ash, Elm], month: 180 }
            outcomes: [incme]
            """;
        Assert.That(Example.Faults(bad).Split('\n'), Is.EqualTo(
        [
            "example.yaml:1:1 name is bad example; it must be letters, digits and hyphens, at most 64. Did you mean bad-example?",
            "example.yaml:1:1 the scenario has no question; it must be text.",
            "example.yaml:1:1 the scenario has no seed; it must be a whole number between 0 and 4294967295.",
            "example.yaml:2:1 the scenario has no sed. Did you mean seed?",
            "example.yaml:3:1 replications is 2.5; it must be a whole number between 1 and 1000000.",
            $"example.yaml:4:1 disruption is strom; it must be {Disruptions}. Did you mean storm?",
            "example.yaml:8:20 size is -1; it must be between 0.001 and 1000. Did you mean 1?",
            "example.yaml:9:7 firm Ash is there twice; the first is on line 8.",
            "example.yaml:9:20 trust is 65; it must be between 0 and 1. Did you mean 0.65?",
            "example.yaml:10:10 dials has no exitBarier. Did you mean exitBarrier?",
            "example.yaml:10:37 dials has no 5. Did you mean contact: 1.5, with a decimal point?",
            "example.yaml:12:18 preset is tight; it must be tight-contract, fair-process or no-alliances. Did you mean tight-contract?",
            "example.yaml:13:5 arm one is there twice; the first is on line 12.",
            "example.yaml:13:63 noise is lots; it must be a number between 0 and 1.",
            "example.yaml:15:34 member is Elm; it must be the name of a named firm or a number between 0 and 2.",
            "example.yaml:15:40 month is 180; it must be between 0 and 179, the last month of the run.",
            "example.yaml:16:12 outcome is incme; it must be a column of the runs table. Did you mean income?",
        ]));
    }
}
