"""A long report of a conference that never took place: the same words at every run, and every kind of block in turn."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from typing import Any

import yaml
from PIL import Image, ImageDraw

NAME = "quiet-seas"
PICTURE = "pictures/harbour.png"
TABLE_HEAD = ("Port", "High tide", "Range, m")

_TITLE = "The Harbour Dialogue on Quiet Seas: How Twelve Ports Learned to Listen"
_TOPICS = (
    *("Noise at Anchor", "Lanes and Their Neighbours", "Pilots, Tugs, and Patience", "The Price of Slow Steaming"),
    *("What Whales Hear", "Charts for a Crowded Strait", "Insurance and Liability", "The Harbour Master’s Day"),
    *("Engines of the Next Decade", "Counting What Nobody Sees", "Ferries and the Morning", "A Convention in Draft"),
    *("Training the Watch", "Ports Without Cranes", "The Winter of the Long Ice", "Next Steps"),
)
_QUESTIONS = ("What the Panel Heard", "Questions from the Floor", "A Proposal", "Points of Agreement", "What Is Open")
_WHO = (
    *("Captain Flavia Tarlenheim", "The harbour master of Strelsau", "The delegate of Ruritania", "Dr. Anton Sapt"),
    *("A representative of the pilots", "The panel", "One participant", "The observer for the Inland Ports"),
    *("Ms. Rosa Holf of the Institute for Calm Waters", "The rapporteur", "Several delegations", "The chair"),
)
_DID = (
    *("pointed out that", "noted that", "asked whether", "reminded participants that", "argued that", "agreed that"),
    *("had found, over fourteen winters, that", "doubted that", "showed with figures from three ports that"),
)
_WHAT = (
    *("slower approaches", "the soundings of the outer roads", "voluntary agreements", "shore power at the long quay"),
    *("an internationally harmonized threshold", "the registers of smaller harbours", "night-time restrictions"),
    *(
        "acoustic monitoring",
        "the recommendations of the previous dialogue",
        "incentives for well-maintained propellers",
    ),
)
_DOES = (
    *("reduce disturbance considerably", "cannot be enforced from the shore", "cost less than is commonly assumed"),
    *("depend on the goodwill of charterers", "should be reconsidered every second year", "remain undocumented"),
    *("have transformed the work of the pilots", "require comprehensive and comparable measurements"),
)
_WHERE = (
    *("in the strait", "outside the season", "where ferries cross the lane", "in most of the twelve ports", "at dusk"),
    *("under the administration’s own regulations", "wherever fishing communities were consulted beforehand"),
)
_TAIL = (
    "",
    "",
    ", although the evidence is disputed",
    ", which nobody in the room contradicted",
    ", and that this would be so for years to come",
    " (see the annex of the second dialogue)",
    "—a point to which the discussion often returned",
)


def long_report(sections: int = 20) -> str:
    """The report as YAML, two pages or so a section.

    Notes are few: LibreOffice, unlike Word, leaves a column short where one is called near its end.
    """
    chance = random.Random(1894)  # noqa: S311  the same words at every run
    headings = [_heading(at) for at in range(sections)]
    report = {
        "docgen": 1,
        "title": _TITLE,
        "label": "Conference Summary Report",
        "hosts": [{"name": "the Institute for Calm Waters"}],
        "date": "2019-03-08",
        "venue": "Old Customs House, Strelsau",
        "introduction": _paragraph(chance, 6),
        "sections": [_section(at, heading, chance) for at, heading in enumerate(headings)],
    }
    return yaml.dump(report, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines line by line, as staff would."""


def _lines(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _lines)


def harbour() -> bytes:
    """A picture: sea, sky and a hull."""
    image = Image.new("RGB", (1000, 560), (188, 208, 224))
    drawing = ImageDraw.Draw(image)
    drawing.rectangle((0, 330, 1000, 560), fill=(44, 84, 112))
    drawing.polygon(((250, 300), (690, 300), (640, 380), (290, 380)), fill=(96, 40, 36))
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def _heading(at: int) -> str:
    round_, topic = divmod(at, len(_TOPICS))
    return f"{_TOPICS[topic]}, {('First', 'Second', 'Third', 'Fourth')[round_]} Session"


def _section(at: int, heading: str, chance: random.Random) -> dict[str, Any]:
    body: list[Any] = [{"contents": {"depth": 2}}] if at == 0 else []
    body.append(_markdown(at, chance))
    if at % 4 == 1:
        body.append(_figure(at))
    body.append("\n\n".join(_paragraphs(chance, 2)))
    section: dict[str, Any] = {"heading": heading, "body": body}
    section["sections"] = [
        {"heading": _QUESTIONS[(at + below) % len(_QUESTIONS)], "body": "\n\n".join(_paragraphs(chance, 3))}
        for below in range(2)
    ]
    return section


def _markdown(at: int, chance: random.Random) -> str:
    """Paragraphs with a list of either kind or a quotation, and here and there a note or a table, among them."""
    first, second, third = _paragraphs(chance, 3)
    blocks = [f"{first}[^1]", f"[^1]: {_sentence(chance)}", second] if at % 5 == 2 else [first, second]
    if at % 3 == 0:
        blocks.append("\n".join(f"- {_sentence(chance)}" for _ in range(4)))
    elif at % 3 == 1:
        blocks.append("\n".join(f"{number}. {_sentence(chance)}" for number in range(1, 5)))
    else:
        blocks.append(f"> {_sentence(chance)}\n>\n> — Captain Flavia Tarlenheim")
    if at % 4 == 3:
        blocks += [f"{{#tides{at}}}\n{_table(chance)}", f"The figures of [](#tides{at}) were those of the day."]
    return "\n\n".join([*blocks, third])


def _table(chance: random.Random) -> str:
    ports = ("Strelsau", "Hentzau", "Zenda", "Tarlenheim", "Hofbau")
    rows = [
        f"| {port} | {chance.randint(4, 9):02}:{chance.randint(10, 59)} | {chance.random() * 3:.1f} |" for port in ports
    ]
    return "\n".join((f"| {' | '.join(TABLE_HEAD)} |", "|---|:-:|--:|", *rows))


def _figure(at: int) -> dict[str, Any]:
    figure: dict[str, Any] = {
        "picture": PICTURE,
        "alt": "A ship at anchor on a calm sea",
        "caption": "The training ship at anchor in the outer roads.",
    }
    return {"figure": figure | ({"width": "page"} if at == 9 else {})}


def _paragraphs(chance: random.Random, count: int) -> Iterator[str]:
    return (_paragraph(chance, chance.randint(4, 7)) for _ in range(count))


def _paragraph(chance: random.Random, sentences: int) -> str:
    return " ".join(_sentence(chance) for _ in range(sentences))


def _sentence(chance: random.Random) -> str:
    who, did, what, does, where, tail = (chance.choice(part) for part in (_WHO, _DID, _WHAT, _DOES, _WHERE, _TAIL))
    return f"{who} {did} {what} {does} {where}{tail}."
