"""A style's own `base.docx`: looked through, and its styles matched with docgen's."""

from __future__ import annotations

import hashlib

from docgen.findings import Finding, Severity, Span
from docgen.reading.binding import nearest
from docgen.reading.shapes import Keyed
from docgen.reading.text import Name
from docgen.records import dataclass
from docgen.style.model import WordBase
from docgen.style.word.names import PARAGRAPH_STYLES, STYLES_BY_KEY, ParagraphStyle
from docgen.style.word.package import UnusableTemplate, open_package
from docgen.style.word.template import WordTemplate, read_template
from docgen.style.word.vetting import vet


@dataclass(frozen=True, slots=True)
class Brought:
    """A base, or None where it cannot be used; what is to be said of it; and the template as it was read."""

    base: WordBase | None
    findings: tuple[Finding, ...]
    template: WordTemplate | None = None


def look_through(data: bytes) -> tuple[WordTemplate, tuple[str, ...]]:
    """A Word template, read, and what of it is left out, in words. Raises `UnusableTemplate`."""
    package = open_package(data)
    left_out = vet(package)
    return read_template(package), left_out


def bring(path: str, data: bytes, mapped: Keyed[Name]) -> Brought:
    """Look through the template at `path`; `mapped` are the names of its styles by role, where they are its own."""
    place = Span(path, 0, 0)
    try:
        template, left_out = look_through(data)
    except UnusableTemplate as fault:
        message = f"this Word template cannot be used: {fault.why}"
        return Brought(None, (Finding.error(place, fault.code, message, fault.advice),))
    findings = list(_unknown(mapped, template))
    if left_out:
        said = f"of this template these are left out: {', '.join(left_out)}"
        findings.append(Finding(place, Severity.HINT, "template-left-out", said, "nothing is lost that a report shows"))
    own = {key.value: name.value for key, name in mapped}
    matched = tuple((style.id, name) for style in PARAGRAPH_STYLES if (name := _matched(style, own, template)))
    missing = _missing({identity for identity, _ in matched})
    if missing:
        findings.append(Finding(place, Severity.HINT, "missing-word-style", *missing))
    digest = hashlib.sha256(data).hexdigest()
    return Brought(WordBase(path, data, digest, matched, template.header, template.footer), tuple(findings), template)


def _matched(style: ParagraphStyle, own: dict[str, str], template: WordTemplate) -> str:
    """The name of the template's style that stands for one of docgen's, empty where there is none."""
    name = own.get(style.called, style.name).casefold()
    return name if name in template.looks else ""


def _missing(matched: set[str]) -> tuple[str, str] | None:
    missing = [style for style in PARAGRAPH_STYLES if style.id not in matched]
    if not missing:
        return None
    roles = dict.fromkeys(style.called for style in missing)
    names = ", ".join(style.name if style.custom else style.name.title() for style in missing)
    return (
        f"this template has no styles for {', '.join(roles)}; they will look as style.yaml says",
        f"add styles of these names to it in Word: {names};\n"
        'or name its own in style.yaml, as in  word: {styles: {heading-1: "Our Heading"}}',
    )


def _unknown(mapped: Keyed[Name], template: WordTemplate) -> list[Finding]:
    """What is written under `word: styles:` and is no role, or no style of the template."""
    found = []
    for key, name in mapped:
        if key.value not in STYLES_BY_KEY:
            near = nearest(key.value, STYLES_BY_KEY)
            advice = f"did you mean '{near}'?" if near else f"there are: {', '.join(STYLES_BY_KEY)}"
            found.append(Finding.error(key.span(), "unknown-role", f"there is no role '{key}'", advice))
        elif name.value.casefold() not in template.looks:
            near = nearest(name.value.casefold(), template.looks)
            advice = f"did you mean '{near}'?" if near else "Word lists its styles under Home, Styles"
            message = f"the template has no paragraph style '{name}'"
            found.append(Finding.error(name.span(), "unknown-word-style", message, advice))
    return found
