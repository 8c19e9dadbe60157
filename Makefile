# Everything a person or a CI machine runs. Needs make, Python 3.11 or newer and a network for pip.
# Another Python: make test PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
ARGS ?=
BENCHES := correctness end_to_end judging clauses comma_separated memory startup compiling growth cluster incremental

.DEFAULT_GOAL := help
.PHONY: help demo dev fix lint test accept docs bench bench-full bench-peers clean

help: ## list what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

demo: $(RUN) ## judge the 60 shipped reports against the southern Syria deal
	@$(BIN)/accord demo $(ARGS)

dev: $(DEV) ## install what is needed to work on the code

fix: $(DEV) ## format the code and mend what can be mended by a tool
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(DEV) ## check format, style, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: $(DEV) ## run every test; one of them: make test ARGS='-k conformance'
	$(BIN)/python -m pytest $(ARGS)

accept: $(DEV) ## write the expected outputs anew; read the difference before you commit it
	$(BIN)/python -m pytest tests/golden tests/test_docs.py tests/test_site.py tests/language/say tests/language/notation --accept $(ARGS)

docs: $(DEV) ## build the site of the documentation into build/site, without a network
	@$(BIN)/python -m scripts.make_site
	@$(BIN)/zensical build --strict --clean >&2
	@echo "build/site/index.html"

bench: $(DEV) ## measure into benchmarks/results.md, in under 20 minutes; asserts nothing
	@set -e; for one in $(BENCHES); do $(BIN)/python -m benchmarks.$$one; done

bench-full: $(DEV) ## the same at 10 and 100 million rows; takes hours and 10 GB of disk
	@set -e; for one in $(filter-out startup compiling growth clauses incremental,$(BENCHES)); do \
		$(BIN)/python -m benchmarks.$$one --rows 10000000; done
	@set -e; for one in clauses growth incremental; do $(BIN)/python -m benchmarks.$$one --rows 1000000; done
	@set -e; for one in startup compiling; do $(BIN)/python -m benchmarks.$$one; done

bench-peers: $(DEV) ## install what the benchmarks compare with; PostGIS where root has apt-get
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]' >&2
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get install --yes --no-install-recommends postgresql postgresql-postgis >&2; \
	else echo "for PostGIS, install the Debian packages postgresql and postgresql-postgis" >&2; fi

clean: ## remove the environment and what the tools left
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# pip compiles what it copies, but not what stays where it is: --editable leaves that to a first run.
# What is said here goes to stderr: stdout belongs to what was asked for. A stamp that is older than
# pyproject.toml means that the dependencies may have changed.
$(RUN): pyproject.toml
	@echo "installing into $(VENV), once" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . >&2
	@$(BIN)/python -m compileall -q checker
	@touch $@

$(DEV): pyproject.toml
	@echo "installing into $(VENV), once" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' >&2
	@$(BIN)/python -m compileall -q checker
	@touch $(RUN) $@
