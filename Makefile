# What one does with docgen's source; `make help` lists it. Needs Python 3.11 or newer and nothing else:
# everything is installed into .venv, in the versions and with the hashes of requirements.txt.

PYTHON ?= python3
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

.DEFAULT_GOAL := help

.PHONY: render
render: .venv/ready  ## set every report in content/ as PDF and Word, into output/
	@$(BIN)/docgen render content -o output

.PHONY: test
test: .venv/ready  ## run all tests
	@$(BIN)/python -m pytest

.PHONY: lint
lint: .venv/ready  ## check style, format and types
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

.PHONY: bench
bench: .venv/ready  ## measure docgen against its limits
	@$(BIN)/python -m benchmarks.hostile
	@$(BIN)/python -m benchmarks.pages
	@$(BIN)/python -m benchmarks.docx
	@$(BIN)/python -m benchmarks.column_ends
	@$(BIN)/python -m benchmarks.batch
	@$(PIP) install typst
	@$(BIN)/python -m benchmarks.stages

.PHONY: bench-checks
bench-checks: .venv/ready  ## check reports edited at random, 10,000 of them, and measure checking beside Typst
	@$(BIN)/python -m benchmarks.edits
	@$(PIP) install typst
	@$(BIN)/python -m benchmarks.checks

.PHONY: bench-proofreading
bench-proofreading: .venv/ready  ## seed slips into reports, and count what docgen and its peers find; needs npm, Debian
	@$(BIN)/python -m benchmarks.proofreading

.PHONY: bench-verdicts
bench-verdicts: .venv/ready  ## write a report by docgen and its peers as PDF, and ask veraPDF for its verdicts
	@$(PIP) install typst weasyprint
	@$(BIN)/python -m benchmarks.verdicts

.PHONY: pictures
pictures: .venv/ready  ## remake the pictures of the README
	@$(BIN)/python docs/pictures.py

.PHONY: bench-lines
bench-lines: .venv/ready  ## set lines beside Typst and LuaLaTeX, and compare their spaces
	@$(PIP) install typst pymupdf
	@$(BIN)/python -m benchmarks.lines

.PHONY: bench-word
bench-word: .venv/ready sdk  ## write a report by docgen and its peers as Word files, and hold these against Word's rules
	@$(PIP) install pypandoc_binary docxtpl
	@$(BIN)/python -m benchmarks.word

# hatchling, which builds docgen, is among the requirements: the last step asks no index for anything.
.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "docgen needs Python 3.11 or newer, and \"$(PYTHON)\" is not: name one with  make PYTHON=python3.12 …" >&2; \
	  exit 1; }
	@echo "Setting up .venv; this takes a minute or two, once"
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: sdk
sdk: .venv/sdk/ready  ## install Microsoft's validators, of Word files and of findings, for the tests; needs npm

# The lock file pins the version and the hashes; it lists the programs of one platform, others are taken as they come.
.venv/sdk/ready: tests/conformance/package.json tests/conformance/package-lock.json
	@type npm >/dev/null 2>&1 || { echo "The validators need npm, which comes with Node.js 18 or newer" >&2; exit 1; }
	@mkdir -p $(@D)
	@cp $^ $(@D)
	@npm install --prefix $(@D) --no-save --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: requirements
requirements: .venv/ready  ## pin anew what pyproject.toml asks for
	@$(PIP) install uv
	@$(BIN)/uv pip compile pyproject.toml --extra dev --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make requirements" --quiet --output-file requirements.txt

.PHONY: clean
clean:  ## remove .venv, caches and what was rendered
	@rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find docgen tests benchmarks -name __pycache__ -exec rm -rf {} +
	@find output -mindepth 1 ! -name .gitignore -delete

.PHONY: help
help:  ## show this list
	@sed -n 's/^\([a-z-]*\):.*##\(.*\)/make \1 \2/p' Makefile | awk '{ printf "%-5s %-14s", $$1, $$2; $$1 = $$2 = ""; print }'
