"""The Markdown that docgen reads: CommonMark with tables, notes and attributes, without code, HTML and setext headings.

The parser is built once and holds no state of its own, so that threads may share it. Blocks first, for the whole body;
then each block's text, when it is wanted. Inline tokens carry in `map` the range they take in that text.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it import rules_block as blocks
from markdown_it import rules_inline as inlines
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def, footnote_inline

from docgen.document.markup import block_rules, inline_rules
from docgen.document.markup.block_rules import Rule, not_too_deep, noting_range

NESTING = block_rules.DEEPEST + 2
"""Where markdown-it gives up silently; the rules take care that blocks never get there."""

_BLOCK_RULES: tuple[tuple[str, Rule, tuple[str, ...]], ...] = (  # in the order they are tried, and what each may end
    ("table", block_rules.table, ("paragraph", "reference")),
    ("fence", block_rules.fence, ("paragraph", "reference", "blockquote", "list")),
    ("blockquote", not_too_deep(blocks.blockquote), ("paragraph", "reference", "blockquote", "list")),
    ("hr", noting_range(blocks.hr), ("paragraph", "reference", "blockquote", "list")),
    ("list", not_too_deep(blocks.list_block), ("paragraph", "reference", "blockquote")),
    ("note", not_too_deep(noting_range(footnote_def)), ("paragraph", "reference")),
    ("reference", noting_range(blocks.reference), ()),
    ("heading", block_rules.heading, ("paragraph", "reference", "blockquote")),
    ("attributes", block_rules.attributes, ("paragraph", "reference", "blockquote", "list")),
    ("paragraph", block_rules.paragraph, ()),
)

_INLINE_RULES: tuple[tuple[str, str, RuleFuncInlineType], ...] = (  # by the characters they begin with
    ("line-end", "\n", inline_rules.line_end),
    ("escape", "\\", inlines.escape),
    ("backticks", "`", inlines.backtick),
    ("emphasis", "*_", inlines.emphasis.tokenize),
    ("note-mark", "[", inline_rules.note_mark),
    ("link", "[", inlines.link),
    ("span", "[", inline_rules.span),
    ("not-a-link", "[", inline_rules.not_a_link),
    ("image", "!", inlines.image),
    ("not-a-picture", "!", inline_rules.not_a_picture),
    ("note", "^", footnote_inline),
    ("autolink", "<", inlines.autolink),
    ("entity", "&", inlines.entity),
    ("attributes", "{", inline_rules.attributes),
)


class _Blocks(ParserBlock):
    """The block parser with docgen's rules."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler = type(self.ruler)()
        for name, rule, ends in _BLOCK_RULES:
            self.ruler.push(name, rule, {"alt": list(ends)})
        self.ruler.getRules("")


class _Inlines(ParserInline):
    """The inline parser with docgen's rules, which writes down where every token stands."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler = type(self.ruler)()
        self.ruler.push("text", inlines.text)
        self._rules: dict[str, list[RuleFuncInlineType]] = {}
        for name, starts, rule in _INLINE_RULES:
            self.ruler.push(name, _beginning_with(starts, rule))
            for character in starts:
                self._rules.setdefault(character, []).append(rule)
        self._special = re.compile(f"[{re.escape(''.join(self._rules))}]")
        self.ruler.getRules("")
        self.ruler2.enableOnly(["balance_pairs", "emphasis"])  # joining neighbours would lose their places
        self.ruler2.getRules("")

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        """Nothing: the rules for pictures and notes call this for what they hold, which is read later, in its place."""
        return tokens

    def read(self, source: str, md: MarkdownIt, env: MutableMapping[str, Any]) -> list[Token]:
        """The tokens of a block's text."""
        state = StateInline(source, md, env, [])
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Read up to `state.posMax`, trying at each special character the rules that begin with it."""
        source, end = state.src, state.posMax
        while state.pos < end:
            start, count = state.pos, len(state.tokens)
            rules = self._rules.get(source[start], ()) if state.level < NESTING else ()
            if any(rule(state, False) for rule in rules):
                if state.pending:
                    state.pushPending()
                _place(state.tokens, count, start, state.pos)
            else:
                found = self._special.search(source, start + 1, end)
                state.pos = found.start() if found else end
                text = Token("text", "", 0, content=source[start : state.pos], map=[start, state.pos])
                state.tokens.append(text)


def _beginning_with(starts: str, rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """`rule`, tried only where it can begin; the library looks ahead over all rules in turn."""

    def tried(state: StateInline, silent: bool) -> bool:
        return state.src[state.pos] in starts and rule(state, silent)

    return tried


def _place(tokens: list[Token], count: int, start: int, end: int) -> None:
    """Give the tokens from `count` on that a rule has made of the text from `start` to `end` their places."""
    fresh = [token for token in tokens[count:] if token.map is None]
    if fresh and fresh[0].type == "text" and len(fresh) == end - start:
        for at, marker in enumerate(fresh, start):
            marker.map = [at, at + 1]
    else:
        for token in fresh:
            inner = token.type == "text" and fresh[0].markup == "autolink"
            token.map = [start + 1, end - 1] if inner else [start, end]


class _Dialect(MarkdownIt):
    """markdown-it with docgen's rules; addresses are kept as written, to be judged with their places."""

    def __init__(self) -> None:
        super().__init__("zero", {"maxNesting": NESTING, "store_labels": True, "inline_definitions": True})
        self.block: _Blocks = _Blocks()
        self.inline: _Inlines = _Inlines()

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's name)
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the library's name)
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 (the library's name)
        return link


_DIALECT = _Dialect()


def block_tokens(source: str, environment: dict[str, Any]) -> list[Token]:
    """The blocks of a body; `environment` receives its definitions. Line ends must be line feeds."""
    tokens: list[Token] = []
    _DIALECT.block.parse(source, _DIALECT, environment, tokens)
    return tokens


def inline_tokens(source: str, environment: dict[str, Any]) -> list[Token]:
    """What stands in a block's text, in order and complete, each token with its range in `map`."""
    return _DIALECT.inline.read(source, _DIALECT, environment)
