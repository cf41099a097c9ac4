"""LibreOffice as a reader of Word files, the same on every machine.

It has a profile of its own, sees the style's own fonts and no others (Tinos where Word's Times New Roman is asked for)
and hyphenates by the patterns that docgen's layout goes by. It touches neither the user's settings nor a LibreOffice
that is running.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pyphen
import pytest

from tests.programs import ROOT, require

FONTS = ROOT / "styles" / "classic" / "fonts"
PATTERNS = Path(pyphen.__file__).parent / "dictionaries" / "hyph_en_US.dic"
SECONDS = 240

MARGIN = 66
"""A little less than the style's margins, in pt, so that all text and no furniture is seen."""

_FONTCONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias>
</fontconfig>
"""

_REGISTRY = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <item oor:path="/org.openoffice.Office.Linguistic/ServiceManager/Dictionaries">
    <node oor:name="HyphDic_docgen" oor:op="fuse">
      <prop oor:name="Locations" oor:type="oor:string-list"><value><it>{patterns}</it></value></prop>
      <prop oor:name="Format" oor:type="xs:string"><value>DICT_HYPH</value></prop>
      <prop oor:name="Locales" oor:type="oor:string-list"><value><it>en-US</it></value></prop>
    </node>
  </item>
</oor:items>
"""

_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Edits"/></library:library>
"""

_EDITS = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">
Sub Change(source As String, target As String, sought As String, put As String)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  words = document.createReplaceDescriptor()
  words.SearchCaseSensitive = True
  words.SearchString = sought
  words.ReplaceString = put
  document.replaceAll(words)
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, saving())
  document.close(True)
End Sub
</script:module>
"""


def convert(documents: Sequence[Path], extension: str, folder: Path) -> list[Path]:
    """What LibreOffice makes of documents (`pdf`, `txt:Text`, …), written into `folder`, in the same order."""
    _run(folder, "--convert-to", extension, "--outdir", str(folder), *map(str, documents))
    ending = extension.partition(":")[0]
    return [_made(folder / f"{document.stem}.{ending}") for document in documents]


def edit(document: Path, sought: str, put: str, folder: Path) -> Path:
    """A Word file that LibreOffice opened, in which it replaced some words by others wherever they stand, and saved.

    A macro in the profile does it, as a colleague would with Edit, Find and Replace.
    """
    _run(folder, "--terminate_after_init")  # LibreOffice fills a new profile, macros too, and so has to have been there
    modules = _profile(folder) / "user" / "basic" / "Standard"
    (modules / "script.xlb").write_text(_LIBRARY, "utf-8")
    (modules / "Edits.xba").write_text(_EDITS, "utf-8")
    edited = folder / f"{document.stem}-edited.docx"
    words = ", ".join(f'"{word}"' for word in (document.as_uri(), edited.as_uri(), sought, put))
    _run(folder, f"macro:///Standard.Edits.Change({words})")
    return _made(edited)


def _run(folder: Path, *words: str) -> None:
    profile = _profile(folder)
    subprocess.run(
        [require("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *words],
        env={**os.environ, "FONTCONFIG_FILE": str(profile / "fonts.conf")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        check=True,
    )


def _made(path: Path) -> Path:
    if not path.exists():
        pytest.fail(f"LibreOffice made no {path.name}", pytrace=False)
    return path


def _profile(folder: Path) -> Path:
    """LibreOffice's settings for this run alone, below `folder`."""
    profile = folder / "libreoffice"
    user = profile / "user"
    if not user.exists():
        user.mkdir(parents=True)
        fontconfig = _FONTCONFIG.format(fonts=escape(str(FONTS)), cache=escape(str(profile / "fontconfig")))
        (profile / "fonts.conf").write_text(fontconfig, "utf-8")
        (user / "registrymodifications.xcu").write_text(_REGISTRY.format(patterns=PATTERNS.as_uri()), "utf-8")
    return profile


def words_of_pages(path: Path) -> list[str]:
    """The words of a PDF that LibreOffice made, without those in the margins, as poppler reads them."""
    size = subprocess.run([require("pdfinfo"), path], capture_output=True, encoding="utf-8", check=True).stdout
    found = re.search(r"Page size: +([\d.]+) x ([\d.]+) pts", size)
    assert found
    width, height = round(float(found[1])), round(float(found[2]))
    window = ["-x", 0, "-y", MARGIN, "-W", width, "-H", height - 2 * MARGIN]
    command = [require("pdftotext"), "-raw", "-enc", "UTF-8", *map(str, window), path, "-"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split()
