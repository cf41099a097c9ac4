"""Notes: footnotes, carried by the lines that refer to them, and endnotes, collected behind the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.document.kernel import Note, Width
from docgen.layout.foot import RULE_HEIGHT, RULE_WIDTH
from docgen.layout.lists import mark_room, with_mark
from docgen.layout.page import RuleBox, TextLine
from docgen.layout.paragraph import set_label
from docgen.layout.setting import SetNodes, Setting
from docgen.layout.strip import Frame, Strip, anchored, kept, spaced
from docgen.style.roles import Role

TITLE_ROLE = Role.HEADING_2


def with_notes(
    strips: Iterable[Strip],
    notes: Sequence[Note],
    frames: Mapping[Width, Frame],
    setting: Setting,
    set_nodes: SetNodes,
) -> Iterator[Strip]:
    """The strips of a document with its notes.

    A footnote goes with the strip that refers to it first, as wide as that runs; endnotes, and footnotes that no strip
    refers to, stand behind all others.
    """
    feet = {note.id: note for note in notes if not note.end}
    for strip in strips:
        called = [feet.pop(mark) for mark in _marks(strip) if mark in feet] if feet else []
        if called:
            frame = frames[Width.PAGE if strip.wide else Width.COLUMN]
            lines = tuple(tuple(_set_note(note, frame, setting, set_nodes)) for note in called)
            yield replace(strip, notes=lines)
        else:
            yield strip
    ends = [note for note in notes if note.end or note.id in feet]
    yield from set_endnotes(ends, frames[Width.COLUMN], setting, set_nodes)


def set_endnotes(notes: Sequence[Note], frame: Frame, setting: Setting, set_nodes: SetNodes) -> list[Strip]:
    """Notes in the order of the marks that lead to them, under a short rule and a title; none where there are none."""
    if not notes:
        return []
    body = setting.style.text(Role.BODY)
    rule = Strip(RULE_HEIGHT, (RuleBox(frame.left, -RULE_HEIGHT, RULE_WIDTH, RULE_HEIGHT, body.colour),))
    wording = setting.style.wording(setting.language)
    title = _title(wording.notes, frame, setting)
    strips = kept([*spaced([rule], body.leading, body.leading / 2), *title])
    for note in notes:
        strips.extend(_set_note(note, frame, setting, set_nodes))
    return strips


def _marks(strip: Strip) -> list[str]:
    """What the strip's words lead to, each once."""
    lines = [box for box in strip.boxes if isinstance(box, TextLine)]
    return list(dict.fromkeys([part.target for line in lines for part in line.fragments if part.target]))


def _title(words: str, frame: Frame, setting: Setting) -> list[Strip]:
    """The title over the notes, in the document's language."""
    manner = setting.manner(TITLE_ROLE, "", setting.language)
    line = TextLine(-manner.baseline, (set_label(words, manner, frame.left),), "", TITLE_ROLE)
    return [Strip(manner.text.leading, (line,), after=manner.text.after)]


def _set_note(note: Note, frame: Frame, setting: Setting, set_nodes: SetNodes) -> list[Strip]:
    """A note, its mark to the left of its first line."""
    manner = setting.manner(note.role, note.id, note.language)
    mark = f"{note.mark}."
    indent = mark_room(mark, manner.text, setting.style.family)
    strips = set_nodes(note.children, replace(frame.inset(indent), role=note.role), setting)
    return anchored(with_mark(strips, mark, manner, frame.left), note.id)
