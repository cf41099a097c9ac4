"""Make the pictures of README.md anew: `make pictures`. Needs pdftoppm (poppler)."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from docgen.batch import run
from docgen.job import Exit, Job
from docgen.world import DiskWorld

HERE = Path(__file__).parent
ROOT = HERE.parent
EXAMPLE = re.compile(r"<!-- file: river\.yaml -->\n```yaml\n(.*?)```", re.DOTALL)


def main() -> None:
    """Render the README's example and the two reports, and keep what one looks at of their first pages."""
    example = EXAMPLE.search((ROOT / "README.md").read_text("utf-8"))
    if example is None:
        raise SystemExit("README.md has no example river.yaml")
    with tempfile.TemporaryDirectory() as folder:
        river = Path(folder) / "river.yaml"
        river.write_text(example[1], "utf-8")
        picture(river, "river", 70, 380)
        for report in sorted((ROOT / "content").glob("2*.yaml")):
            picture(report, report.stem[:4], 60, None)


def picture(report: Path, name: str, resolution: int, height: int | None) -> None:
    """The first page of a report as a PNG of `resolution` dots to the inch, its upper `height` dots or all of it."""
    with tempfile.TemporaryDirectory() as folder:
        (done,) = run(DiskWorld(), [Job(str(report), ("pdf",), folder)])
        if done.outcome.exit is not Exit.DONE:
            raise SystemExit(f"{report}: {[finding.message for finding in done.outcome.findings]}")
        window = ["-x", "0", "-y", "0", "-W", str(612 * resolution // 72), "-H", str(height)] if height else []
        command = ["pdftoppm", "-png", "-singlefile", "-r", str(resolution), *window, *done.written, HERE / name]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
