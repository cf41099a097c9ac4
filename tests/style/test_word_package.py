"""Word templates from anywhere: what is refused, what is left out, and that nothing of them is followed or run."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from docgen.style.word import package as packages
from docgen.style.word.brought import look_through
from docgen.style.word.package import UnusableTemplate, open_package
from docgen.style.word.vetting import vet
from tests.style import templates
from tests.style.templates import template

TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refusal(data: bytes) -> UnusableTemplate:
    with pytest.raises(UnusableTemplate) as caught:
        look_through(data)
    return caught.value


def changed(part: str, old: str, new: str) -> bytes:
    text = templates.part(template(), part)
    assert old in text
    return templates.repacked(template(), **{part: text.replace(old, new, 1).encode()})


def related(part: str, kind: str, target: str, *, external: bool = True) -> bytes:
    """The template, in which a part leads to something."""
    text = templates.part(template(), part)
    mode = ' TargetMode="External"' if external else ""
    added = f'<Relationship Id="rIdX" Type="{TYPE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return templates.repacked(template(), **{part: text.replace("</Relationships>", added).encode()})


def header() -> str:
    """The name of the template's header, and of its relations."""
    with zipfile.ZipFile(io.BytesIO(template())) as archive:
        (name,) = (name for name in archive.namelist() if name.startswith("word/header"))
    return name


def test_a_harmless_template_is_taken_as_it_is() -> None:
    assert vet(open_package(template())) == ()


def test_a_dotx_is_a_template_too() -> None:
    assert vet(open_package(changed("types", "document.main+xml", "template.main+xml"))) == ()


@pytest.mark.parametrize(
    "data",
    [
        lambda: b"",
        lambda: b"PK\3\4 but not for long",
        lambda: template()[:-100],
        lambda: templates.repacked(template(), types=None),
        lambda: templates.repacked(template(), document=None),
        lambda: templates.repacked(template(), document=b"<w:document"),
        lambda: templates.repacked(template(), styles=b""),
        lambda: changed("types", "wordprocessingml.document.main+xml", "spreadsheetml.sheet.main+xml"),
    ],
    ids=["empty", "no zip", "cut off", "no types", "no document", "broken XML", "no styles", "a spreadsheet"],
)
def test_what_is_no_word_file_or_a_damaged_one_is_told(data: Callable[[], bytes]) -> None:
    fault = refusal(data())
    assert fault.code == "unusable-template"
    assert fault.advice


@pytest.mark.parametrize(
    "data",
    [
        lambda: templates.repacked(template(), **{"word/vbaProject.bin": b"macros"}),
        lambda: changed(
            "types",
            "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            "vnd.ms-word.document.macroEnabled.main",
        ),
    ],
    ids=["a project", "a docm"],
)
def test_macros_are_refused(data: Callable[[], bytes]) -> None:
    fault = refusal(data())
    assert (fault.code, fault.why) == ("unsafe-template", "it holds macros")


@pytest.mark.parametrize(
    ("kind", "target", "external", "said"),
    [
        ("image", "https://example.org/spy.png", True, "its header leads to https://example.org/spy.png"),
        ("hyperlink", "file:///etc/passwd", True, "its header leads to file:///etc/passwd"),
        ("oleObject", "embeddings/oleObject1.bin", False, "its header holds embedded objects"),
        ("control", "activeX/activeX1.xml", False, "its header holds ActiveX controls"),
    ],
)
def test_a_header_that_reaches_out_is_refused(kind: str, target: str, external: bool, said: str) -> None:
    folder, _, name = header().rpartition("/")
    fault = refusal(related(f"{folder}/_rels/{name}.rels", kind, target, external=external))
    assert (fault.code, fault.why) == ("unsafe-template", said)


@pytest.mark.parametrize(
    "field", ["DDEAUTO c:\\\\windows\\\\calc.exe", 'INCLUDETEXT "secret.txt"', "MACROBUTTON Run x"]
)
def test_a_header_with_a_field_that_runs_something_is_refused(field: str) -> None:
    run = f'<w:r><w:instrText xml:space="preserve"> {field} </w:instrText></w:r></w:p></w:hdr>'
    fault = refusal(changed(header(), "</w:p></w:hdr>", run))
    assert (fault.code, fault.why.rpartition(": ")[2]) == ("unsafe-template", field.split()[0])


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("oleObject", "embedded objects"),
        ("aFChunk", "embedded documents"),
        ("image", "a link to https://example.org/x"),
    ],
)
def test_what_stood_in_the_text_is_left_out_and_told(kind: str, said: str) -> None:
    assert vet(open_package(related("relations", kind, "https://example.org/x"))) == (said,)


def test_a_link_to_another_template_is_left_out_and_told() -> None:
    name = "word/_rels/settings.xml.rels"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{TYPE}/attachedTemplate" Target="file:///brand.dotm" TargetMode="External"/></Relationships>'
    )
    data = templates.repacked(template(), **{name: relations.encode()})
    assert vet(open_package(data)) == ("a link to another template",)


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_BYTES", 1_000_000)
    bomb = templates.repacked(template(), **{"word/bomb.xml": b" " * 2_000_000})
    assert "unpacks to more than" in refusal(bomb).why


def test_a_file_that_lies_about_how_much_it_unpacks_to_is_refused() -> None:
    bomb = bytearray(templates.repacked(template(), **{"word/bomb.xml": b" " * 200_000}))
    at = bomb.rindex(b"PK\1\2")
    assert b"word/bomb.xml" in bomb[at : at + 200]
    struct.pack_into("<L", bomb, at + 24, 10)  # its size in the directory
    assert refusal(bytes(bomb)).code == "unusable-template"


def test_entities_are_not_expanded() -> None:
    laughs = '<!DOCTYPE w:styles [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    text = templates.part(template(), "styles").partition("?>")[2]
    data = templates.repacked(template(), styles=f"{laughs}{text}".encode())
    assert "document type" in refusal(data).why


def test_a_part_that_stands_there_twice_is_refused() -> None:
    held = io.BytesIO(template())
    with zipfile.ZipFile(held, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", b"<other/>")
    assert refusal(held.getvalue()).why == "it holds word/document.xml twice"


@pytest.mark.parametrize("value", ["x", "-1", "9" * 40, ""])
def test_lists_that_are_not_numbered_by_numbers_are_refused(value: str) -> None:
    number = '<w:num w:numId="1">'
    fault = refusal(changed("numbering", number, f'<w:num w:numId="{value}">'))
    assert fault.code == "unusable-template"
