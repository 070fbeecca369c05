using YamlDotNet.Core;

namespace Entente.Scenarios.Yaml;

/// <summary>Says in plain words what the YAML parser did not like.</summary>
internal static class SyntaxFault
{
    private const string Indentation =
        "this line does not fit the lines above it; keys of one section start in the same column, and what belongs to a key is indented further.";

    private const string Colons =
        "a colon followed by a space makes a key, and there is one already; start a new line, or put quotation marks around a text that has a colon.";

    private const string Backslash =
        "a backslash in double quotation marks has a special meaning in YAML; use single quotation marks, or write \\\\.";

    private const string NoColon = "this line has no colon; write key: value.";

    private const string Ended =
        "the value before this has ended already; remove what follows it, or put quotation marks around the whole.";

    private const string Tab = "this line is indented with a tab; indent with spaces.";

    private static readonly (string Part, string Message)[] Explanations =
    [
        ("tab", Tab),
        ("extremely long version", "the %YAML line is not understood; leave it out."),
        ("directive", "a line that starts with % has a special meaning in YAML; put quotation marks around the text."),
        ("incompatible YAML", "the %YAML line is not understood; leave it out."),
        ("<document end>", Indentation),
        ("<document start>", "the text goes on here after the scenario has ended; check the indentation of this line."),
        ("undefined tag", "a value that starts with ! has a special meaning in YAML; put quotation marks around it."),
        ("scanning a tag", "a value that starts with ! has a special meaning in YAML; put quotation marks around it."),
        ("end of tag", "a value that starts with ! has a special meaning in YAML; put quotation marks around it."),
        ("anchor", "a value that starts with & or * has a special meaning in YAML; put quotation marks around it."),
        ("flow entry", "a comment needs a space before its #."),
        ("cannot start any token", "a value cannot start with this character; put quotation marks around it."),
        ("unexpected end of stream", "a quotation mark is opened here and never closed."),
        ("escape", Backslash),
        ("hexadecimal", Backslash),
        ("surrogate", Backslash),
        ("wrong indentation", "a quotation mark is opened here and not closed on its line; close it, or indent the lines it goes on in."),
        ("quoted scalar", "a text in quotation marks is not well formed here."),
        ("block scalar", "a block of text (| or >) is not well formed here; indent its lines alike, further than its key."),
        ("multiline plain", "the text of the line above goes on here and then has a colon; put a colon into the line above, or quotation marks around the text."),
        ("invalid mapping", Colons),
        ("mapping values", Colons),
        ("expected ':'", NoColon),
        ("block collection", Indentation),
        ("block mapping", Indentation),
        ("block sequence", Indentation),
        ("comment", "a comment needs a space before its #, and nothing of its value may follow it."),
        ("node content", "a value was expected here."),
    ];

    /// <summary>The places of a fault and what is wrong with them.</summary>
    public static IEnumerable<(Mark Place, string Message)> Explain(YamlException fault, string text)
    {
        var tabs = TabbedLines(text).ToList();
        if (tabs.Count > 0)
            return tabs.Select(line => (new Mark(0, line, 1), Tab));
        var said = fault.Message;
        var explanation = Array.Find(Explanations, e => said.Contains(e.Part, StringComparison.OrdinalIgnoreCase)).Message;
        if (explanation == Indentation)
            explanation = WhatDoesNotFit(text, fault.Start);
        return [(fault.Start, explanation ?? $"this is not YAML as a scenario has it ({Shown.Line(said)})")];
    }

    /// <summary>Why something is where the parser expects a key: it follows a value, it has no colon, or its column is wrong.</summary>
    private static string WhatDoesNotFit(string text, Mark place)
    {
        var line = text.Split('\n').ElementAtOrDefault((int)place.Line - 1) ?? "";
        if (place.Column > 1 && place.Column <= line.Length && !string.IsNullOrWhiteSpace(line[..((int)place.Column - 1)]))
            return Ended;
        return line.Contains(':', StringComparison.Ordinal) || line.AsSpan().TrimStart().StartsWith("- ") ? Indentation : NoColon;
    }

    /// <summary>Lines with a tab among the blanks they start with.</summary>
    private static IEnumerable<int> TabbedLines(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var content = line.AsSpan().TrimStart(" \t");
            if (line.AsSpan(0, line.Length - content.Length).Contains('\t') && !content.Trim().IsEmpty && content[0] != '#')
                yield return number;
        }
    }
}
