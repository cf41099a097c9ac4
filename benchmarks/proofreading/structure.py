"""Slips in headings, facts, figures and links."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from random import Random

from benchmarks.proofreading.report import Report, Span, literal
from benchmarks.proofreading.slips import Slip, slips

HEADINGS = "headings"
FACTS = "facts"
ACCESS = "accessibility"

REWORDED = {
    "opening": ("Welcome and Opening", "Opening Session", "Introductory Remarks"),
    "closing": ("Conclusion", "Concluding Session", "Wrap-Up"),
    "keynote": ("Main Address", "Special Address"),
    "recommendations": ("Ways Forward", "Proposals"),
    "summary": ("Main Points", "Outcome"),
    "discussion": ("Questions and Answers", "Debate"),
}
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
MONTHS = tuple(calendar.month_name)[1:]
DAYS = tuple(calendar.day_name)
MONTH = f"(?:{'|'.join(MONTHS)})"
DATE = rf"{MONTH} \d{{1,2}}(?!\d)|(?<!\d)\d{{1,2}} {MONTH}"


@slips("heading at another level", HEADINGS)
def level(report: Report, _random: Random) -> Iterator[Slip]:
    """`##` where the headings beside it have `#`."""
    for paragraph in report.paragraphs:
        match = re.match(r"(#+) .+", report.at(paragraph.span))
        if match:
            span = Span(paragraph.span.start, paragraph.span.start + len(match[1]))
            yield Slip("heading at another level", span, match[1] + "#", match[1], region=paragraph.span)


@slips("heading worded otherwise", HEADINGS)
def wording(report: Report, random: Random) -> Iterator[Slip]:
    """*Wrap-Up* where the sister reports have *Closing Remarks*."""
    for section in report.sections:
        if section.kind in REWORDED:
            wrong = random.choice(REWORDED[section.kind])
            if wrong != report.at(section.heading):
                yield Slip("heading worded otherwise", section.heading, wrong, report.at(section.heading))


@slips("heading in another case", HEADINGS)
def case(report: Report, _random: Random) -> Iterator[Slip]:
    """One word in lower case among headings in title case, or the other way round."""
    sentence = sum(len(re.findall(r" [a-z]{5,}", report.at(item.heading))) for item in report.sections) > 3
    for section in report.sections:
        pattern = r"(?<= )[a-z]{5,}" if sentence else r"(?<=[a-z] )[A-Z][a-z]{3,}"
        for match in re.finditer(pattern, report.at(section.heading)):
            start = section.heading.start + match.start()
            span = Span(start, start + 1)
            wrong = match.group()[0].swapcase()
            yield Slip("heading in another case", span, wrong, match.group()[0], region=section.heading)


@slips("heading in another style", HEADINGS)
def style(report: Report, random: Random) -> Iterator[Slip]:
    """A full stop after it, or typed capitals, or a number none of the others has."""
    for position, section in enumerate(report.sections, 1):
        right = report.at(section.heading)
        wrong = random.choice((f"{right}.", right.upper(), f"{position}. {right}"))
        yield Slip("heading in another style", section.heading, wrong, right)


@slips("heading twice", HEADINGS)
def duplicate(report: Report, random: Random) -> Iterator[Slip]:
    """Two sections of the same name."""
    for section in report.sections[1:]:
        other = random.choice([item for item in report.sections if item is not section])
        if section.kind == other.kind:
            wrong, right = report.at(other.heading), report.at(section.heading)
            yield Slip("heading twice", section.heading, wrong, right, also=(other.heading,))


@slips("empty section", HEADINGS)
def empty(report: Report, random: Random) -> Iterator[Slip]:
    """A heading without a text."""
    for section in report.sections[1:]:
        line = Span(section.entry.start, section.entry.start)
        entry = report.text[section.entry.start :]
        indent = " " * (len(entry) - len(entry.lstrip()))
        name = random.choice(("Questions from the Floor", "Points Left Open", "Further Reading"))
        yield Slip("empty section", line, f"{indent}- heading: {name}\n", "")


@slips("section missing", HEADINGS)
def missing(report: Report, _random: Random) -> Iterator[Slip]:
    """The closing that all the sister reports have."""
    for section in report.sections[-2:]:
        if section.kind == "closing":
            yield Slip("section missing", section.entry, "", report.at(section.entry), rule="missing-section")


@slips("weekday", FACTS)
def weekday(report: Report, random: Random) -> Iterator[Slip]:
    """*Monday, 7 May* was a Tuesday."""
    for match in report.find(rf"({'|'.join(DAYS)})(?=,? (?:{DATE}))"):
        wrong = random.choice([day for day in DAYS if day != match.group()])
        yield Slip("weekday", Span(*match.span()), wrong, match.group(), region=_date_behind(report, match.end()))


@slips("date of the event", FACTS)
def event_date(report: Report, random: Random) -> Iterator[Slip]:
    """The introduction names another day than the masthead."""
    first = str(report.facts["date"]).split(" to ")[0]
    day = datetime.date.fromisoformat(first)
    written = rf"(?<![-–\d])(?:{MONTHS[day.month - 1]} {day.day}(?!\d)|{day.day} {MONTHS[day.month - 1]})"
    for match in report.find(written):
        if report.paragraph_at(match.start()).section is None:
            other = day.day + random.choice((-2, -1, 1, 2)) if 2 < day.day < 27 else 15
            wrong = match.group().replace(str(day.day), str(other))
            weekday = re.compile(rf"(?:{'|'.join(DAYS)})(?=,?\s+\Z)")
            before = weekday.search(report.text, match.start() - 30, match.start())
            also = (Span(*before.span()),) if before else ()
            yield Slip("date of the event", Span(*match.span()), wrong, match.group(), also=also)


@slips("range of dates", FACTS)
def date_range(report: Report, _random: Random) -> Iterator[Slip]:
    """*from 2014 to 2011*, *12–10 May*."""
    days = r"(\d{1,2})(–| to | and )(\d{1,2})"
    for pattern in (r"(\d{4})(–| to | and )(\d{4})", rf"{days}(?= {MONTH})", rf"{days}(?=, \d{{4}})"):
        for match in report.find(rf"(?<!\d){pattern}(?!\d)"):
            if match[1] < match[3] or len(match[1]) < len(match[3]):
                yield Slip("range of dates", Span(*match.span()), match[3] + match[2] + match[1], match.group())


@slips("venue", FACTS)
def venue(report: Report, _random: Random) -> Iterator[Slip]:
    """The venue's name in another form than on the masthead."""
    place = report.facts["venue"]
    name = place["name"] if isinstance(place, dict) else place.split(",")[0]
    words = name.split()
    for match in report.find(literal(name)):
        others = [" ".join([*words[:-1], words[-1] + "s"]), " ".join([words[0].rstrip("s") + "’s", *words[1:]])]
        for wrong in others:
            yield Slip("venue", Span(*match.span()), wrong, match.group())


@slips("resolution’s number", FACTS)
def number(report: Report, random: Random) -> Iterator[Slip]:
    """*1784* for *1874*."""
    for record in report.facts["documents"]:
        digits = str(record.get("resolution", ""))
        for match in report.find(rf"(?<!\d){digits}(?!\d)") if digits else ():
            at = random.choice([i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]])
            wrong = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            if not wrong.startswith("0"):
                yield Slip("resolution’s number", Span(*match.span()), wrong, digits)


@slips("bare resolution", FACTS)
def bare(report: Report, _random: Random) -> Iterator[Slip]:
    """*in 1325 the Council called for*: a year, or a resolution?"""
    for record in report.facts["documents"]:
        if "resolution" in record:
            for match in report.find(rf"(?:Security Council )?[Rr]esolution ({record['resolution']})(?: \(\d{{4}}\))?"):
                yield Slip("bare resolution", Span(*match.span()), match[1], match.group())


@slips("wrong count", FACTS)
def count(report: Report, random: Random) -> Iterator[Slip]:
    """*four recommendations:* above three."""
    for first, second in zip(report.paragraphs, report.paragraphs[1:], strict=False):
        if second.prose or not re.match(r"- |1\. ", report.at(second.span)) or not report.at(first.span).endswith(":"):
            continue
        entries = len(re.findall(r"(?m)^\s*(?:-|\d+\.) ", report.at(second.span)))
        found = list(re.compile(rf"\b({'|'.join(NUMBERS)})\b").finditer(report.text, first.span.start, first.span.end))
        if found and found[-1].group() == NUMBERS[entries - 2]:
            wrong = random.choice([word for word in NUMBERS if word != found[-1].group()])
            yield Slip("wrong count", Span(*found[-1].span()), wrong, found[-1].group(), region=first.span)


@slips("date seen from its day", FACTS)
def deictic(report: Report, random: Random) -> Iterator[Slip]:
    """*last year* for *in 2012*: true only for who reads it in time."""
    for match in report.find(r"\b[iI]n \d{4}(?= |[,.])"):
        wrong = random.choice(("last year", "this year", "next year", "two years ago"))
        yield Slip("date seen from its day", Span(*match.span()), wrong, match.group())


@slips("picture without description", ACCESS)
def alt(report: Report, random: Random) -> Iterator[Slip]:
    """Nothing, the file's name, or the caption again."""
    for match in re.compile(r'!\[([^\]]*)\]\(([^ )]+) "([^"]+)"\)').finditer(report.text):
        wrong = random.choice(("", match[2].rsplit("/", 1)[-1], match[3]))
        span, picture = Span(*match.span()), match.group()
        yield Slip("picture without description", span, picture.replace(match[1], wrong, 1), picture)


@slips("words of a link", ACCESS)
def link(report: Report, random: Random) -> Iterator[Slip]:
    """*here*, *click here*, or the address itself."""
    for match in report.find(r"(?<!!)\[([^\]^]+)\]\((https?://[^)]+)\)", everywhere=True):
        wrong = random.choice(("here", "click here", "this link", match[2]))
        yield Slip("words of a link", Span(*match.span()), f"[{wrong}]({match[2]})", match.group())


def _date_behind(report: Report, offset: int) -> Span:
    match = re.compile(rf",?\s+(?:{DATE})".replace(" \\d", r"\s+\d")).match(report.text, offset)
    return Span(offset - 6, match.end() if match else offset + 20)
