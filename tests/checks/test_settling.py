"""What somebody decides about findings: words accepted, findings left for later."""

from __future__ import annotations

import json

import pytest

from docgen.checks.settling.baseline import NoBaseline, read_baseline, trait, write_baseline
from docgen.checks.settling.vocabulary import Vocabulary, read_words
from docgen.cli.settling import accept
from docgen.findings import Finding, Severity, Span
from docgen.job import Exit, Outcome
from docgen.reading.text import Source
from docgen.world import MemoryWorld

SOURCE = Source("r/a.yaml", "body: zebra Ärger zebra\n")


def unknown(word: str, *, at: int = 0) -> Finding:
    start = SOURCE.text.index(word, at)
    span = Span(SOURCE.path, start, start + len(word))
    return Finding(span, Severity.WARNING, "repeated-word", f"'{word}'", word=word)


def outcome(*findings: Finding) -> Outcome:
    return Outcome(SOURCE.path, Exit.CONTENT, findings, (SOURCE,))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "Ärger\nzebra\n"),
        (b"# ours\nyak", "# ours\nyak\nÄrger\nzebra\n"),
        (b"yak\r\n", "yak\r\nÄrger\r\nzebra\r\n"),
    ],
)
def test_accepted_words_are_added_below_sorted_and_printed(
    before: bytes | None, after: str, capsys: pytest.CaptureFixture[str]
) -> None:
    world = MemoryWorld({"r/words.txt": before} if before is not None else {})
    (left,) = accept(world, [outcome(unknown("zebra"), unknown("Ärger"))])
    assert world.files["r/words.txt"].decode() == after
    assert not left.findings
    assert capsys.readouterr().err == "r/words.txt: Ärger\nr/words.txt: zebra\n"


def test_a_word_is_right_in_the_forms_of_its_entry() -> None:
    words, faults = read_words(Source("words.txt", "# ours\nTarnów  # a town\n\ncontainerization\nstates\r\n"))
    vocabulary = Vocabulary(words)
    right = ["Tarnów", "TARNÓW", "Tarnów’s", "containerization", "Containerization", "CONTAINERIZATION", "states'"]
    wrong = ["tarnów", "Tarnow", "containerizations", "ContainerizatioN", "state"]
    assert [word for word in (*right, *wrong) if word in vocabulary] == right
    assert not faults


def test_a_baseline_knows_findings_again_by_their_words() -> None:
    sources, names = {SOURCE.path: SOURCE}, {SOURCE.path: "a.yaml"}
    first, second = unknown("zebra"), unknown("zebra", at=10)
    data = write_baseline([trait(first, sources, names)])
    assert json.loads(data)["findings"][0] == {
        "file": "a.yaml",
        "rule": "repeated-word",
        "words": "zebra",
        "message": "'zebra'",
        "times": 1,
    }
    held = read_baseline(data)
    assert held.without([first, second], sources, {"repeated-word"}, names) == (second,), "as many as there were"
    assert held.without([first], sources, set(), names) == (first,), "what is no rule's is always told"


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"docgen-baseline": 1}', b'{"docgen-baseline": 2}', b"\xff"])
def test_another_file_is_no_baseline(data: bytes) -> None:
    with pytest.raises(NoBaseline):
        read_baseline(data)
