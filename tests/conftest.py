"""What all tests share: `pytest --update` writes down anew what the cases expect."""

from __future__ import annotations

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.cases")

# The same examples at every run, however slow the machine: a test that fails once fails again.
settings.register_profile("docgen", deadline=None, derandomize=True)
settings.load_profile("docgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write down what the cases in tests/ give now")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be rewritten rather than compared."""
    return bool(request.config.getoption("--update"))
