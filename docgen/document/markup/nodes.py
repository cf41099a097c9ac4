"""The blocks of a body as nodes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from markdown_it.token import Token

from docgen.document.kernel import Alignment, Cell, Figure, Heading, Item, List, Node, Paragraph, Quote, Rule, Table
from docgen.document.markup import faults
from docgen.document.markup.attributes import find_braces
from docgen.document.markup.body import Body, gather
from docgen.document.markup.dialect import inline_tokens
from docgen.document.markup.figures import is_figure, read_figure, read_width
from docgen.document.markup.runs import read_runs, runs_of
from docgen.document.runs import Run, TextRun
from docgen.expressions import regex
from docgen.findings import Span
from docgen.reading.text import Prose, Text, Title
from docgen.records import dataclass
from docgen.style.roles import Role

_ALIGNMENTS = {
    "text-align:left": Alignment.LEFT,
    "text-align:center": Alignment.CENTRE,
    "text-align:right": Alignment.RIGHT,
}
_DASH = regex(r"(?:—|--) ")
_UNDERLINE = regex(r"\n(=+)\Z")
_LATE_DASH = regex(r"\n((?:—|--) [^—\n]*)\Z")


@dataclass(slots=True)
class NodeReader:
    """Turns block tokens, in order, into nodes.

    `role` is what paragraphs are where the reader stands: body text, a list's, a quote's, a note's. `loose` becomes
    true with the first paragraph that wants space around it.
    """

    body: Body
    prose: Text
    tokens: Iterator[Token]
    role: Role = Role.BODY
    loose: bool = False

    def read(self, closing: str = "") -> tuple[Node, ...]:
        """The nodes up to the token `closing`, or to the end."""
        nodes: list[Node] = []
        waiting: Text | None = None  # a line of attributes, for the node to come
        for token in self.tokens:
            if token.type == closing:
                break
            if token.type == "attributes":
                self._report_unused(waiting)
                waiting = self._range(token)
                continue
            node = self._node(token)
            if node is not None:
                nodes.append(self._with_attributes(node, waiting) if waiting else node)
                waiting = None
        self._report_unused(waiting)
        return tuple(nodes)

    def _node(self, token: Token) -> Node | None:
        """The node that begins with `token`; None where there is nothing to print."""
        match token.type:
            case "paragraph_open":
                return self._paragraph(token)
            case "heading_open":
                return self._heading(token)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "blockquote_open":
                return self._quote()
            case "table_open":
                return self._table(token)
            case "hr":
                return Rule(span=self._range(token).span(), language=self.body.language)
            case "fence":
                self._fence(self._range(token))
                return None
            case unknown:
                raise AssertionError(f"the dialect has no {unknown}")

    def _paragraph(self, opening: Token) -> Paragraph | Figure | None:
        content = self._content("paragraph_close")
        self.loose = self.loose or not opening.hidden
        if not content:
            return None
        tokens = inline_tokens(content.value, self.body.environment)
        if is_figure(tokens):
            return read_figure(self.body, content, tokens)
        if underline := _UNDERLINE.search(content.value):
            self.body.report(faults.setext_heading(content.span(*underline.span(1))))
        if self.role is Role.QUOTE and (dash := _LATE_DASH.search(content.value)):
            self.body.report(faults.dash_in_quote(content.span(*dash.span(1))))
        runs = runs_of(self.body, content, Prose, tokens)
        return Paragraph(runs=runs, span=content.span(), role=self.role, language=self.body.language) if runs else None

    def _heading(self, opening: Token) -> Heading | Paragraph | None:
        content = self._content("heading_close")
        span, level = self._range(opening).span(), len(opening.markup)
        runs = read_runs(self.body, content, Title)
        if not content:
            self.body.report(faults.empty_heading(span))
        if not runs:
            return None
        if self.role is not Role.BODY:
            self.body.report(faults.misplaced_heading(span))
            return Paragraph(runs=runs, span=span, role=self.role, language=self.body.language)
        return Heading(level=level, runs=runs, span=span, role=Role.heading(level), language=self.body.language)

    def _list(self, opening: Token) -> List | None:
        inner = self._inside(Role.LIST)
        items = []
        for token in self.tokens:
            if token.type != "list_item_open":
                break
            children = inner.read("list_item_close")
            if children:
                items.append(Item(children=children, span=_cover(children), language=self.body.language))
            elif token.map:
                self.body.report(faults.empty_item(self._line(token.map[0]).span()))
        if not items:
            return None
        return List(
            items=tuple(items),
            span=items[0].span | items[-1].span,
            ordered=opening.type == "ordered_list_open",
            start=int(opening.attrs.get("start", 1)),
            tight=not inner.loose,
            language=self.body.language,
        )

    def _quote(self) -> Quote | None:
        children = self._inside(Role.QUOTE).read("blockquote_close")
        if not children:
            return None
        source = _source(children[-1]) if len(children) > 1 else ()
        kept = children[:-1] if source else children
        return Quote(children=kept, span=_cover(children), source=source, language=self.body.language)

    def _table(self, opening: Token) -> Table:
        rows: list[list[Cell]] = []
        alignments: list[Alignment] = []
        for token in self.tokens:
            match token.type:
                case "table_close":
                    break
                case "tr_open":
                    rows.append([])
                    if "surplus" in token.meta:
                        surplus = self.prose.slice(*token.meta["surplus"]).strip()
                        self.body.report(faults.surplus_cell(surplus.span(), len(alignments)))
                case "th_open":
                    alignments.append(_ALIGNMENTS.get(str(token.attrs.get("style")), Alignment.DEFAULT))
                    rows[-1].append(self._cell("th_close", Role.TABLE_HEAD))
                case "td_open":
                    rows[-1].append(self._cell("td_close", Role.TABLE))
        span = self._range(opening).span()
        cells = tuple(tuple(row) for row in rows)
        return Table(rows=cells, alignments=tuple(alignments), span=span, language=self.body.language)

    def _cell(self, closing: str, role: Role) -> Cell:
        content = self._content(closing)
        runs = read_runs(self.body, content, Prose) if content else ()
        paragraph = Paragraph(runs=runs, span=content.span(), role=role, language=self.body.language)
        return Cell(children=(paragraph,), span=paragraph.span, header=role is Role.TABLE_HEAD)

    def _with_attributes(self, node: Node, written: Text) -> Node:
        """The node with what the line of attributes above it says."""
        braces = find_braces(written.value, 0)
        if not isinstance(node, Heading | Table | Figure) or node.label is not None or braces is None:
            self._report_unused(written)
            return node
        attributes = braces.read(written)
        if isinstance(node, Heading):
            taken = self.body.take(attributes, "#")
            return dataclasses.replace(node, label=taken["#"].value) if taken else node
        taken = self.body.take(attributes, "#", "width")
        width = read_width(self.body, taken) if "width" in taken else node.width
        return dataclasses.replace(node, label=taken["#"].value if "#" in taken else None, width=width)

    def _report_unused(self, attributes: Text | None) -> None:
        if attributes:
            self.body.report(faults.label_without_block(attributes.span(), attributes.value))

    def _fence(self, line: Text) -> None:
        """A line that opens program code, or closes it."""
        mark = line.value[0]
        if not self.body.fence:
            self.body.fence = mark
            self.body.report(faults.code_fence(line.span(), mark))
        elif not line.value.strip(self.body.fence):
            self.body.fence = ""

    # ---- the ways of the tokens

    def _inside(self, role: Role) -> NodeReader:
        """A reader for what stands in a list or quote here; a note's text stays a note's."""
        return NodeReader(self.body, self.prose, self.tokens, Role.NOTE if self.role is Role.NOTE else role)

    def _content(self, closing: str) -> Text:
        """The text of the block whose first token was just read, up to its last."""
        inline = next(self.tokens)
        for token in self.tokens:
            if token.type == closing:
                break
        content = gather(self.prose, inline.meta["ranges"])
        return content.strip() if content.value != content.value.strip() else content

    def _range(self, token: Token) -> Text:
        start, end = token.meta["range"]
        return self.prose.slice(start, end)

    def _line(self, number: int) -> Text:
        start, end = self.body.line(self.prose.value, number)
        return self.prose.slice(start, end).strip()


def _source(node: Node) -> tuple[Run, ...]:
    """Who is quoted: a quote's last paragraph, where it begins with a dash. The dash stays, `--` becomes one."""
    if not isinstance(node, Paragraph) or not isinstance(node.runs[0], TextRun):
        return ()
    first = node.runs[0]
    dash = _DASH.match(first.text.value)
    if dash is None:
        return ()
    mark = first.text.slice(0, dash.end() - 1)
    text = Prose.joined([mark.standing_for("—"), first.text.slice(dash.end() - 1)]) if len(mark) > 1 else first.text
    return (dataclasses.replace(first, text=text), *node.runs[1:])


def _cover(nodes: tuple[Node, ...]) -> Span:
    return nodes[0].span | nodes[-1].span
