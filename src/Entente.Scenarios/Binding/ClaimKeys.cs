namespace Entente.Scenarios.Binding;

/// <summary>The keys that a scenario file has beyond a scenario's where it is a claim.</summary>
internal static class ClaimKeys
{
    /// <summary>Those by which a file says that it is a claim.</summary>
    public static readonly string[] Identities = ["claim", "fact"];

    private static readonly string[] All =
        [.. Identities, "kind", "source", "notTestable", "propositions", "confidence", "favouredBy", "industries"];

    /// <summary>Where a scenario is a claim, leaves what is claimed to whoever reads claims.</summary>
    public static void LeaveAlone(Section section)
    {
        if (!Identities.Any(section.Has))
            return;
        foreach (var key in All)
            section.Take(key);
    }
}
