"""From a brand's Word template to reports in its look: `docgen style new --from-docx`, then render."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from docgen.cli import main
from tests.programs import ROOT, require
from tests.style import templates
from tests.writers.opened import values, w, words, xml


@pytest.fixture(autouse=True)
def _brand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a template, the files of its font, and a report."""
    (tmp_path / "template.docx").write_bytes(templates.template(own_styles=True))
    (tmp_path / "fonts").mkdir()
    for name, data in templates.font_files().items():
        (tmp_path / "fonts" / name).write_bytes(data)
    (tmp_path / "content").mkdir()
    shutil.copy(ROOT / "docgen" / "report" / "starter.yaml", tmp_path / "content" / "summit.yaml")
    monkeypatch.chdir(tmp_path)


def docgen(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def printed(pdf: Path) -> str:
    return subprocess.run([require("pdftotext"), pdf, "-"], capture_output=True, encoding="utf-8", check=True).stdout


def test_a_report_is_set_in_the_templates_look_at_once() -> None:
    made = docgen("style", "new", "harbour", "--from-docx", "template.docx", "--fonts", "fonts")
    assert made.exit_code == 0, made.output
    assert docgen("style", "check", "harbour").exit_code == 0
    rendered = docgen("render", "--style", "harbour")
    assert rendered.exit_code == 0, rendered.output

    with pikepdf.open("output/summit.pdf") as pdf:
        page = pdf.pages[0]
        assert [round(float(length)) for length in page.mediabox] == [0, 0, 595, 842]
        fonts = {str(font.BaseFont).partition("+")[2] for font in page.Resources.Font.values()}
        assert fonts <= {f"QuietHarbour-{face}" for face in templates.FACES}
        assert "#7b2d26" in _colours(page), "headings have the template's red"
        assert any(image.Subtype == "/Image" for image in page.Resources.XObject.values()), "the logo"

    data = Path("output/summit.docx").read_bytes()
    (first, *_) = sections = list(xml(data).iter(w("sectPr")))
    assert values(first, "pgSz", "w") == ["11906"]
    assert values(first, "pgMar", "top") == ["1700"]
    assert {values(section, "cols", "space")[0] for section in sections} == {"360"}
    assert "2" in {values(section, "cols", "num")[0] for section in sections}
    styles = {style.get(w("styleId")): style for style in xml(data, "word/styles.xml").iter(w("style"))}
    assert values(styles["Heading1"], "color") == ["7B2D26"]
    assert (values(styles["BodyText"], "sz"), values(styles["BodyText"], "spacing", "line")) == (["22"], ["280"])
    assert values(xml(data, "word/fontTable.xml"), "font", "name") == [templates.FONT]
    assert any("Harbour Institute" in found.get("descr", "") for found in _drawings(data))


def test_with_the_template_beside_it_word_files_follow_that() -> None:
    docgen("style", "new", "harbour", "--from-docx", "template.docx", "--fonts", "fonts", "--keep-base")
    rendered = docgen("render", "--style", "harbour", "--to", "docx")
    assert rendered.exit_code == 0, rendered.output
    assert "missing-word-style" in rendered.output
    assert "byline, details, introduction" in rendered.output
    data = Path("output/summit.docx").read_bytes()
    assert "Harbour Institute papers" in words(xml(data, "word/header1.xml"))


def test_where_style_and_template_differ_is_told() -> None:
    docgen("style", "new", "harbour", "--from-docx", "template.docx", "--fonts", "fonts", "--keep-base")
    sheet = Path("styles/harbour/style.yaml")
    sheet.write_text(sheet.read_text("utf-8").replace("top: 85", "top: 100").replace("size: 24", "size: 20"), "utf-8")
    checked = docgen("style", "check", "harbour")
    assert checked.exit_code == 1
    assert (
        "style.yaml:6:1: warning[base-differs] the top margin is 100 pt here and 85 pt in the template"
        in checked.output
    )
    assert "'title' and the template's style 'title' differ: size 20 pt here, 24 pt there" in checked.output
    assert "harbour: can be used" in checked.output
    assert docgen("style", "check", "harbour", "--fail-on", "error").exit_code == 0


def test_a_font_that_may_not_be_embedded_is_told_and_the_report_is_made() -> None:
    for name, data in templates.font_files(fs_type=2).items():
        Path("fonts", name).write_bytes(data)
    docgen("style", "new", "harbour", "--from-docx", "template.docx", "--fonts", "fonts")
    rendered = docgen("render", "--style", "harbour")
    assert rendered.exit_code == 0
    assert "warning[font-not-embeddable] the font Quiet Harbour does not go into Word files" in rendered.output
    assert printed(Path("output/summit.pdf"))


def test_a_base_with_macros_stops_the_report_with_words() -> None:
    docgen("style", "new", "harbour", "--from-docx", "template.docx")
    unsafe = templates.repacked(templates.template(), **{"word/vbaProject.bin": b"macros"})
    Path("styles/harbour/base.docx").write_bytes(unsafe)
    rendered = docgen("render", "--style", "harbour")
    assert rendered.exit_code == 3
    assert "styles/harbour/base.docx: error[unsafe-template] this Word template cannot be used: it holds macros" in (
        rendered.output
    )
    assert not Path("output").exists()


def test_nothing_is_replaced_unasked() -> None:
    docgen("style", "new", "harbour", "--from-docx", "template.docx")
    sheet = Path("styles/harbour/style.yaml")
    sheet.write_text("mine: true\n", "utf-8")
    again = docgen("style", "new", "harbour", "--from-docx", "template.docx", "--keep-base")
    assert (again.exit_code, sheet.read_text("utf-8")) == (2, "mine: true\n")
    assert not Path("styles/harbour/base.docx").exists()
    assert docgen("style", "new", "harbour", "--from-docx", "template.docx", "--overwrite").exit_code == 0


def _colours(page: pikepdf.Page) -> set[str]:
    """The colours that something on a page is filled with."""
    filled = (each.operands for each in pikepdf.parse_content_stream(page) if str(each.operator) == "rg")
    return {"#" + "".join(f"{round(float(part) * 255):02x}" for part in operands) for operands in filled}


def _drawings(data: bytes) -> Iterator[object]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield from xml(data, name).iter("{*}docPr")
