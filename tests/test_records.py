"""A record is a dataclass in everything but the moment when its methods are written."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property
from typing import Any

import pytest

from docgen import records

MAKERS = {
    "record": records.dataclass,
    "record of which there are many": records.dataclass,
    "dataclass": dataclasses.dataclass,
}


def shapes(dataclass: Any) -> dict[str, type]:
    """Classes of every kind that docgen has, made by one of the two."""

    @dataclass(frozen=True, slots=True, order=True)
    class Place:
        """Where."""

        path: str
        start: int
        end: int = 0

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        span: Place
        name: str
        others: tuple[str, ...] = ()
        seen: list[int] = field(default_factory=list, compare=False)
        quiet: str = field(default="", repr=False)

    @dataclass(frozen=True)
    class Counted:
        value: int = 1

        @cached_property
        def double(self) -> int:
            return 2 * self.value

    @dataclass(frozen=True, eq=False)
    class Alone:
        value: int

    @dataclass
    class Growing:
        items: list[int] = field(default_factory=list)
        ready: bool = field(default=False, init=False)

        def __post_init__(self) -> None:
            self.ready = bool(self.items)

    @dataclass(frozen=True, slots=True)
    class Wide(Place):
        width: int = 3

        def __hash__(self) -> int:
            return 7

    @dataclass(slots=True)
    class Open:
        value: int

    return {one.__name__: one for one in (Place, Named, Counted, Alone, Growing, Wide, Open)}


@pytest.fixture(params=MAKERS)
def made(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, type]:
    """Whatever holds for a dataclass is to hold for a record; each test runs on both."""
    monkeypatch.setattr(records, "FEW", 0 if "many" in request.param else records.FEW)
    return shapes(MAKERS[request.param])


def test_values_are_given_by_place_or_by_name(made: dict[str, type]) -> None:
    assert (made["Place"]("a", 1).end, made["Place"]("a", end=4, start=2).end) == (0, 4)
    named = made["Named"](span=made["Place"]("a", 1), name="b")
    assert (named.name, named.others, named.seen) == ("b", (), [])
    assert made["Named"](span=None, name="c").seen is not named.seen
    assert (made["Growing"]([1]).ready, made["Growing"]().ready) == (True, False)
    assert made["Wide"]("a", 1, width=9).width == 9


@pytest.mark.parametrize(("name", "given"), [("Place", {}), ("Place", {"path": "", "start": 0, "colour": 1})])
def test_what_does_not_fit_is_refused(made: dict[str, type], name: str, given: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        made[name](**given)
    with pytest.raises(TypeError):
        made["Named"](None, "b")


def test_a_record_is_what_it_holds(made: dict[str, type]) -> None:
    place, named = made["Place"], made["Named"]
    assert place("a", 1) == place("a", 1)
    assert hash(place("a", 1)) == hash(place("a", 1))
    assert place("a", 1) != place("a", 2)
    assert place("a", 1) != ("a", 1, 0)
    assert place("a", 1) != made["Wide"]("a", 1)
    assert named(span=None, name="b", seen=[1]) == named(span=None, name="b", seen=[2])
    assert made["Alone"](1) != made["Alone"](1)
    assert hash(made["Wide"]("a", 1)) == 7
    assert made["Counted"].__hash__ is not made["Alone"].__hash__
    for unhashed in (made["Growing"](), made["Open"](1)):
        with pytest.raises(TypeError):
            hash(unhashed)


def test_records_are_put_in_order(made: dict[str, type]) -> None:
    place = made["Place"]
    assert sorted([place("b", 1), place("a", 2), place("a", 1)]) == [place("a", 1), place("a", 2), place("b", 1)]
    assert place("a", 1) <= place("a", 1) < place("a", 2)
    assert place("a", 2) > place("a", 1) >= place("a", 1)
    with pytest.raises(TypeError):
        sorted([place("a", 1), made["Wide"]("a", 1)])


def test_a_frozen_record_stays_as_it_is(made: dict[str, type]) -> None:
    place, counted = made["Place"]("a", 1), made["Counted"](4)
    for change in (
        lambda: setattr(place, "path", "b"),
        lambda: delattr(place, "path"),
        lambda: setattr(counted, "x", 1),
    ):
        with pytest.raises((FrozenInstanceError, TypeError)):
            change()
    assert (place.path, counted.double, counted.double) == ("a", 8, 8)
    made["Open"](1).value = 2


def test_a_record_is_shown_as_it_would_be_written(made: dict[str, type]) -> None:
    shown = repr(made["Named"](span=made["Place"]("a", 1), name="b", quiet="x"))
    assert shown.replace("shapes.<locals>.", "") == (
        "Named(span=Place(path='a', start=1, end=0), name='b', others=(), seen=[])"
    )


def test_the_library_knows_a_record(made: dict[str, type]) -> None:
    place = made["Place"]("a", 1)
    assert [one.name for one in dataclasses.fields(made["Wide"])] == ["path", "start", "end", "width"]
    assert replace(place, end=5) == made["Place"]("a", 1, 5)
    assert dataclasses.asdict(place) == {"path": "a", "start": 1, "end": 0}
    assert copy.deepcopy(made["Wide"]("a", 1)) == made["Wide"]("a", 1)
    assert not hasattr(place, "__dict__")
    match place:
        case object(path=path) if made["Place"].__match_args__ == ("path", "start", "end"):
            assert path == "a"
        case _:
            pytest.fail("it does not match")


@records.dataclass(frozen=True, slots=True)
class Sent:
    """What goes from one process to another."""

    value: str
    more: tuple[int, ...] = ()


def test_a_record_goes_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Sent("a", (1, 2)))) == Sent("a", (1, 2))  # noqa: S301
