"""Notes: collected behind the text, under a short rule and a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.document.kernel import Note
from docgen.layout.lists import MARK_GAP, with_mark
from docgen.layout.page import RuleBox, TextLine
from docgen.layout.paragraph import set_label
from docgen.layout.setting import SetNodes, Setting
from docgen.layout.strip import Frame, Strip, anchored, kept, spaced
from docgen.style.roles import Role

RULE_WIDTH = 72.0
RULE_HEIGHT = 0.5
"""The size of the short rule over notes, in pt."""

TITLE_ROLE = Role.HEADING_2


def set_notes(notes: Sequence[Note], frame: Frame, setting: Setting, set_nodes: SetNodes) -> list[Strip]:
    """All notes, in the order of the marks that lead to them; nothing where there are none."""
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


def _title(words: str, frame: Frame, setting: Setting) -> list[Strip]:
    """The title over the notes, in the document's language."""
    manner = setting.manner(TITLE_ROLE, "", setting.language)
    line = TextLine(-manner.baseline, (set_label(words, manner, frame.left),), "", TITLE_ROLE)
    return [Strip(manner.text.leading, (line,), after=manner.text.after)]


def _set_note(note: Note, frame: Frame, setting: Setting, set_nodes: SetNodes) -> list[Strip]:
    """A note, its mark to the left of its first line."""
    manner = setting.manner(note.role, note.id, note.language)
    text = manner.text
    mark = f"{note.mark}."
    face = setting.style.family.face(text.bold, text.italic)
    indent = max(text.indent, face.width(mark, text.size) + MARK_GAP * text.size)
    strips = set_nodes(note.children, replace(frame.inset(indent), role=note.role), setting)
    return anchored(with_mark(strips, mark, manner, frame.left), note.id)
