"""Tasks for an executor, and processes of this machine that are one, each of which fails alone.

The standard library's pool is broken as a whole when one of its processes is killed, and does not tell what that one
was doing. Here each process has one task at a time, so that its end is the end of that task only, and the next task
gets a new process.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from pkgutil import iter_modules
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from docgen.checks import rules

P = ParamSpec("P")
T = TypeVar("T")
A = TypeVar("A")

PRELOADED = (
    *(
        "docgen.cli.render",
        "docgen.pipeline",
        "docgen.document.markup",
        "docgen.checks.wordings",
        "docgen.checks.facts",
    ),
    *("docgen.layout.strain", "docgen.writers.pdf", "docgen.writers.docx"),
)
"""What nearly every report needs, besides the rules: loaded once, before there are processes."""

AHEAD = 256
"""How many tasks are handed out before the first is answered."""

_HEARING_S = 0.25
"""How long is waited for an answer at a stretch."""

_PATIENCE_S = 0.3
"""How long a process that was told to go is waited for before it is killed."""


class Lost(Exception):
    """A process ended in the middle of its task; `code` is its exit code, minus a signal's number if one killed it."""

    def __init__(self, code: int | None) -> None:
        super().__init__(f"a process ended with {code}")
        self.code = code

    @property
    def how(self) -> str:
        """How the process ended, to be put behind a sentence."""
        if self.code is None:
            return ""
        return f" (signal {-self.code})" if self.code < 0 else f" (it ended with {self.code})"


def answers(
    askers: Iterable[A],
    hand_out: Callable[[A], Future[T]],
    failed: Callable[[A, Exception], T],
    watch: Callable[[T], None],
) -> Iterator[T]:
    """The answers to what some ask, in their order; `failed` answers where nobody else does.

    What fails is `Lost` where its process ended, else what was raised. `watch` hears of each as soon as it is there.
    Only so many are handed out ahead that the first that is slow keeps no more waiting.
    """
    coming = iter(askers)
    underway: deque[Future[T]] = deque()
    asked: dict[Future[T], A] = {}
    ended: SimpleQueue[Future[T]] = SimpleQueue()
    there: dict[Future[T], T] = {}
    while True:
        while len(underway) < AHEAD and ended.empty() and (asker := next(coming, None)) is not None:
            future = _handed_out(hand_out, asker)
            underway.append(future)
            asked[future] = asker
            future.add_done_callback(ended.put)
        if not underway:
            return
        if (one := _next(ended)) is None:
            continue
        fault = _fault(one)
        there[one] = one.result() if fault is None else failed(asked[one], fault)
        del asked[one]
        watch(there[one])
        while underway and underway[0] in there:
            yield there.pop(underway.popleft())


def _handed_out(hand_out: Callable[[A], Future[T]], asker: A) -> Future[T]:
    try:
        return hand_out(asker)
    except BrokenExecutor as fault:  # somebody's own pool is broken for good; what comes after fails one by one
        lost: Future[T] = Future()
        lost.set_exception(fault)
        return lost


def answered(answer: T) -> Future[T]:
    """A future that has come."""
    future: Future[T] = Future()
    future.set_result(answer)
    return future


def _next(ended: SimpleQueue[Future[T]]) -> Future[T] | None:
    """What ended next; None after a while, because Windows hears no Ctrl-C while it waits."""
    try:
        return ended.get(timeout=_HEARING_S)
    except Empty:
        return None


def _fault(future: Future[Any]) -> Exception | None:
    """Why there is no answer; None where there is one."""
    fault = None if future.cancelled() else future.exception()
    if future.cancelled() or isinstance(fault, BrokenExecutor):
        return Lost(None)
    if fault is None or isinstance(fault, Exception):
        return fault
    raise fault


class Workers(Executor):
    """So many processes, started when there is work for them; where there is none, nothing is.

    A task whose process ends raises `Lost`. Leaving the `with` block by an exception, an interruption too, ends every
    process at once. None of them hears Ctrl-C: it is for this process to say what happens then. One whose parent is
    gone ends its task and goes.
    """

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="docgen")
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._stopped = False
        self._context: Any = None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Let a process call a function; what goes in and what comes out is pickled."""
        return self._threads.submit(self._call, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes go. Without `wait` those at work go when this process ends."""
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
        with self._lock:
            leaving, self._idle = self._idle, []
        for worker in leaving:
            worker.dismiss()
        if wait:
            for worker in leaving:
                worker.end()
        self._all.difference_update(leaving)

    def stop(self) -> None:
        """End every process at once, in the middle of its task; what it was writing keeps its old content."""
        with self._lock:
            self._stopped = True
            running = list(self._all)
        for worker in running:
            worker.kill()
        self.shutdown(cancel_futures=True)

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None:
            self.shutdown()
        else:
            self.stop()

    def _call(self, fn: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        """One task, in a thread that waits for its process."""
        worker = self._take()
        try:
            returned, made = worker.ask((fn, args, kwargs))
        except (EOFError, OSError):
            raise Lost(self._bury(worker)) from None
        with self._lock:
            self._idle.append(worker)
        if returned:
            result: T = made
            return result
        raise made

    def _take(self) -> _Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.is_alive():
                    return worker
                self._all.discard(worker)  # killed while it had nothing to do, which matters to nobody
            self._context = self._context or _context()
        worker = _Worker(self._context)
        with self._lock:
            self._all.add(worker)
            stopped = self._stopped
        if stopped:
            worker.kill()
        return worker

    def _bury(self, worker: _Worker) -> int | None:
        code = worker.end()
        with self._lock:
            self._all.discard(worker)
        return code


class _Worker:
    """One process, seen from the one that it works for."""

    def __init__(self, context: Any) -> None:
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, dict(os.environ)), daemon=True)
        with _deaf_to_interruptions():
            self._process.start()
        theirs.close()

    def ask(self, task: object) -> tuple[bool, Any]:
        """Whether a task went well, and what it returned or raised. Raises `EOFError` or `OSError` if it ends."""
        self._line.send(task)
        answer: tuple[bool, Any] = self._line.recv()
        return answer

    def is_alive(self) -> bool:
        return bool(self._process.is_alive())

    def dismiss(self) -> None:
        self._line.close()

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> int | None:
        """Wait for the process, but not long; what it ended with."""
        self.dismiss()
        self._process.join(_PATIENCE_S)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        code: int | None = self._process.exitcode
        self._process.close()
        return code


def _work(line: Connection, environment: dict[str, str]) -> None:
    """A process's life: task by task, until nobody is there to ask for more."""
    os.environ.clear()  # it has that of the process it was made from, which may be older
    os.environ.update(environment)
    with contextlib.suppress(ValueError):  # where they cannot be held back at the start, as on Windows
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            function, args, kwargs = line.recv()
        except (EOFError, OSError):
            return
        answer: tuple[bool, Any]
        try:
            answer = True, function(*args, **kwargs)
        except Exception as fault:
            answer = False, fault
        try:
            line.send(answer)
        except OSError:
            return
        except Exception as fault:  # what cannot be pickled
            line.send((False, TypeError(f"{type(fault).__name__}: {fault}")))


def _context() -> Any:
    """How processes are made: from one that has loaded what they need and has no threads, where there can be one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver, resource_tracker

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        [*PRELOADED, *(f"{rules.__name__}.{one.name}" for one in iter_modules(rules.__path__))]
    )
    resource_tracker.ensure_running()  # first, because its start lets interruptions in again
    with _deaf_to_interruptions():
        forkserver.ensure_running()
    return context


@contextlib.contextmanager
def _deaf_to_interruptions() -> Iterator[None]:
    """Processes that are started meanwhile never hear of Ctrl-C: it is held back for as long as they live."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def cores() -> int:
    """How many processes can run at once on this machine, as far as this one may use it."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
