using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>What an editor shows who writes a scenario, by the language server that editors use.</summary>
public sealed class EditorTests : IDisposable
{
    private const string Bad =
        """
        # yaml-language-server: $schema=schema.json
        name: a study
        question: Who wins?
        seed: 1
        replications: 0
        disruption: clam
        dials:
          exitBarier: 0.5
          contact: 3
        arms:
          - preset: tight-contract
          - name: fair
            preset: fair
            dials:
              
        founded:
          - { name: Pair, members: [0], month: 2 }
        outcomes: [incme]

        """;

    private WorkingFolder _folder = null!;
    private CancellationTokenSource _patience = null!;
    private LanguageServer _editor = null!;

    [OneTimeSetUp]
    public void Open()
    {
        var program = System.Environment.GetEnvironmentVariable("ENTENTE_YAML_LANGUAGE_SERVER");
        if (string.IsNullOrEmpty(program))
            Assert.Ignore("ENTENTE_YAML_LANGUAGE_SERVER does not name a YAML language server.");
        _folder = new WorkingFolder();
        Assert.That(_folder.Entente("schema", "--out", "schema.json").Exit, Is.Zero);
        _patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        _editor = new LanguageServer(program!, _folder.Root, _patience.Token);
    }

    public void Dispose()
    {
        _editor?.Dispose();
        _patience?.Dispose();
        _folder?.Remove();
    }

    [Test]
    public void A_sound_scenario_is_not_underlined()
    {
        foreach (var file in Directory.GetFiles(WorkingFolder.Scenarios, "*.yaml"))
            Assert.That(_editor.Open(Path.GetFileName(file), File.ReadAllText(file)), Is.Empty, file);
        Assert.That(_folder.Entente("new", "mine.yaml").Exit, Is.Zero);
        Assert.That(_editor.Open("mine.yaml", File.ReadAllText(_folder["mine.yaml"])), Is.Empty);
    }

    [Test]
    public void Faults_are_underlined_where_they_are() =>
        Assert.That(
            _editor.Open("bad.yaml", Bad).OrderBy(fault => fault.Line).Select(fault => $"{fault.Line} {fault.Message.Split(". Valid values")[0]}"),
            Is.EqualTo(
            [
                "2 A name is letters, digits and hyphens, at most 64.",
                "5 Value is below the minimum of 1.",
                "6 Value is not accepted",
                "8 Property exitBarier is not allowed.",
                "9 Value is above the maximum of 1.",
                "11 Missing property \"name\".",
                "13 Value is not accepted",
                "17 Array has too few items. Expected 2 or more.",
                "18 Value is not accepted",
            ]));

    [Test]
    public void Keys_and_words_are_offered_with_what_they_mean()
    {
        _editor.Open("offer.yaml", Bad);
        Assert.That(_editor.Complete("offer.yaml", 15, 7), Has.Some.Matches<(string Label, string Documentation)>(
            key => key.Label == "exitBarrier" && key.Documentation.Contains("Row 6, exit: 0 = leave with what is yours", StringComparison.Ordinal)));
        Assert.That(_editor.Complete("offer.yaml", 6, 13).Select(word => word.Label), Does.Contain("calm").And.Contain("shifting").And.Contain("storm"));
        Assert.That(_editor.Complete("offer.yaml", 13, 13).Select(word => word.Label), Is.EquivalentTo(["tight-contract", "fair-process", "no-alliances"]));
        Assert.That(_editor.Complete("offer.yaml", 18, 12).Select(word => word.Label), Does.Contain("income").And.Contain("netValue"));
    }
}
