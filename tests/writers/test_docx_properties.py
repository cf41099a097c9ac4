"""What a Word file says of itself, as python-docx and the file's own parts tell it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import docx
from lxml import etree

from docgen.document.properties import Properties
from docgen.writers.docx import writer
from tests.samples import edition, one_paragraph
from tests.writers.opened import xml
from tests.writers.test_pdf_metadata import FULL

PLAIN = one_paragraph("Delegates met.")


def written(properties: Properties) -> bytes:
    return writer.write(edition(replace(PLAIN, properties=properties)))


def program(data: bytes) -> dict[str, str | None]:
    return {etree.QName(found).localname: found.text for found in xml(data, "docProps/app.xml")}


def test_word_shows_what_the_pdf_says() -> None:
    data = written(FULL)
    said = docx.Document(io.BytesIO(data)).core_properties
    assert said.title == FULL.title
    assert said.author == "Ann Lee; Institute for Calm Waters, Inc."
    assert said.subject == FULL.subject
    assert said.keywords == "rivers, water & peace"
    assert said.identifier == f"doi:{FULL.doi}; urn:isbn:{FULL.isbn}"
    assert said.language == "en-US"
    assert said.created == said.modified == datetime(2019, 3, 8, 12, 0, tzinfo=UTC)
    assert program(data) == {"Application": "docgen", "Company": "River Press"}


def test_what_is_not_known_is_not_said() -> None:
    data = written(replace(PLAIN.properties, authors=(), subject=""))
    names = {etree.QName(found).localname for found in xml(data, "docProps/core.xml")}
    assert names == {"title", "lastModifiedBy", "revision", "created", "modified", "language"}
    assert program(data) == {"Application": "docgen"}


def test_word_takes_long_ones_shortened() -> None:
    said = docx.Document(io.BytesIO(written(replace(FULL, keywords=("rivers",) * 99)))).core_properties
    assert len(said.keywords) <= 255
    assert said.keywords.endswith("rivers,…")
