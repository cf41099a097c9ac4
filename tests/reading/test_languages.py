"""Tags of languages, as people write them."""

from __future__ import annotations

import pytest

from docgen.reading.languages import language_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        ("en-us", "en-US"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("de-CH-1996", "de-CH-1996"),
        ("en-x-ab", "en-x-ab"),
        ("French", None),
        ("f", None),
        ("en_US", None),
        ("", None),
    ],
)
def test_a_tag_is_written_in_one_way(written: str, tag: str | None) -> None:
    assert language_tag(written) == tag
