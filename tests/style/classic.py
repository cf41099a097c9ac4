"""The classic style, loaded once for all tests that need a whole style."""

from functools import cache

from docgen.findings import Span
from docgen.style.loading import load_style
from docgen.style.model import Style
from docgen.world import DiskWorld


@cache
def classic() -> Style:
    """The style that comes with docgen."""
    loaded = load_style(DiskWorld(), "classic", "content", Span("test", 0, 0))
    assert loaded.style is not None, loaded.findings
    return loaded.style
