using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>The report as a real browser shows it.</summary>
public class ReportInBrowserTests
{
    private WorkingFolder? _folder;
    private IPlaywright? _playwright;
    private IBrowserContext? _browser;

    [OneTimeSetUp]
    public async Task Open()
    {
        var browser = WorkingFolder.Find("chromium");
        if (browser is null)
            Assert.Ignore("There is no chromium to show pages in.");
        _folder = new WorkingFolder();
        _folder.Write("small.yaml",
            """
            # Question: does the page read well?
            name: small
            question: Does the page read well, with a name as long as this one?
            expectation: It does.
            seed: 1
            replications: 3
            months: 24
            disruption: storm
            industry: { firms: 8 }
            arms:
              - { name: tight-contract, preset: tight-contract }
              - { name: a-fair-process-whose-name-is-as-long-as-a-name-may-be-no-longer, preset: fair-process }
              - { name: no-alliances, preset: no-alliances }

            """);
        foreach (var command in new[] { "run small.yaml --out out", "report out" })
        {
            var (exit, _, error) = _folder.Entente(command.Split(' '));
            Assert.That(exit, Is.Zero, error);
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchPersistentContextAsync(_folder["profile"], new()
        {
            ExecutablePath = browser,
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        _folder?.Remove();
    }

    /// <summary>Fits with every part unfolded; looked at for accessibility unfolded only once, for that takes long.</summary>
    [TestCase(360, ColorScheme.Light, false)]
    [TestCase(1280, ColorScheme.Light, true)]
    [TestCase(1280, ColorScheme.Dark, false)]
    public async Task The_page_fits_makes_no_error_asks_for_nothing_and_is_accessible(int width, ColorScheme scheme, bool unfolded)
    {
        var page = await _browser!.NewPageAsync();
        var (said, asked) = (new List<string>(), new List<string>());
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        page.Request += (_, request) => asked.Add(request.Url);
        await page.SetViewportSizeAsync(width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var address = new Uri(_folder!["out/report.html"]).AbsoluteUri;
        await page.GotoAsync(address);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.EqualTo(width), "the page scrolls sideways");
        if (!unfolded)
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = false)");
        Assert.That(await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"),
            Is.EqualTo(scheme == ColorScheme.Dark ? "rgb(21, 24, 28)" : "rgb(255, 255, 255)"));
        var result = await page.RunAxe();
        Assert.That(result.Passes, Has.Length.GreaterThan(20));
        Assert.That(result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"), Is.Empty);
        Assert.That(said, Is.Empty);
        Assert.That(asked, Is.EqualTo(new[] { address }));
        await page.CloseAsync();
    }
}
