"""Tasks for an executor are answered in their order; of processes of this machine each fails alone."""

from __future__ import annotations

import importlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from threading import Event

import pytest

from docgen.workers import PRELOADED, Lost, Workers, answers


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(2) as started:
        yield started


def ask(tasks: list[Callable[[], str]], executor: Executor, watch: Callable[[str], None] = len) -> list[str]:
    """The answers; of what failed, which it was and why."""
    numbers = range(len(tasks))
    return list(
        answers(
            numbers,
            hand_out=lambda number: executor.submit(tasks[number]),
            failed=lambda number, fault: f"{number}: {fault!r}",
            watch=watch,
        )
    )


def double(text: str) -> str:
    return text + text


def die() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return "alive"


def stumble() -> str:
    raise LookupError("no such thing")


def stumble_strangely() -> str:
    raise LookupError(lambda: "which no pickle can hold")


# Answers


def test_answers_come_in_the_order_of_the_tasks_and_are_heard_of_as_they_end() -> None:
    is_second_done = Event()
    heard: list[str] = []

    def first() -> str:
        is_second_done.wait(10)
        return "first"

    def note(answer: str) -> None:
        heard.append(answer)
        is_second_done.set()

    with ThreadPoolExecutor(2) as threads:
        assert ask([first, lambda: "second"], threads, note) == ["first", "second"]
    assert heard == ["second", "first"]


def test_any_executor_will_do(workers: Workers) -> None:
    tasks = [partial(double, str(number)) for number in range(20)]
    with ThreadPoolExecutor(3) as threads:
        assert ask([*tasks], threads) == ask([*tasks], workers) == [f"{number}{number}" for number in range(20)]


def test_more_tasks_than_are_handed_out_at_once_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.workers.AHEAD", 3)
    with ThreadPoolExecutor(2) as threads:
        assert len(ask([partial(double, "x")] * 50, threads)) == 50


def test_a_pool_of_somebody_else_that_breaks_fails_what_is_left() -> None:
    import multiprocessing

    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        told = ask([die, partial(double, "x")], pool)
    assert told == [f"{number}: Lost('a process ended with None')" for number in (0, 1)]


# Processes


def test_a_process_that_is_killed_fails_its_task_only(workers: Workers) -> None:
    told = ask([partial(double, "a"), die, partial(double, "b"), die, partial(double, "c")], workers)
    assert [told[0], told[2], told[4]] == ["aa", "bb", "cc"]
    assert told[1] == "1: Lost('a process ended with -9')"
    assert told[3] == "3: Lost('a process ended with -9')"
    assert Lost(-9).how == " (signal 9)"


def test_a_process_that_is_killed_while_it_waits_fails_nothing(workers: Workers) -> None:
    process = workers.submit(os.getpid).result(10)
    os.kill(process, signal.SIGKILL)
    time.sleep(0.2)
    assert workers.submit(os.getpid).result(10) != process


def test_what_a_task_raises_comes_back(workers: Workers) -> None:
    with pytest.raises(LookupError, match="no such thing"):
        workers.submit(stumble).result(10)
    with pytest.raises(TypeError, match="pickle"):
        workers.submit(stumble_strangely).result(10)
    assert workers.submit(double, "x").result(10) == "xx"


def test_what_stops_a_run_stops_its_processes_in_the_middle_of_their_tasks() -> None:
    begun = time.monotonic()

    def leave_early() -> int:
        with Workers(2) as workers:
            process = workers.submit(os.getpid).result(10)
            for _ in range(4):
                workers.submit(time.sleep, 60)
            time.sleep(0.1)
            raise KeyboardInterrupt(process)

    with pytest.raises(KeyboardInterrupt) as caught:
        leave_early()
    assert time.monotonic() - begun < 30
    with pytest.raises(ProcessLookupError):
        os.kill(caught.value.args[0], 0)


def test_processes_have_the_environment_of_today(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1400000000")
    assert workers.submit(os.getenv, "SOURCE_DATE_EPOCH").result(10) == "1400000000"


def test_processes_do_not_hear_ctrl_c(workers: Workers) -> None:
    process = workers.submit(os.getpid).result(10)
    os.kill(process, signal.SIGINT)
    assert workers.submit(double, "x").result(10) == "xx"
    assert workers.submit(os.getpid).result(10) == process


@pytest.mark.parametrize("name", PRELOADED)
def test_what_processes_find_loaded_is_there(name: str) -> None:
    """A name that is not would be passed over without a word, and only time would be lost."""
    assert importlib.import_module(name).__name__ == name
