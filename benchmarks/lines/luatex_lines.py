"""The lines that LuaLaTeX sets, with and without microtype, read from its nodes."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.lines.measuring import SetLine
from docgen.style.fonts import Face

MICROTYPE = r"\usepackage[protrusion=true,expansion=true,stretch=20,shrink=20,step=1]{microtype}"

DOCUMENT = r"""
\documentclass{article}
\usepackage{fontspec}
\defaultfontfeatures{}
\setmainfont{%(font)s}[Path=%(folder)s/,Ligatures=ResetAll,RawFeature={+kern,-liga,-clig,-tlig}]
%(microtype)s
\directlua{arg_in = "paragraphs.txt" arg_out = "lines.tsv" dofile("luatex.lua")
  luatexbase.add_to_callback("post_linebreak_filter", report, "report")}
\begin{document}
\directlua{
  local english = lang.new()
  lang.patterns(english, io.open(kpse.find_file("hyph-en-us.pat.txt")):read("a"))
  lang.hyphenation(english, io.open(kpse.find_file("hyph-en-us.hyp.txt")):read("a"))
  tex.language = lang.id(english) tex.lefthyphenmin = 2 tex.righthyphenmin = 3}
\setbox0\vbox{\hsize=%(measure)sbp \parindent=0pt \parskip=0pt \fontsize{10bp}{12bp}\selectfont \frenchspacing
\pretolerance=100 \tolerance=1000 \emergencystretch=3em \hyphenpenalty=500 \exhyphenpenalty=50
\doublehyphendemerits=1000000 \finalhyphendemerits=5000 \adjdemerits=10000 \linepenalty=10
\hbadness=10000 \hfuzz=100pt \directlua{set_all()}}
\end{document}
"""

_OWN_BREAKS = re.compile(r"(?<=\w\w)([–—/])(?=\w\w)")


class LuaTexMissing(Exception):
    """LuaLaTeX is not installed."""


def set_by_luatex(paragraphs: Sequence[str], measure: float, face: Face, microtype: bool) -> list[list[SetLine]]:
    """Every paragraph, by the settings at which TeX sets narrow columns best."""
    program = shutil.which("lualatex")
    if program is None:
        raise LuaTexMissing("apt-get install texlive-luatex texlive-latex-recommended texlive-lang-english")
    font = Path(face.path).resolve()
    values = {
        "font": font.name,
        "folder": font.parent.as_posix(),
        "measure": measure,
        "microtype": MICROTYPE if microtype else "",
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        marked = "\n".join(_OWN_BREAKS.sub("\\1\x01", paragraph) for paragraph in paragraphs)
        (folder / "paragraphs.txt").write_text(marked + "\n", encoding="utf-8")
        (folder / "lines.tex").write_text(DOCUMENT % values, encoding="utf-8")
        shutil.copy(Path(__file__).with_name("luatex.lua"), folder)
        done = subprocess.run(
            [program, "-interaction=nonstopmode", "-halt-on-error", "lines.tex"],
            cwd=folder,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stdout[-2000:])
        found: list[list[SetLine]] = [[] for _ in paragraphs]
        for row in (folder / "lines.tsv").read_text(encoding="utf-8").splitlines():
            number, space, text = row.split("\t")
            found[int(number) - 1].append(SetLine(text.strip(), None if float(space) < 0 else float(space)))
    return found
