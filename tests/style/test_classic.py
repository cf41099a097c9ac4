"""The style that comes with docgen."""

from pathlib import Path

from docgen.style.model import Align
from docgen.style.roles import Role
from tests.style.classic import classic

FONTS = Path(__file__).parents[2] / "styles" / "classic" / "fonts"


def test_every_role_has_a_look() -> None:
    assert set(classic().roles) == {role.value for role in Role}


def test_two_columns_stand_on_a_letter_page_with_margins_of_an_inch() -> None:
    style = classic()
    assert (style.page.width, style.page.height) == (612, 792)
    assert 2 * style.columns.measure(style.page) + style.columns.gutter == style.page.measure == 468


def test_the_body_is_set_as_the_reports_of_2013_were() -> None:
    body = classic().text(Role.BODY)
    assert (body.size, body.leading, body.align, body.after) == (10, 11.5, Align.JUSTIFY, 11.5)


def test_the_faces_come_with_their_whole_licence() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "OTHER DEALINGS IN THE FONT SOFTWARE." in licence
