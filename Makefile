# Two commands set up everything: `make serve` and `make test`. The rest stands behind them.
# VOETNOOT_SOURCES names the folder of source files; without it the released facts in data/ are used.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8000

.PHONY: serve test build store lint format clean

serve: store
	$(BIN)/voetnoot-server serve --port $(PORT)

test: $(VENV)/.ready
	$(BIN)/python -m pytest

build: $(VENV)/.ready
	$(BIN)/voetnoot-etl build

store: $(VENV)/.ready
	$(BIN)/voetnoot-etl load

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Voetnoot needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo 'Python cannot make an environment; on Debian: apt-get install python3-venv' >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@
