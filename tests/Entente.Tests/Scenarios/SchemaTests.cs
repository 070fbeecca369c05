using System.Text.RegularExpressions;
using CsCheck;
using Entente.Scenarios;
using Entente.Scenarios.Schema;
using Entente.Settings;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

/// <summary>The schema by which editors check scenarios says what the reader says, as far as a schema can see.</summary>
public partial class SchemaTests
{
    private static readonly string SchemaFile = Path.Combine(Example.Folder(), "schema.json");

    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(Written()).GetAwaiter().GetResult();

    private static readonly JToken Good = YamlAsJson.Read(Example.Good);

    // Values that some key takes, and values that none does.
    private static readonly Gen<JToken?> Values = Gen.OneOfConst<JToken?>(
        null, -5000, -1, 0, 0.05, 0.5, 1, 1.5, 3, 12, 100, 5000, 2_000_000, 5_000_000_000L, "text", "two words", "", " ", "Ash", "storm",
        "fair-process", "income", true, new JArray(), new JArray(0.5), new JArray(0.25, 0.25, 0.5), new JArray("income"), new JArray("Ash", "Oak"),
        new JArray(new JObject()), new JObject(), JObject.Parse("{ constant: 0.5 }"), JObject.Parse("{ max: 0.5, growth: 0.1 }"),
        JObject.Parse("{ name: 'x', preset: 'fair-process' }"), JObject.Parse("{ unknown: 1 }"), JObject.Parse("{ exitBarrier: 0.5 }"));

    [Test]
    public void The_file_beside_the_scenarios_is_the_schema_of_this_program()
    {
        if (System.Environment.GetEnvironmentVariable("ENTENTE_UPDATE") == "1")
            File.WriteAllText(SchemaFile, Written());
        else
            Assert.That(File.ReadAllText(SchemaFile), Is.EqualTo(Written()), "scenarios/schema.json has drifted from the code; run the tests with ENTENTE_UPDATE=1");
    }

    [Test]
    public void The_delivered_scenarios_name_the_schema_and_keep_to_it()
    {
        var files = Directory.GetFiles(Example.Folder(), "*.yaml");
        Assert.That(files, Has.Length.GreaterThanOrEqualTo(3));
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            Assert.That(text, Does.StartWith("# yaml-language-server: $schema=schema.json\n"), file);
            Assert.That(Refusals(YamlAsJson.Read(text)), Is.Empty, file);
        }
    }

    [Test]
    public void What_new_writes_keeps_to_it_and_reads_without_a_problem()
    {
        var text = File.ReadAllText(Path.Combine(Example.Folder(), "..", "src", "Entente.Cli", "starter.yaml"));
        Assert.That(Refusals(YamlAsJson.Read(text)), Is.Empty);
        Assert.That(ScenarioReader.Parse(text, Example.File).Problems, Is.Empty);
    }

    [Test]
    public void A_scenario_with_every_kind_of_key_keeps_to_it() => Assert.That(Refusals(Good), Is.Empty);

    [Test]
    public void Every_parameter_is_allowed_in_its_range_described_and_refused_outside()
    {
        var parameters = ParameterCatalogue.Of(new Setting()).Where(p => !p.Path.StartsWith("disruption", StringComparison.Ordinal)).ToList();
        Assert.That(parameters, Has.Count.GreaterThan(200));
        foreach (var parameter in parameters)
        {
            var whole = parameter.Value is int;
            // The validator compares decimals, which 1/12 is none of.
            JToken[] values = parameter.Value is bool
                ? [true, false, 1, "yes", JValue.CreateNull()]
                : [Number(Math.Ceiling(parameter.Min * 1e6) / 1e6, whole), Number(parameter.Max, whole), Number(parameter.Min - 1, whole), Number(parameter.Max + 1, whole), 0.123456, "0.5", true, JValue.CreateNull()];
            var agreed = values.Select(value => Agree(With(parameter.Path, value))).ToList();
            Assert.That(agreed.Take(2), Is.All.True, parameter.Path);
            Assert.That(agreed, Has.Some.False, parameter.Path);
        }
    }

    [TestCase("name: example", "name: an example", "#/name")]
    [TestCase("question: Who wins?", "question:", "#/question")]
    [TestCase("seed: 1", "sed: 1", "#/sed", "#/seed")]
    [TestCase("seed: 1", "seed: 1.5", "#/seed")]
    [TestCase("replications: 2", "replications: 0", "#/replications")]
    [TestCase("contact: .4", "contact: 4", "#/dials.contact")]
    [TestCase("alliancesAllowed: true", "alliancesAllowed: yes", "#/parameters.partnerSearch.alliancesAllowed")]
    [TestCase("partnerSearch:", "partnerSerch:", "#/parameters.partnerSerch")]
    [TestCase("- name: fair\n", "- dials:\n", "#/arms[1]")]
    [TestCase("preset: fair-process", "preset: fair", "#/arms[1]")]
    [TestCase("disruption: calm", "disruption: clam", "#/disruption")]
    [TestCase("members: [Ash, 3]", "members: [Ash]", "#/founded")]
    [TestCase("netValue]", "netvalue]", "#/outcomes")]
    [TestCase("netValue]", "income]", "#/outcomes")]
    public void Faults_that_a_schema_can_see_are_seen(string text, string replacement, params string[] places)
    {
        var bad = Example.With(text, replacement);
        Assert.That(Refusals(YamlAsJson.Read(bad)).Select(refusal => refusal.Split(' ')[0]), Is.EquivalentTo(places));
        Assert.That(Example.Faults(bad), Is.Not.Empty);
    }

    [Test]
    public void Whatever_is_put_in_one_place_schema_and_reader_agree()
    {
        var places = Good.SelectTokens("$..*").Select(token => token.Path).Where(path => path.Length > 0).ToList();
        var (accepted, refused) = (0, 0);
        Gen.Select(Gen.OneOfConst([.. places]), Values).Sample(
            (path, value) =>
            {
                if (IsWordsToTheReaderAlone(path, value))
                    return;
                var changed = Good.DeepClone();
                changed.SelectToken(path)!.Replace(value?.DeepClone() ?? JValue.CreateNull());
                _ = Agree(changed) ? Interlocked.Increment(ref accepted) : Interlocked.Increment(ref refused);
            },
            iter: 5_000);
        Assert.That(Math.Min(accepted, refused), Is.GreaterThan(200), "both kinds must come up");
    }

    [Test]
    public void Whichever_key_is_left_out_or_renamed_schema_and_reader_agree()
    {
        var keys = Good.SelectTokens("$..*").Select(token => token.Parent).OfType<JProperty>().Where(key => key.Path.Length > 0).Select(key => key.Path).ToList();
        Assert.That(keys, Has.Count.GreaterThan(30));
        foreach (var path in keys)
        {
            var without = Good.DeepClone();
            without.SelectToken(path)!.Parent!.Remove();
            Agree(without);
            var renamed = Good.DeepClone();
            var key = (JProperty)renamed.SelectToken(path)!.Parent!;
            key.Replace(new JProperty(key.Name + "x", key.Value));
            Assert.That(Agree(renamed), Is.False, path);
        }
    }

    /// <summary>Whether both accept; fails where one does and the other does not, unless the fault lies between keys.</summary>
    private static bool Agree(JToken scenario)
    {
        // JSON is YAML.
        var problems = ScenarioReader.Parse(scenario.ToString(), Example.File).Problems;
        var refusals = Refusals(scenario).ToList();
        if (problems.Count == 0)
            Assert.That(refusals, Is.Empty, $"the reader accepts\n{scenario}");
        else if (!problems.All(problem => BetweenKeys().IsMatch(problem.Message)))
            Assert.That(refusals, Is.Not.Empty, $"the schema accepts what the reader does not: {string.Join('\n', problems)}\n{scenario}");
        return problems.Count == 0;
    }

    /// <summary>The reader takes for words whatever stands where words belong; YAML asks for quotation marks around numbers and truth.</summary>
    private static bool IsWordsToTheReaderAlone(string path, JToken? value) =>
        value?.Type is JTokenType.Boolean or JTokenType.Integer or JTokenType.Float && path.Split('.')[^1] is "name" or "question";

    private static JObject With(string path, JToken value)
    {
        var scenario = (JObject)Good.DeepClone();
        scenario.Remove("founded");
        scenario["industry"] = new JObject();
        var steps = path.Split('.');
        if (steps.Length > 1 && steps[0] is not ("dials" or "industry"))
            steps = ["parameters", .. steps];
        var section = scenario;
        foreach (var step in steps[..^1])
        {
            section[step] ??= new JObject();
            section = (JObject)section[step]!;
        }

        section[steps[^1]] = value;
        return scenario;
    }

    private static JValue Number(double value, bool whole) => whole ? new JValue((long)value) : new JValue(value);

    private static string Written()
    {
        using var comments = File.OpenRead(Path.ChangeExtension(typeof(Setting).Assembly.Location, ".xml"));
        return ScenarioSchema.Write(comments);
    }

    /// <summary>What an independent validator does not like, as path and kind.</summary>
    private static IEnumerable<string> Refusals(JToken scenario) => Schema.Validate(scenario).Select(error => $"{error.Path} {error.Kind}");

    [GeneratedRegex("is there twice|sum to 1|are all 0|one for each of the|but the industry has|the name of a named firm or|the last month of the run|are all different")]
    private static partial Regex BetweenKeys();
}
