from __future__ import annotations

import html
import itertools
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from docgen.document.kernel import Figure, Heading, List, Node, Note, Paragraph, Quote, Table
from docgen.document.markup import Markup, read_caption, read_line, read_markup
from docgen.document.markup.lines import with_line_feeds
from docgen.document.markup.marked import read_body, read_title
from docgen.document.markup.plain import plain_paragraphs, plain_runs
from docgen.document.runs import Field, Link, NoteRef, Run, TextRun
from docgen.findings import Span
from docgen.reading.text import Prose, Source, Text, Title
from tests.cases import Case, find_cases
from tests.document.places import dump_findings, dump_nodes


def read(markdown: str) -> Markup:
    return read_markup(Text.verbatim(markdown, "body", 0))


# ---- what is written and what becomes of it, case by case


def nodes(markdown: str) -> str:
    return dump_nodes(read(markdown), Source("body", markdown))


def findings(markdown: str) -> str:
    return dump_findings(read(markdown).findings, Source("body", markdown))


@pytest.mark.parametrize("path", find_cases("markup"))
@pytest.mark.parametrize("answer", [nodes, findings])
def test_case(path: Path, answer: Callable[[str], str], update: bool) -> None:
    case, kind = Case.read(path), answer.__name__
    examples = [[fence.body for fence in example.given if fence.kind == "markdown"] for example in case.examples(kind)]
    if examples:
        case.settle(kind, [answer(markdown[-1]) for markdown in examples], update=update)


@pytest.mark.parametrize("path", find_cases("markup"))
def test_every_finding_of_a_case_is_expected(path: Path) -> None:
    """Markdown without findings behind it must have none."""
    fences = Case.read(path).fences
    for index, fence in enumerate(fences):
        if fence.kind == "markdown":
            answers = itertools.takewhile(lambda kind: kind != "markdown", (each.kind for each in fences[index + 1 :]))
            assert "findings" in answers or read(fence.body).findings == ()


# ---- what holds for any text

WORDS = ("vane", "Zürich", "e\u0301", "“so”", "—", "a|b", "x_y", "1.", "0", "don't", "50%", "#1", "<b>")
MARKS = (
    *("*", "**", "_", "`", "``", "[", "]", "(", ")", "!", "{", "}", "|", "\\", "&", "<", ">", "^", "~", "=", '"', "'"),
    *(
        "# ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "---\n",
        "```\n",
        "~~~\n",
        "===\n",
        "-- ",
        "  \n",
        "\\\n",
        "\u00a0",
        "\u2028",
    ),
    *("&amp;", "&#233;", "&ngE;", "&nothing;", "\\*", "\\|", "<https://a.org>", "<a@b.org>", "](https://a.org)"),
    *("[](#here)", "![", "![what](a.png)", "![](b c.png)", "{#here}", "{lang=fr}", "{.nohyphen}", "{width=page}"),
    *("[^1]", "\n[^1]: ", "^[", "\n[name]: https://a.org\n", "[name]", "\n|a|b|\n|-|:-|\n", "\n|c\\|d|e|f|\n"),
)
LINE_ENDS = ("\n", "\n\n", "\r\n")
MARKDOWN = st.lists(st.sampled_from((*WORDS, *MARKS, " ", " ", *LINE_ENDS)), max_size=40).map("".join)


def block_scalar(lines: str, indent: int) -> tuple[str, Text]:
    """A file in which the lines stand indented, and the text without the indentation."""
    parts, written = [Text.verbatim("", "body", 0)], ""
    for line in lines.splitlines(keepends=True):
        written += " " * indent
        parts.append(Text.verbatim(line, "body", len(written)))
        written += line
    return written, Text.joined(parts)


@given(MARKDOWN, st.sampled_from((0, 4)))
def test_every_character_points_at_what_it_was_written_as(markdown: str, indent: int) -> None:
    written, prose = block_scalar(markdown, indent)
    for run in all_runs(read_markup(prose)):
        if isinstance(run, TextRun):
            for index, character in enumerate(run.text.value):
                span = run.text.span(index, index + 1)
                if span.start == span.end:  # the second character of an entity that stands for two
                    assert written[: span.start].endswith(";")
                else:
                    assert stands_for(written[span.start : span.end], character)


def stands_for(written: str, character: str) -> bool:
    """Whether `character` is what is printed for `written`."""
    if written in LINE_ENDS:
        return character == " "
    return character in (written, html.unescape(written)[:1]) or (written, character) in (
        ("--", "—"),
        (f"\\{character}", character),
    )


@given(MARKDOWN)
def test_characters_keep_their_order(markdown: str) -> None:
    for run in all_runs(read(markdown)):
        if isinstance(run, TextRun):
            places = [run.text.offset(index) for index in range(len(run.text))]
            assert places == sorted(places)


@given(st.one_of(MARKDOWN, st.text()), st.sampled_from((0, 4)))
def test_any_text_is_read_and_everything_stands_inside_it(markdown: str, indent: int) -> None:
    written, prose = block_scalar(markdown, indent)
    markup = read_markup(prose)
    spans = [finding.span for finding in markup.findings]
    spans += [node.span for node in (*markup.nodes, *markup.notes)]
    spans += [place(run) for run in all_runs(markup)]
    assert all(0 <= span.start <= span.end <= len(written) for span in spans)


def place(run: Run) -> Span:
    assert not isinstance(run, Field)
    return run.text.span() if isinstance(run, TextRun) else run.span


@given(st.one_of(MARKDOWN, st.text()))
def test_any_line_is_read(line: str) -> None:
    runs, findings = read_line(Text.verbatim(line, "body", 0))
    assert all(isinstance(run.text, Title) for run in runs if isinstance(run, TextRun))
    assert all(0 <= finding.span.start <= finding.span.end <= len(line) for finding in findings)


PLAIN_MARKS = tuple(mark for mark in MARKS if not re.search(r"[{^\u00a0]|!\[", mark))
PLAIN = st.lists(st.sampled_from((*WORDS, *PLAIN_MARKS, " ", " ", "\n", "\n\n")), max_size=40).map("".join)


@given(PLAIN)
def test_no_word_is_lost_added_or_moved_in_silence(markdown: str) -> None:
    markup = read(markdown)
    if not markup.findings:
        assert words_of(markup) == library_words(markdown)


UNMARKED = (
    "so",
    "1.",
    "12) x",
    "-",
    "+x",
    "=",
    "#",
    ":-",
    "~~~",
    "!",
    "]",
    "^",
    ">",
    "\u00a0",
    "\u2028",
    "\t",
    "x\x0by",
    "*",
)
STARRED = ("*so*", "*so", "so*", "*so so*", "(*so*)", "*so*.", "*so*s", "*“so”*", "**so**", "* so *", "*so\n", "€", "*")
STARS = st.lists(st.sampled_from((*STARRED, "vane", " ", " ", "\n", "\n\n", ".")), max_size=12).map("".join)
LINES = st.lists(st.sampled_from(("vane", "Zürich", "“so”", "2013", " ", " ", "\n", "\n\n")), max_size=20)


@given(
    st.one_of(
        st.text(), LINES.map("".join), STARS, st.lists(st.sampled_from((*UNMARKED, *WORDS, " ", "\n"))).map("".join)
    )
)
def test_text_without_marks_is_what_the_parser_makes_of_it(markdown: str) -> None:
    for indent in (0, 4):
        prose = with_line_feeds(block_scalar(markdown, indent)[1])
        paragraphs = plain_paragraphs(prose, "en")
        assert paragraphs is None or (paragraphs, (), ()) == read_body(prose, "en")
        line = prose.strip()
        runs = plain_runs(line, Title)
        assert runs is None or (runs, ()) == read_title(line, Title)


def test_most_text_needs_no_parser() -> None:
    prose = Text.verbatim(
        "On May 31, 2011, 62 missions met.\nWho came? All (or most): “so” it\n\nis; 5% – more.\n", "body", 0
    )
    assert [
        node.runs[0].text.value for node in plain_paragraphs(prose, "en") or () if isinstance(node.runs[0], TextRun)
    ] == [
        "On May 31, 2011, 62 missions met. Who came? All (or most): “so” it",
        "is; 5% – more.",
    ]


def words_of(markup: Markup) -> list[str]:
    pieces = []
    for node in markup.nodes:
        for paragraph in leaves(node):
            pieces += [run.text.value if isinstance(run, TextRun) else " " for run in flat(paragraph)] + ["\n"]
    return "".join(pieces).replace("—", "--").split()


def library_words(markdown: str) -> list[str]:
    """What markdown-it by itself makes of the text."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "lheading"])
    pieces = []
    for block in parser.parse(markdown):
        pieces += [" " if child.type.endswith("break") else child.content for child in block.children or ()] + ["\n"]
    return "".join(pieces).replace("—", "--").split()


def all_runs(markup: Markup) -> Iterator[Run]:
    for node in (*markup.nodes, *markup.notes):
        for runs in leaves(node):
            yield from flat(runs)


def leaves(node: Node | Note) -> Iterator[tuple[Run, ...]]:
    """The runs of each paragraph, heading, caption and source below a node, in order."""
    match node:
        case Paragraph() | Heading():
            yield node.runs
        case List():
            for item in node.items:
                yield from (runs for child in item.children for runs in leaves(child))
        case Quote():
            yield from (runs for child in node.children for runs in leaves(child))
            yield node.source
        case Note():
            yield from (runs for child in node.children for runs in leaves(child))
        case Table():
            yield from (runs for row in node.rows for cell in row for child in cell.children for runs in leaves(child))
        case Figure():
            yield (TextRun(node.alternative),) if node.alternative else ()
            yield node.caption


def flat(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs, and in place of each link those inside it."""
    for run in runs:
        if isinstance(run, Link):
            yield from flat(run.runs)
        else:
            yield run


# ---- what holds for hostile text

HOSTILE = {
    "quotes": ">" * 5_000,
    "quoted lines": (">" * 30 + " a\n") * 1_000,
    "lists in a line": "- x " * 5_000,
    "lists in lists": "".join(f"{'  ' * depth}- a\n" for depth in range(500)),
    "notes in notes": "[^1]: " * 3_000,
    "open brackets": "[" * 50_000,
    "brackets": "[" * 10_000 + "]" * 10_000,
    "open pictures": "![" * 10_000,
    "pictures in pictures": "![a" * 3_000 + "](x)" * 3_000,
    "inline notes in notes": "^[" * 3_000 + "]" * 3_000,
    "open notes": "[^" * 10_000,
    "open links": "[a](" * 20_000,
    "stars": "*" * 50_000,
    "emphasis": "**a *b " * 15_000,
    "open braces": "[a]{%" * 10_000,
    "open values": '[a]{b="' * 10_000,
    "spans in spans": "[" * 2_000 + "a" + "]{lang=fr}" * 2_000,
    "backticks": "".join("`" * length + " " for length in range(400)),
    "wide table": f"|{'a|' * 500}\n|{'-|' * 500}\n" + "|b|\n" * 200,
    "addresses": "".join(f"[a{number}]: b\n" for number in range(3_000)),
    "lines": "a\n" * 30_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_seconds(name: str) -> None:
    started = time.process_time()
    markup = read(HOSTILE[name])
    assert time.process_time() - started < 10
    assert markup.nodes or markup.findings


def test_too_deep_quotes_are_kept_and_reported() -> None:
    markup = read(">" * 40 + " deep")
    assert [finding.code for finding in markup.findings] == ["too-deep"]
    assert "deep" in "".join(run.text.value for run in all_runs(markup) if isinstance(run, TextRun))


# ---- kinds of text, languages, threads


def test_prose_and_titles_are_told_apart() -> None:
    markup = read('# A heading\n\nA paragraph, <https://a.org>.\n\n![Words](a.png "A caption.")')
    heading, paragraph, figure = markup.nodes
    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Paragraph)
    assert isinstance(figure, Figure)
    assert kinds(heading.runs) == {Title}
    assert kinds(paragraph.runs) == {Prose}
    assert kinds(figure.caption) == {Prose}
    assert type(figure.alternative) is Prose
    assert type(figure.picture) is Text


def kinds(runs: tuple[Run, ...]) -> set[type[Text]]:
    return {type(run.text) for run in flat(runs) if isinstance(run, TextRun)}


def test_a_line_is_a_title_unless_it_is_said_to_be_prose() -> None:
    title, _ = read_line(Text.verbatim("*On* water", "body", 0))
    caption, _ = read_line(Text.verbatim("*On* water", "body", 0), Prose)
    assert kinds(title) == {Title}
    assert kinds(caption) == {Prose}


def test_a_line_has_no_notes() -> None:
    runs, findings = read_line(Text.verbatim("On water^[Or ice.]", "body", 0))
    assert [finding.code for finding in findings] == ["misplaced-note"]
    assert [run.text.value for run in runs if isinstance(run, TextRun)] == ["On water"]


def test_a_caption_has_its_notes_in_their_places() -> None:
    caption = read_caption(Text.verbatim("On *water*^[Or ice.]", "body", 0), "fr")
    assert kinds(caption.runs) == {Prose}
    (note,) = caption.notes
    assert [run.note for run in caption.runs if isinstance(run, NoteRef)] == [note.id]
    assert note.language == "fr"
    assert [run.text.value for run in flat(tuple(next(leaves(note)))) if isinstance(run, TextRun)] == ["Or ice."]
    assert caption.findings == ()


def test_a_mark_in_a_caption_by_itself_is_answered() -> None:
    caption = read_caption(Text.verbatim("On water[^1]", "body", 0))
    assert [(found.code, found.advice) for found in caption.findings] == [
        ("undefined-note", "write the note itself in place of its mark: ^[The text of the note.]")
    ]


def test_nodes_are_in_the_language_of_the_body() -> None:
    markup = read_markup(Text.verbatim("Un\n\n- mot\n\n> deux\n\nnote^[trois]", "body", 0), "fr")
    assert {node.language for node in (*markup.nodes, *markup.notes)} == {"fr"}


def test_a_note_without_a_name_takes_none_that_is_taken() -> None:
    markup = read("One^[First.] and two[^inline-1].\n\n[^inline-1]: Second.")
    assert len({note.id for note in markup.notes}) == 2


def test_threads_share_the_parser() -> None:
    bodies = [f"# H{number}\n\n*a* [b](https://c.org) d[^n]\n\n[^n]: {number}\n" for number in range(50)]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(read, bodies)) == [read(body) for body in bodies]
