"""Ten thousand reports edited at random: none stops docgen, none is broken by a fix.

    python -m benchmarks.edits [NUMBER] [--seed SEED]

What is edited, how, and what has to hold stands in `tests/checks/edits.py`; `make test` tries a hundred. The same seed
gives the same reports; the least report that fails is printed. Exits with 1 then.
"""

from __future__ import annotations

import argparse
import sys
import time

from hypothesis import HealthCheck, given, seed, settings

from tests.checks.edits import Files, edited_reports, survive

NUMBER = 10_000


def main() -> int:
    """Try as many reports as are asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.edits", description=__doc__.partition("\n")[0])
    parser.add_argument("number", type=int, nargs="?", default=NUMBER)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    tried, begun = 0, time.perf_counter()

    @seed(asked.seed)
    @settings(max_examples=asked.number, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(edited_reports())
    def try_one(files: Files) -> None:
        nonlocal tried
        tried += 1
        survive(files)

    try:
        try_one()
    finally:
        print(f"{tried:,} edited reports, {time.perf_counter() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
