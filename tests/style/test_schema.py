"""The schema that editors get for styles: valid, whole, and of one mind with what loads them."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from docgen.cli import main
from docgen.style.manual import schema_text
from docgen.style.roles import Role
from tests.programs import ROOT
from tests.report.test_schema import plain, properties

SCHEMA = json.loads(schema_text())


def refused(style: Any) -> bool:
    return bool(list(jsonschema.Draft7Validator(SCHEMA).iter_errors(style)))


def test_it_is_a_schema_and_what_the_command_prints() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert CliRunner().invoke(main, ["schema", "--style"]).output == schema_text()


def test_every_key_says_what_it_holds() -> None:
    assert [key for key, value in properties(SCHEMA) if not value.get("description")] == []


def test_classic_is_valid() -> None:
    assert not refused({**plain((ROOT / "styles/classic/style.yaml").read_text("utf-8")), "docgen-style": 1})


@pytest.mark.parametrize(
    "said",
    [
        "page: {paper: a4}",
        "roles: {title: {colour: accent}}\npalette: {accent: '#7b2d26'}",
        "wording: {en: {date-label: Held on}}",
        "logo: {picture: wave.svg, alt: The River Press}\nfirst-page: {logo: {in: header}}",
        "masthead: [title, introduction]\nnotes: end\npdf: {protrusion: true}",
        "family: {bold: bold.ttf}\nword: {styles: {body: Our Text}}",
    ],
)
def test_a_style_that_extends_another_may_leave_out_anything(said: str) -> None:
    assert not refused(plain(f"name: own\nextends: classic\n{said}\n"))


@pytest.mark.parametrize(
    "said",
    [
        "name: own",
        "extends: classic\ncolumn: {}",
        "extends: classic\nroles: {titel: {size: 12}}",
        "extends: classic\nroles: {title: {align: middle}}",
        "extends: classic\nmasthead: [titel]",
        "extends: classic\nwording: {en: {month: x}}",
    ],
)
def test_what_no_style_can_say_is_refused(said: str) -> None:
    assert refused(plain(said))


def test_the_roles_are_offered_by_name() -> None:
    assert set(SCHEMA["properties"]["roles"]["properties"]) == set(Role)
