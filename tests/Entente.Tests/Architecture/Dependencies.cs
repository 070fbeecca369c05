using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using Entente.Settings;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Architecture;

/// <summary>Arrows between projects point one way, and the model touches nothing but numbers.</summary>
public class Dependencies
{
    /// <summary>What each project under src may refer to.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Entente"] = [],
        ["Entente.Scenarios"] = ["Entente", "YamlDotNet"],
        ["Entente.Studies"] =
            ["CsvHelper", "Entente", "Entente.Scenarios", "MathNet.Numerics", "Parquet.Net", "ScottPlot", "SkiaSharp.NativeAssets.Linux.NoDependencies"],
        ["Entente.Cli"] = ["Entente", "Entente.Scenarios", "Entente.Studies", "Spectre.Console", "System.CommandLine"],
    };

    /// <summary>The parts of the framework that compute; the others read files, clocks or networks, or start threads.</summary>
    private static readonly string[] Namespaces =
    [
        "System", "System.Buffers", "System.Collections", "System.Collections.Frozen", "System.Collections.Generic",
        "System.Collections.Immutable", "System.Diagnostics.CodeAnalysis", "System.Globalization", "System.Linq", "System.Numerics",
        "System.Reflection", "System.Runtime.CompilerServices", "System.Runtime.InteropServices", "System.Runtime.Intrinsics",
        "System.Runtime.Intrinsics.X86", "System.Runtime.Versioning",
        "System.Text",
    ];

    private static readonly string[] Banned =
    [
        "System.Activator", "System.AppContext", "System.AppDomain", "System.Console", "System.DateOnly", "System.DateTime",
        "System.DateTimeOffset", "System.GC", "System.Guid", "System.HashCode", "System.Lazy`1", "System.Random", "System.TimeOnly",
        "System.TimeProvider", "System.TimeSpan",
    ];

    /// <summary>What the compiler takes from namespaces that are otherwise closed.</summary>
    private static readonly string[] Granted =
    [
        "System.Diagnostics.DebuggableAttribute", "System.Diagnostics.DebuggableAttribute+DebuggingModes",
        "System.Diagnostics.DebuggerBrowsableAttribute", "System.Diagnostics.DebuggerBrowsableState",
        "System.Diagnostics.DebuggerHiddenAttribute", "System.Diagnostics.UnreachableException",
    ];

    [Test]
    public void Projects_refer_to_what_they_may_and_to_nothing_else()
    {
        var projects = Directory.GetFiles(Path.Combine(Manual.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.That(projects.Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(Arrows.Keys));
        foreach (var project in projects)
        {
            var references = XDocument.Load(project).Descendants()
                .Where(e => e.Name.LocalName is "ProjectReference" or "PackageReference" or "Reference" or "FrameworkReference")
                .Select(e => e.Attribute("Include")!.Value)
                .Select(name => name.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(name) : name);
            Assert.That(references, Is.SubsetOf(Arrows[Path.GetFileNameWithoutExtension(project)]), Path.GetFileName(project));
        }
    }

    [TestCase(typeof(Entente.Studies.Results.Manifest), "Entente.Studies.(*)")]
    [TestCase(typeof(Entente.Scenarios.Scenario), "Entente.Scenarios.(*)")]
    public void Folders_of_a_project_form_no_circle(System.Type one, string folders)
    {
        var architecture = new ArchLoader().LoadAssembly(one.Assembly).Build();
        var results = SliceRuleDefinition.Slices().Matching(folders).Should().BeFreeOfCycles().Evaluate(architecture).ToArray();
        Assert.That(results, Is.Not.Empty);
        Assert.That(results.Where(result => !result.Passed).Select(result => result.Description), Is.Empty);
    }

    [Test]
    public void The_model_depends_on_the_framework_alone()
    {
        var references = typeof(Setting).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToArray();
        Assert.That(references, Has.All.StartsWith("System."));
        Assert.That(references, Does.Contain("System.Runtime"));
    }

    [Test]
    public void The_model_uses_no_files_no_network_no_clock_no_threads_and_no_other_luck()
    {
        using var file = new PEReader(File.OpenRead(typeof(Setting).Assembly.Location));
        var code = file.GetMetadataReader();
        var used = code.TypeReferences.Select(handle => FullName(code, handle)).ToArray();

        var outside = used.Where(type => !Granted.Contains(type))
            .Where(type => !Namespaces.Contains(type[..type.LastIndexOf('.')]) || Banned.Contains(type.Split('+')[0]))
            .Distinct();
        Assert.That(outside, Is.Empty);
        Assert.That(used, Has.Length.GreaterThan(30).And.Contain("System.Math"));

        // Iterators remember the thread that made them; nothing else of the machine is asked.
        var asked = code.MemberReferences.Select(code.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference
                && FullName(code, (TypeReferenceHandle)member.Parent) == "System.Environment")
            .Select(member => code.GetString(member.Name));
        Assert.That(asked.Where(member => member != "get_CurrentManagedThreadId"), Is.Empty);

        Assert.That(code.GetTableRowCount(TableIndex.ImplMap), Is.Zero, "native methods");
    }

    private static string FullName(MetadataReader code, TypeReferenceHandle handle)
    {
        var type = code.GetTypeReference(handle);
        var name = code.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{FullName(code, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{code.GetString(type.Namespace)}.{name}";
    }
}
