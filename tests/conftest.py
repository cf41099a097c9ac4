"""What all tests share: `pytest --update` writes down anew what the cases expect."""

from __future__ import annotations

from collections.abc import Iterator

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


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests, and the commands they start, leave the user's cache alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCGEN_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


_LAST = "test_every_file.py"  # it holds what all others wrote against the validators


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name == _LAST)


@pytest.fixture(autouse=True, scope="session")
def _kept_files(request: pytest.FixtureRequest) -> Iterator[None]:
    """What is written is kept where somebody asks for it in the end."""
    with pytest.MonkeyPatch.context() as patch:
        if any(item.path.name == _LAST for item in request.session.items):
            from tests.conformance.written import keep_files

            keep_files(patch)
        yield
