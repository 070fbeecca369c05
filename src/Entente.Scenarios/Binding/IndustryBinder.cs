using System.Globalization;
using Entente.Scenarios.Yaml;
using Entente.Settings;

namespace Entente.Scenarios.Binding;

/// <summary>Reads the industry and the firms that are described one by one.</summary>
internal sealed class IndustryBinder(ProblemList problems)
{
    // Wide enough for shares written with six digits, narrow enough to notice a forgotten market.
    private const double ShareTolerance = 1e-6;

    private readonly Names names = new("firm", problems);
    private readonly List<FirmDescription> firms = [];

    public Industry Read(Section? section)
    {
        var industry = new Industry();
        if (section is null)
            return industry;
        Change.WriteAll(industry, section.Changes(Fields.Industry));
        var named = section.List("named", "firms");
        foreach (var (position, item) in named.Index())
        {
            if (Section.Open(item, item.Place, string.Create(CultureInfo.InvariantCulture, $"named firm {position + 1}"), problems) is { } firm)
                Firm(firm, industry);
        }

        if (named.Count > industry.Firms)
            problems.Add(named[industry.Firms].Place, $"this is named firm {industry.Firms + 1}, but the industry has {industry.Firms} firms. Raise industry.firms or name fewer.");
        section.Close();
        return industry with { Named = firms.AsReadOnly() };
    }

    private void Firm(Section section, Industry industry)
    {
        var name = Names.InWords(section, problems);
        names.Add(name, section.Place);
        var firm = new FirmDescription
        {
            Name = name ?? "",
            Capabilities = Strengths(section, "capabilities", "domains", industry.Domains),
            Presence = Shares(section, industry.Markets),
            Targets = Strengths(section, "targets", "domains", industry.Domains),
        };
        Change.WriteAll(firm, section.Changes(Fields.Firm));
        section.Close();
        firms.Add(firm);
    }

    private double[]? Strengths(Section section, string key, string of, int count)
    {
        if (section.Take(key) is not { } entry || Numbers(entry, of, count) is not { } numbers)
            return null;
        if (!Array.TrueForAll(numbers, number => number == 0))
            return numbers;
        problems.Add(entry.Place, $"{key} are all 0; at least one must be above 0.");
        return null;
    }

    private double[]? Shares(Section section, int count)
    {
        if (section.Take("presence") is not { } entry || Numbers(entry, "markets", count) is not { } shares)
            return null;
        var sum = shares.Sum();
        if (Math.Abs(sum - 1) <= ShareTolerance)
            return shares;
        problems.Add(entry.Place, $"presence sums to {Shown.Number(Math.Round(sum, 7))}; the shares of all markets must sum to 1.");
        return null;
    }

    private double[]? Numbers(Entry entry, string of, int count)
    {
        switch (entry.Value)
        {
            case FaultyNode or TextNode { IsNothing: true }:
                return null;
            case ListNode list when list.Items.Count == count:
                return Lists.Numbers(list.Items, entry.Key, 0, 1, problems);
            case ListNode list:
                problems.Add(entry.Place, $"{entry.Key} has {list.Items.Count} values; it must have {count}, one for each of the {of}.");
                Lists.Numbers(list.Items, entry.Key, 0, 1, problems);
                return null;
            default:
                problems.Add(entry.Place, $"{entry.Key} {entry.Value.Description}; it must be a list of {count} numbers between 0 and 1, one for each of the {of}.");
                return null;
        }
    }
}
