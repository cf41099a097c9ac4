"""What a PDF says of itself: in its information dictionary and in XMP alike, and to everybody who asks."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from docgen.document.properties import Properties
from docgen.writers.pdf import writer
from docgen.writers.pdf.intent import srgb
from docgen.writers.pdf.metadata import xmp
from tests.programs import require
from tests.samples import MOMENT, one_paragraph
from tests.writers.standards import failed
from tests.writers.test_pdf import edition

PLAIN = one_paragraph("Delegates met.")
FULL = replace(
    PLAIN.properties,
    title="Müftüoğlu & Herczyński: “Is 1 < 2?” – Ελλάδα",
    authors=("Ann Lee", "Institute for Calm Waters, Inc."),
    subject="Who may use how much of a river",
    keywords=("rivers", "water & peace"),
    publisher="River Press",
    isbn="9783161484100",
    doi="10.1002/(SICI)1097-0258(1998)17:15<1661::A>3.0.CO;2-2",
)


def written(properties: Properties) -> bytes:
    return writer.write(edition(replace(PLAIN, properties=properties)))


def told(data: bytes) -> dict[str, object]:
    """The properties in XMP, as pikepdf reads them."""
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        return dict(metadata.items())


def listed(data: bytes, folder: Path, *options: str) -> dict[str, str]:
    """What poppler tells of a file."""
    path = folder / "told.pdf"
    path.write_bytes(data)
    command = [require("pdfinfo"), "-enc", "UTF-8", *options, path]
    lines = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def test_viewers_show_what_is_known(tmp_path: Path) -> None:
    shown = listed(written(FULL), tmp_path, "-custom", "-isodates")
    assert shown["Title"] == FULL.title
    assert shown["Author"] == "Ann Lee; Institute for Calm Waters, Inc."
    assert shown["Subject"] == "Who may use how much of a river"
    assert shown["Keywords"] == "rivers, water & peace"
    assert shown["Publisher"] == "River Press"
    assert (shown["ISBN"], shown["DOI"]) == (FULL.isbn, FULL.doi)
    assert (shown["Creator"], shown["Producer"]) == ("docgen", "docgen")
    assert shown["CreationDate"] == shown["ModDate"] == "2019-03-08T12:00:00Z"


def test_archives_are_told_the_same() -> None:
    data = written(FULL)
    said = told(data)
    assert said["{http://purl.org/dc/elements/1.1/}title"] == FULL.title
    assert said["{http://purl.org/dc/elements/1.1/}creator"] == list(FULL.authors)
    assert said["{http://purl.org/dc/elements/1.1/}description"] == FULL.subject
    assert said["{http://purl.org/dc/elements/1.1/}subject"] == set(FULL.keywords)
    assert said["{http://purl.org/dc/elements/1.1/}publisher"] == {FULL.publisher}
    assert said["{http://purl.org/dc/elements/1.1/}language"] == {"en"}
    assert said["{http://purl.org/dc/elements/1.1/}identifier"] == f"doi:{FULL.doi}"
    assert said["{http://ns.adobe.com/xap/1.0/}Identifier"] == {f"doi:{FULL.doi}", f"urn:isbn:{FULL.isbn}"}
    assert said["{http://prismstandard.org/namespaces/basic/2.0/}doi"] == FULL.doi
    assert said["{http://prismstandard.org/namespaces/basic/2.0/}isbn"] == FULL.isbn
    with pikepdf.open(BytesIO(data)) as pdf:
        assert said["{http://ns.adobe.com/pdf/1.3/}Keywords"] == str(pdf.docinfo.Keywords)
        assert said["{http://ns.adobe.com/pdf/1.3/}Producer"] == str(pdf.docinfo.Producer)
        assert said["{http://ns.adobe.com/xap/1.0/}CreatorTool"] == str(pdf.docinfo.Creator)
    for date in ("CreateDate", "ModifyDate", "MetadataDate"):
        assert said[f"{{http://ns.adobe.com/xap/1.0/}}{date}"] == "2019-03-08T12:00:00Z"


def test_what_is_not_known_is_not_said() -> None:
    bare = replace(PLAIN.properties, authors=(), subject="")
    with pikepdf.open(BytesIO(written(bare))) as pdf:
        keys = set(pdf.docinfo.keys())
    assert keys == {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
    names = {name.rpartition("}")[2] for name in told(written(bare))}
    assert names.isdisjoint({"creator", "description", "subject", "publisher", "identifier", "Identifier", "Keywords"})
    assert names.isdisjoint({"doi", "isbn"})


def test_it_names_the_standards_it_follows() -> None:
    said = told(written(FULL))
    assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert said["{http://www.aiim.org/pdfa/ns/id/}part"] == "2"
    assert said["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"


@pytest.mark.parametrize(
    "properties",
    [
        FULL,
        PLAIN.properties,
        replace(PLAIN.properties, isbn=FULL.isbn),
        replace(PLAIN.properties, doi=FULL.doi),
        replace(PLAIN.properties, title="(\\) <</Title>> ]]> &amp; \u00ad \u2028", authors=("x" * 3000,) * 3),
    ],
    ids=["all", "usual", "isbn", "doi", "odd"],
)
def test_whatever_it_says_it_keeps_to_the_standards(properties: Properties) -> None:
    assert failed(written(properties)) == []


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "]]>", "<?xpacket end='w'?>", "a\x00\x08\ufffeb", "\U0001f30a ę"])
def test_content_is_text_in_xmp_and_never_markup(text: str) -> None:
    packet = xmp(replace(PLAIN.properties, title=text, keywords=(text,)), "en", MOMENT, 2)
    title, keyword = (
        etree.fromstring(packet).findtext(f".//{{http://purl.org/dc/elements/1.1/}}{name}//{{*}}li")
        for name in ("title", "subject")
    )
    assert title == keyword == re.sub("[\x00\x08\ufffe]", "", text)


def test_moments_are_told_in_the_same_zone_everywhere() -> None:
    east = datetime(2019, 3, 9, 1, 30, tzinfo=timezone(timedelta(hours=9)))
    utc = datetime(2019, 3, 8, 16, 30, tzinfo=UTC)
    made = edition(PLAIN)
    assert writer.write(replace(made, moment=east)) == writer.write(replace(made, moment=utc))
    assert b"<xmp:CreateDate>0850-03-08T16:30:00Z" in xmp(FULL, "en", utc.replace(year=850), 2)


def test_another_title_makes_another_document() -> None:
    one, other = (
        pikepdf.open(BytesIO(written(replace(FULL, title=title)))).trailer.ID[0] for title in ("one", "other")
    )
    assert one != other


def test_its_colours_are_those_of_srgb() -> None:
    with pikepdf.open(BytesIO(written(FULL))) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFA1", "sRGB IEC61966-2.1")
        assert intent.DestOutputProfile.read_bytes() == srgb()
        assert intent.DestOutputProfile.N == 3
