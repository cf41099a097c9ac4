"""What a rule is: a function that looks at a report and yields flaws, and its manual.

    \"""Finds a heading that is longer than a line of contents can show.

    Why it matters: …

    Example: …

    What to do: …
    \"""

    @rule(Severity.WARNING)
    def heading_length(subject: Subject, options: Options) -> Iterator[Flaw]:
        for heading in subject.headings:
            if len(heading.value) > options.most:
                yield Flaw(heading, f"this heading has {len(heading.value)} characters")

A rule is one module of `rules/`, called like its function; hyphens replace the underscores in the rule's name. It is
pure: it knows its subject and its options, keeps nothing, and places nothing by hand.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Protocol, TypeAlias, TypeVar, overload

from docgen.checks.manual import Manual
from docgen.checks.mending.change import Change, Entry, Joining
from docgen.checks.subject import Subject
from docgen.findings import Edit, Safety, Severity, Span
from docgen.reading.text import Text
from docgen.records import dataclass

Mend: TypeAlias = Change | Joining | Entry | Edit | None
"""One step of a remedy; None for a change that cannot be made, and then there is no remedy at all."""


class Placed(Protocol):
    """Whatever knows where it was written: passages, words, sentences, values of the report."""

    @property
    def span(self) -> Span:
        """Its place in the source."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What would mend a flaw: changes of texts, or edits of the source where no text is changed."""

    changes: tuple[Mend, ...]
    safety: Safety


def safe(*changes: Mend) -> Remedy:
    """A remedy that cannot change what the report says."""
    return Remedy(changes, Safety.SAFE)


def unsafe(*changes: Mend) -> Remedy:
    """A remedy that somebody has to look at."""
    return Remedy(changes, Safety.UNSAFE)


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing a rule has to say: where, what is wrong, what to do about it.

    `at` is anything with a `span`, or a span. `message` and `advice` are those of a `Finding`: plain words, no final
    full stop. `also` are further places of the same flaw; `word` is what `words.txt` would have to hold for it to go.
    """

    at: Placed | Text | Span
    message: str
    advice: str = ""
    fix: Remedy | None = None
    also: tuple[Placed | Text | Span, ...] = ()
    word: str = ""


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


NONE = NoOptions()

Look: TypeAlias = Callable[[Subject, Any], Iterator[Flaw]]
"""A rule's function as the machine calls it."""


@dataclass(frozen=True)
class Rule:
    """A rule as the machine knows it.

    `severity` is that of its findings unless settings say otherwise; `on` says whether it runs where nobody asks for
    it; `options` is the dataclass that `checks: options:` binds for it; `languages` are the primary languages (`en`)
    it is made for, empty where it does not matter.
    """

    name: str
    severity: Severity
    on: bool
    options: type[Any]
    languages: tuple[str, ...]
    look: Look
    text: str

    @cached_property
    def manual(self) -> Manual:
        """Its module's docstring, in parts."""
        return Manual.read(self.text)


Plain = TypeVar("Plain", bound=Callable[[Subject], Iterator[Flaw]])
O = TypeVar("O")  # noqa: E741 (the options)

REGISTRY: dict[str, Rule] = {}
"""The rules by name. Filled while the modules of `rules/` and of installed packages are imported."""


class _Decorator(Protocol):
    def __call__(self, look: Plain, /) -> Plain: ...


@overload
def rule(severity: Severity, *, on: bool = True, languages: tuple[str, ...] = ()) -> _Decorator: ...


@overload
def rule(
    severity: Severity, *, options: type[O], on: bool = True, languages: tuple[str, ...] = ()
) -> Callable[[Callable[[Subject, O], Iterator[Flaw]]], Callable[[Subject, O], Iterator[Flaw]]]: ...


def rule(
    severity: Severity, *, options: type[Any] = NoOptions, on: bool = True, languages: tuple[str, ...] = ()
) -> Any:
    """Enter a function as a rule. Hints, which are opinions, run only where somebody asks for them.

    Two rules of one name are a mistake of the program.
    """

    def enter(look: Callable[..., Iterator[Flaw]]) -> Callable[..., Iterator[Flaw]]:
        name = look.__name__.replace("_", "-")
        if name in REGISTRY:
            raise ValueError(f"two rules are called '{name}'")
        text = inspect.cleandoc(sys.modules[look.__module__].__doc__ or "")
        whole: Look = look if options is not NoOptions else lambda subject, _options: look(subject)
        REGISTRY[name] = Rule(name, severity, on and severity > Severity.HINT, options, languages, whole, text)
        return look

    return enter
