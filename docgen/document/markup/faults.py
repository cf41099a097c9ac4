"""What can be wrong with Markdown, in the words of those who write it.

One function a fault, so that the texts stand together and read alike: what is wrong, and the way out.
"""

from __future__ import annotations

from docgen.findings import Finding, Span

_ESCAPE = "put a backslash before {0} to print it: \\{0}"


# ---- what a report has no place for


def code_span(span: Span) -> Finding:
    """Text between backticks."""
    message = "text between ` and ` is program code, which a report has no place for"
    return Finding.error(span, "code-span", message, _ESCAPE.format("`"))


def code_fence(span: Span, mark: str) -> Finding:
    """A line of three or more backticks or tildes."""
    message = f"a line that begins with {mark * 3} opens program code, which a report has no place for"
    return Finding.error(span, "code-fence", message, f"take the line out, or {_ESCAPE.format(mark)}")


def too_deep(span: Span) -> Finding:
    """A list or quote inside many others."""
    message = "lists and quotes stand too deep in one another here"
    return Finding.error(span, "too-deep", message, "use fewer levels: a reader cannot follow more than three")


# ---- pictures


def image_in_line(span: Span) -> Finding:
    """A picture that is not alone in its paragraph, or stands where no picture can."""
    message = "a picture stands inside a line of text"
    return Finding.error(
        span, "image-in-line", message, "give it a paragraph of its own, with an empty line above and below"
    )


def missing_alt(span: Span) -> Finding:
    """A picture without words for those who cannot see it."""
    return Finding.error(
        span,
        "missing-alt",
        "nothing says in words what this picture shows",
        "write it between the square brackets, as in ![Three ambassadors at the podium](pictures/podium.jpg); "
        "a picture that says nothing is marked by {.decorative} behind it",
    )


def decorative_alt(span: Span) -> Finding:
    """A picture that is said to say nothing, and what it says."""
    message = "a decorative picture says nothing, but there are words for what it shows"
    return Finding.error(span, "decorative-alt", message, "take out the words in square brackets, or {.decorative}")


def missing_picture(span: Span) -> Finding:
    """A picture without a path."""
    message = "no picture is named between the parentheses"
    return Finding.error(span, "missing-picture", message, "write its path: ![what it shows](pictures/podium.jpg)")


def not_a_picture(span: Span) -> Finding:
    """Something like a picture that Markdown does not take for one."""
    return Finding.error(
        span,
        "broken-picture",
        "this is meant for a picture, but cannot be read as one",
        "put a path with spaces between < and >, a caption between double quotes: "
        '![what it shows](<pictures/the podium.jpg> "Caption.")',
    )


# ---- links


def not_a_link(span: Span) -> Finding:
    """Something like a link that Markdown does not take for one."""
    message = "this is meant for a link, but cannot be read as one"
    return Finding.error(span, "broken-link", message, "write the address without spaces: [words](https://example.org)")


def unsafe_link(span: Span, address: str) -> Finding:
    """A link to something other than a web page, a mail address or a label."""
    return Finding.error(
        span,
        "unsafe-link",
        f"a link cannot lead to '{address}'" if address else "this link leads nowhere",
        "begin the address with https://, http:// or mailto:, or name a label of this report: [words](#label)",
    )


def empty_link(span: Span, address: str) -> Finding:
    """A link without words."""
    message = "this link has no words that a reader could click on"
    return Finding.error(span, "empty-link", message, f"write them between the square brackets, or only <{address}>")


def link_title(span: Span) -> Finding:
    """A link with a title in quotes, which neither paper nor Word shows."""
    message = "the text in quotes behind a link's address is shown nowhere"
    return Finding.error(span, "link-title", message, "take it out, quotes included, or make it part of the sentence")


def unused_definition(span: Span, name: str) -> Finding:
    """`[name]: https://…` that no link uses."""
    return Finding.error(
        span,
        "unused-definition",
        f"'[{name}]:' gives an address for links named '{name}', and there are none",
        f"use it, as in [words][{name}], or take it out; to print the line, put a backslash before its first [",
    )


def duplicate_definition(span: Span, name: str) -> Finding:
    """`[name]: https://…` a second time."""
    message = f"'[{name}]:' is given a second time"
    return Finding.error(span, "duplicate-definition", message, "keep one of the two, or give this one another name")


# ---- notes


def undefined_note(span: Span, label: str) -> Finding:
    """A mark without a note."""
    return Finding.error(
        span,
        "undefined-note",
        f"there is no note '[^{label}]:' in this text",
        f"write it on a line of its own: [^{label}]: The text of the note.",
    )


def undefined_caption_note(span: Span, label: str) -> Finding:
    """A mark in a caption that stands by itself, where no line below could hold the note."""
    return Finding.error(
        span,
        "undefined-note",
        f"there is no note '{label}' in this caption",
        "write the note itself in place of its mark: ^[The text of the note.]",
    )


def unused_note(span: Span, label: str) -> Finding:
    """A note without a mark."""
    message = f"nothing in this text refers to the note '{label}'"
    return Finding.error(
        span, "unused-note", message, f"put its mark [^{label}] where it belongs, or take the note out"
    )


def duplicate_note(span: Span, label: str) -> Finding:
    """A second note of one name."""
    message = f"there is a note '{label}' already in this text"
    return Finding.error(span, "duplicate-note", message, "give this one another name, here and at its mark")


def empty_note(span: Span) -> Finding:
    """A note that says nothing."""
    return Finding.error(span, "empty-note", "this note has no text", "write it behind the colon, or take the note out")


def nested_note(span: Span) -> Finding:
    """A note's mark inside a note."""
    message = "a note cannot have a note of its own"
    return Finding.error(span, "nested-note", message, "put it in parentheses, or make it a note to the text itself")


def misplaced_note(span: Span) -> Finding:
    """A note's mark where there can be none."""
    message = "a note cannot stand here"
    return Finding.error(span, "misplaced-note", message, "put it behind a word of the text")


# ---- labels and other attributes


def stray_attributes(span: Span, written: str) -> Finding:
    """Attributes with nothing before them that they could belong to."""
    return Finding.error(
        span,
        "stray-attributes",
        f"nothing here can take {written}",
        f"put the words it is for in square brackets right before it: [words]{written}; "
        "or print it by a backslash before {",
    )


def unknown_attribute(span: Span, written: str, known: str) -> Finding:
    """An attribute that means nothing where it stands."""
    message = f"'{written}' means nothing here"
    return Finding.error(
        span, "unknown-attribute", message, f"what can stand here: {known}" if known else "take it out"
    )


def unknown_width(span: Span, width: str) -> Finding:
    """A width that is neither the column nor the page."""
    message = f"'{width}' is not a width docgen knows"
    return Finding.error(
        span, "unknown-width", message, "write width=page for the whole page, width=column for a column"
    )


def unknown_language(span: Span, language: str) -> Finding:
    """A language that is no BCP 47 tag."""
    message = f"'{language}' is not a language code"
    return Finding.error(
        span, "unknown-language", message, "write its short code, as in lang=fr, lang=tr or lang=pt-BR"
    )


def misplaced_label(span: Span, label: str) -> Finding:
    """A label behind the text it is meant for, or on words."""
    return Finding.error(
        span,
        "misplaced-label",
        f"the label '{label}' cannot stand behind text",
        f"put {{#{label}}} alone on the line above the heading or table, or right behind a picture",
    )


def label_in_line(span: Span, label: str) -> Finding:
    """A label in a title, heading or caption that stands by itself, where no line above could hold it."""
    return Finding.error(
        span,
        "misplaced-label",
        f"the label '{label}' cannot stand in this line",
        f"take {{#{label}}} out, and give the section or figure it is for a line of its own:  id: {label}",
    )


def bad_label(span: Span, label: str) -> Finding:
    """A label with characters that none can have."""
    return Finding.error(
        span,
        "bad-label",
        f"'{label}' cannot be a label",
        "begin with a letter, and use letters, digits and hyphens only, as in: closing-remarks",
    )


def label_without_block(span: Span, written: str) -> Finding:
    """A line of attributes with nothing below it, or with something that can take none."""
    return Finding.error(
        span,
        "label-without-block",
        f"there is no heading, table or picture below {written}",
        "put it on the line above the block it is for: only headings, tables and pictures can be referred to",
    )


# ---- headings, lists, tables, quotes


def setext_heading(span: Span) -> Finding:
    """A line of `=` below text."""
    message = "a line of = below text does not make a heading here"
    return Finding.error(span, "setext-heading", message, "put # and a space before the heading's words instead")


def empty_heading(span: Span) -> Finding:
    """`#` without words."""
    return Finding.error(
        span, "empty-heading", "this heading has no words", "write them behind the #, or print it by a backslash: \\#"
    )


def misplaced_heading(span: Span) -> Finding:
    """A heading inside a list, a quote or a note."""
    message = "a heading cannot stand inside a list, a quote or a note"
    return Finding.error(span, "misplaced-heading", message, "begin its line at the left edge, or print # by \\#")


def empty_item(span: Span) -> Finding:
    """A bullet or number with nothing behind it."""
    return Finding.error(
        span, "empty-item", "this item of a list is empty", "write its text behind the mark, or take it out"
    )


def surplus_cell(span: Span, columns: int) -> Finding:
    """A row with more cells than there are columns."""
    return Finding.error(
        span,
        "surplus-cell",
        f"this row has more cells than the table's {columns} columns",
        "add a column to the first two rows, or print a | inside a cell by \\|",
    )


def dash_in_quote(span: Span) -> Finding:
    """A quote's last line that looks like the name of who is quoted."""
    return Finding.warning(
        span,
        "quote-source",
        "this line begins with a dash like the name of who is quoted, but runs on from the line above",
        "put a line with only > above it to make it the source of the quote",
    )
