"""PDF: pages drawn as they are, with links, outline and properties. The one place that loads reportlab."""

from docgen.writers.pdf.file import PdfWriter

__all__ = ["PdfWriter", "writer"]

writer = PdfWriter()
