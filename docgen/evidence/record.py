"""What an auditor asks for of one report, as plain values: everything that its page and its data say."""

from __future__ import annotations

from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that a report was made from, or that was made of it: its name, its size in bytes, its SHA-256."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a validator found, with its number of times."""

    code: str
    message: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one validator says of one file, held against one standard.

    `passed` is None where the validator could not be asked, and `missing` says why.
    """

    file: str
    standard: str
    validator: str
    version: str
    passed: bool | None
    complaints: tuple[Complaint, ...] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture beside what stands for it: its alternative text, or that it is decorative.

    `type` and `data` are what a browser needs to show it, empty where the picture is missing; `page` is where it
    stands, None in the margins. `language` is that of the alternative text and the caption.
    """

    id: str
    name: str
    alternative: str
    decorative: bool
    caption: str
    language: str
    page: int | None
    type: str = ""
    data: bytes = b""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """What a screen reader meets next: how deep it stands, on which page, what it is, its words and their language."""

    depth: int
    page: int
    kind: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """How text of one kind can be told from its ground: the ratio of WCAG 2.2, and the least that it asks for.

    `size` is the smallest that text of this kind and colour is set in, in pt.
    """

    text: str
    colour: str
    ground: str
    size: float
    bold: bool
    ratio: float
    least: float

    @property
    def passes(self) -> bool:
        """Whether it is enough (success criterion 1.4.3)."""
        return self.ratio >= self.least


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """A link: its words, where it leads, and the heading it stands below."""

    words: str
    leads: str
    below: str
    language: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language, how many words are marked as being in it, and the first of them."""

    language: str
    words: int
    sample: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: yes or no, why, by whom and when; `stale` says that it was given of another state of the report."""

    is_yes: bool
    words: str
    by: str
    on: str
    stale: bool


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question for a person, and the answers to it; `needless` says why it does not arise, where it does not."""

    key: str
    words: str
    answers: tuple[Given, ...]
    needless: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it of this state of the report, although it arises."""
        return not self.needless and all(answer.stale for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The whole. `state` is the digest of what the report says, which a review names; `moment` is in ISO 8601."""

    report: str
    title: str
    language: str
    docgen: str
    moment: str
    state: str
    inputs: tuple[FileRecord, ...]
    outputs: tuple[FileRecord, ...]
    verdicts: tuple[Verdict, ...]
    questions: tuple[AskedQuestion, ...]
    pictures: tuple[ShownPicture, ...]
    order: tuple[Met, ...]
    contrasts: tuple[Contrast, ...]
    links: tuple[LinkRecord, ...]
    languages: tuple[Spoken, ...]
