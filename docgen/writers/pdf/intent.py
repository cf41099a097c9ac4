"""What the file's colours mean: sRGB, by a profile that comes with docgen (ISO 19005-2, 6.2.3).

The profile is a file and not made when needed, because programs that make profiles write the time into them.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from docgen.writers.pdf.sheets import Sheets, packed

NAME = "sRGB IEC61966-2.1"
"""What the registry of the International Color Consortium calls it."""


def declare_colours(sheets: Sheets) -> None:
    """Say that colours told by red, green and blue, and greys, are those of sRGB."""
    profile = sheets.keep(packed(srgb(), N=3))
    intent = PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(NAME),
            "Info": PDFString(NAME),
            "RegistryName": PDFString("http://www.color.org"),
            "DestOutputProfile": profile,
        }
    )
    sheets.declare(OutputIntents=PDFArray([intent]))


@cache
def srgb() -> bytes:
    """The profile of sRGB, of version 2 of its format."""
    return resources.files(__package__).joinpath("data", "sRGB-v2-micro.icc").read_bytes()
