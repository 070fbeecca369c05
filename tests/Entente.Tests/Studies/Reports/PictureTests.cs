using System.Xml.Linq;
using Entente.Studies.Charts;
using Entente.Studies.Reports;
using NUnit.Framework;

namespace Entente.Tests.Studies.Reports;

public class PictureTests
{
    private const string Svg =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1100" height="700">
        <title>old</title>
        <style>.a { clip-path: url('#clip'); }</style>
        <defs><clipPath id="clip"><rect width="1" height="1"/></clipPath><path id="mark" d="M0 0"/></defs>
        <g clip-path="url(#clip)" style="mask: url( &quot;#clip&quot;)"><use xlink:href="#mark"/><use href="#mark"/></g>
        </svg>
        """;

    [Test]
    public void Pictures_with_the_same_identifiers_do_not_meet()
    {
        var section = PictureSection.Of([new Picture("one", "One.", "First & best.", Svg), new Picture("two", "Two", "Second.", Svg)])!;
        var pictures = section.Descendants().Where(e => e.Name.LocalName == "svg").ToArray();
        Assert.That(section.DescendantsAndSelf().Attributes("id").Select(a => a.Value), Is.Unique);
        foreach (var (picture, name) in pictures.Zip("picture-1 picture-2".Split(' ')))
        {
            var source = picture.ToString();
            Assert.That(source, Does.Contain($"id=\"{name}-clip\"").And.Contain($"clip-path=\"url(#{name}-clip)\"").And.Contain($"xlink:href=\"#{name}-mark\"")
                .And.Contain($" href=\"#{name}-mark\"").And.Contain("viewBox=\"0 0 1100 700\""));
            Assert.That(picture.Elements().Take(2).Select(e => e.Value), Is.EqualTo((name == "picture-1" ? "One.|First & best." : "Two|Second.").Split('|')));
            Assert.That(source, Does.Not.Contain("#clip").And.Not.Contain("#mark").And.Not.Contain("old").And.Not.Contain(" width=\"1100\""));
        }

        Assert.That(section.Descendants("figcaption").Select(caption => caption.Value), Is.EqualTo("First & best.|Second.".Split('|')));
        Assert.That(PictureSection.Of([]), Is.Null);
    }
}
