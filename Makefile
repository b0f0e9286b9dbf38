# Two commands for a reader of the README: `make run` and `make test`. Everything else serves them.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PORT ?= 8000
LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-header --python-version 3.11 --universal

# Tests start many programs: what was compiled once is kept, even where the shell says otherwise.
test test-postgresql: export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help setup run test test-all test-postgresql test-browser check format lint types imports rules record messages docs replay bench eval lock clean

help:  ## what can be done here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Ata Zañ needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 run"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "This Python cannot make virtual environments. On Debian: apt-get install -y python3-venv, then the same command again."; exit 2; }

$(STAMP): requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing (about a minute) ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $(STAMP)

$(DEV): requirements-dev.lock $(STAMP)
	@echo "Installing what the tests need ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $(DEV)

setup: $(STAMP)  ## install what is needed, here only (.venv)

run: $(STAMP)  ## open the portal on SQLite with the real record
	@$(BIN)/atazan run --port $(PORT)

test: $(DEV)  ## all tests this machine can run; names what it leaves out
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

test-postgresql: $(DEV)  ## the tests of the journal and the record on PostgreSQL (ATAZAN_TEST_POSTGRESQL)
	@ATAZAN_DATABASE="$$ATAZAN_TEST_POSTGRESQL" $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder tests -m "not browser"

check: $(DEV) format lint types imports rules messages docs record test  ## all that CI runs
	@if [ -n "$$ATAZAN_TEST_POSTGRESQL" ]; then $(MAKE) test-postgresql; else echo "left out: PostgreSQL (set ATAZAN_TEST_POSTGRESQL to a database URL)"; fi

format: $(DEV)
	@$(BIN)/ruff format --check .

lint: $(DEV)
	@$(BIN)/ruff check .

types: $(DEV)
	@$(BIN)/mypy

imports: $(DEV)
	@$(BIN)/lint-imports

rules: $(STAMP)  ## schema, sources, days, doubts and quotes of the rules
	@$(BIN)/atazan rules check

record: $(STAMP)  ## load the record into an empty journal, replay and verify it
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && ATAZAN_HOME=$$home ATAZAN_DATABASE= $(BIN)/atazan run --prepare && ATAZAN_HOME=$$home ATAZAN_DATABASE= $(BIN)/atazan replay && ATAZAN_HOME=$$home ATAZAN_DATABASE= $(BIN)/atazan verify

messages: $(DEV)  ## a string missing in kk, ru or en fails
	@$(BIN)/atazan docs messages

docs: $(DEV)  ## generated pages are up to date
	@$(BIN)/atazan docs check

bench: $(DEV)  ## measure against peers in the same run
	@$(PIP) --require-hashes -r requirements-bench.lock
	@$(BIN)/python bench/check.py && $(BIN)/python bench/journal.py && $(BIN)/python bench/docket.py && $(BIN)/python bench/texts.py && $(BIN)/python bench/compare.py && $(BIN)/python bench/citations.py && $(BIN)/python bench/words.py && $(BIN)/python -m bench.words_others && $(BIN)/python bench/search.py && $(BIN)/python bench/ranking.py && $(BIN)/python bench/reading.py

eval: $(STAMP)  ## how right the reading of texts is, on the annotated set (EVAL="--json --lang kk")
	@$(BIN)/python -m atazan.sources.measured $(EVAL)

lock: $(STAMP)  ## resolve the lock files anew
	@$(PIP) uv
	@$(LOCK) pyproject.toml requirements-build.in -o requirements.lock
	@$(LOCK) --extra dev --extra postgresql -c requirements.lock pyproject.toml -o requirements-dev.lock
	@$(LOCK) -c requirements-dev.lock requirements-bench.in -o requirements-bench.lock

clean:  ## forget the installation and the local database
	rm -rf $(VENV) var
