"""The Word template of a style: slim, in the style's fonts and colours, made once and kept."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from docgen.cache import DiskCache, MemoryCache
from docgen.findings import Span
from docgen.reading.text import Name
from docgen.style.colour import Colour
from docgen.style.model import Style
from docgen.style.roles import Role
from docgen.style.word.brought import bring
from docgen.writers.docx import writer
from docgen.writers.writer import Edition
from tests.samples import ROOT, edition, every_node, heading, one_paragraph
from tests.style import templates
from tests.writers.opened import faults, parts, styled, styles_used, values, w, words, xml

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def coloured(style: Style) -> Style:
    """A style with a palette, whose headings have a colour of it and whose title has one of its own."""
    roles = dict(style.roles)
    roles[Role.HEADING_1] = replace(roles[Role.HEADING_1], colour=Colour("#7b2d26"))
    palette = {"ink": Colour("#1f3864"), "red": Colour("#7b2d26"), "link": Colour("#0a5c36")}
    return replace(style, roles=MappingProxyType(roles), palette=MappingProxyType(palette))


def sample(style: Style | None = None) -> Edition:
    made = edition(every_node())
    return replace(made, style=style or made.style)


@cache
def plain() -> bytes:
    return writer.write(sample())


# Slim


def test_a_report_without_pictures_is_small() -> None:
    assert len(writer.write(edition(one_paragraph("Some words.")))) < 15_000


def test_there_is_no_style_but_docgens_and_those_that_word_needs() -> None:
    data = plain()
    there = {style.get(w("styleId")) for style in xml(data, "word/styles.xml").iter(w("style"))}
    # those for which this report has no use are there for whoever goes on writing
    rest = {"TOC1", "TOC2", "TOC3", "Strong", "ListContinue"}
    assert there - styles_used(data) - rest == {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}


def test_a_style_that_staff_have_no_use_for_is_there_where_the_text_needs_it() -> None:
    """The deepest headings, and what only docgen sets: the row of logos, the paragraph that ends a section."""
    rare = {"Heading4", "Heading5", "Heading6", "Logos", "SectionEnd"}
    bare = one_paragraph("Some words.")
    deep = replace(bare, children=(*bare.children, heading(5, "Far down")))
    for made, wanted in ((bare, {"SectionEnd"}), (deep, {"Heading5", "SectionEnd"}), (every_node(), None)):
        data = writer.write(edition(made))
        there = {style.get(w("styleId")) for style in xml(data, "word/styles.xml").iter(w("style"))}
        assert there & rare == styles_used(data) & rare
        assert wanted is None or there & rare == wanted


def test_what_staff_may_want_to_add_looks_as_the_style_has_it() -> None:
    """A second level of headings, a list, a table, a note: without its style Word would set it in its own."""
    data = writer.write(edition(one_paragraph("Some words.")))
    there = {style.get(w("styleId")) for style in xml(data, "word/styles.xml").iter(w("style"))}
    assert {"Heading2", "Heading3", "ListNumber", "ReportTable", "TableText", "FootnoteText", "Caption"} <= there


def test_styles_that_are_not_there_stay_out_of_the_gallery() -> None:
    (latent,) = xml(plain(), "word/styles.xml").iter(w("latentStyles"))
    assert (latent.get(w("defSemiHidden")), latent.get(w("defUnhideWhenUsed")), len(latent)) == ("1", "1", 0)


def test_word_opens_it_without_compatibility_mode() -> None:
    modes = {
        setting.get(w("name")): setting.get(w("val"))
        for setting in xml(plain(), "word/settings.xml").iter(w("compatSetting"))
    }
    assert modes["compatibilityMode"] == "15"


def test_its_properties_claim_nothing() -> None:
    program = xml(plain(), "docProps/app.xml")
    assert [(etree.QName(found).localname, found.text) for found in program] == [("Application", "docgen")]


def test_nothing_of_python_docxs_own_template_is_left() -> None:
    names = " ".join(parts(plain()))
    assert not [word for word in ("thumbnail", "stylesWithEffects", "webSettings") if word in names]
    assert b"Office Theme" not in parts(plain())["word/theme/theme1.xml"]


# Fonts and colours


def theme_colours(data: bytes) -> dict[str, str]:
    (scheme,) = xml(data, "word/theme/theme1.xml").iter(f"{A}clrScheme")
    return {etree.QName(entry).localname: entry[0].get("val", "") for entry in scheme}


def test_the_theme_has_the_styles_font_for_headings_and_body() -> None:
    theme = xml(plain(), "word/theme/theme1.xml")
    fonts = {
        etree.QName(found).localname: found[0].get("typeface") for found in theme.iter(f"{A}fontScheme").__next__()
    }
    assert fonts == {"majorFont": "Times New Roman", "minorFont": "Times New Roman"}
    named = {
        style.get(w("styleId")): values(style, "rFonts", "asciiTheme")
        for style in xml(plain(), "word/styles.xml").iter(w("style"))
    }
    assert (named["Heading1"], named["BodyText"]) == (["majorHAnsi"], [])
    assert values(xml(plain(), "word/styles.xml").find(w("docDefaults")), "rFonts", "asciiTheme") == ["minorHAnsi"]


def test_the_palette_becomes_the_themes_colours() -> None:
    colours = theme_colours(writer.write(sample(coloured(sample().style))))
    assert [colours[f"accent{number}"] for number in (1, 2)] == ["1F3864", "7B2D26"]
    assert len({colours[f"accent{number}"] for number in range(1, 7)}) == 6
    assert (colours["hlink"], colours["dk1"], colours["lt1"]) == ("0A5C36", "000000", "FFFFFF")


def test_a_colour_of_the_palette_is_the_themes_in_styles_too() -> None:
    styles = xml(writer.write(sample(coloured(sample().style))), "word/styles.xml")
    colour = {style.get(w("styleId")): list(style.iter(w("color"))) for style in styles.iter(w("style"))}
    assert [dict(found.attrib) for found in colour["Heading1"]] == [{w("val"): "7B2D26", w("themeColor"): "accent2"}]
    assert [dict(found.attrib) for found in colour["Hyperlink"]] == [{w("val"): "0A5C36", w("themeColor"): "hyperlink"}]


def test_links_are_as_black_as_the_text_where_the_palette_names_no_colour() -> None:
    styles = xml(plain(), "word/styles.xml")
    (link,) = (style for style in styles.iter(w("style")) if style.get(w("styleId")) == "Hyperlink")
    assert values(link, "color") == ["auto"]


# Kept


def test_a_template_that_was_kept_gives_the_same_bytes_as_one_that_was_made(tmp_path: Path) -> None:
    cold = replace(sample(), cache=DiskCache(str(tmp_path)))
    first = writer.write(cold)
    (kept,) = tmp_path.iterdir()
    assert writer.write(replace(cold, cache=DiskCache(str(tmp_path)))) == first
    assert writer.write(replace(cold, cache=DiskCache("/dev/null/none"))) == first
    kept.write_bytes(b"damaged")
    assert writer.write(replace(cold, cache=DiskCache(str(tmp_path)))) == first


def test_each_look_and_language_has_a_template_of_its_own() -> None:
    kept = MemoryCache()
    for style in (sample().style, coloured(sample().style)):
        for language in ("en", "fr"):
            document = replace(every_node(), language=language)
            writer.write(replace(sample(style), document=document, cache=kept))
    assert len(kept.kept) == 4


def test_with_a_kept_template_python_docx_is_not_loaded(tmp_path: Path) -> None:
    code = f"""
import sys
from dataclasses import replace
from docgen.cache import DiskCache
from docgen.writers.docx import writer
from tests.samples import edition, one_paragraph
writer.write(replace(edition(one_paragraph("Some words.")), cache=DiskCache({str(tmp_path)!r})))
print([name for name in ("docx", "lxml") if name in sys.modules])
"""
    runs = [
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert runs == ["['docx', 'lxml']\n", "[]\n"]


# A template that the style brings


def based(data: bytes, **mapped: str) -> Style:
    """The classic style with a Word template of its own; `mapped` names its styles by role."""
    keyed = tuple(
        (Name(role.replace("_", "-"), Span("", 0, 0)), Name(name, Span("", 0, 0))) for role, name in mapped.items()
    )
    brought = bring("base.docx", data, keyed)
    assert brought.base is not None, brought.findings
    return replace(sample().style, base=brought.base)


@cache
def branded() -> bytes:
    data = templates.template(own_styles=True)
    return writer.write(sample(based(data, heading_1="Our Heading")))


def style_named(data: bytes, name: str) -> etree._Element:
    (found,) = (style for style in xml(data, "word/styles.xml").iter(w("style")) if values(style, "name") == [name])
    return found


def test_its_styles_are_those_of_the_text() -> None:
    data = branded()
    body = style_named(data, "Body Text")
    assert (body.get(w("styleId")), values(body, "spacing", "after")) == ("BodyText", ["140"])
    assert ("BodyText", "Ambassador") in [(style, said[:10]) for style, said in styled(data)]


def test_a_style_that_is_named_for_a_role_stands_for_it() -> None:
    named, heading = style_named(branded(), "Our Heading"), style_named(branded(), "heading 1")
    assert ("Heading1", "Opening Remarks") in styled(branded())
    assert named.get(w("styleId")) == "Heading1"
    assert values(named, "basedOn") == [heading.get(w("styleId"))] != ["Heading1"]


def test_what_it_lacks_is_authored_from_the_style() -> None:
    byline = style_named(branded(), "Byline")
    assert values(byline, "sz") == ["22"]
    assert ("Byline", "An event") in [(style, said[:8]) for style, said in styled(branded())]


def test_its_header_footer_and_logo_stay_and_its_text_goes() -> None:
    data = branded()
    (first, *_) = xml(data).iter(w("sectPr"))
    kinds = [(etree.QName(found).localname, found.get(w("type"))) for found in first if "Reference" in found.tag]
    assert kinds == [
        ("headerReference", "default"),
        ("footerReference", "default"),
        ("headerReference", "first"),
        ("footerReference", "first"),
    ]
    for number in (1, 2):
        assert words(xml(data, f"word/header{number}.xml")) == " Harbour Institute papers"
        assert "Quiet seas since 1901" in words(xml(data, f"word/footer{number}.xml"))
        assert f"word/_rels/header{number}.xml.rels" in parts(data)
    assert "word/media/base1.png" in parts(data)
    assert "What the template was tried with." not in words(xml(data))


def test_its_theme_stays() -> None:
    assert theme_colours(branded())["accent1"] == "4F81BD"


def test_the_sheet_and_its_margins_are_the_styles_the_header_stands_where_it_did() -> None:
    section = next(xml(branded()).iter(w("sectPr")))
    assert values(section, "pgSz", "w") == ["12240"]
    assert (values(section, "pgMar", "top"), values(section, "pgMar", "header")) == (["1440"], ["560"])


def test_its_lists_mark_the_lists_of_the_text_which_count_for_themselves() -> None:
    data = branded()
    lists = xml(data, "word/numbering.xml")
    of_number = {found.get(w("numId")): values(found, "abstractNumId")[0] for found in lists.iter(w("num"))}
    assert (of_number["1"], of_number["2"], of_number["3"], of_number["4"]) == ("0", "1", "2", "1")
    levels = {
        found.get(w("abstractNumId")): [level.get(w("ilvl")) for level in found.iter(w("lvl"))]
        for found in lists.iter(w("abstractNum"))
    }
    assert levels["0"] == levels["1"] == [str(level) for level in range(9)]
    assert values(style_named(data, "List Bullet"), "numId") == ["1"]
    assert len(of_number) == len({*of_number})


def test_a_language_is_the_reports_and_not_the_templates() -> None:
    style = based(templates.template())
    data = writer.write(replace(sample(style), document=replace(every_node(), language="fr")))
    assert values(xml(data, "word/styles.xml"), "lang") == ["fr-FR"]


@pytest.mark.parametrize("made", ["branded", "coloured", "dotx"])
def test_word_takes_it(made: str, tmp_path: Path) -> None:
    types = templates.part(templates.template(), "types").replace("document.main+xml", "template.main+xml")
    dotx = templates.repacked(templates.template(), types=types.encode())
    data = {
        "branded": branded,
        "coloured": lambda: writer.write(sample(coloured(sample().style))),
        "dotx": lambda: writer.write(sample(based(dotx))),
    }[made]()
    file = tmp_path / "report.docx"
    file.write_bytes(data)
    result = OpenXmlValidator().validate(str(file))
    assert [f"{error.part_uri}: {error.description}" for error in result.errors] == []
    assert faults(data) == []


def test_styles_of_one_name_and_styles_of_none_do_no_harm() -> None:
    text = templates.part(templates.template(), "styles")
    added = (
        '<w:style w:type="paragraph" w:styleId="BodyText2x"><w:name w:val="Body Text"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Nameless"/><w:style w:styleId="Byline"><w:name w:val="x"/></w:style>'
        "</w:styles>"
    )
    data = templates.repacked(templates.template(), styles=text.replace("</w:styles>", added).encode())
    styles = xml(writer.write(sample(based(data))), "word/styles.xml")
    ids = [style.get(w("styleId")) for style in styles.iter(w("style"))]
    assert len(ids) == len(set(ids))
    assert "Nameless" not in ids


def test_a_base_gives_equal_bytes_however_it_is_kept(tmp_path: Path) -> None:
    made = replace(sample(based(templates.template())), cache=DiskCache(str(tmp_path)))
    assert writer.write(made) == writer.write(replace(made, cache=MemoryCache()))


def references(data: bytes) -> list[tuple[str, str]]:
    """The headers and footers of a report: place and pages, and what they say."""
    section = next(xml(data).iter(w("sectPr")))
    relations = {found.get("Id"): found.get("Target") for found in xml(data, "word/_rels/document.xml.rels")}
    shown = {}
    for found in section:
        if found.tag in (w("headerReference"), w("footerReference")):
            (target,) = (relations[value] for key, value in found.attrib.items() if str(key).endswith("}id"))
            shown[f"{target.rstrip('.xml0123456789')} {found.get(w('type'))}"] = words(xml(data, f"word/{target}"))
    return sorted(shown.items())


def furnished(document: DocumentObject) -> list[tuple[str, str]]:
    return references(writer.write(sample(based(templates.saved(document)))))


def test_where_the_template_has_a_header_alone_the_footer_is_docgens() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Harbour Institute"
    assert furnished(document) == [
        ("footer default", "Page 1 of 1"),
        ("footer first", "Page 1 of 1"),
        ("header default", "Harbour Institute"),
        ("header first", "Harbour Institute"),
    ]


def test_a_first_page_of_its_own_stays_so() -> None:
    document = Document()
    (section,) = document.sections
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Harbour Institute"
    section.first_page_header.paragraphs[0].text = "A paper of the Harbour Institute"
    assert ("header first", "A paper of the Harbour Institute") in furnished(document)
    section.first_page_header.is_linked_to_previous = True
    assert "header first" not in dict(furnished(document))


def test_left_and_right_pages_stay_so() -> None:
    document = Document()
    document.settings.odd_and_even_pages_header_footer = True
    (section,) = document.sections
    section.header.paragraphs[0].text, section.even_page_header.paragraphs[0].text = "right", "left"
    data = writer.write(sample(based(templates.saved(document))))
    assert [pages for pages, said in references(data) if said in ("left", "right")] == [
        "header default",
        "header even",
        "header first",
    ]
    assert "footer even" in dict(references(data))
    assert list(xml(data, "word/settings.xml").iter(w("evenAndOddHeaders")))
    assert faults(data) == []


DAMAGED = ("document", "styles", "numbering", "types", "relations", "word/theme/theme1.xml", "word/header1.xml")


@given(name=st.sampled_from(DAMAGED), chance=st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_a_damaged_template_is_refused_in_words_or_used(name: str, chance: random.Random) -> None:
    root = etree.fromstring(templates.part(templates.template(), name).encode())
    for element in chance.sample(list(root.iter()), 4):
        parent = element.getparent()
        if chance.random() < 0.4 and parent is not None:
            parent.remove(element)
        else:
            for key in element.attrib:
                element.set(key, chance.choice(("", "x", "-5", "99999999999", "NaN", "../..", "rId1")))
    brought = bring("base.docx", templates.repacked(templates.template(), **{name: etree.tostring(root)}), ())
    if brought.base is None:
        assert [finding.code for finding in brought.findings] == ["unusable-template"]
    else:
        assert writer.write(sample(replace(sample().style, base=brought.base)))
