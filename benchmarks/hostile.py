"""What hostile files cost: seconds and memory of reading each, in a process of its own.

    python -m benchmarks.hostile

A colleague's slip or a stranger's upload may be of any size and shape. Each of these must be answered with a placed
error, or read, within `SECONDS` and `MEGABYTES`; that the errors are the right ones is tested in
`tests/test_limits.py`, from the same inputs. Exits with 1 where a limit is passed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 2.0
MEGABYTES = 300

CHILD = """
import resource, sys, time
start = time.perf_counter()
from docgen.reading.nodes import Mapping, Scalar, parse
with open(sys.argv[1], "rb") as file:
    data = file.read()
parsed = parse("hostile.yaml", data)
for key, value in parsed.root.entries if isinstance(parsed.root, Mapping) else ():
    if key.value == "title" and isinstance(value, Scalar):
        value.text()
seconds = time.perf_counter() - start
try:  # the peak since this program began; `getrusage` would count what the benchmark held when it started it
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1e3
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
print(seconds, peak, len(parsed.findings), *[found.code for found in parsed.findings[:1]])
"""


def prose(size: int) -> bytes:
    """A text of so many bytes, as an introduction."""
    return b"introduction: |\n" + b"  Delegates welcomed the steps agreed.\n" * (size // 39)


def mistakes(count: int) -> bytes:
    """So many values with a colon in them, under different keys."""
    return b"".join(b"k%d: a: b\n" % number for number in range(count))


def keys(count: int) -> bytes:
    """So many different keys without values, of four letters each to stay below the limit of bytes."""
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"
    names = (
        letters[n // 46656] + letters[n // 1296 % 36] + letters[n // 36 % 36] + letters[n % 36] for n in range(count)
    )
    return "".join(f"{name}:\n" for name in names).encode()


INPUTS: dict[str, Callable[[], bytes]] = {
    "1,000,000 keys": lambda: keys(1_000_000),
    "190,000 keys": lambda: keys(95_000),
    "100,000 brackets": lambda: b"[" * 100_000,
    "100,000 braces": lambda: b"{" * 100_000,
    "100,000 pairs of brackets": lambda: b"[" * 100_000 + b"]" * 100_000,
    "100,000 dashes": lambda: b"- " * 100_000,
    "100,000 question marks": lambda: b"? " * 100_000,
    "a 10 MB scalar": lambda: b"title: " + b"a" * 10_000_000 + b"\n",
    "a 7.9 MB scalar": lambda: b"title: " + b"a" * 7_900_000 + b"\n",
    "7.9 MB of prose": lambda: b"introduction: |\n" + b"  Delegates welcomed the steps agreed.\n" * 200_000,
    "a 7.9 MB scalar without its closing quote": lambda: b'title: "' + b"a\n " * 2_600_000,
    "7.9 MB of escapes": lambda: b'title: "' + b"\\u0142" * 1_300_000 + b'"\n',
    "100,000 equal keys": lambda: b"title: a\n" * 100_000,
    "90,000 equal keys behind 5 MB of prose": lambda: prose(5_000_000) + b"title: a\n" * 90_000,
    "59 mistakes behind 7 MB of prose": lambda: prose(7_000_000) + mistakes(59),
    "59 mistakes behind 180,000 keys": lambda: keys(90_000) + mistakes(59),
    "59 mistakes behind 180,000 entries": lambda: b"places:\n" + b"- a\n" * 180_000 + mistakes(59),
    "1,100,000 lines with colons": lambda: b"title: " + b"a: b\n  " * 1_100_000,
    "1,000,000 comments inside a text": lambda: b"title: a\n\n" + b"  # b\n" * 1_000_000 + b"  c\n",
    "1,300,000 decomposed letters": lambda: b"title: " + "e\u0301".encode() * 1_300_000,
    "800,000 decomposed letters apart": lambda: b"title: " + "e\u0301a ".encode() * 800_000,
    "2,000,000 accents on a letter": lambda: b"title: a" + "\u0301\u0323".encode() * 1_000_000,
    "100,000 anchors": lambda: b"- &a a\n" * 100_000,
    "aliases of aliases": lambda: b"".join(
        b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9) if n else b"a") for n in range(30)
    ),
    "1,000,000 tabs": lambda: b"title:\n" + b"\t" * 1_000_000 + b"a\n",
    "100,000 broken lines": lambda: b'title: "a" b\n' * 100_000,
    "4 MB of no text": lambda: bytes(range(256)) * 16_000,
}


def measure(data: bytes) -> tuple[float, float, str]:
    """Seconds, peak megabytes and what was found, of reading one file; a process that dies tells so."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "hostile.yaml")
        path.write_bytes(data)
        ran = subprocess.run([sys.executable, "-c", CHILD, path], cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode:
        return float("inf"), float("inf"), f"exit {ran.returncode}: {(ran.stderr.strip() or '-').splitlines()[-1]}"
    seconds, peak, *found = ran.stdout.split()
    return float(seconds), float(peak), " ".join(found)


def main() -> int:
    """Measure all inputs, print a line each, and say whether all kept within the limits."""
    print(f"{'':43}{'s':>7}{'MB':>7}  errors   (at most {SECONDS} s, {MEGABYTES} MB)")
    passed = 0
    for name, made in INPUTS.items():
        seconds, peak, found = measure(made())
        within = seconds <= SECONDS and peak <= MEGABYTES
        passed += within
        print(f"{name:43}{seconds:7.2f}{peak:7.0f}  {found}{'' if within else '   PAST THE LIMIT'}", flush=True)
    print(f"{passed} of {len(INPUTS)} within the limits")
    return 0 if passed == len(INPUTS) else 1


if __name__ == "__main__":
    sys.exit(main())
