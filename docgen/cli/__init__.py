"""The command line: one module per command, found in this folder and loaded when asked for."""

from __future__ import annotations

import atexit
import gc
import importlib
import pkgutil

import click

from docgen import __version__

PATIENCE = 100_000
"""After how many new objects Python looks for garbage that refers to itself: a report makes little of it, and looking
every 700 takes a twentieth of the time. What a batch leaves is found all the same, some 20 MB later."""

_NOT_COMMANDS = {"auditing", "inspecting", "mending", "orders", "paths", "progress", "settling", "telling"}


class Commands(click.Group):
    """A group whose commands are the modules of this folder, each with a `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in _NOT_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an interruption is told, and has an exit code of its own."""
        from docgen.cli.telling import interrupted, show_anything

        gc.set_threshold(PATIENCE)
        atexit.register(gc.freeze)  # else what goes with the process is searched for garbage, as long as rules take
        show_anything()
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise interrupted() from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; name the nearest where there is none."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in self.list_commands(ctx):
            import difflib

            near = difflib.get_close_matches(name, self.list_commands(ctx), 1)
            if near:
                ctx.fail(f"There is no command '{name}'. Did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="docgen", message="%(prog)s %(version)s")
def main() -> None:
    """Conference summary reports from one YAML file: proof-read, then set as PDF and Word.

    \b
    docgen new summit        writes summit.yaml, a report to fill in
    docgen check summit.yaml tells what is wrong with it, and where
    docgen render summit.yaml  makes output/summit.pdf and output/summit.docx

    Exit codes: 0 done, 1 something in a report must be mended, 2 wrong usage, 3 a style, font or output folder
    cannot be used, 4 a fault of docgen itself, 130 interrupted.
    """
