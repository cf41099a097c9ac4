"""Files that a PDF carries with it, each with what it is to the document (ISO 19005-3, 6.8)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from docgen.writers.pdf.metadata import pdf_date
from docgen.writers.pdf.sheets import Sheets, packed
from docgen.writers.pdf.strings import text_bytes, text_string
from docgen.writers.writer import Attachment


def attach(sheets: Sheets, attachments: Iterable[Attachment], moment: datetime) -> None:
    """Put files into the document, where viewers list them by name; `moment` is when they were last changed."""
    by_name = sorted(attachments, key=lambda one: text_bytes(one.name))
    files = [(text_string(one.name), _specification(sheets, one, moment)) for one in by_name]
    names = PDFArray([part for name, file in files for part in (name, file)])
    sheets.declare(
        AF=PDFArray([file for _, file in files]),
        Names=PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})}),
    )


def _specification(sheets: Sheets, attachment: Attachment, moment: datetime) -> PDFObjectReference:
    """What is told of a file, and the file itself (ISO 32000-1, 7.11.3 and 7.11.4)."""
    sheets.identify_by(attachment.data)
    told = {
        "ModDate": PDFString(pdf_date(moment)),
        "Size": len(attachment.data),
        "CheckSum": f"<{hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()}>",
    }
    stream = packed(
        attachment.data,
        Type=PDFName("EmbeddedFile"),
        Subtype=f"/{attachment.media_type.replace('/', '#2F')}",  # a name; reportlab would leave its slash a slash
        Params=PDFDictionary(told),
    )
    file = sheets.keep(stream)
    return sheets.keep(
        PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(attachment.name),
                "UF": PDFString(attachment.name),
                "Desc": PDFString(attachment.description or attachment.name),
                "AFRelationship": PDFName(attachment.relationship.value),
                "EF": PDFDictionary({"F": file, "UF": file}),
            }
        )
    )
