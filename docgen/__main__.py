"""`python -m docgen`: the command line without its script."""

from docgen.cli import main

main(prog_name="docgen")
