"""SVG files as drawings: shapes and texts in plain colours; whatever else would be seen is an error with its line."""

from docgen.document.svg.drawing import read_svg
from docgen.document.svg.faults import Undrawable

__all__ = ["Undrawable", "read_svg"]
