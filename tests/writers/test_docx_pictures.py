"""Pictures in Word files: once each, upright, never wider than their column; drawings as SVG with pixels beside it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from lxml import etree
from PIL import Image

from docgen.document.kernel import Alignment, Document, Drawing, Figure, Item, List, Node, Quote, Width
from docgen.document.paths import ClosePath, CurveTo, LineTo, MoveTo, Shape
from docgen.style.pictures import Picture, decode
from docgen.writers.docx import writer
from docgen.writers.docx.drawings import pixels, svg
from tests.samples import HARBOUR, PANORAMA, SPAN, document, edition, text
from tests.writers.opened import parts, values, w, xml

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
COLUMN = (612 - 144 - 25) / 2  # pt, of classic
EMU = 12700

SQUARE = (MoveTo(0, 0), LineTo(40, 0), LineTo(40, 40), LineTo(0, 40), ClosePath())
MARK = Drawing(
    shapes=(
        Shape(SQUARE, fill="#ffffcc"),
        Shape((MoveTo(20, 4), CurveTo(36, 4, 36, 36, 20, 36), ClosePath()), fill="#ff0000", even_odd=True),
        Shape((MoveTo(0, 2), LineTo(40, 2)), stroke="#008000", stroke_width=4.0, cap="square"),
    ),
    size=(40.0, 40.0),
    span=SPAN,
)


def figure(picture: str | Drawing = HARBOUR, **own: object) -> Figure:
    shown = text(picture) if isinstance(picture, str) else picture
    made = Figure(picture=shown, alternative=text("Five delegates on a pier"), span=SPAN)
    return replace(made, **own)  # type: ignore[arg-type]


def written(made: Document, **pictures: Picture) -> bytes:
    plain = edition(made)
    return writer.write(replace(plain, pictures={**plain.pictures, **pictures}))


def extents(data: bytes) -> list[tuple[float, float]]:
    """Width and height of every picture, in pt."""
    return [(int(e.get("cx", "")) / EMU, int(e.get("cy", "")) / EMU) for e in xml(data).iter(f"{WP}extent")]


def media(data: bytes) -> dict[str, bytes]:
    return {name: part for name, part in parts(data).items() if name.startswith("word/media/")}


class TestDrawings:
    def test_word_gets_an_svg_and_pixels_for_programs_without(self) -> None:
        data = written(document(figure(MARK)))
        assert sorted(name.rpartition(".")[2] for name in media(data)) == ["png", "svg"]
        (blip,) = xml(data).iter(f"{A}blip")
        (vector,) = blip.iter(SVG_BLIP)
        relations = etree.fromstring(parts(data)["word/_rels/document.xml.rels"])
        targets = {found.get("Id"): found.get("Target", "") for found in relations}
        embed = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
        assert targets[blip.get(embed)].endswith(".png")
        assert targets[vector.get(embed)].endswith(".svg")
        assert 'Extension="svg" ContentType="image/svg+xml"' in parts(data)["[Content_Types].xml"].decode()

    def test_the_svg_draws_downwards_what_the_drawing_draws_upwards(self) -> None:
        root = etree.fromstring(svg(MARK))
        assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("40pt", "40pt", "0 0 40 40")
        square, bow, line = root
        assert square.get("d") == "M0 40L40 40L40 0L0 0Z"
        assert square.get("fill") == "#ffffcc"
        assert bow.get("d") == "M20 36C36 36 36 4 20 4Z"
        assert bow.get("fill-rule") == "evenodd"
        assert (line.get("fill"), line.get("stroke"), line.get("stroke-linecap")) == ("none", "#008000", "square")

    @pytest.mark.parametrize(
        ("at", "colour"),
        [
            ((2, 2), (255, 255, 204, 255)),
            ((25, 20), (255, 0, 0, 255)),
            ((15, 20), (255, 255, 204, 255)),
            ((20, 38), (0, 128, 0, 255)),
        ],
    )
    def test_the_pixels_show_it(self, at: tuple[int, int], colour: tuple[int, ...]) -> None:
        with Image.open(io.BytesIO(pixels(MARK, 40.0))) as image:
            scale = image.width / 40
            assert image.size == (167, 167)  # 300 to the inch
            assert image.convert("RGBA").getpixel((round(at[0] * scale), round(at[1] * scale))) == colour

    def test_what_is_not_drawn_is_transparent(self) -> None:
        with Image.open(io.BytesIO(pixels(replace(MARK, shapes=MARK.shapes[1:2]), 40.0))) as image:
            assert image.convert("RGBA").getpixel((1, 1)) == (0, 0, 0, 0)

    def test_a_drawing_the_size_of_a_wall_has_no_more_pixels_than_a_program_takes(self) -> None:
        with Image.open(io.BytesIO(pixels(replace(MARK, size=(400.0, 4000.0)), 400.0))) as image:
            assert max(image.size) < 4010

    def test_it_is_drawn_alike_every_time(self) -> None:
        assert pixels(MARK, 40.0) == pixels(MARK, 40.0)
        assert written(document(figure(MARK))) == written(document(figure(MARK)))

    def test_it_is_said_what_it_shows_or_that_it_is_an_ornament(self) -> None:
        data = written(document(figure(MARK), figure(MARK, alternative=None, decorative=True)))
        described = list(xml(data).iter(f"{WP}docPr"))
        assert [shown.get("descr") for shown in described] == ["Five delegates on a pier", ""]
        assert [bool(list(shown)) for shown in described] == [False, True]
        assert len(media(data)) == 2


class TestPictures:
    def test_equal_pictures_under_two_names_are_stored_once(self) -> None:
        data = edition(document()).pictures[HARBOUR]
        again = {"pictures/again.png": replace(data, path="pictures/again.png")}
        shown = document(figure(HARBOUR), figure("pictures/again.png"), figure(PANORAMA))
        assert len(media(written(shown, **again))) == 2

    @pytest.mark.parametrize("around", ["list", "quote", "none"])
    def test_none_is_wider_than_the_column_it_stands_in(self, around: str) -> None:
        wide = Picture("wide.png", "png", _png((1500, 100)), 1500, 100)
        shown = figure("wide.png")
        nodes: dict[str, Node] = {
            "list": List(items=(Item(children=(shown,), span=SPAN),), span=SPAN),
            "quote": Quote(children=(shown,), span=SPAN),
            "none": shown,
        }
        room = {"list": COLUMN - 14, "quote": COLUMN - 28, "none": COLUMN}
        ((width, height),) = extents(written(document(nodes[around]), **{"wide.png": wide}))
        assert width == pytest.approx(room[around], abs=0.01)
        assert width / height == pytest.approx(15, rel=0.01)

    def test_one_that_runs_over_the_page_is_as_wide_as_its_columns_together(self) -> None:
        wide = Picture("wide.png", "png", _png((1500, 100)), 1500, 100)
        ((width, _),) = extents(written(document(figure("wide.png", width=Width.PAGE)), **{"wide.png": wide}))
        assert width == pytest.approx(612 - 144, abs=0.01)

    def test_a_photograph_taken_sideways_stands_upright(self) -> None:
        held = io.BytesIO()
        image = Image.new("RGB", (40, 20), (200, 20, 20))
        exif = image.getexif()
        exif[0x0112] = 6  # turned by a quarter
        image.save(held, "JPEG", exif=exif)
        picture = decode("sideways.jpg", held.getvalue())
        data = written(document(figure("sideways.jpg")), **{"sideways.jpg": picture})
        ((width, height),) = extents(data)
        assert height / width == pytest.approx(2, rel=0.01)
        ((name, stored),) = media(data).items()
        with Image.open(io.BytesIO(stored)) as shown:
            assert shown.size == (20, 40)
        assert name.endswith(".jpeg")

    def test_webp_is_turned_into_what_word_takes(self) -> None:
        held = io.BytesIO()
        Image.new("RGBA", (12, 12), (10, 20, 30, 128)).save(held, "WEBP", lossless=True)
        ((name, stored),) = media(
            written(document(figure("x.webp")), **{"x.webp": decode("x.webp", held.getvalue())})
        ).items()
        assert name.endswith(".png")
        with Image.open(io.BytesIO(stored)) as shown:
            assert shown.format == "PNG"

    def test_none_floats(self) -> None:
        made = xml(written(document(figure(), figure(MARK, align=Alignment.LEFT))))
        assert len(list(made.iter(f"{WP}inline"))) == 2
        assert not list(made.iter(f"{WP}anchor"))
        shown = [found for found in made.iter(w("p")) if list(found.iter(f"{WP}inline"))]
        assert [values(found, "jc") for found in shown] == [[], ["left"]]


def _png(size: tuple[int, int]) -> bytes:
    held = io.BytesIO()
    Image.new("L", size).save(held, "PNG")
    return held.getvalue()
