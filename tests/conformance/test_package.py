"""Word files from anybody: what cannot be read is told, what could do harm is not done."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen.conformance.word import examine, package
from docgen.conformance.word.package import unpack
from tests.conformance.breaking import zipped
from tests.conformance.sample import sound


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in examine("x.docx", data).findings]


def with_part(name: str, data: bytes) -> bytes:
    """The sound file with one part more, or another in its place."""
    with zipfile.ZipFile(io.BytesIO(sound())) as archive:
        return zipped({**{part: archive.read(part) for part in archive.namelist()}, name: data})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged-file"),
        (b"PK\x03\x04 and nothing else", "damaged-file"),
        (b"%PDF-1.7", "damaged-file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked with a password", "locked-file"),
        (zipped({"readme.txt": b"a zip file, but no Word file"}), "no-content-types"),
        (sound()[: len(sound()) // 2], "damaged-file"),
    ],
)
def test_what_is_no_word_file_is_told(data: bytes, code: str) -> None:
    assert codes(data) == [code]


def test_damage_within_is_told() -> None:
    data = bytearray(sound())
    middle = data.index(b"word/document.xml") + 200
    data[middle : middle + 60] = bytes(60)
    assert codes(bytes(data)) == ["damaged-file"]


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "word\\document.xml", "word/../../x"])
def test_a_part_whose_name_leads_elsewhere_is_refused(name: str) -> None:
    assert codes(with_part(name, b"x")) == ["part-name"]


def test_two_parts_of_one_name_are_refused_for_word_and_others_may_read_different_ones() -> None:
    assert codes(with_part("word/DOCUMENT.xml", b"<x/>")) == ["part-twice"]


def test_a_file_that_unpacks_to_more_than_anybody_writes_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = with_part("word/bomb.xml", b" " * 1_000_000)
    assert len(bomb) < 100_000
    monkeypatch.setattr(package, "MOST_XML_BYTES", 500_000)
    assert codes(bomb) == ["file-too-large"]
    monkeypatch.setattr(package, "MOST_XML_BYTES", 2_000_000)
    monkeypatch.setattr(package, "MOST_BYTES", 900_000)
    assert codes(bomb) == ["file-too-large"]
    monkeypatch.setattr(package, "MOST_BYTES", 2_000_000)
    monkeypatch.setattr(package, "MOST_ENTRIES", 5)
    assert codes(bomb) == ["file-too-large"]


def test_an_entry_that_unpacks_to_more_than_it_says_is_damage() -> None:
    data = bytearray(with_part("word/bomb.xml", b" " * 1_000_000))
    size = (1_000_000).to_bytes(4, "little")
    assert data.count(size) == 2, "in the entry and in the directory"
    assert codes(bytes(data.replace(size, (10).to_bytes(4, "little")))) == ["damaged-file"]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        '<!DOCTYPE x SYSTEM "https://example.org/x.dtd"><x/>',
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x y="&b;"/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_with_its_entities(text: str, encoding: str) -> None:
    unpacked = unpack("x.docx", with_part("word/extra.xml", text.encode(encoding)))
    assert [finding.code for finding in unpacked.findings] == ["document-type"]
    assert unpacked.package is not None
    assert "word/extra.xml" not in unpacked.package.trees


def test_entities_that_grow_without_end_are_no_xml() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    data = with_part("word/extra.xml", f'<!DOCTYPE x [{entities}]><x y="&e11;"/>'.encode())
    assert set(codes(data)) <= {"malformed-part", "document-type", "orphan-part"}
    assert codes(data)


def test_nesting_without_end_is_no_xml() -> None:
    deep = b"<x>" * 100_000 + b"</x>" * 100_000
    assert "malformed-part" in codes(with_part("word/extra.xml", deep))


def test_a_thousand_faults_are_shown_and_the_rest_left() -> None:
    blank = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    with zipfile.ZipFile(io.BytesIO(sound())) as archive:
        document = archive.read("word/document.xml").decode()
    many = document.replace("<w:body>", f"<w:body>{blank * 3000}")
    found = codes(with_part("word/document.xml", many.encode()))
    assert found.count("blank-paragraph") == 1000
