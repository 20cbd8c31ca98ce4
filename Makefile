# Each target sets up what it needs by itself: a machine with Python 3.11+, pip and make is enough.
# System packages, which some tests and the LibreOffice comparison use, come with `make system-deps`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH := .venv-bench

.PHONY: bulletin test lint format corpus bench docs lock system-deps wheel clean

bulletin: $(READY)
	$(BIN)/reportgen build specs/monthly-bulletin.yaml --out out

test: $(READY)
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Wide runs over workbooks that do not belong to the project; REPORTGEN_CORPUS names their folder.
corpus: $(READY)
	$(BIN)/pytest -m corpus tests

# reportgen beside its peers, which have an environment of their own; see benchmarks/README.md.
bench: $(READY) $(BENCH)/.ready
	$(BIN)/python -m benchmarks

docs: $(READY)
	$(BIN)/python scripts/write_references.py

lock: $(READY)
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --strip-extras --allow-unsafe --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml

system-deps:
	scripts/system_deps.sh

wheel: $(READY)
	$(BIN)/python -m build --wheel

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(BENCH)/.ready: benchmarks/requirements.txt
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet -r benchmarks/requirements.txt
	touch $@

clean:
	rm -rf $(VENV) $(BENCH) out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
