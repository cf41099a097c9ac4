"""The record of a report as one HTML page, to be read, heard, printed and filed: no script, nothing fetched."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from importlib import resources

from docgen.evidence.answers import answers_section
from docgen.evidence.markup import Element, Held, element, written
from docgen.evidence.record import Complaint, Contrast, FileRecord, Record, ShownPicture, Verdict
from docgen.evidence.tables import code, in_language, paragraph, section, table

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def page(record: Record) -> bytes:
    """The record as an HTML file."""
    title = f"Evidence: {record.title}"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width"),
        element("title", title),
        _style(),
    )
    sections = (
        _files(record),
        _verdicts(record.verdicts),
        answers_section(record),
        _pictures(record),
        _order(record),
        _contrasts(record.contrasts),
        _links(record),
        _languages(record),
    )
    body = element("body", element("header", *_opening(record), _contents(sections)), element("main", *sections))
    return f"<!DOCTYPE html>\n{written(element('html', head, body, lang='en'))}\n".encode()


def _style() -> Element:
    """The style sheet. HTML takes what stands in it as it is, so no sign in it may need escaping."""
    return element("style", (resources.files(__package__) / "page.css").read_text("utf-8"))


def _opening(record: Record) -> tuple[Element, ...]:
    title = element("h1", "Evidence: ", in_language(record.title, record.language))
    what = (
        f"What docgen {record.docgen} can say of this report, made from {record.report}: what its files are, what "
        "validators found in them, and what the report says to those who do not see it. It does not say that the "
        "report is accessible: that takes answers to the questions below, which only a person can give."
    )
    return title, paragraph(what), _summary(record)


def _summary(record: Record) -> Element:
    failed = [verdict for verdict in record.verdicts if verdict.passed is False]
    unasked = [verdict for verdict in record.verdicts if verdict.passed is None]
    asked = [question for question in record.questions if not question.needless]
    pale = [contrast for contrast in record.contrasts if not contrast.passes]
    still_open = sum(question.is_open for question in asked)
    facts = {
        "Validators": f"{len(record.verdicts) - len(failed) - len(unasked)} passed, {len(failed)} failed"
        + (f", {len(unasked)} not asked" if unasked else ""),
        "Questions for a person": f"{len(asked)} arise, {still_open} of them not answered yet",
        "Contrast": f"{len(record.contrasts)} kinds of text, {len(pale)} of them too pale",
        "State of the report": record.state,
        "Moment in the files": record.moment,
    }
    pairs = [one for name, said in facts.items() for one in (element("dt", name), element("dd", said))]
    return element("dl", *pairs)


def _contents(sections: Iterable[Element]) -> Element:
    """Links to the sections, by their headings."""
    entries = []
    for one in sections:
        heading = next(held for held in one.held if isinstance(held, Element) and held.name == "h2")
        entries.append(element("li", element("a", *heading.held, href=f"#{dict(one.attributes)['id']}")))
    return element("nav", element("ol", *entries), aria_label="Sections")


def _files(record: Record) -> Element:
    return section(
        "files",
        "Files",
        _file_table("What the report was made from", record.inputs),
        _file_table("What was made", record.outputs),
    )


def _file_table(caption: str, files: Iterable[FileRecord]) -> Element:
    rows = [(file.name, f"{file.size:,}", code(file.digest)) for file in files]
    return table(caption, ("File", "Bytes", "SHA-256"), rows)


def _verdicts(verdicts: tuple[Verdict, ...]) -> Element:
    rows = [
        (one.file, one.standard, f"{one.validator} {one.version}".strip(), _verdict(one), _complaints(one.complaints))
        for one in verdicts
    ]
    heads = ("File", "Held against", "By", "Verdict", "Found")
    return section("validators", "Validators", table("Verdicts of the validators", heads, rows))


def _verdict(verdict: Verdict) -> str:
    if verdict.passed is None:
        return f"not asked: {verdict.missing}"
    return "passed" if verdict.passed else "failed"


def _complaints(complaints: tuple[Complaint, ...]) -> Held:
    if not complaints:
        return "nothing"
    return element("ul", *(element("li", f"{one.count} × {one.code}: {one.message}") for one in complaints))


def _pictures(record: Record) -> Element:
    what = "Each picture with the words that stand for it; who cannot see it has these only."
    shown = [_picture(picture, number) for number, picture in enumerate(record.pictures, 1)]
    return section("pictures", "Pictures", paragraph(what if shown else "There is no picture."), *shown)


def _picture(picture: ShownPicture, number: int) -> Element:
    said: Held = in_language(picture.alternative, picture.language) if picture.alternative else "none"
    said = "none: it is marked as decorative" if picture.decorative else said
    where = f"page {picture.page}" if picture.page else "in the margins"
    facts = [("Alternative text", said), ("File", picture.name), ("Place", where)]
    if picture.caption:
        facts.insert(1, ("Caption", in_language(picture.caption, picture.language)))
    pairs = [one for name, value in facts for one in (element("dt", name), element("dd", value))]
    source = f"data:{picture.type};base64,{b64encode(picture.data).decode('ascii')}"
    image = element("img", src=source, alt=picture.alternative) if picture.data else paragraph("It is missing.")
    title = element("h3", f"Picture {number}")
    return element("article", title, element("div", image, class_="picture"), element("dl", *pairs))


def _order(record: Record) -> Element:
    what = "What a screen reader meets in the PDF, in this order. How deep a thing stands is said by its number."
    rows = [
        (str(one.depth), str(one.page), one.kind, in_language(one.words, one.language or record.language))
        for one in record.order
    ]
    shown = table("The reading order", ("Depth", "Page", "What it is", "Its words"), rows)
    held = (paragraph(what), shown) if rows else (paragraph("The PDF has no structure to be read by."),)
    return section("order", "Reading Order", *held)


def _contrasts(found: tuple[Contrast, ...]) -> Element:
    what = (
        "The contrast of text with its ground by WCAG 2.2, success criterion 1.4.3: 4.5:1 is asked for, and 3:1 for "
        "large text, from 18 pt on or from 14 pt on where it is bold. Colours within pictures are not among them."
    )
    rows = [
        (
            element("span", "", class_="swatch", style=f"background:{one.colour}"),
            one.text,
            f"{one.colour} on {one.ground}",
            f"{one.size:g} pt{', bold' if one.bold else ''}",
            f"{_floored(one.ratio)}:1",
            f"{one.least:g}:1",
            "enough" if one.passes else "too little",
        )
        for one in found
    ]
    heads = ("", "Text", "Colours", "Smallest size", "Contrast", "Asked for", "Verdict")
    return section("contrast", "Contrast", paragraph(what), table("Contrast of text", heads, rows))


def _floored(ratio: float) -> str:
    """A ratio with two digits, never more than it is: 4.499 is not 4.5."""
    return f"{int(ratio * 100) / 100:.2f}"


def _links(record: Record) -> Element:
    rows = [
        (in_language(one.words, one.language), one.leads, one.below or "(before the first heading)")
        for one in record.links
    ]
    heads = ("Words", "Leads to", "Stands below")
    held = table("Links", heads, rows) if rows else paragraph("There is no link.")
    return section("links", "Links", held)


def _languages(record: Record) -> Element:
    rows = [(code(one.language), f"{one.words:,}", in_language(one.sample, one.language)) for one in record.languages]
    return section("languages", "Languages", table("Languages", ("Language", "Words", "The first of them"), rows))
